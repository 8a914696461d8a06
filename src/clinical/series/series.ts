import type { Account } from './account.ts';
import type { Rows } from './rowList.ts';

/**
 * All results of one analyte in one unit. `timesMs[i]`, `values[i]` and `rows[i]` are one drawn result, oldest first.
 * `listed` holds the rows without a point, newest first, and those without a time last. Only `clinical/` writes to
 * the arrays.
 */
export type Series = {
  /**
   * `k`, `bp-sys`, `egfr~62238-1` or `glucose~mmol/L`; `system|code` when the catalog knows no analyte; `text:…`
   * without a code.
   */
  readonly id: string;
  /** The catalog id; '' for a code that the catalog does not know. */
  readonly analyteId: string;
  readonly name: string;
  readonly shortName: string;
  /** The name of the catalog when `name` is another one, so that a search finds it. */
  readonly longName?: string | undefined;
  /** The heading of the clinical group, and the place in the clinical order. */
  readonly group: string;
  readonly order: number;
  /** The UCUM unit of `values`; '' when the results carry no unit. */
  readonly unit: string;
  /** The unit as the newest result spelled it, which is what a reader sees (rule 15). */
  readonly unitText: string;
  /** The decimals for axis ticks and converted values only; measured values keep what was sent (rule 14). */
  readonly decimals: number;
  /** The y range that is fixed beforehand (rule 4); undefined for an analyte without one. */
  readonly axis: readonly [number, number] | undefined;
  /** A longer gap than this breaks the line (rule 6). */
  readonly maxGapMs: number;
  /** The times of results that were withdrawn, oldest first: the line breaks there (rule 6). */
  readonly withdrawnTimesMs?: readonly number[];
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly rows: Rows;
  readonly listed: Rows;
  readonly account: Account;
};
