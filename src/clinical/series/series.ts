import type { Account } from './account.ts';
import type { Rows } from './rowList.ts';

/**
 * A series holds all results of one analyte in one unit. `timesMs[i]`, `values[i]` and `rows[i]` are one drawn
 * result, oldest first. `listed` holds the rows without a point, newest first, and those without a time last. Only
 * `clinical/` writes to the arrays.
 */
export type Series = {
  /**
   * The id is `k`, `bp-sys`, `egfr~62238-1` or `glucose~mmol/L`; it is `system|code` when the catalog knows no
   * analyte, and `text:…` without a code.
   */
  readonly id: string;
  /** This id says what was measured, whatever the unit: series that share it differ by their unit alone. */
  readonly baseId?: string;
  /** The catalog id is '' for a code that the catalog does not know. */
  readonly analyteId: string;
  readonly name: string;
  readonly shortName: string;
  /** This is the name of the catalog when `name` is another one, so that a search finds it. */
  readonly longName?: string | undefined;
  /** The group is a heading, and `order` the place in the clinical order of all groups. */
  readonly group: string;
  readonly order: number;
  /** The UCUM unit of `values` is '' when the results carry no unit. */
  readonly unit: string;
  /** This is the unit as the newest result spelled it, which is what a reader sees (rule 15). */
  readonly unitText: string;
  /** A patient reads this series in the unit in which its newest result was sent (decision 57), and not in that of the catalog. */
  readonly isAsSent?: true;
  /** These decimals are for axis ticks and converted values only; measured values keep what was sent (rule 14). */
  readonly decimals: number;
  /** This is the y range that is fixed beforehand (rule 4); it is undefined for an analyte without one. */
  readonly axis: readonly [number, number] | undefined;
  /** A longer gap than this breaks the line (rule 6). */
  readonly maxGapMs: number;
  /** These are the times of results that were withdrawn, oldest first: the line breaks there (rule 6). */
  readonly withdrawnTimesMs?: readonly number[];
  readonly timesMs: Float64Array;
  /** These are the times of the whole series where this is a part of it; the rhythm of a monitor is read from them. */
  readonly wholeTimesMs?: Float64Array;
  readonly values: Float64Array;
  readonly rows: Rows;
  readonly listed: Rows;
  readonly account: Account;
};
