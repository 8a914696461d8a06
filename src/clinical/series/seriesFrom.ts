import { axisOf, maxGapMsOf, knownAnalyteOf, clinicalOrderOf } from '../catalog/analyteProperties.ts';
import { emptyAccount } from './account.ts';
import { decimalsIn } from './decimals.ts';
import { seriesKeyOf, type SeriesKey } from '../observation/rowKinds.ts';
import { packedRows, type RowTable } from './packedRows.ts';
import type { RowColumns } from './rowColumns.ts';
import type { RowKind } from '../observation/resultRow.ts';
import type { Rows } from './rowList.ts';
import type { Series } from './series.ts';
import { readableUnit } from '../units/readableUnit.ts';
import { seriesTexts } from './series.messages.ts';

/** A series is made of these rows. */
type SeriesRows = {
  readonly drawn: RowColumns;
  readonly listed: RowColumns;
  readonly gapsMs: readonly number[];
  readonly counts: { readonly drawn: number; readonly listed: number };
};

/** Returns a series of these rows, with what the catalog and the newest result say about it. */
export function seriesFrom(
  id: string,
  seriesKey: SeriesKey,
  table: RowTable,
  { drawn, listed: listedColumns, gapsMs, counts }: SeriesRows,
): Series {
  const { target, baseId, unit } = seriesKey;
  const rows = packedRows(table, drawn);
  const listed = packedRows(table, listedColumns);
  const { group, order } = clinicalOrderOf(target, baseId, target === undefined && isVital(rows, listed));
  return {
    id,
    baseId,
    analyteId: target?.analyte.id ?? '',
    ...namesOf(seriesKey, newestOf(rows, listed)),
    group,
    order: order + (isOfUnusualUnit(seriesKey) ? 5 : 0),
    unit,
    unitText: unitTextOf(rows, listed, unit),
    decimals: target?.analyte.decimals ?? sentDecimalsOf(rows),
    axis: axisOf(target, baseId, unit),
    maxGapMs: maxGapMsOf(target, baseId),
    withdrawnTimesMs: gapsMs,
    timesMs: drawn.timesMs,
    values: drawn.values,
    rows,
    listed,
    account: { ...emptyAccount, received: counts.drawn + counts.listed, ...counts },
  };
}

const newestOf = (rows: Rows, listed: Rows): RowKind | undefined => (rows.at(-1) ?? listed.at(0))?.kind;

/** A code that the catalog does not know is called as its newest result calls it, and so is the panel of a part without a code. */
function namesOf(
  seriesKey: SeriesKey,
  newest: RowKind | undefined,
): Pick<Series, 'name' | 'shortName' | 'longName'> {
  const { target, baseId } = seriesKey;
  const { variant } = newest ? seriesKeyOf(newest) : seriesKey;
  const sent = newest?.codeText || newest?.code || seriesTexts('resultWithoutName');
  const words = target?.variant || (sent.toLowerCase().includes(variant.toLowerCase()) ? '' : variant);
  const suffix = words ? `, ${words}` : '';
  const { name, shortName, longName } = knownAnalyteOf(target, baseId) ?? {
    name: sent,
    shortName: sent,
    longName: '',
  };
  const [nameOfSeries, shortNameOfSeries] = [name, shortName].map((one) =>
    withUnusualUnit(one + suffix, seriesKey),
  );
  return { name: nameOfSeries!, shortName: shortNameOfSeries!, longName };
}

const isVital = (rows: Rows, listed: Rows): boolean =>
  rows.some(({ kind }) => kind.isVitalSign) || listed.some(({ kind }) => kind.isVitalSign);

const isOfUnusualUnit = ({ fit }: SeriesKey): boolean => fit === 'none' || fit === 'mismatch';

const FRACTION = /^(?:1|\{(?:ratio|share|proportion)\})$/;

/** A series of results whose unit does not fit is told apart by its name (rule 17). */
function withUnusualUnit(name: string, { fit, unit, target }: SeriesKey): string {
  if (fit === 'none') return seriesTexts('nameWithoutUnit', { name });
  if (fit !== 'mismatch') return name;
  const unitName = readableUnit(unit);
  if (unitName !== '') return seriesTexts('nameInUnit', { name, unit: unitName });
  // What is no share cannot be a fraction of one, and braces hold any word: "{breaths}".
  if (target?.unit === '%' && FRACTION.test(unit)) return seriesTexts('nameAsFraction', { name });
  const word = unit.replaceAll(/[{}]|^1$/g, '');
  return word === ''
    ? seriesTexts('nameWithoutUnit', { name })
    : seriesTexts('nameInUnit', { name, unit: word });
}

/**
 * Returns the unit as the newest result in the unit of the series spelled it (rule 15). When all results were
 * converted, it is written as people write it.
 */
function unitTextOf(rows: Rows, listed: Rows, unit: string): string {
  const kind = (rows.findLast((row) => !row.kind.isConverted) ?? (rows.length > 0 ? undefined : listed.at(0)))
    ?.kind;
  const sent = kind?.unit || kind?.unitCode || '';
  return readableUnit(sent || unit);
}

const NEWEST_COUNT = 20;

/** A code without a catalog entry has as many decimals as its newest results. */
const sentDecimalsOf = (rows: Rows): number =>
  Math.min(6, Math.max(0, ...rows.slice(-NEWEST_COUNT).map(({ valueText }) => decimalsIn(valueText))));
