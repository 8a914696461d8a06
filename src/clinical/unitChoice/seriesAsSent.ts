/**
 * A patient reads each series in the unit in which its newest result was sent (decision 57): 154 lb stays 154 lb, although the line of a
 * clinician is in kg. The results that were sent in another unit are converted by the exact factor of the catalog, and each of them keeps
 * what was sent.
 */
import { axisOf } from '../catalog/analyteProperties.ts';
import { catalogMatch, targetOfId } from '../catalog/catalog.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';
import type { Band, Row, RowKind } from '../observation/resultRow.ts';
import { isFinal } from '../series/comparability.ts';
import { kindsOfSeries } from '../series/kindsOfSeries.ts';
import { memoizeBySeries } from '../series/memoizeBySeries.ts';
import { latest } from '../series/newest/latest.ts';
import type { Series } from '../series/series.ts';
import { readableUnit } from '../units/readableUnit.ts';
import { converter, decimalsInUnit, sentUnitOf } from './unitConverter.ts';

const LOINC = 'http://loinc.org';

/**
 * Returns a series in the unit in which its newest final result was sent. It is returned as it is where nothing was converted, where
 * results of one moment were sent in several units, where that unit has no sign ("0.97" for 97 %), and where a result cannot be taken
 * back to exactly what was sent.
 */
export const seriesAsSent = memoizeBySeries((series: Series): Series => {
  const newest = latest(series) ?? series.rows.at(-1);
  if (newest?.kind.isConverted !== true) return series;
  const target = targetOf(series, newest.kind);
  const unit = target && unitAtTimeOf(newest, series, target);
  return (target && unit !== undefined && inSentUnit(series, target, unit)) || series;
});

/** What was converted unasked is in the unit of its target, so that no other target can be meant. */
function targetOf({ analyteId, unit }: Series, { code, codeSystem }: RowKind): AnalyteTarget | undefined {
  const target =
    catalogMatch(codeSystem === LOINC ? code : `${codeSystem}|${code}`)?.target ?? targetOfId(analyteId);
  return target?.unit === unit ? target : undefined;
}

/** Returns the unit in which all results of one moment were sent; undefined where there are several, or one without a sign. */
function unitAtTimeOf({ timeMs }: Row, { rows, timesMs, unit }: Series, target: AnalyteTarget) {
  const ofMoment = rows.slice(timesMs.indexOf(timeMs), timesMs.lastIndexOf(timeMs) + 1);
  const finals = ofMoment.filter(isFinal);
  const [sent, another] = new Set(
    (finals.length > 0 ? finals : ofMoment).map(({ kind }) => sentUnitOf(kind, unit, target)),
  );
  const isOne = another === undefined && sent !== undefined && sent !== unit;
  return isOne && readableUnit(sent) !== '' ? sent : undefined;
}

function inSentUnit(series: Series, target: AnalyteTarget, unit: string): Series | undefined {
  const convert = converter(target, series.unit, unit);
  if (convert === undefined) return undefined;
  const kinds = new Map(
    kindsOfSeries(series).map((kind) => [kind, kindIn(kind, series.unit, target, { unit, convert })]),
  );
  const rows = series.rows.map((row) => rowIn(row, kinds.get(row.kind)!, convert));
  const spelled = rows.findLast(({ kind }) => !kind.isConverted)?.kind;
  if (spelled === undefined || !rows.every(isAsSent)) return undefined;
  return {
    ...series,
    unit,
    unitText: readableUnit(spelled.unit || spelled.unitCode || unit),
    decimals: decimalsInUnit(target, unit),
    axis: axisOf(target, target.id, unit),
    isAsSent: true,
    values: Float64Array.from(rows, ({ value }) => value),
    rows,
    // A listed result is shown as it was sent; its number is only compared with what was sent.
    listed: series.listed.map((row) => (Number.isNaN(row.value) ? row : rowIn(row, row.kind, convert))),
  };
}

type Unit = { readonly unit: string; readonly convert: (value: number) => number };

/** A result that was sent in this unit is no longer a converted one, and any other is. */
function kindIn(kind: RowKind, seriesUnit: string, target: AnalyteTarget, { unit, convert }: Unit): RowKind {
  const isConverted = sentUnitOf(kind, seriesUnit, target) !== unit;
  return { ...kind, isConverted, band: kind.band && bandIn(kind.band, convert) };
}

/** Seven digits leave nothing of the two roundings of a number that was converted and is taken back. */
const plain = (value: number): number => Number(value.toPrecision(7));

function bandIn({ low, high, ...more }: Band, convert: (value: number) => number): Band {
  const limit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : plain(convert(value));
  return { ...more, low: limit(low), high: limit(high) };
}

function rowIn(
  { id, timeMs, effective, value, valueText, attached }: Row,
  kind: RowKind,
  convert: (value: number) => number,
): Row {
  const shown = kind.isConverted ? convert(value) : sentNumber(valueText, convert(value));
  return { id, kind, timeMs, effective, value: shown, valueText, attached };
}

/** Returns the number as it was sent. In a text it stands among words, or is written in another way. */
function sentNumber(valueText: string, takenBack: number): number {
  const sent = Number(valueText);
  return isNear(sent, takenBack) ? sent : plain(takenBack);
}

const isNear = (sent: number, takenBack: number): boolean =>
  Math.abs(sent - takenBack) <= Math.abs(takenBack) * 1e-6;

/** The number that stands as it was sent must be the number that was sent, whatever was read of its unit. */
const isAsSent = ({ kind, value, valueText }: Row): boolean =>
  kind.isConverted || kind.isParsedFromText || isNear(Number(valueText), value);
