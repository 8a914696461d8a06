/** Rows kept as columns of numbers, 28 bytes each; a `Row` is made when somebody asks for it. */
import type { Kinds } from './kind.ts';
import type { Row, RowKind } from './row.ts';
import type { Rows } from './rows.ts';
import type { Spellings } from './spelling.ts';

/** What turns the numbers of one record into rows again. */
export type RowTable = {
  readonly kinds: Kinds;
  readonly spellings: Spellings;
  /** Observation.id by the number of the Observation. */
  readonly ids: readonly string[];
};

/** One entry for each row, in the order of the series. */
export type RowColumns = {
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly kinds: Uint32Array;
  readonly observations: Uint32Array;
  readonly spellings: Uint32Array;
};

/** Room for so many rows. */
export const emptyColumns = (length = 0): RowColumns => ({
  timesMs: new Float64Array(length),
  values: new Float64Array(length),
  kinds: new Uint32Array(length),
  observations: new Uint32Array(length),
  spellings: new Uint32Array(length),
});

class PackedRow implements Row {
  readonly kind: RowKind;
  readonly timeMs: number;
  readonly value: number;
  readonly #table: RowTable;
  readonly #columns: RowColumns;
  readonly #at: number;

  constructor(table: RowTable, columns: RowColumns, at: number) {
    this.#table = table;
    this.#columns = columns;
    this.#at = at;
    this.kind = table.kinds.at(columns.kinds[at]!);
    this.timeMs = columns.timesMs[at]!;
    this.value = columns.values[at]!;
  }

  get id(): string {
    return this.#table.ids[this.#columns.observations[this.#at]!]!;
  }

  get effective(): string {
    return this.#table.spellings.effective(this.#columns.spellings[this.#at]!, this.timeMs);
  }

  get valueText(): string {
    return this.#table.spellings.valueText(this.#columns.spellings[this.#at]!, this.value);
  }
}

/** `Rows` over columns. */
export class PackedRows implements Rows {
  readonly length: number;
  readonly #table: RowTable;
  readonly #columns: RowColumns;

  constructor(table: RowTable, columns: RowColumns) {
    this.#table = table;
    this.#columns = columns;
    this.length = columns.kinds.length;
  }

  at(i: number): Row | undefined {
    const at = i < 0 ? i + this.length : i;
    return at >= 0 && at < this.length ? new PackedRow(this.#table, this.#columns, at) : undefined;
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
