import type { Row } from '../observation/resultRow.ts';

type Accepts = (row: Row, i: number) => boolean;

/**
 * A series has its rows in their order; a plain array of rows is one too. A record keeps its rows as columns of
 * numbers and makes a row only when it is asked for, so rows have no identity: `isSameRow` compares two of them.
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

/** Returns whether two rows are the same result of the same Observation or component. */
export const isSameRow = (a: Row, b: Row): boolean =>
  a.kind === b.kind && Object.is(a.timeMs, b.timeMs) && a.id === b.id && a.valueText === b.valueText;

/** The list makes its rows each time they are asked for. */
export class RowList implements Rows {
  readonly length: number;
  readonly #make: (i: number) => Row;

  /** `make` is called with 0 to `length - 1`, again for every access. */
  constructor(length: number, make: (i: number) => Row) {
    this.length = length;
    this.#make = make;
  }

  at(i: number): Row | undefined {
    const index = i < 0 ? i + this.length : i;
    return index >= 0 && index < this.length ? this.#make(index) : undefined;
  }

  *[Symbol.iterator](): Generator<Row, void, undefined> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!;
  }

  slice(from = 0, to = this.length): Row[] {
    const rows: Row[] = [];
    const start = from < 0 ? Math.max(0, from + this.length) : from;
    for (let i = start; i < Math.min(to, this.length); i++) rows.push(this.at(i)!);
    return rows;
  }

  forEach(take: (row: Row, i: number) => void): void {
    for (let i = 0; i < this.length; i++) take(this.at(i)!, i);
  }

  map<T>(make: (row: Row, i: number) => T): T[] {
    const made: T[] = [];
    for (let i = 0; i < this.length; i++) made.push(make(this.at(i)!, i));
    return made;
  }

  flatMap<T>(make: (row: Row, i: number) => T | readonly T[]): T[] {
    return this.slice().flatMap(make);
  }

  filter(accepts: Accepts): Row[] {
    return this.slice().filter(accepts);
  }

  some(accepts: Accepts): boolean {
    return this.findIndex(accepts) >= 0;
  }

  every(accepts: Accepts): boolean {
    return !this.some((row, i) => !accepts(row, i));
  }

  findIndex(accepts: Accepts): number {
    for (let i = 0; i < this.length; i++) if (accepts(this.at(i)!, i)) return i;
    return -1;
  }

  findLastIndex(accepts: Accepts): number {
    for (let i = this.length - 1; i >= 0; i--) if (accepts(this.at(i)!, i)) return i;
    return -1;
  }

  findLast(accepts: Accepts): Row | undefined {
    const index = this.findLastIndex(accepts);
    return index < 0 ? undefined : this.at(index);
  }
}
