import type { Precision } from '../time/date.ts';

/** The FHIR resource types that are shown as events. */
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

/** When an event was, as exactly as it is known. `endMs` is undefined for a moment, and for an event that goes on. */
export type EventTime = {
  /** Epoch ms; the first moment in UTC of a day, month or year; NaN when no time was sent. */
  readonly startMs: number;
  readonly precision: Precision;
  /** Epoch ms; the first moment in UTC of a day, month or year. */
  readonly endMs: number | undefined;
  readonly endPrecision: Precision;
  /** True for an event that has begun and is not known to have ended. */
  readonly isOngoing: boolean;
};

/** A resource that is no result. Its texts are as they were sent. */
export type CareEvent = EventTime & {
  readonly type: EventType;
  readonly lane: EventLane;
  readonly id: string;
  /** The words for what happened: "Renal ultrasound", "Office visit". */
  readonly text: string;
  /** The status as it was sent, in lower case: 'finished', 'completed', … */
  readonly status: string;
  /**
   * The code of Encounter.class when there is one: 'AMB', 'IMP', 'VR', 'EMER'
   * (https://terminology.hl7.org/CodeSystem-v3-ActCode.html).
   */
  readonly encounterClass: string;
  /** Further words: the text of a report, reason, site; '' when there are none. */
  readonly note: string;
  /**
   * Set when it is not known to have happened, whatever its time: planned, cancelled, not done, on hold, refuted,
   * unknown.
   */
  readonly isNotDone?: true;
  /** Set for a report without words of its own, which only holds results together that have their own curves. */
  readonly isResultsOnly?: true;
};

/** A stretch of time with one dose of a medication. */
export type DoseStep = EventTime & {
  readonly type: EventType;
  readonly id: string;
  /**
   * The dose as it was sent, or put together from what was sent: "25 mg daily", "0.08 ug/kg/min, continuous"; '' when
   * no dose was sent.
   */
  readonly doseText: string;
  /** The dose in short, "25 mg/d" or "0.5 mg/wk"; '' when it cannot be shortened safely. */
  readonly shortDose: string;
  /** The height of the bar in `unit`: an amount per day or week, or a rate; undefined when it cannot be compared. */
  readonly amount: number | undefined;
  readonly unit: string;
  readonly status: string;
  /**
   * Set when it is not known to have been given or taken: draft, on hold, cancelled, not done, a proposal, "do not
   * give", unknown.
   */
  readonly isNotDone?: true;
  /** What the reader must know about its time and dose, in words; absent when there is nothing. */
  readonly note?: string;
  /** When the record was read, if the step may begin or end after that: what lies ahead is planned. */
  readonly readAtMs?: number;
};

/**
 * All steps of one medication, oldest first. Two steps that follow each other with another dose are a change of dose.
 */
export type MedicationCourse = {
  /** `system|code` of the medication, else `text:` and its text in lower case. */
  readonly key: string;
  readonly name: string;
  readonly steps: readonly DoseStep[];
};

/**
 * One change in a course, for ribbons and lists. The signs mean: + begun, − stopped, ↑ ↓ another dose, = something
 * else changed, or one dose of several ended.
 */
export type CourseChange = {
  readonly courseKey: string;
  readonly name: string;
  readonly atMs: number;
  readonly precision: Precision;
  readonly sign: '+' | '−' | '↑' | '↓' | '=';
  /** The new dose, "25 mg/d"; after the end of one dose those that go on; '' when stopped or unknown. */
  readonly dose: string;
  /** The dose until then, or the one that ended; '' when begun or unknown. */
  readonly previousDose: string;
  /** Set when one of several doses ended and the medication goes on. */
  readonly isOneDoseEnded?: true;
  /** The same as in its step. */
  readonly readAtMs?: number;
  readonly type: EventType;
  readonly id: string;
};
