/** This file keeps rows as columns of numbers, 28 bytes each. A `Row` is made only when it is asked for. */
import type { AttachedTexts } from '../observation/attached/attachedTexts.ts';
import type { RowColumns } from './rowColumns.ts';
import type { AttachedTable } from './attached/attachedTable.ts';
import type { RowKinds } from '../observation/rowKinds.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { RowList, type Rows } from './rowList.ts';
import type { NumberSpellings } from '../observation/numberSpelling.ts';

/** The table turns the numbers of one record into rows again. */
export type RowTable = {
  readonly kinds: RowKinds;
  readonly spellings: NumberSpellings;
  /** The ids of the Observations stand at their index. */
  readonly ids: readonly string[];
  readonly attached: AttachedTable;
};

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

  get attached(): AttachedTexts | undefined {
    const observation = this.#columns.observations[this.#at]!;
    return this.#table.attached.of({ observation, id: this.id, kind: this.kind, timeMs: this.timeMs });
  }

  get valueText(): string {
    return this.#table.spellings.valueText(this.#columns.spellings[this.#at]!, this.value);
  }
}

/** Returns the rows that these columns hold. */
export const packedRows = (table: RowTable, columns: RowColumns): Rows =>
  new RowList(columns.kinds.length, (i) => new PackedRow(table, columns, i));
