/** Parts of one result that cannot all be right together are marked. Which of them is wrong nothing says (decision 66). */
import { observationTexts } from '../observation.messages.ts';
import type { Check, Row } from '../resultRow.ts';
import { seriesKeyOf, type RowKinds } from '../rowKinds.ts';

/** The first is a part of the second, or lies below it. The two sides of a pressure stand first. */
const NEVER_ABOVE: readonly (readonly [string, string])[] = [
  ['bp-dia', 'bp-sys'],
  ['bp-dia', 'map'],
  ['map', 'bp-sys'],
  ['dbili', 'tbili'],
  ['hdl', 'chol'],
  ['ldl', 'chol'],
  ['alb', 'tp'],
];

/** This is the check of each part that contradicts another one. */
export const PARTS_CHECK: Check = { check: observationTexts('checkParts'), checkKind: 'parts' };

const SHARES = ['neut-pct', 'lym-pct', 'mono-pct', 'eos-pct', 'baso-pct'];
/** Each of five shares may have been rounded up by half a percent. */
const MOST_PERCENT = 102.5;

/**
 * Returns the rows of one Observation with words to check on those that contradict each other by arithmetic: a systolic pressure at or
 * below the diastolic one, a mean pressure outside of both, a part above its whole, and shares of the white cells above 100 %. A measure
 * that came twice is left alone, because nobody says which of the two belongs to the others.
 */
export function checkedTogether(rows: Row[], kinds: RowKinds): Row[] {
  const marked = rows.length < 2 ? [] : contradictingRows(rows);
  if (marked.length === 0) return rows;
  return rows.map((row) =>
    marked.includes(row) && row.kind.check === ''
      ? { ...row, kind: kinds.intern({ ...row.kind, ...PARTS_CHECK }, seriesKeyOf(row.kind)) }
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
    ([part, whole], i) =>
      part &&
      whole &&
      unitOf(part) === unitOf(whole) &&
      // A pulse makes the systolic pressure the higher one. Any other part may be as large as its whole.
      (part.value > whole.value || (i === 0 && part.value === whole.value)),
  );
  const shares = numbersOf(SHARES);
  const percent = shares.reduce((sum, { value }) => sum + value, 0);
  return [...contradicting.flat(), ...(percent > MOST_PERCENT ? shares : [])];
}

const unitOf = ({ kind }: Row): string => seriesKeyOf(kind).unit;
