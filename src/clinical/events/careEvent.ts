import type { Precision } from '../time/date.ts';

export type EventType =
  | 'MedicationRequest'
  | 'MedicationStatement'
  | 'MedicationAdministration'
  | 'MedicationDispense'
  | 'Encounter'
  | 'Procedure'
  | 'Condition'
  | 'Immunization'
  | 'DiagnosticReport';

/** The lanes under the curves, in their order on the screen. */
export type EventLane = 'medication' | 'encounter' | 'procedure' | 'condition' | 'immunization' | 'report';

/** When, as exactly as it is known. `endMs` is undefined for a moment, and for what goes on. */
export type EventTime = {
  /** Epoch ms; of a day, month or year its first moment in UTC; NaN when no time was sent. */
  readonly startMs: number;
  readonly precision: Precision;
  /** As `startMs`: of a day, month or year its first moment in UTC. */
  readonly endMs: number | undefined;
  readonly endPrecision: Precision;
  /** Begun and not known to have ended. */
  readonly isOngoing: boolean;
};

/** One resource that is no result. Texts as sent. */
export type CareEvent = EventTime & {
  readonly type: EventType;
  readonly lane: EventLane;
  readonly id: string;
  /** What it is: "Renal ultrasound", "Office visit". */
  readonly text: string;
  /** As sent, lower case: 'finished', 'completed', … */
  readonly status: string;
  /** Encounter class code where there is one: 'AMB', 'IMP', 'VR', 'EMER'. */
  readonly encounterClass: string;
  /** More in words: result text of a report, reason, site; '' when none. */
  readonly note: string;
  /** Not known to have happened, whatever its time: planned, cancelled, not done, on hold, refuted, unknown. */
  readonly isNotDone?: true;
  /** A report without words of its own: it only holds results together, which have their own curves. */
  readonly isResultsOnly?: true;
};

/** One stretch of one dose. */
export type DoseStep = EventTime & {
  readonly type: EventType;
  readonly id: string;
  /** As sent or put together from what was sent: "25 mg daily", "0.08 ug/kg/min, continuous"; '' when no dose was sent. */
  readonly doseText: string;
  /** Short: "25 mg/d", "0.5 mg/wk"; '' when it cannot be said safely. */
  readonly shortDose: string;
  /** The height of the bar: amount per day, week or as a rate, in `unit`; undefined when it cannot be compared. */
  readonly amount: number | undefined;
  readonly unit: string;
  readonly status: string;
  /** Not known to have been given or taken: draft, on hold, cancelled, not done, a proposal, "do not give", unknown. */
  readonly isNotDone?: true;
  /** What the reader must know of its time and dose, in words; absent when nothing. */
  readonly note?: string;
  /** When it was read, where it may begin or end after that: what lies ahead is planned. */
  readonly readAtMs?: number;
};

/** All stretches of one medication, oldest first. Two stretches that follow each other with another dose are a dose step. */
export type MedicationCourse = {
  /** `system|code` of the medication, else `text:` and the lower-cased text. */
  readonly key: string;
  readonly name: string;
  readonly steps: readonly DoseStep[];
};

/** One change in a course, for ribbons and lists: + begun, − stopped, ↑ ↓ dose, = something else changed, or one dose of several ended. */
export type CourseChange = {
  readonly courseKey: string;
  readonly name: string;
  readonly atMs: number;
  readonly precision: Precision;
  readonly sign: '+' | '−' | '↑' | '↓' | '=';
  /** "25 mg/d", of an end the doses that go on; '' when stopped or unknown. */
  readonly dose: string;
  /** The dose that ran until then, of an end the one that ended; '' when begun or unknown. */
  readonly previousDose: string;
  /** One of several doses ended; the medication goes on. */
  readonly isOneDoseEnded?: true;
  /** As in its step. */
  readonly readAtMs?: number;
  readonly type: EventType;
  readonly id: string;
};
