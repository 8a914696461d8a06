/**
 * A reader may ask for results in another unit (rule 16). They are converted by the factor that the catalog has for
 * the analyte, and each point is marked as converted. Every result must have a code of the dimension of its unit. The range
 * is converted with the value, in words and as a band, or the series stays as it was reported. Flags, listed results and
 * the account stay as they are, and each kind keeps what was sent.
 */
import { axisOf } from '../catalog/analyteProperties.ts';
import { catalogMatch, isMolarUnit } from '../catalog/catalog.ts';
import { byTime, newestFirst } from '../series/rowOrder.ts';
import { rangeWordsIn } from './rangeWords.ts';
import { converter, decimalsInUnit, sentUnitOf } from './unitConverter.ts';
import { unitOfLoinc } from './loincUnits.ts';
import type { Band, Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import { canonicalUnit } from '../units/canonicalUnit.ts';
import { readableUnit } from '../units/readableUnit.ts';

const LOINC = 'http://loinc.org';

/** Returns the target of the catalog that a series holds, in whatever unit. */
function targetOf({ id, rows }: Series): AnalyteTarget | undefined {
  const kind = rows.at(0)?.kind;
  const target = kind?.codeSystem === LOINC ? catalogMatch(kind.code)?.target : undefined;
  return target !== undefined && (id === target.id || id.startsWith(`${target.id}~`)) ? target : undefined;
}

/**
 * Returns the id under which a unit is chosen: that of the analyte, or of the variant, whatever the unit of the
 * series.
 */
export const unitChoiceId = (series: Series): string => targetOf(series)?.id ?? series.id;

/**
 * Both sides of a blood pressure are one reading, so no unit is chosen for one of them alone; and the pressures of the
 * circulation are in mmHg everywhere, while those of blood gases are in kilopascal under SI.
 */
const isPressureTarget = ({ analyte, unit }: AnalyteTarget): boolean =>
  unit === 'mm[Hg]' && !/co2|po2|p-f/.test(analyte.id);

/**
 * Returns the UCUM units of a target that a reader may choose, the one of the catalog first. They are those that results are
 * not converted from unasked, and g/L beside g/dL, which is the habit of some countries.
 */
export function convertibleUnits(target: AnalyteTarget): readonly string[] {
  if (isPressureTarget(target)) return [];
  const { unit: ownUnit, conversions } = target;
  const isOffered = (unit: string): boolean =>
    !conversions.get(unit)?.isExact || (unit === 'g/L' && ownUnit === 'g/dL');
  return [ownUnit, ...[...conversions.keys()].filter(isOffered)];
}

/**
 * Returns the UCUM units that may be chosen for a series, its own among them; none when the catalog has no factor for
 * its results.
 */
export function selectableUnits(series: Series): readonly string[] {
  const target = targetOf(series);
  const all = target === undefined ? [] : convertibleUnits(target);
  const units = all.filter((unit) => unit === series.unit || seriesInUnit(series, unit));
  return units.length > 1 && units.includes(series.unit) ? units : [];
}

/** Mass per volume needs a code of mass per volume, and moles a code of moles (rule 16). */
const unitFitsCode = ({ code }: RowKind, target: AnalyteTarget, unit: string): boolean =>
  isMolarUnit(unitOfLoinc(code) ?? target.unit) === isMolarUnit(unit);

const convertedBySeries = new WeakMap<Series, Map<string, Series | undefined>>();

/** Returns a series in another unit of the catalog; undefined when one of its results cannot be converted. */
export function seriesInUnit(series: Series, unit: string): Series | undefined {
  if (unit === series.unit) return series;
  const known = convertedBySeries.get(series) ?? new Map<string, Series | undefined>();
  convertedBySeries.set(series, known);
  if (!known.has(unit)) known.set(unit, convertSeries(series, unit));
  return known.get(unit);
}

function convertSeries(series: Series, unit: string): Series | undefined {
  const target = targetOf(series);
  const convert = target && converter(target, series.unit, unit);
  if (target === undefined || convert === undefined) return undefined;
  const decimals = decimalsInUnit(target, unit);
  const kinds = convertedKinds(series, target, unit, decimals);
  if (kinds === undefined) return undefined;
  const rows = series.rows.map((row) => convertedRow(row, convert, kinds.get(row.kind)));
  // A flagged value beyond the bounds was marked before it was converted.
  const isPossible = ({ value, kind }: Row): boolean => kind.check !== '' || isPlausible(value, target, unit);
  if (!rows.every(isPossible)) return undefined;
  return {
    ...series,
    unit,
    unitText: readableUnit(unit),
    decimals,
    axis: axisOf(target, target.id, unit),
    values: Float64Array.from(rows, ({ value }) => value),
    rows,
    // A listed result is shown as it was sent; its number in the unit of the series says that the two differ.
    listed: series.listed.map((row) => (Number.isNaN(row.value) ? row : convertedRow(row, convert))),
  };
}

const convertedRow = (
  { id, kind, timeMs, effective, value, valueText, attached }: Row,
  convert: (value: number) => number,
  newKind: RowKind = kind,
): Row => ({ id, kind: newKind, timeMs, effective, value: convert(value), valueText, attached });

/**
 * Returns each kind of the drawn rows in another unit, so that rows which share a kind still share one; undefined when a
 * result or its range cannot be converted.
 */
function convertedKinds(
  series: Series,
  target: AnalyteTarget,
  unit: string,
  decimals: number,
): ReadonlyMap<RowKind, RowKind> | undefined {
  const kinds = new Map<RowKind, RowKind>();
  for (const { kind } of series.rows) {
    if (kinds.has(kind)) continue;
    const converted = convertedKind(kind, series.unit, target, unit, decimals);
    if (converted === undefined) return undefined;
    kinds.set(kind, converted);
  }
  return kinds;
}

function convertedKind(
  kind: RowKind,
  seriesUnit: string,
  target: AnalyteTarget,
  unit: string,
  decimals: number,
): RowKind | undefined {
  const convert = converter(target, seriesUnit, unit);
  const sentUnit = sentUnitOf(kind, seriesUnit, target);
  if (convert === undefined || sentUnit === undefined || !unitFitsCode(kind, target, seriesUnit))
    return undefined;
  const band = convertBand(kind.band, convert, decimals);
  // A range that was sent in this very unit stands as it was sent.
  if (sentUnit === unit) return { ...kind, isConverted: false, band };
  const words = rangeWordsIn(kind, decimals, (written) =>
    converter(target, written === '' ? sentUnit : canonicalUnit(written, target), unit),
  );
  return words && { ...kind, ...words, isConverted: true, band, reported: kind };
}

/** The limits of a converted band are rounded to a decimal more than the values have. */
function convertBand(
  band: Band | undefined,
  convert: (value: number) => number,
  decimals: number,
): Band | undefined {
  if (band === undefined) return undefined;
  const limit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Number(convert(value).toFixed(decimals + 1));
  return { ...band, low: limit(band.low), high: limit(band.high) };
}

/** A conversion must not make an impossible value (rule 17). */
function isPlausible(value: number, target: AnalyteTarget, unit: string): boolean {
  const inTarget = converter(target, unit, target.unit)?.(value) ?? Number.NaN;
  const [low, high] = target.plausibleBounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The bound itself may have been rounded on the way.
  return inTarget >= low * 0.999 - 1e-6 && inTarget <= high * 1.001 + 1e-6;
}

/** Series of one measure differ by their unit alone. Another sample, moment or being is another measure (decision 33). */
const measureOf = ({ id, baseId = id }: Series): string => baseId;

/**
 * Returns all series of one measure as one, in the chosen unit; undefined when one of them cannot be converted or is of
 * another measure.
 */
export function mergedSeriesInUnit(all: readonly Series[], unit: string): Series | undefined {
  const converted = all.flatMap((series) => seriesInUnit(series, unit) ?? []);
  const [first, ...more] = converted;
  if (first === undefined || converted.length < all.length) return undefined;
  const target = targetOf(first);
  if (more.length === 0 || target === undefined) return first;
  if (more.some((series) => targetOf(series) !== target || measureOf(series) !== measureOf(first)))
    return undefined;
  const id = measureOf(first);
  const main = converted.find((one) => one.id === id) ?? first;
  const rows = converted.flatMap((one) => [...one.rows]).toSorted(byTime);
  const listed = converted.flatMap((one) => [...one.listed]).toSorted(newestFirst);
  return {
    ...main,
    id,
    timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
    values: Float64Array.from(rows, ({ value }) => value),
    rows,
    listed,
    account: sumOfAccounts(converted),
  };
}

function sumOfAccounts(all: readonly Series[]): Series['account'] {
  const sum = (key: keyof Series['account']): number =>
    all.reduce((total, { account }) => total + account[key], 0);
  return {
    received: sum('received'),
    drawn: sum('drawn'),
    listed: sum('listed'),
    withdrawn: sum('withdrawn'),
    excluded: sum('excluded'),
    duplicate: sum('duplicate'),
  };
}

/** The reader chose these units, by analyte or variant. */
export type UnitChoices = Readonly<Record<string, string>>;

/** These are the series that are shown, with the place of each series of the record. */
export type SeriesInChosenUnits = {
  readonly series: readonly Series[];
  /** Returns the id under which a series is now shown: several units of one analyte have become one series. */
  readonly idOf: (seriesId: string) => string;
};

/**
 * Returns every series in the unit chosen for its analyte, as far as it can be converted, and the others as they were
 * reported.
 */
export function seriesInChosenUnits(all: readonly Series[], choices: UnitChoices): SeriesInChosenUnits {
  const mergedBySeries = new Map<string, Series>();
  for (const [id, unit] of Object.entries(choices)) {
    const convertible = seriesOfUnitChoice(id, all).filter((series) =>
      selectableUnits(series).includes(unit),
    );
    for (const measure of new Set(convertible.map(measureOf))) {
      const ofMeasure = convertible.filter((series) => measureOf(series) === measure);
      const one = mergedSeriesInUnit(ofMeasure, unit);
      if (one !== undefined) for (const series of ofMeasure) mergedBySeries.set(series.id, one);
    }
  }
  return {
    series: [...new Set(all.map((series) => mergedBySeries.get(series.id) ?? series))],
    idOf: (seriesId) => mergedBySeries.get(seriesId)?.id ?? seriesId,
  };
}

/** Returns all series of one analyte or variant, whatever their unit. */
export const seriesOfUnitChoice = (choiceId: string, all: readonly Series[]): readonly Series[] =>
  all.filter((series) => series.rows.length > 0 && unitChoiceId(series) === choiceId);
