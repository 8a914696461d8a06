/**
 * Longview calculates some series from those of the record (rule 25): arithmetic on final results with an exact time.
 * Each value has its inputs, and each missing value its reason. They are no Observations, so they have no account and
 * are not exported.
 */
import { emptyAccount } from '../series/account.ts';
import { analyteOf } from '../catalog/analyteProperties.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { partnerFinder, usableInputsOf, type DerivedContext, type FindPartner } from './derivedPartner.ts';
import {
  correctedCalcium,
  derivedRules,
  type DerivedInput,
  type DerivedRule,
  type InputPairing,
} from './derivedRules.ts';
import { repeatsOf } from '../series/pairs/repeatedResults.ts';
import { RowList } from '../series/rowList.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { readableUnit } from '../units/readableUnit.ts';
import { DAY_MS } from '../time/durations.ts';
import { derivedTexts } from './derived.messages.ts';

/** The options say what may be calculated, and for whom. */
export type DerivedOptions = DerivedContext & {
  /** Corrected calcium is contested, so it is only for a reader who asked for it. */
  readonly correctedCalcium: boolean;
};

/** This is one number of a formula, as it was sent. */
export type UsedInput = { readonly name: string; readonly row: Row; readonly series: Series };

/** This is a rule with what it gives for one record. */
export type DerivedSeries = {
  readonly rule: DerivedRule;
  /** It is undefined when there is no value at all. */
  readonly series: Series | undefined;
  /** Returns the inputs of the value at this index of the series. */
  readonly inputsAt: (index: number) => readonly UsedInput[];
  /** Returns the inputs of a row of the series. */
  readonly inputsOf: (row: Row) => readonly UsedInput[];
  /** These reasons say why there is no value, or none for some results; the list is empty when nothing is missing. */
  readonly absentReasons: readonly string[];
};

/** Returns all that may be calculated from a completely read record, in the order in which it is shown. */
export function allDerivedSeries(all: readonly Series[], options: DerivedOptions): readonly DerivedSeries[] {
  const byId = new Map(all.map((series) => [series.id, series]));
  return derivedRules
    .filter((rule) => rule !== correctedCalcium || options.correctedCalcium)
    .filter(
      ({ isHiddenWithoutInputs, inputs }) => !isHiddenWithoutInputs || inputs.some(({ id }) => byId.has(id)),
    )
    .map((rule) => deriveSeries(rule, byId, options));
}

/** Returns one calculated series; undefined for an id that no rule has, or that was not asked for. */
export const derivedSeriesOf = (
  seriesId: string,
  all: readonly Series[],
  options: DerivedOptions,
): DerivedSeries | undefined => {
  const rule = derivedRules.find(({ id }) => id === seriesId);
  if (rule === undefined || (rule === correctedCalcium && !options.correctedCalcium)) return undefined;
  return deriveSeries(rule, new Map(all.map((series) => [series.id, series])), options);
};

/**
 * Returns the mean pressures of one pair by the id of their Observation, in the unit of the pair, for the ticks on
 * its bars (rule 7).
 */
export function meanPressures(systolicId: string, all: readonly Series[]): ReadonlyMap<string, number> {
  const rule = derivedRules.find(
    ({ catalogEntryId, inputs }) => catalogEntryId === 'map' && inputs[0].id === systolicId,
  );
  const byId = new Map(all.map((series) => [series.id, series]));
  const derived = rule && deriveSeries(rule, byId, { birth: undefined, dayOf: () => Number.NaN });
  const values = [...(derived?.series?.values ?? [])];
  return new Map(values.map((value, i) => [derived?.inputsAt(i)[0]?.row.id ?? '', value]));
}

type ById = ReadonlyMap<string, Series>;

function deriveSeries(rule: DerivedRule, byId: ById, context: DerivedContext): DerivedSeries {
  const absent = rule.inputs.flatMap((input) => missingInputReason(input, rule.pairing, byId) ?? []);
  if (absent.length > 0)
    return { rule, series: undefined, inputsAt: () => [], inputsOf: () => [], absentReasons: absent };
  const inputs = rule.inputs.flatMap((input) => byId.get(input.id) ?? []);
  const points = pointsOf(rule, inputs, byId.get(rule.measuredSeriesId), context);
  const inputsAt = (index: number) => inputsOf(rule, inputs, points.indices, index);
  return {
    rule,
    series: points.values.length === 0 ? undefined : seriesOf(rule, points),
    inputsAt,
    inputsOf: ({ id }) => inputsAt(indexInId(rule, id)),
    absentReasons: reasonTexts(points.reasonCounts, points.consideredCount, rule.inputs[0].name),
  };
}

/** Says why a series can give a formula no numbers at all. */
function missingInputReason(
  { id, name, unit }: DerivedInput,
  pairing: InputPairing,
  byId: ById,
): string | undefined {
  const series = byId.get(id);
  if (series?.unit === unit && hasUsableInput(series, pairing)) return undefined;
  const other =
    series !== undefined && series.unit !== unit
      ? series
      : [...byId.values()].find(
          (one) => one.id.startsWith(`${id}~`) && one.unit !== unit && one.rows.length > 0,
        );
  if (series?.unit !== unit && other !== undefined)
    return inOtherUnitText(name, other.unitText, readableUnit(unit));
  return series === undefined ? derivedTexts('noInput', { name }) : derivedTexts('noUsableInput', { name });
}

function hasUsableInput(series: Series, pairing: InputPairing): boolean {
  return series.rows.some(usableInputsOf(series, pairing));
}

const inOtherUnitText = (name: string, unit: string, needed: string): string =>
  unit === ''
    ? derivedTexts('inputWithoutUnit', { name, needed })
    : derivedTexts('inputInUnit', { name, unit, needed });

/**
 * The points are kept as columns, since there may be as many as results. The indices of the inputs of one value
 * follow each other.
 */
type Points = {
  readonly timesMs: Float64Array;
  readonly values: Float64Array;
  readonly indices: Uint32Array;
  /** This map counts how often each reason left a value out. */
  readonly reasonCounts: ReadonlyMap<string, number>;
  readonly consideredCount: number;
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
  const indices: number[] = [];
  const reasonCounts = new Map<string, number>();
  const considered = new Set<string>();
  const calculated = new Set<string>();
  const [first] = inputs;
  const isUsable = first ? usableInputsOf(first, rule.pairing) : () => false;
  // A weight that was sent twice gives one value. What is measured at one moment is looked for by its moment.
  const repeats = rule.pairing.kind === 'before' && first ? repeatsOf(first) : undefined;
  first?.rows.forEach((row, i) => {
    const key = rule.pairing.kind === 'same-time' ? String(row.timeMs) : `${row.id} ${row.timeMs}`;
    if (!isUsable(row, i) || considered.has(key) || repeats?.has(i)) return;
    considered.add(key);
    const inputIndicesOrReason = inputIndices(rule, row, i, finders);
    const value = measuredMs.has(row.timeMs) ? MEASURED_REASON : valueOf(rule, inputIndicesOrReason, inputs);
    if (typeof value === 'string' || typeof inputIndicesOrReason === 'string') {
      reasonCounts.set(String(value), (reasonCounts.get(String(value)) ?? 0) + 1);
      return;
    }
    // Both sides of a pressure that was sent twice are the same, while one side alone may be that of two pressures (rule 23).
    const sent = [row.timeMs, ...inputIndicesOrReason.map((at, of) => inputs[of]?.values[at])].join(' ');
    if (calculated.has(sent)) return;
    calculated.add(sent);
    timesMs.push(row.timeMs);
    values.push(value);
    indices.push(...inputIndicesOrReason);
  });
  return {
    timesMs: Float64Array.from(timesMs),
    values: Float64Array.from(values),
    indices: Uint32Array.from(indices),
    reasonCounts,
    consideredCount: considered.size,
  };
}

const MEASURED_REASON = derivedTexts('measured');
const CONTRADICTION_REASON = derivedTexts('contradiction');

/**
 * A weight stands for itself. In the other formulas the first input is looked for as well, since there may be two at
 * one moment.
 */
function inputIndices(
  { pairing }: DerivedRule,
  row: Row,
  index: number,
  finders: readonly FindPartner[],
): readonly number[] | string {
  const indices: number[] = [];
  for (const [i, find] of finders.entries()) {
    const indexOrReason = i === 0 && pairing.kind === 'before' ? index : find(row);
    if (typeof indexOrReason === 'string') return indexOrReason;
    indices.push(indexOrReason);
  }
  return indices;
}

function valueOf(
  { calculate }: DerivedRule,
  indices: readonly number[] | string,
  inputs: readonly Series[],
): number | string {
  if (typeof indices === 'string') return indices;
  const numbers = indices.map((index, i) => inputs[i]?.values[index] ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN, ...more] = numbers;
  const value = calculate(first, second, ...more);
  return Number.isFinite(value) ? value : CONTRADICTION_REASON;
}

/** Returns "12 of 40 weight results: no height within 365 days before", or the reason alone when it holds for all. */
function reasonTexts(
  reasonCounts: Points['reasonCounts'],
  consideredCount: number,
  name: string,
): readonly string[] {
  return [...reasonCounts].map(([reason, count]) =>
    count === consideredCount
      ? reason
      : derivedTexts('someResults', { count: String(count), total: String(consideredCount), name, reason }),
  );
}

const inputsOf = (
  { inputs: named }: DerivedRule,
  inputs: readonly Series[],
  indices: Uint32Array,
  index: number,
): readonly UsedInput[] =>
  inputs.flatMap((series, i) => {
    const inputIndex = indices[index * inputs.length + i];
    const row = inputIndex === undefined ? undefined : series.rows.at(inputIndex);
    return row ? [{ name: named[i]?.name ?? series.name, row, series }] : [];
  });

const LAST_ORDER = 1_000_000;

function seriesOf(rule: DerivedRule, { timesMs, values }: Points): Series {
  const analyte = analyteOf(rule.analyteId);
  const kind = rowKindOf(rule);
  return {
    id: rule.id,
    analyteId: '',
    name: derivedTexts('calculatedName', { name: rule.name }),
    shortName: rule.shortName,
    group: derivedTexts('group'),
    order: LAST_ORDER,
    unit: rule.unit,
    unitText: readableUnit(rule.unit),
    decimals: rule.decimals,
    axis: analyte?.axis,
    maxGapMs: (analyte?.maxGapDays || 400) * DAY_MS,
    timesMs,
    values,
    rows: new RowList(values.length, (i) =>
      rowAt(rule, kind, { index: i, timeMs: timesMs[i] ?? Number.NaN, value: values[i] ?? Number.NaN }),
    ),
    listed: [],
    account: emptyAccount,
  };
}

/** The id of a calculated value ends in its index, because nobody sent one. */
const rowId = (ruleId: string, i: number): string => `${ruleId} ${i}`;
const indexInId = ({ id }: DerivedRule, idOfRow: string): number =>
  Number(idOfRow.slice(rowId(id, 0).length - 1));

const rowAt = (
  { id, decimals }: DerivedRule,
  kind: RowKind,
  { index, timeMs, value }: { index: number; timeMs: number; value: number },
): Row => ({
  id: rowId(id, index),
  kind,
  timeMs,
  effective: '',
  value,
  // The text alone is rounded; the line and every difference use the value itself.
  valueText: value.toFixed(decimals).replace(/^-(?=[0.]+$)/, ''),
});

/** A calculated number has no flag, no range and no code, because nobody has sent any. */
const rowKindOf = ({ id, name }: DerivedRule): RowKind => ({ ...plainRowKind, seriesId: id, codeText: name });
