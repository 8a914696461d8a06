/** What is drawn of a series, and what may be said of its newest results. Pure; the arrays of the series are only read. */
import type { Band, Row, RowKind } from '../observation/resultRow.ts';
import type { Rows } from './resultRows.ts';
import type { Series } from './series.ts';
import { isCertainlyBefore } from './certainOrder.ts';

const isFinal = ({ kind }: Row): boolean => kind.status !== 'preliminary';
/** A number that may be compared: final, and no limit (rules 20 and 34). */
export const isComparableNumber = (row: Row): boolean => isFinal(row) && row.kind.comparator === '';

/** Fully the same result under another id: it stands behind the same symbol and is no result before it (rule 23). */
export const isIdenticalResult = (a: Row, b: Row): boolean =>
  a.timeMs === b.timeMs && a.kind === b.kind && a.valueText === b.valueText;

/** The newest result that may be called so: drawn and final; a limit too. Never preliminary (rules 13 and 34). */
export const latest = (series: Series): Row | undefined => series.rows.findLast(isFinal);

/** Its place in the series; -1 where there is none. */
export const latestIndex = (series: Series): number => series.rows.findLastIndex(isFinal);

/** The newest that was surely measured before the latest. */
export function previous({ rows }: Series): Row | undefined {
  const newest = rows.findLast(isFinal);
  return newest && rows.findLast((row) => isFinal(row) && isCertainlyBefore(row, newest));
}

/** Other final results that may be as new as the latest: that it stands last of them is a matter of ids. Newest first. */
export const tiedWithLatest = (series: Series): readonly Row[] => besideNewest(series.rows, isFinal);

/** Accepted rows behind the newest one, which is not surely newer than they are; without those that are the same as it. */
function besideNewest(rows: Rows, accepts: (row: Row) => boolean): readonly Row[] {
  const at = rows.findLastIndex(accepts);
  const newest = rows.at(at);
  if (at < 0 || !newest) return [];
  const others: Row[] = [];
  for (let i = at - 1; i >= 0 && !isCertainlyBefore(rows.at(i)!, newest); i--) others.push(rows.at(i)!);
  return others.filter((row) => accepts(row) && !isIdenticalResult(row, newest));
}

/** The last step between two numbers, in the unit of the series. `deltaText` has a sign unless it is "0". */
export type LatestChange = {
  readonly from: Row;
  readonly to: Row;
  readonly delta: number;
  readonly deltaText: string;
};

/** Rule 24: the last minus the previous plotted number. Limits and preliminary results take no part; none of two at one time. */
export function latestChange(series: Series): LatestChange | undefined {
  const { rows } = series;
  const to = rows.findLast(isComparableNumber);
  const from = to && rows.findLast((row) => isComparableNumber(row) && isCertainlyBefore(row, to));
  if (to === undefined || from === undefined || besideNewest(rows, isComparableNumber).length > 0)
    return undefined;
  const places = Math.max(decimalsOf(from, series), decimalsOf(to, series));
  const delta = to.value - from.value;
  if (delta === 0) return { from, to, delta, deltaText: '0' };
  const rounded = Math.abs(delta).toFixed(places);
  // What differs is never called the same, however little it is.
  const size = Number(rounded) > 0 ? rounded : Math.abs(delta).toPrecision(1);
  return { from, to, delta, deltaText: `${delta > 0 ? '+' : '−'}${size}` };
}

/**
 * Decimals of a drawn number: as it was sent. A converted one has as many more than the catalog gives as say what was sent
 * (850 g are 0.850 kg), at most two; of degrees, which are shifted too and so not scaled, and where the catalog gives none, none.
 */
export function decimalsOf({ kind, value, valueText }: Row, { decimals, unit }: Series): number {
  const sent = decimalsIn(valueText);
  if (!kind.isConverted) return Math.min(sent, 10);
  // One step of what was sent is at least half a step of the last decimal; of no number NaN.
  const scaled = Math.ceil(sent - Math.log10(value / Number.parseFloat(valueText)) - 0.3) || 0;
  return decimals === 0 || unit === 'Cel' ? decimals : Math.max(decimals, Math.min(scaled, decimals + 2));
}

/** Decimals of a number as it was sent: none of 1.10E+3, one of 9500e-1. */
export function decimalsIn(valueText: string): number {
  const [, fraction = '', power = ''] = /^[^.e]*(?:\.(\d+))?(?:e([+-]?\d+)$)?/i.exec(valueText) ?? [];
  return Math.max(0, fraction.length - Number(power));
}

/** What a line must not pass over: a result without a number between two numbers (rule 6). */
const BREAKS: ReadonlySet<string> = new Set(['no-value', 'text', 'coded', 'not-a-number', 'implausible']);

/**
 * Runs [from, to) of results that one line joins. It breaks at every result drawn as a point, over a result without a
 * number or a withdrawn one, at a change of method or of the unit sent, and over a silence longer than the measure's limit, or, when a window is given, longer
 * than max(3 × median interval, half the window). Rule 6.
 */
export function lineSegments(
  series: Series,
  windowMs = Number.POSITIVE_INFINITY,
): readonly (readonly [number, number])[] {
  const { rows, maxGapMs } = series;
  const limitMs = Math.min(maxGapMs, Math.max(3 * medianIntervalMs(series), windowMs / 2));
  const isBrokenBefore = breaker(series);
  const segments: [number, number][] = [];
  let open: [number, number] | undefined;
  let before: Row | undefined;
  rows.forEach((row, i) => {
    const isBroken =
      isBrokenBefore(row.timeMs) ||
      before === undefined ||
      changeBetween(before.kind, row.kind) !== '' ||
      row.timeMs - before.timeMs > limitMs;
    before = row.kind.drawing === 'line' ? row : undefined;
    if (before === undefined) open = undefined;
    else if (open === undefined || isBroken) segments.push((open = [i, i + 1]));
    else open[1] = i + 1;
  });
  return segments;
}

/** What makes two results of one series not quite comparable (rules 6 and 18). */
export type LineChange = 'method' | 'specimen' | 'unit';

/** What changed from one result to the next; '' when nothing did. */
export function changeBetween(from: RowKind, to: RowKind): LineChange | '' {
  if (from.method !== to.method) return methodOf(from) === methodOf(to) ? 'specimen' : 'method';
  return sentUnit(from) === sentUnit(to) ? '' : 'unit';
}

const methodOf = ({ method }: RowKind): string => /^.*/.exec(method)?.[0] ?? '';

/** Spellings of one unit are no change; a number that had to be converted is. */
const sentUnit = ({ isConverted, unit, unitCode }: RowKind): string => (isConverted ? unitCode || unit : '');

/** Whether a result without a number, or a withdrawn one, lies between the last time asked and this one, in order of time. */
function breaker({ listed, withdrawnTimesMs = [] }: Series): (timeMs: number) => boolean {
  const breaksMs = listed.flatMap(({ kind, timeMs }) =>
    BREAKS.has(kind.reason) && !Number.isNaN(timeMs) ? [timeMs] : [],
  );
  if (withdrawnTimesMs.length > 0) breaksMs.push(...withdrawnTimesMs);
  breaksMs.sort((a, b) => b - a);
  return (timeMs) => {
    const before = breaksMs.length;
    // Newest first, so the oldest is at the end.
    while ((breaksMs.at(-1) ?? Number.POSITIVE_INFINITY) < timeMs) breaksMs.pop();
    return breaksMs.length < before;
  };
}

const medianIntervalMs = onceForEach(({ timesMs }) => {
  const intervals = Float64Array.from(
    { length: Math.max(0, timesMs.length - 1) },
    (_, i) => (timesMs[i + 1] ?? 0) - (timesMs[i] ?? 0),
  ).toSorted();
  return intervals[intervals.length >> 1] ?? 0;
});

/** Asked for many times while a screen is drawn, made once. */
function onceForEach<T>(make: (series: Series) => T): (series: Series) => T {
  const made = new WeakMap<Series, T>();
  return (series) => {
    const known = made.get(series) ?? make(series);
    made.set(series, known);
    return known;
  };
}

export type BandStep = { readonly fromMs: number; readonly toMs: number; readonly band: Band };

/**
 * Rule 28: the band belongs to its results. A step reaches from its first result to the first with another range, or to
 * its last where that one has none.
 */
export function bandSteps({ rows }: Series): readonly BandStep[] {
  const steps: { fromMs: number; toMs: number; band: Band }[] = [];
  let open: (typeof steps)[number] | undefined;
  for (const { timeMs, kind } of rows) {
    const { band } = kind;
    if (open !== undefined && band !== undefined) open.toMs = timeMs;
    if (band === undefined) open = undefined;
    else if (open === undefined || !isSameBand(open.band, band))
      steps.push((open = { fromMs: timeMs, toMs: timeMs, band }));
  }
  return steps;
}

const isSameBand = (a: Band, b: Band): boolean =>
  a.low === b.low && a.high === b.high && a.isFromText === b.isFromText;

/** Whether the results of a series came with different ranges. */
export function hasRangeChanged(series: Series): boolean {
  const [first, ...more] = bandSteps(series);
  return first !== undefined && more.some(({ band }) => !isSameBand(band, first.band));
}

/** A y range; `extended` when the fixed one did not hold every point and range (rule 4). */
export type YDomain = { readonly low: number; readonly high: number; readonly isExtended: boolean };

const PADDING = 0.08;
const LEAST_SPAN = 0.1;

/**
 * Rule 4: the fixed range of the measure, extended by 8 % beyond what lies outside; never stretched to the data. Without a
 * fixed range the data in a frame that noise cannot fill: a tenth of the value, or a fifth of the range sent.
 */
export function yDomain(series: Series, partner?: Series): YDomain {
  const both = [series, ...(partner ? [partner] : [])].map(extentOf);
  const [low, high] = [Math.min(...both.map(([from]) => from)), Math.max(...both.map(([, to]) => to))];
  const { axis } = series;
  if (axis === undefined) return ownDomain(low, high, series);
  const pad = (axis[1] - axis[0]) * PADDING;
  return {
    low: low < axis[0] ? low - pad : axis[0],
    high: high > axis[1] ? high + pad : axis[1],
    isExtended: low < axis[0] || high > axis[1],
  };
}

function ownDomain(low: number, high: number, { rows }: Series): YDomain {
  if (low > high) return { low: 0, high: 1, isExtended: false };
  const band = rows.at(-1)?.kind.band;
  const bandSpan = band?.low !== undefined && band.high !== undefined ? band.high - band.low : 0;
  const least = Math.max(LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high)), bandSpan * 0.2) || 1;
  const short = Math.max(0, least - (high - low)) / 2;
  const pad = (high - low + 2 * short) * PADDING;
  const bottom = low - short - pad;
  // What cannot be negative needs no room below zero.
  return { low: low >= 0 ? Math.max(0, bottom) : bottom, high: high + short + pad, isExtended: false };
}

/** Lowest and highest of all points and ranges. */
const extentOf = onceForEach((series): readonly [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const hold = (value: number | undefined): void => {
    if (value === undefined) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  series.values.forEach(hold);
  for (const { band } of new Set(series.rows.map(({ kind }) => kind))) [band?.low, band?.high].forEach(hold);
  return [low, high];
});

/** Both sides of one blood pressure; a side that was not recorded is missing, never 0 (rule 7). */
export type PressureRowPair = { readonly systolic: Row | undefined; readonly diastolic: Row | undefined };

/** Whether the two are one measure: sides sent apart belong together only where an encounter says so (fixture 5). */
export const arePaired = (systolic: Series, diastolic: Series): boolean =>
  systolic.rows.at(-1)?.id === diastolic.rows.at(-1)?.id ||
  [systolic, diastolic].every(({ rows }) => {
    const kind = rows.at(-1)?.kind;
    return kind === undefined || kind.component !== '' || kind.encounter !== '';
  });

/**
 * Drawn systolic and diastolic rows of the same Observation, or sent apart at the same instant of the same encounter,
 * oldest first; each row stands in exactly one pair.
 */
export function pressurePairsOf(systolic: Series, diastolic: Series | undefined): readonly PressureRowPair[] {
  const free = new Map<string, Row[]>();
  for (const row of diastolic?.rows ?? [])
    free.set(pressurePairKey(row), [...(free.get(pressurePairKey(row)) ?? []), row]);
  const both = systolic.rows.map((row): PressureRowPair => ({
    systolic: row,
    diastolic: free.get(pressurePairKey(row))?.shift(),
  }));
  const alone = [...free.values()]
    .flat()
    .map((row): PressureRowPair => ({ systolic: undefined, diastolic: row }));
  return [...both, ...alone].toSorted((a, b) => timeMsOf(a) - timeMsOf(b));
}

/**
 * The same for both sides of one blood pressure, drawn or listed. Rows without an Observation id belong to none that could be
 * known again.
 */
export function pressurePairKey({ id, effective, kind, timeMs }: Row): string {
  if (kind.component === '' && kind.encounter !== '' && kind.precision === 'instant')
    return `\n${timeMs} ${kind.encounter}`;
  return id === '' ? `\n${effective}` : id;
}

/** The same reading under another id (rule 23). */
export const isIdenticalPair = (a: PressureRowPair, b: PressureRowPair): boolean =>
  (['systolic', 'diastolic'] as const).every((side) =>
    a[side] && b[side] ? isIdenticalResult(a[side], b[side]) : a[side] === b[side],
  );

const timeMsOf = ({ systolic, diastolic }: PressureRowPair): number =>
  (systolic ?? diastolic)?.timeMs ?? Number.NaN;
