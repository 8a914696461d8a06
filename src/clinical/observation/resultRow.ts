import type { Precision } from '../time/date.ts';
import type { AttachedTexts } from './attached/attachedTexts.ts';

/**
 * This is the flag of the laboratory as the symbols need it; `other` has a text but no direction or severity (POS, R,
 * …).
 */
export type Flag = '' | 'N' | 'H' | 'L' | 'HH' | 'LL' | 'A' | 'AA' | 'other';

/**
 * A `line` is joined to its neighbours. A `point` is drawn and never joined (limit, preliminary, imprecise date). A
 * `listed` row stands in tables only.
 */
type Drawing = 'line' | 'point' | 'listed';

/** The reason says why a row is listed and not drawn. `reasons.ts` has the words for each. */
export type Reason =
  | 'no-value'
  | 'not-measured'
  | 'panel'
  | 'text'
  | 'coded'
  | 'not-a-number'
  | 'too-long'
  | 'no-time'
  | 'two-times'
  | 'future'
  | 'date-implausible'
  | 'open-period'
  | 'no-name'
  | 'two-measures'
  | 'listed-only'
  | 'no-unit'
  | 'unit-mismatch'
  | 'implausible'
  | 'contradiction'
  | 'before-birth'
  | 'replaced'
  | 'status'
  | 'preliminary-hidden'
  | 'another-subject'
  | 'quality-control'
  | 'modifier';

/** This is the one range that applies to a result, in the unit of its series. One side may be open. */
export type Band = {
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The limits were read from the text of the range (rule 30). */
  readonly isFromText: boolean;
};

/**
 * `person` is the patient, `family` somebody related, `home` somebody at home who is not named, `device` a device by itself,
 * `clinic` a professional or an organization; `visit` says only that the result was recorded with an encounter. It is ''
 * when nothing was sent, or when what was sent contradicts itself.
 */
export type MeasuredBy = '' | 'person' | 'family' | 'home' | 'device' | 'clinic' | 'visit';

/**
 * This is what a reader must check before trusting a number (rule 17):
 * - `unit`: another unit explains the number, so that it is compared with no other.
 * - `maybeUnit`: the number is extreme, and another unit would explain it.
 * - `value`: the number is extreme, and nothing explains it. It may be right.
 * - `parts`: the parts of one result contradict each other, and nothing says which of them is wrong (decision 66).
 */
type CheckKind = '' | 'unit' | 'maybeUnit' | 'value' | 'parts';

/** These are the words of a check and what they are about. */
export type Check = Pick<RowKind, 'check' | 'checkKind'>;

/**
 * A kind holds what rows have in common. There is one object for each distinct combination, shared by every row that
 * has it. All texts are as they were sent, unless a field says otherwise.
 */
export type RowKind = {
  readonly seriesId: string;
  /** This is the `system|code` of the component; it is '' for the Observation itself. */
  readonly component: string;
  readonly codeSystem: string;
  readonly code: string;
  readonly codeText: string;
  /** This is the status in lower case and without blanks at its ends; it is '' when none was sent. */
  readonly status: string;
  readonly comparator: '' | '<' | '<=' | '>' | '>=';
  readonly unit: string;
  readonly unitCode: string;
  readonly rangeLow: string;
  readonly rangeHigh: string;
  readonly rangeText: string;
  readonly band: Band | undefined;
  readonly flag: Flag;
  readonly flagText: string;
  /** The value lies outside the one range sent with it, and no flag was sent (rule 26). */
  readonly outsideRange: '' | 'above' | 'below';
  readonly precision: Precision;
  /** The time cannot be right (in the future, before clocks), whatever else keeps the row off the curve. */
  readonly hasImpossibleTime: boolean;
  readonly drawing: Drawing;
  /** The reason is '' exactly when `drawing` is not `listed`. */
  readonly reason: Reason | '';
  /** The drawn value was converted by an exact factor (rule 16). */
  readonly isConverted: boolean;
  /** The drawn value was read from a text (rule 19). */
  readonly isParsedFromText: boolean;
  /** These words say what a reader must check before trusting the number; '' when there is nothing (rule 17). */
  readonly check: string;
  /** This says what `check` is about; it is '' exactly when `check` is. */
  readonly checkKind: CheckKind;
  /**
   * These are method, body site, specimen, position, device and circumstances as they were sent, joined by ", "; it is
   * '' when none was (rule 22).
   */
  readonly context: string;
  /**
   * These are the method, the specimen where its kind is not known, and the device of a laboratory, as they were sent,
   * each on a line of its own. The line breaks where they change (rules 6 and 18).
   */
  readonly method: string;
  /**
   * These words of the catalog tell the code from others of its series ("fasting", "manual count"); they are '' for most
   * codes. The line breaks where they change (rule 18).
   */
  readonly mark: string;
  /**
   * These words say that the specimen was in a bad state, or may say that there is no result, as they were sent:
   * "hemolyzed, clotted". It is '' when nothing says so.
   */
  readonly condition: string;
  /**
   * This is the data-absent reason in words, also when a value was sent beside it (rule 21); it is '' when the server
   * gave none.
   */
  readonly absentReason: string;
  /** The result was sent in the category of vital signs, which places a code that the catalog does not know. */
  readonly isVitalSign: boolean;
  /** This says who measured, as far as it was sent. */
  readonly measuredBy: MeasuredBy;
  /**
   * This is the reference of the encounter as it was sent, for one side of a blood pressure that was sent as an
   * Observation of its own, and for a saturation and its oxygen: they belong together when time and encounter are
   * identical (fixture 5). It is '' for every other row.
   */
  readonly encounter: string;
  /**
   * This is the kind as it was reported, when a reader chose another unit: range and band are then in that unit. No kind
   * of a record has it, since a chosen unit is put on when a series is shown.
   */
  readonly reported?: RowKind;
};

/**
 * This is one result as it was read: an Observation, or one component of it. It is either drawn as a point of its
 * series, or listed in the tables with its reason.
 */
export type Row = {
  /** This is the id of the Observation, which leads back to the resource on the server. */
  readonly id: string;
  readonly kind: RowKind;
  /**
   * The time is in epoch ms; a day, month or year has IMPRECISE_DATE_OFFSET_MS added to its first moment in UTC. It is
   * NaN when there is no time.
   */
  readonly timeMs: number;
  /** This is the time as it was sent, a Period as `start/end`. */
  readonly effective: string;
  /** The value is in the unit of the series; it is NaN when there is no number. */
  readonly value: number;
  /**
   * This is the value as it was sent, never rounded: a number, a text or a coded display, without comparator and
   * unit. A number that was parsed from a text keeps the whole text without its comparator ("5.00 M/mm3").
   */
  readonly valueText: string;
  /** These are the notes, the time of collection and the oxygen; undefined when nothing of it was sent. */
  readonly attached?: AttachedTexts | undefined;
};
