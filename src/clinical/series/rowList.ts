import type { Row } from '../observation/resultRow.ts';
import type { Rows } from './resultRows.ts';

/** Rows that are made when somebody asks for them. */
export class RowList implements Rows {
  readonly length: number;
  readonly #make: (i: number) => Row;

  /** `make` is asked for 0 to `length - 1`, as often as somebody looks. */
  constructor(length: number, make: (i: number) => Row) {
    this.length = length;
    this.#make = make;
  }

  at(i: number): Row | undefined {
    const at = i < 0 ? i + this.length : i;
    return at >= 0 && at < this.length ? this.#make(at) : undefined;
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
    return Array.from({ length: this.length }, (_, i) => make(this.at(i)!, i));
  }

  flatMap<T>(make: (row: Row, i: number) => T | readonly T[]): T[] {
    return this.slice().flatMap(make);
  }

  filter(accepts: (row: Row, i: number) => boolean): Row[] {
    return this.slice().filter(accepts);
  }

  some(accepts: (row: Row, i: number) => boolean): boolean {
    return this.findIndex(accepts) >= 0;
  }

  every(accepts: (row: Row, i: number) => boolean): boolean {
    return !this.some((row, i) => !accepts(row, i));
  }

  findIndex(accepts: (row: Row, i: number) => boolean): number {
    for (let i = 0; i < this.length; i++) if (accepts(this.at(i)!, i)) return i;
    return -1;
  }

  findLastIndex(accepts: (row: Row, i: number) => boolean): number {
    for (let i = this.length - 1; i >= 0; i--) if (accepts(this.at(i)!, i)) return i;
    return -1;
  }

  findLast(accepts: (row: Row, i: number) => boolean): Row | undefined {
    const at = this.findLastIndex(accepts);
    return at < 0 ? undefined : this.at(at);
  }
}
