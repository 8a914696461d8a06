import type { Row } from '../observation/resultRow.ts';

type Accepts = (row: Row, i: number) => boolean;

/**
 * The rows of a series in their order. What is behind it is columns of numbers: a row is made when it is asked for, so two
 * rows are compared by `isSameRow`, never by identity, and nobody keeps all of them. An array is one too.
 */
export type Rows = Iterable<Row> & {
  readonly length: number;
  readonly at: (i: number) => Row | undefined;
  readonly slice: (from?: number, to?: number) => Row[];
  readonly forEach: (take: (row: Row, i: number) => void) => void;
  readonly map: <T>(make: (row: Row, i: number) => T) => T[];
  readonly flatMap: <T>(make: (row: Row, i: number) => T | readonly T[]) => T[];
  readonly filter: (accepts: Accepts) => Row[];
  readonly some: (accepts: Accepts) => boolean;
  readonly every: (accepts: Accepts) => boolean;
  readonly findIndex: (accepts: Accepts) => number;
  readonly findLastIndex: (accepts: Accepts) => number;
  readonly findLast: (accepts: Accepts) => Row | undefined;
};

/** The same result of the same Observation or component. */
export const isSameRow = (a: Row, b: Row): boolean =>
  a.kind === b.kind && a.timeMs === b.timeMs && a.id === b.id && a.valueText === b.valueText;
