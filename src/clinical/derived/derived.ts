/**
 * Series that Longview calculates from those of the record (display rule 25): arithmetic on final results with an exact time,
 * each value with its inputs, each missing value with its reason. They are no Observations: no account, no export.
 */
import { emptyAccount } from '../series/account.ts';
import { analyteOf } from '../catalog/analytes.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { isUsableInput, partnerFinder, type DerivedContext, type FindPartner } from './derivedPartner.ts';
import { correctedCalcium, derivedRules, type DerivedInput, type DerivedRule } from './derivedRules.ts';
import { RowList } from '../series/rowList.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { readableUnit } from '../units/units.ts';
import { DAY_MS } from '../time/durations.ts';

export type DerivedOptions = DerivedContext & {
  /** Contested: only for a reader who asked for it. */
  readonly correctedCalcium: boolean;
};

/** One number of a formula, as it was sent. */
export type UsedInput = { readonly name: string; readonly row: Row; readonly series: Series };

export type DerivedSeries = {
  readonly rule: DerivedRule;
  /** undefined when there is no value at all. */
  readonly series: Series | undefined;
  /** What the value at this place of the series was calculated from. */
  readonly inputsAt: (index: number) => readonly UsedInput[];
  /** Why there is no value, or none for some results; empty when nothing is missing. */
  readonly absentReasons: readonly string[];
};

/** All that may be calculated from a completely read record, in the order in which it is shown. */
export function allDerivedSeries(all: readonly Series[], options: DerivedOptions): readonly DerivedSeries[] {
  const byId = new Map(all.map((series) => [series.id, series]));
  return derivedRules
    .filter((rule) => rule !== correctedCalcium || options.correctedCalcium)
    .filter(
      ({ isHiddenWithoutInputs, inputs }) => !isHiddenWithoutInputs || inputs.some(({ id }) => byId.has(id)),
    )
    .map((rule) => derivedBy(rule, byId, options));
}

/** One calculated series; undefined for an id that no rule has, or that was not asked for. */
export const derivedSeriesOf = (
  seriesId: string,
  all: readonly Series[],
  options: DerivedOptions,
): DerivedSeries | undefined => {
  const rule = derivedRules.find(({ id }) => id === seriesId);
  if (rule === undefined || (rule === correctedCalcium && !options.correctedCalcium)) return undefined;
  return derivedBy(rule, new Map(all.map((series) => [series.id, series])), options);
};

/** Rule 7: the mean pressures of one pair by their Observation, for the ticks on its bars; in the unit of the pair. */
export function meanPressures(systolicId: string, all: readonly Series[]): ReadonlyMap<string, number> {
  const rule = derivedRules.find(
    ({ catalogEntryId, inputs }) => catalogEntryId === 'map' && inputs[0].id === systolicId,
  );
  const byId = new Map(all.map((series) => [series.id, series]));
  const derived = rule && derivedBy(rule, byId, { birth: undefined, dayOf: () => Number.NaN });
  const values = [...(derived?.series?.values ?? [])];
  return new Map(values.map((value, i) => [derived?.inputsAt(i)[0]?.row.id ?? '', value]));
}

type ById = ReadonlyMap<string, Series>;

function derivedBy(rule: DerivedRule, byId: ById, context: DerivedContext): DerivedSeries {
  const absent = rule.inputs.flatMap((input) => absenceOf(input, byId) ?? []);
  if (absent.length > 0) return { rule, series: undefined, inputsAt: () => [], absentReasons: absent };
  const inputs = rule.inputs.flatMap((input) => byId.get(input.id) ?? []);
  const points = pointsOf(rule, inputs, byId.get(rule.measuredSeriesId), context);
  return {
    rule,
    series: points.values.length === 0 ? undefined : seriesOf(rule, points),
    inputsAt: (index) => usedBy(rule, inputs, points.places, index),
    absentReasons: reasonsIn(points.tally, points.asked, rule.inputs[0].name),
  };
}

/** Why a series cannot give a formula its numbers at all. */
function absenceOf({ id, name, unit }: DerivedInput, byId: ById): string | undefined {
  const series = byId.get(id);
  if (series?.unit === unit && series.rows.some(isUsableInput)) return undefined;
  const other =
    series !== undefined && series.unit !== unit
      ? series
      : [...byId.values()].find(
          (one) => one.id.startsWith(`${id}~`) && one.unit !== unit && one.rows.length > 0,
        );
  if (series?.unit !== unit && other !== undefined)
    return `${name} is in ${other.unitText || 'no unit'}, the formula needs ${readableUnit(unit)}`;
  return series === undefined ? `no ${name}` : `no ${name} that is final and has an exact time`;
}

/** Columns, since there may be as many as results: the places of a value's inputs in their series stand one after the other. */
type Points = {
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly places: Uint32Array;
  /** How often each reason left a value out. */
  readonly tally: ReadonlyMap<string, number>;
  readonly asked: number;
};

function pointsOf(
  rule: DerivedRule,
  inputs: readonly Series[],
  measured: Series | undefined,
  context: DerivedContext,
): Points {
  const finders = rule.inputs.flatMap((input, i): FindPartner[] => {
    const series = inputs[i];
    return series === undefined ? [] : [partnerFinder(series, input, rule.pairing, context)];
  });
  const measuredMs = new Set(measured?.timesMs);
  const timesMs: number[] = [];
  const values: number[] = [];
  const places: number[] = [];
  const tally = new Map<string, number>();
  const asked = new Set<string>();
  inputs[0]?.rows.forEach((row, i) => {
    // What was sent twice gives one value.
    const key = rule.pairing.kind === 'same-time' ? String(row.timeMs) : `${row.id} ${row.timeMs}`;
    if (!isUsableInput(row) || asked.has(key)) return;
    asked.add(key);
    const found = placesFor(rule, row, i, finders);
    const value = measuredMs.has(row.timeMs) ? MEASURED : valueOf(rule, found, inputs);
    if (typeof value === 'string' || typeof found === 'string') {
      tally.set(String(value), (tally.get(String(value)) ?? 0) + 1);
      return;
    }
    timesMs.push(row.timeMs);
    values.push(value);
    places.push(...found);
  });
  return {
    timesMs: Float64Array.from(timesMs),
    values: Float64Array.from(values),
    places: Uint32Array.from(places),
    tally,
    asked: asked.size,
  };
}

const MEASURED = 'the record holds a measured one of the same time';

/** A weight stands for itself; of the other inputs also the first is looked for, since there may be two of one moment. */
function placesFor(
  { pairing }: DerivedRule,
  row: Row,
  place: number,
  finders: readonly FindPartner[],
): readonly number[] | string {
  const places: number[] = [];
  for (const [i, find] of finders.entries()) {
    const found = i === 0 && pairing.kind === 'before' ? place : find(row);
    if (typeof found === 'string') return found;
    places.push(found);
  }
  return places;
}

function valueOf(
  { calculate }: DerivedRule,
  places: readonly number[] | string,
  inputs: readonly Series[],
): number | string {
  if (typeof places === 'string') return places;
  const numbers = places.map((place, i) => inputs[i]?.values[place] ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN, ...more] = numbers;
  const value = calculate(first, second, ...more);
  return Number.isFinite(value) ? value : 'the inputs contradict each other';
}

/** "12 of 40 weight results: no height within 365 days before"; the reason alone where it is the one for all. */
function reasonsIn(tally: Points['tally'], asked: number, name: string): readonly string[] {
  return [...tally].map(([reason, count]) =>
    count === asked ? reason : `${count} of ${asked} ${name} results: ${reason}`,
  );
}

const usedBy = (
  { inputs: named }: DerivedRule,
  inputs: readonly Series[],
  places: Uint32Array,
  index: number,
): readonly UsedInput[] =>
  inputs.flatMap((series, i) => {
    const place = places[index * inputs.length + i];
    const row = place === undefined ? undefined : series.rows.at(place);
    return row ? [{ name: named[i]?.name ?? series.name, row, series }] : [];
  });

const LAST = 1_000_000;

function seriesOf(rule: DerivedRule, { timesMs, values }: Points): Series {
  const analyte = analyteOf(rule.analyteId);
  const kind = kindOf(rule);
  return {
    id: rule.id,
    analyteId: '',
    name: `${rule.name}, calculated by Longview`,
    shortName: rule.shortName,
    group: 'Calculated by Longview',
    order: LAST,
    unit: rule.unit,
    unitText: readableUnit(rule.unit),
    decimals: rule.decimals,
    axis: analyte?.axis,
    maxGapMs: (analyte?.maxGapDays || 400) * DAY_MS,
    timesMs,
    values,
    rows: new RowList(values.length, (i) =>
      rowAt(rule, kind, i, timesMs[i] ?? Number.NaN, values[i] ?? Number.NaN),
    ),
    listed: [],
    account: emptyAccount,
  };
}

const rowAt = (
  { id, decimals }: DerivedRule,
  kind: RowKind,
  i: number,
  timeMs: number,
  value: number,
): Row => ({
  id: `${id} ${i}`,
  kind,
  timeMs,
  effective: '',
  value,
  // Rounded for the eye only; the line and every difference use the value itself.
  valueText: value.toFixed(decimals).replace(/^-(?=[0.]+$)/, ''),
});

/** No flag, no range and no code: nobody has sent any for a number that was calculated here. */
const kindOf = ({ id, name }: DerivedRule): RowKind => ({ ...plainRowKind, seriesId: id, codeText: name });
