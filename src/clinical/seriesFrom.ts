import { axisOf, gapMsOf, nameOf, shortOf, standingOf } from './analytes.ts';
import { emptyAccount } from './account.ts';
import type { Place } from './kind.ts';
import type { Row } from './row.ts';
import type { Series } from './series.ts';
import { spokenUnit } from './units.ts';

/** Drawn rows, oldest first, and their numbers. */
export type Drawn = Pick<Series, 'rows' | 'timesMs' | 'values'>;

/** A series of rows in their order, with what the catalog and the newest result say about it. */
export function seriesFrom(
  id: string,
  place: Place,
  drawn: Drawn,
  listed: readonly Row[],
  counts: { readonly drawn: number; readonly listed: number },
): Series {
  const { target, base, unit } = place;
  const { rows } = drawn;
  const suffix = unitWords(place);
  const { group, order } = standingOf(target, base, target === undefined && isVital(rows, listed));
  return {
    id,
    analyteId: target?.analyte.id ?? '',
    name: (target === undefined ? newestName(rows, listed) : nameOf(target)) + suffix,
    short: (target === undefined ? newestName(rows, listed) : shortOf(target)) + suffix,
    group,
    order: order + (suffix === '' ? 0 : 5),
    unit,
    unitText: unitTextOf(rows, listed, unit),
    decimals: target?.analyte.decimals ?? decimalsOf(rows),
    axis: axisOf(target, base, unit),
    gapMs: gapMsOf(target, base),
    ...drawn,
    listed,
    account: { ...emptyAccount, received: counts.drawn + counts.listed, ...counts },
  };
}

const isVital = (rows: readonly Row[], listed: readonly Row[]): boolean =>
  rows.some(({ kind }) => kind.vital) || listed.some(({ kind }) => kind.vital);

/** A code that the catalog does not know is called as its newest result calls it. */
function newestName(rows: readonly Row[], listed: readonly Row[]): string {
  const kind = (rows.at(-1) ?? listed[0])?.kind;
  return kind?.codeText || kind?.code || 'Result without a name';
}

/** What makes a series of results that do not fit stand apart by its name. */
function unitWords({ fit, unit }: Place): string {
  if (fit === 'none') return ', unit not given';
  return fit === 'mismatch' ? `, in ${unit}` : '';
}

/** As the newest result in the unit of the series spelled it; of converted results alone as people write it. */
function unitTextOf(rows: readonly Row[], listed: readonly Row[], unit: string): string {
  const kind = (rows.findLast((row) => !row.kind.converted) ?? (rows.length > 0 ? undefined : listed[0]))
    ?.kind;
  const sent = kind?.unit || kind?.unitCode || '';
  return spokenUnit(sent || unit);
}

const SAMPLE = 20;

/** Of a code without a catalog entry: as many as its newest results have. */
const decimalsOf = (rows: readonly Row[]): number =>
  Math.min(
    6,
    Math.max(0, ...rows.slice(-SAMPLE).map(({ valueText }) => (valueText.split('.')[1] ?? '').length)),
  );
