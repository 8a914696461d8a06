/** This file holds the rows of one series in columns of numbers, which take 28 bytes a row. */

/** The columns have one entry for each row, in the order of the series. */
export type RowColumns = {
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly kinds: Uint32Array;
  readonly observations: Uint32Array;
  readonly spellings: Uint32Array;
};

/** Returns columns with room for this many rows. */
export const allocateRowColumns = (length = 0): RowColumns => ({
  timesMs: new Float64Array(length),
  values: new Float64Array(length),
  kinds: new Uint32Array(length),
  observations: new Uint32Array(length),
  spellings: new Uint32Array(length),
});
