import type { Precision } from '../time/date.ts';

/** The laboratory's flag as a shape needs it; `other` has a text but no direction or severity (POS, R, …). */
export type Flag = '' | 'N' | 'H' | 'L' | 'HH' | 'LL' | 'A' | 'AA' | 'other';

/** `line`: joined to its neighbours. `point`: drawn, never joined (limit, preliminary, imprecise date). `listed`: in tables only. */
type Drawing = 'line' | 'point' | 'listed';

/** Why a row is listed and not drawn. The words for each are in `reasons.ts`. */
export type Reason =
  | 'no-value'
  | 'panel'
  | 'text'
  | 'coded'
  | 'not-a-number'
  | 'no-time'
  | 'future'
  | 'date-implausible'
  | 'open-period'
  | 'two-measures'
  | 'no-unit'
  | 'unit-mismatch'
  | 'implausible'
  | 'status'
  | 'preliminary-hidden'
  | 'another-subject'
  | 'modifier';

/** The one range that applies to a result, in the unit of its series. One side may be open. */
export type Band = {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly isFromText: boolean;
};

/** One object per distinct combination, shared by every row that has it. All texts are as sent unless said. */
export type RowKind = {
  readonly seriesId: string;
  /** '' or `system|code` of the component. */
  readonly component: string;
  readonly codeSystem: string;
  readonly code: string;
  readonly codeText: string;
  /** Trimmed and lower case; '' when none was sent. */
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
  /** Rule 26: outside the one range sent with this result, and no flag was sent. */
  readonly outsideRange: '' | 'above' | 'below';
  readonly precision: Precision;
  readonly drawing: Drawing;
  /** '' exactly when `drawing` is not `listed`. */
  readonly reason: Reason | '';
  /** The drawn value was converted by an exact factor, or read from a text. */
  readonly isConverted: boolean;
  readonly isParsedFromText: boolean;
  /** Method, body site, specimen, position as sent, joined by ", "; '' when none. */
  readonly context: string;
  /** Method and, on a line of its own, kind of specimen, as sent: where they change, the line breaks (rules 6 and 18). */
  readonly method: string;
  /** Why there is no value, in words (data-absent reason); '' when the server gave none or there is a value. */
  readonly absentReason: string;
  /** Sent in the category of vital signs: places a code that the catalog does not know. */
  readonly isVitalSign: boolean;
  /** A note came with the result; its text is read again from the server when a reader asks for it. */
  readonly hasNote: boolean;
  /**
   * The reference as sent, and only of a side of a blood pressure that was sent as an Observation of its own: two such
   * sides are one measurement on identical time and encounter (fixture 5). Else ''.
   */
  readonly encounter: string;
};

export type Row = {
  /** Observation.id; leads back to the resource on the server. */
  readonly id: string;
  readonly kind: RowKind;
  /** Epoch ms; of a day, month or year a moment in its first day in UTC (PLACE_IN_DAY_MS); NaN when there is none. */
  readonly timeMs: number;
  /** As sent; a Period as `start/end`. */
  readonly effective: string;
  /** In the unit of the series; NaN when there is no number. */
  readonly value: number;
  /**
   * As sent: number, text or coded display; never re-rounded. Without comparator and unit; of a parsed text the whole text
   * without its comparator ("5.00 M/mm3").
   */
  readonly valueText: string;
};
