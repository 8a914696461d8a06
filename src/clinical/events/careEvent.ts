import type { Precision } from '../time/date.ts';

/** These are the FHIR resource types that are shown as events. */
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

/** The lanes stand under the curves in this order. */
export type EventLane = 'medication' | 'encounter' | 'procedure' | 'condition' | 'immunization' | 'report';

/**
 * The time of an event is as exact as it is known. `endMs` is undefined for a moment, and for an event that goes on.
 */
export type EventTime = {
  /** The time is in epoch ms; a day, month or year counts from its first moment in UTC. It is NaN when no time was sent. */
  readonly startMs: number;
  readonly precision: Precision;
  /** The time is in epoch ms; a day, month or year counts from its first moment in UTC. */
  readonly endMs: number | undefined;
  readonly endPrecision: Precision;
  /** It is true for an event that has begun and is not known to have ended. */
  readonly isOngoing: boolean;
};

/** This is a resource that is no result. Its texts are as they were sent. */
export type CareEvent = EventTime & {
  readonly type: EventType;
  readonly lane: EventLane;
  readonly id: string;
  /** The words say what happened: "Renal ultrasound", "Office visit". */
  readonly text: string;
  /** This is the status as it was sent, in lower case: 'finished', 'completed', … */
  readonly status: string;
  /**
   * This is the code of Encounter.class when there is one: 'AMB', 'IMP', 'VR', 'EMER'
   * (https://terminology.hl7.org/CodeSystem-v3-ActCode.html).
   */
  readonly encounterClass: string;
  /** The codes of a procedure or condition are in lower case, whatever their system; absent without one. */
  readonly codes?: readonly string[];
  /** Says why a visit or procedure took place; absent where nobody said so. The note repeats it. */
  readonly reason?: string;
  /** Says why a procedure or a vaccine was not done, stopped or put on hold; absent where nobody said so. The note repeats it. */
  readonly statusReason?: string;
  /** The outcome of a procedure says in these words that it was not done, beside a status that says it was; absent for any other. */
  readonly deniedBy?: string;
  /** An encounter is part of the encounter with this id, as a time on a ward is part of a stay; absent where it is a part of none. */
  readonly partOfId?: string;
  /** It took place then, in words as they were sent: "in childhood"; absent where a date was sent, or nothing. The note repeats it. */
  readonly toldTime?: string;
  /** It took place at this age, with its unit as it was sent; absent where a date was sent, or nothing. The note repeats it. */
  readonly toldAge?: readonly [value: string, unit: string];
  /** A condition that nobody has confirmed says how sure it is: 'provisional', 'differential', 'unconfirmed'; absent for any other. */
  readonly verification?: string;
  /** Further words follow here: the text of a report, reason, site; '' when there are none. */
  readonly note: string;
  /**
   * It is set when it is not known to have happened, whatever its time: planned, cancelled, not done, on hold, refuted,
   * unknown.
   */
  readonly isNotDone?: true;
  /** It is set where no name was sent, and `text` says so in words of ours. */
  readonly isUnnamed?: true;
  /** It is set for a report without words of its own, which only holds results together that have their own curves. */
  readonly isResultsOnly?: true;
  /** A report holds the Observations with these ids together; absent without any. */
  readonly resultIds?: readonly string[];
  /** This many results of a report cannot be in the record, since they are named by an address of another server. */
  readonly foreignResultCount?: number;
  /** This many results of a report are nowhere in the record. It is set for a report without words of its own (`reportsWithMissingResults`). */
  readonly missingResultCount?: number;
};

/** A step is a stretch of time with one dose of a medication. */
export type DoseStep = EventTime & {
  readonly type: EventType;
  readonly id: string;
  /**
   * This is the dose as it was sent, or put together from what was sent: "25 mg daily", "0.08 ug/kg/min, continuous";
   * it is '' when no dose was sent.
   */
  readonly doseText: string;
  /**
   * This is the dosage as it was sent, where `doseText` holds words of ours, so that a reader of another language is told it in theirs;
   * absent where all its words were sent.
   */
  readonly sentDosage?: unknown;
  /** The name of the product says the last of these doses, and the code another step of it; `doseText` ends with them. Absent for most. */
  readonly otherDoses?: readonly { readonly number: string; readonly unit: string }[];
  /** It is set where the dose was told in two ways that contradict each other. `doseText` has both, and there is no amount. */
  readonly isDoseUnclear?: true;
  /** The short form reads "25 mg/day" or "0.5 mg/week"; it is '' when the dose cannot be shortened safely. */
  readonly shortDose: string;
  /**
   * The bar has this height in `unit`: an amount per day or week, or a rate. It is undefined when it cannot be
   * compared.
   */
  readonly amount: number | undefined;
  readonly unit: string;
  readonly status: string;
  /** Says why it has its status, as it was sent: "Side effects"; absent where nobody said so. The note repeats it. */
  readonly statusReason?: string;
  /**
   * It is set when it is not known to have been given or taken: draft, on hold, cancelled, not done, a proposal, "do not give",
   * unknown.
   */
  readonly isNotDone?: true;
  /** It is set beside `isNotDone` when nobody knows whether it was given or taken: the status says so, or cannot be read. */
  readonly isUnknown?: true;
  /** It is set beside `isNotDone` for an order not to give the medication. */
  readonly isForbidden?: true;
  /** It is set beside `isNotDone` for what was only proposed, so that it orders and holds nothing. */
  readonly isProposed?: true;
  /** It is set for an order for a time in hospital, whose end says nothing of what is taken at home. */
  readonly isInpatient?: true;
  /** It is set for an order that only fills another one of the course: it is in the list, and no dose beside that one. */
  readonly isFilling?: true;
  /**
   * It is set when it was still running at its last reading, which is its end here. Nobody knows what followed, so it is never
   * called stopped.
   */
  readonly isRunningAtEnd?: true;
  /** It is set when it was ordered until its end here, which is long past, and its status still says that it goes on. */
  readonly isLeftOpen?: true;
  /** It is set for a completed order without an end, where the time is over for which it was ordered. */
  readonly isTermOver?: true;
  /** The note says in words what the reader must know about time and dose; it is absent when there is nothing. */
  readonly note?: string;
  /**
   * This is when the record was read. It is set when the step may begin or end after that, so that what lies ahead is
   * planned.
   */
  readonly readAtMs?: number;
};

/**
 * A course holds all steps of one medication, oldest first. Two steps that follow each other with another dose are a
 * change of dose.
 */
export type MedicationCourse = {
  /** The key is `system|code` of the medication, else `text:` and its text in lower case. */
  readonly key: string;
  /** It had, or may have had, these keys with fewer or more of its orders: those of one drug are parted by their strengths. Absent without any. */
  readonly otherKeys?: readonly string[];
  readonly name: string;
  /** These may be the same drug under another code or name; absent without any. */
  readonly neighbours?: readonly Neighbour[];
  readonly steps: readonly DoseStep[];
  /** It is set when not all orders of the patient were read: then nothing but an order can say that a medication was begun. */
  readonly isWithoutOrders?: true;
};

/** This is another course that may be the same drug, with the times in epoch ms in which it goes on. */
export type Neighbour = {
  /** It is the same drug in a form that lets it go faster or slower, and so another medicine; absent without that. */
  readonly isOtherForm?: true;
  readonly name: string;
  readonly spansMs: readonly (readonly [fromMs: number, toMs: number])[];
};

/**
 * This is one change in a course, for ribbons and lists. The signs mean: + begun, − ended, ↑ ↓ another dose, =
 * something else changed, or one dose of several ended. `·` is no change: it says when the medication was last given or
 * dispensed, which is all that is known (decision 38).
 */
export type CourseChange = {
  readonly courseKey: string;
  readonly name: string;
  readonly atMs: number;
  readonly precision: Precision;
  readonly sign: '+' | '−' | '↑' | '↓' | '=' | '·';
  /**
   * The new dose reads "25 mg/day"; after the end of one dose these are the doses that go on. It is '' when stopped or
   * unknown.
   */
  readonly dose: string;
  /** This is the dose until then, or the one that ended; it is '' when begun or unknown. */
  readonly previousDose: string;
  /** These are the doses in words where one of them was told in two ways, so that `dose` is ''; absent for any other. */
  readonly unclearDose?: string;
  readonly unclearPreviousDose?: string;
  /** These are the doses in words where one of them has no short form, so that `dose` is ''; absent for any other. */
  readonly wordedDose?: string;
  readonly wordedPreviousDose?: string;
  /** It is set when one of several doses ended and the medication goes on. */
  readonly isOneDoseEnded?: true;
  /** The change has the value of its step. */
  readonly readAtMs?: number;
  readonly type: EventType;
  readonly id: string;
};
