/** Some rows can be judged only beside the rest of the record: by the patient's history, by the birth date, and by what replaces them. */
import type { Row, RowKind } from '../../observation/resultRow.ts';
import { indexOfKind, seriesKeyOf, type SeriesKey } from '../../observation/rowKinds.ts';
import { unitCheck, valueCheck } from '../../observation/plausibility/valueCheck.ts';
import {
  endMsOfMoment,
  IMPRECISE_DATE_OFFSET_MS,
  isAhead,
  isPlausibleMoment,
  type Moment,
} from '../../time/date.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { PendingRow } from '../merged/mergedColumns.ts';
import { packedRows, type RowTable } from '../packedRows.ts';
import { allocateRowColumns, type RowColumns } from '../rowColumns.ts';
import { newestFirst } from '../rowOrder.ts';
import { bodySizeDoubts } from './bodySizes.ts';
import { unitDoubts } from './unitDoubts.ts';

/** These are the rows of a column as a series shows them. */
type JudgedRows = {
  readonly drawn: RowColumns;
  /** These rows were drawn and are now listed, newest first. */
  readonly refused: readonly PendingRow[];
  /** These kinds were made for the rows that are marked or listed. */
  readonly variants: readonly RowKind[];
};

/**
 * Returns the moment in epoch ms before which nothing can have been measured of a patient: a day before the birth,
 * whose date may be a month or a year. It is −Infinity when no birth date is known, or when it cannot be one.
 */
export const birthLimitMs = (birth: Moment | undefined, nowMs: number): number =>
  birth !== undefined && isPlausibleMoment(birth) && !isAhead(birth, nowMs)
    ? birth.timeMs - DAY_MS
    : Number.NEGATIVE_INFINITY;

/**
 * Returns the drawn rows of a column with a mark on those whose unit is in doubt, and without those before the limit
 * of birth, in epoch ms, and those that another result replaces. When there are none of both, the columns are returned themselves; they are never changed.
 */
export function judgeRows(
  seriesKey: SeriesKey,
  columns: RowColumns,
  limitMs: number,
  table: RowTable,
): JudgedRows {
  const { drawn, refused } = splitRefused(columns, limitMs, table);
  const variants = refused.map(({ row }) => row.kind);
  const doubts = new Map([
    ...bodySizeDoubts(seriesKey, drawn, limitMs),
    ...unitDoubts(seriesKey, drawn, table.kinds),
  ]);
  if (doubts.size === 0) return { drawn, refused, variants };
  const kinds = drawn.kinds.slice();
  for (const [i, unit] of doubts) {
    const kind = table.kinds.at(kinds[i]!);
    const marked = variantOf(
      kind,
      { drawing: 'point', ...(unit === '' ? valueCheck : unitCheck(unit)) },
      table,
    );
    variants.push(marked);
    kinds[i] = indexOfKind(marked);
  }
  return { drawn: { ...drawn, kinds }, refused, variants };
}

const variantOf = (kind: RowKind, changes: Partial<RowKind>, { kinds }: RowTable): RowKind =>
  kinds.intern({ ...kind, ...changes }, seriesKeyOf(kind));

/** Returns the number of rows that may lie before the limit. A date without a time is kept some hours after its day. */
export function countBefore({ timesMs }: RowColumns, limitMs: number): number {
  let count = 0;
  while (count < timesMs.length && timesMs[count]! < limitMs + IMPRECISE_DATE_OFFSET_MS) count++;
  return count;
}

function splitRefused(
  columns: RowColumns,
  limitMs: number,
  table: RowTable,
): Pick<JudgedRows, 'drawn' | 'refused'> {
  const all = packedRows(table, columns);
  const refused: PendingRow[] = [];
  const kept: number[] = [];
  const replaced = table.attached.replaced.ids();
  const count = replaced.size > 0 ? all.length : countBefore(columns, limitMs);
  for (let i = 0; i < count; i++) {
    const row = all.at(i)!;
    const changes = replaced.has(row.id)
      ? REPLACED
      : isBefore(row, limitMs) && !isOfUnborn(row) && UNBORN_YET;
    if (changes) refused.push(refusedRow(row, columns.observations[i]!, changes, table));
    else kept.push(i);
  }
  if (refused.length === 0) return { drawn: columns, refused };
  return {
    drawn: withoutRows(columns, kept, kept.length + refused.length),
    refused: refused.toSorted((a, b) => newestFirst(a.row, b.row)),
  };
}

function isBefore({ timeMs, kind: { precision } }: Row, limitMs: number): boolean {
  if (precision === 'instant') return timeMs < limitMs;
  return endMsOfMoment({ timeMs: timeMs - IMPRECISE_DATE_OFFSET_MS, precision }) <= limitMs;
}

const UNBORN =
  /\b(?:fo?etal|fo?etus|cord|umbilic\w*|amnio\w*|placenta\w*|prenatal|antenatal|intrauterine|in utero|embryo\w*)\b/i;

/** The words of the code, the specimen and the method say that a result is of the time before birth. */
const isOfUnborn = ({ kind }: Row): boolean =>
  UNBORN.test(`${kind.codeText}\n${kind.context}\n${kind.method}`);

const REPLACED: Partial<RowKind> = { reason: 'replaced' };
const UNBORN_YET: Partial<RowKind> = { reason: 'before-birth', hasImpossibleTime: true };

function refusedRow(
  { id, kind, timeMs, effective, value, valueText }: Row,
  observation: number,
  changes: Partial<RowKind>,
  table: RowTable,
): PendingRow {
  const listed = variantOf(
    kind,
    { ...changes, drawing: 'listed', outsideRange: '', isConverted: false },
    table,
  );
  return { row: { id, kind: listed, timeMs, effective, value, valueText }, observation };
}

/** Returns the columns with only these of the first `count` rows. */
function withoutRows(from: RowColumns, kept: readonly number[], count: number): RowColumns {
  const rest = from.kinds.length - count;
  const to = allocateRowColumns(kept.length + rest);
  for (const name of ['timesMs', 'values', 'kinds', 'observations', 'spellings'] as const) {
    kept.forEach((i, at) => (to[name][at] = from[name][i]!));
    to[name].set(from[name].subarray(count), kept.length);
  }
  return to;
}

/** These are no results, or must not be told, so that they keep their reason. */
const KEEPS_REASON = /^(?:status|no-value|not-m|panel|modifier|another|quality|prelim)/;

/** Returns the listed rows of a series, those that another result replaces with that reason, and the kinds that were made for them. */
export function listedAsReplaced(
  columns: RowColumns,
  table: RowTable,
): { readonly columns: RowColumns; readonly variants: readonly RowKind[] } {
  const replaced = table.attached.replaced.ids();
  if (replaced.size === 0) return { columns, variants: [] };
  const variants: RowKind[] = [];
  const kinds = columns.kinds.map((index, i) => {
    const kind = table.kinds.at(index);
    if (!replaced.has(table.ids[columns.observations[i]!]!) || KEEPS_REASON.test(kind.reason)) return index;
    const listed = variantOf(kind, REPLACED, table);
    variants.push(listed);
    return indexOfKind(listed);
  });
  return { columns: { ...columns, kinds }, variants };
}
