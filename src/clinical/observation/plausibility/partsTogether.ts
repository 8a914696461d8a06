/** Parts of one result that cannot all be right together are marked. Which of them is wrong nothing says (decision 66). */
import { observationTexts } from '../observation.messages.ts';
import type { Row } from '../resultRow.ts';
import { seriesKeyOf, type RowKinds } from '../rowKinds.ts';

/** The first is a part of the second, or lies below it. */
const NEVER_ABOVE: readonly (readonly [string, string])[] = [
  ['bp-dia', 'bp-sys'],
  ['bp-dia', 'map'],
  ['map', 'bp-sys'],
  ['dbili', 'tbili'],
  ['hdl', 'chol'],
  ['ldl', 'chol'],
  ['alb', 'tp'],
];

const SHARES = ['neut-pct', 'lym-pct', 'mono-pct', 'eos-pct', 'baso-pct'];
/** Each of five shares may have been rounded up by half a percent. */
const MOST_PERCENT = 102.5;

/**
 * Returns the rows of one Observation with the words "check value" on those that contradict each other by arithmetic: a systolic pressure at or
 * below the diastolic one, a mean pressure outside of both, a part above its whole, and shares of the white cells above 100 %. A measure
 * that came twice is left alone, because nobody says which of the two belongs to the others.
 */
export function checkedTogether(rows: Row[], kinds: RowKinds): Row[] {
  const marked = rows.length < 2 ? [] : contradictingRows(rows);
  if (marked.length === 0) return rows;
  const check = observationTexts('checkValue');
  return rows.map((row) =>
    marked.includes(row) && row.kind.check === ''
      ? { ...row, kind: kinds.intern({ ...row.kind, check }, seriesKeyOf(row.kind)) }
      : row,
  );
}

function contradictingRows(rows: readonly Row[]): readonly Row[] {
  const byAnalyte = new Map<string | undefined, Row | undefined>();
  for (const row of rows) {
    const id = seriesKeyOf(row.kind).target?.id;
    byAnalyte.set(id, byAnalyte.has(id) ? undefined : row);
  }
  const numbersOf = (ids: readonly string[]): readonly Row[] =>
    ids
      .map((id) => byAnalyte.get(id))
      .filter((row) => row !== undefined)
      .filter(({ kind }) => kind.drawing !== 'listed' && kind.comparator === '');
  const contradicting = NEVER_ABOVE.map(numbersOf).filter(
    ([part, whole]) => part && whole && isUnitShared(part, whole) && isAbove(part, whole),
  );
  const shares = numbersOf(SHARES);
  const percent = shares.reduce((sum, { value }) => sum + value, 0);
  return [...contradicting.flat(), ...(percent > MOST_PERCENT ? shares : [])];
}

const isUnitShared = (a: Row, b: Row): boolean => seriesKeyOf(a.kind).unit === seriesKeyOf(b.kind).unit;

/** A pulse makes the systolic pressure the higher one. Any other part may be as large as its whole. */
const isAbove = (part: Row, whole: Row): boolean =>
  part.value > whole.value || (part.value === whole.value && isOf(part, 'bp-dia') && isOf(whole, 'bp-sys'));

const isOf = ({ kind }: Row, id: string): boolean => seriesKeyOf(kind).target?.id === id;
