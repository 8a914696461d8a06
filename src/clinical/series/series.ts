import type { Account } from './account.ts';
import type { Rows } from './rowList.ts';

/**
 * All results of one analyte in one unit. `timesMs[i]`, `values[i]` and `rows[i]` are one drawn result, oldest first;
 * `listed` holds the rows without a point, newest first and undated last. Nothing but `clinical/` writes to the arrays.
 */
export type Series = {
  /** `k`, `bp-sys`, `egfr~62238-1`, `glucose~mmol/L`; `system|code` where the catalog knows no analyte; `text:…` without code. */
  readonly id: string;
  /** Catalog id, '' for a code the catalog does not know. */
  readonly analyteId: string;
  readonly name: string;
  readonly shortName: string;
  /** The catalog's name where `name` is another one, so that a search finds it. */
  readonly longName?: string | undefined;
  /** Heading of the clinical group, and the place in the clinical order. */
  readonly group: string;
  readonly order: number;
  /** UCUM of `values`; '' when the results carry no unit. */
  readonly unit: string;
  /** The unit as the newest result spelled it; this is what a reader sees. */
  readonly unitText: string;
  /** For axis ticks and converted values only; measured values keep what was sent. */
  readonly decimals: number;
  /** Rule 4: the y range fixed beforehand; undefined for an analyte without one. */
  readonly axis: readonly [number, number] | undefined;
  /** Rule 6: a longer silence than this breaks the line. */
  readonly maxGapMs: number;
  /** When results that were withdrawn had been taken: the line breaks there (rule 6). Oldest first. */
  readonly withdrawnTimesMs?: readonly number[];
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly rows: Rows;
  readonly listed: Rows;
  readonly account: Account;
};
