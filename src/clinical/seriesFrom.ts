import { axisOf, gapMsOf, knownOf, standingOf } from './analytes.ts';
import { emptyAccount } from './account.ts';
import { decimalsIn } from './curve.ts';
import type { Place } from './kind.ts';
import type { Row, RowKind } from './row.ts';
import type { Series } from './series.ts';
import { spokenUnit } from './units.ts';

/** A series of rows in their order, with what the catalog and the newest result say about it. */
export function seriesFrom(
  id: string,
  place: Place,
  rows: readonly Row[],
  listed: readonly Row[],
  counts: { readonly drawn: number; readonly listed: number },
): Series {
  const { target, base, unit } = place;
  const misfit = unitWords(place);
  const { group, order } = standingOf(target, base, target === undefined && isVital(rows, listed));
  return {
    id,
    analyteId: target?.analyte.id ?? '',
    ...namesOf(place, newestOf(rows, listed), misfit),
    group,
    order: order + (misfit === '' ? 0 : 5),
    unit,
    unitText: unitTextOf(rows, listed, unit),
    decimals: target?.analyte.decimals ?? decimalsOf(rows),
    axis: axisOf(target, base, unit),
    gapMs: gapMsOf(target, base),
    ...numbersOf(rows),
    rows,
    listed,
    account: { ...emptyAccount, received: counts.drawn + counts.listed, ...counts },
  };
}

/** One pass, as the rows lie far apart in memory. */
function numbersOf(rows: readonly Row[]): Pick<Series, 'timesMs' | 'values'> {
  const [timesMs, values] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  rows.forEach(({ timeMs, value }, i) => {
    timesMs[i] = timeMs;
    values[i] = value;
  });
  return { timesMs, values };
}

const newestOf = (rows: readonly Row[], listed: readonly Row[]): RowKind | undefined =>
  (rows.at(-1) ?? listed[0])?.kind;

/** A code that the catalog does not know is called as its newest result calls it. */
function namesOf(
  { target, base }: Place,
  newest: RowKind | undefined,
  misfit: string,
): Pick<Series, 'name' | 'short' | 'longName'> {
  const sent = newest?.codeText || newest?.code || 'Result without a name';
  const suffix = (target?.variant ? `, ${target.variant}` : '') + misfit;
  const { name, short, longName } = knownOf(target, base) ?? { name: sent, short: sent, longName: '' };
  return { name: name + suffix, short: short + suffix, longName };
}

const isVital = (rows: readonly Row[], listed: readonly Row[]): boolean =>
  rows.some(({ kind }) => kind.vital) || listed.some(({ kind }) => kind.vital);

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
  Math.min(6, Math.max(0, ...rows.slice(-SAMPLE).map(({ valueText }) => decimalsIn(valueText))));
