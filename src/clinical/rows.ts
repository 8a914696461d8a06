import type { Row } from './row.ts';

/**
 * The rows of a series in their order. What is behind it is columns of numbers: a row is made when it is asked for, so two
 * rows are compared by `isSameRow`, never by identity, and nobody keeps all of them.
 */
export type Rows = Pick<
  readonly Row[],
  | 'length'
  | 'at'
  | 'slice'
  | 'map'
  | 'flatMap'
  | 'filter'
  | 'some'
  | 'every'
  | 'forEach'
  | 'findIndex'
  | 'findLast'
  | 'findLastIndex'
> &
  Iterable<Row>;

/** The same result of the same Observation or component. */
export const isSameRow = (a: Row, b: Row): boolean =>
  a.id === b.id && a.kind === b.kind && a.effective === b.effective && a.valueText === b.valueText;
