/** This file chooses the earlier results that a result is compared with, and says which ones it leaves out and why. */
import { isFinal, isIdenticalResult } from '../series/comparability.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';
import {
  acuteStayOf,
  baselineEndsOf,
  GREATEST_AGE_MS,
  MAX_EXCLUDED,
  type BaselineEnd,
  type EndReason,
} from './baselineEnds.ts';
import { conditionChange, type ConditionChange } from './comparableConditions.ts';
import type { GrowthReason } from './growthComparison.ts';
import type { KnownSpanOf } from './comparableRows.ts';
import { medianOf } from './median.ts';
import type { PatientFacts } from './patientFacts.ts';
import { variationOfSeries } from './variationTable.ts';

/** The context says since when results count as new, and how times are known on the screen. */
export type ChangeContext = {
  /** Results that were certainly measured after this moment are new. It is in epoch ms. */
  readonly sinceMs: number;
  readonly spanOf: KnownSpanOf;
  /** Returns a key that results of one calendar day share. */
  readonly dayOf: (row: Row) => string;
  readonly facts: PatientFacts;
};

/** An earlier result is left out for one of these reasons. */
/* oxlint-disable longview/texts-in-catalogs -- these are reasons, and no texts */
export type LeftOutReason =
  | ConditionChange
  | EndReason
  | GrowthReason
  | 'limit'
  | 'too old'
  | 'near admission';
/* oxlint-enable longview/texts-in-catalogs */

/** This is an earlier result that was not compared. */
export type ExcludedResult = { readonly row: Row; readonly reason: LeftOutReason };

/** These are the results that a result is compared with. */
export type Baseline = {
  /** The rows stand oldest first. */
  readonly rows: readonly Row[];
  /** There is one value for each day, in the unit of the series. */
  readonly values: readonly number[];
  /** In a stay the baseline is from before the admission, or else it is the first result of the stay. */
  readonly kind: 'earlier' | 'before-admission' | 'first-of-stay';
};

/** This is the baseline, if there is one, and the newest results that were left out, newest first. */
export type BaselineChoice = {
  readonly baseline: Baseline | undefined;
  readonly excluded: readonly ExcludedResult[];
};

const MAX_DAYS = 10;
const MIN_DAYS = 3;
const USUAL_AGE_MS = 365 * DAY_MS;
const NEAR_ADMISSION_MS = 7 * DAY_MS;

type Candidates = { readonly rows: Row[]; readonly excluded: ExcludedResult[] };

/**
 * Returns the baseline of a result: the newest 3 to 10 days with results before the moment, within 365 days, or within
 * 730 when these are fewer than 3. In a stay it is what was measured 7 to 365 days before the admission, else the first
 * result of the stay. Only final numbers that can be compared with the result take part, each once (rules 18, 20, 23
 * and 34), and none from before the end of a steady state.
 */
export function baselineOf(series: Series, row: Row, context: ChangeContext): BaselineChoice {
  const stay = acuteStayOf(row, context.facts);
  if (stay === undefined) {
    const { rows, excluded } = candidatesBefore(series, row, context);
    return { baseline: baselineFrom(rows, row, 'earlier', context), excluded };
  }
  const found = candidatesBefore(series, row, context);
  const before = found.rows.filter(({ timeMs }) => timeMs < stay.startMs - NEAR_ADMISSION_MS);
  const near = found.rows.filter(
    ({ timeMs }) => timeMs >= stay.startMs - NEAR_ADMISSION_MS && timeMs < stay.startMs,
  );
  const excluded = [
    // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
    ...near.map((one): ExcludedResult => ({ row: one, reason: 'near admission' })).toReversed(),
    ...found.excluded,
  ];
  const usual = before.filter(({ timeMs }) => timeMs >= row.timeMs - USUAL_AGE_MS);
  if (usual.length > 0) return { baseline: baselineFrom(usual, row, 'before-admission', context), excluded };
  const inStay = candidatesBefore(series, row, { ...context, sinceMs: context.spanOf(row)[0] - 1 });
  const first = inStay.rows.find(({ timeMs }) => timeMs >= stay.startMs);
  const baseline: Baseline | undefined = first && {
    rows: [first],
    values: [first.value],
    kind: 'first-of-stay',
  };
  return { baseline, excluded: baseline ? excluded : [...excluded, ...inStay.excluded] };
}

/** Returns the comparable results at or before the moment, oldest first, and those left out, newest first. */
function candidatesBefore(series: Series, newest: Row, context: ChangeContext): Candidates {
  const { sinceMs, spanOf } = context;
  const ends = baselineEndsOf(series, newest, context.facts);
  const [rows, excluded]: [Row[], ExcludedResult[]] = [[], []];
  const days = new Set<string>();
  for (let i = series.rows.length - 1; i >= 0 && days.size <= MAX_DAYS; i--) {
    const row = series.rows.at(i)!;
    if (!isFinal(row) || spanOf(row)[1] > sinceMs || row.timeMs > newest.timeMs) continue;
    const isTooOld = newest.timeMs - row.timeMs > GREATEST_AGE_MS;
    // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
    const reason = isTooOld ? 'too old' : whyExcluded(series, row, newest, ends, context);
    if (reason === '') {
      rows.push(row);
      days.add(context.dayOf(row));
    } else if (excluded.length < MAX_EXCLUDED) excluded.push({ row, reason });
    if (isTooOld) break;
  }
  return { rows: rows.toReversed(), excluded };
}

function whyExcluded(
  series: Series,
  row: Row,
  newest: Row,
  ends: readonly BaselineEnd[],
  { spanOf }: ChangeContext,
): LeftOutReason | '' {
  const fasting = variationOfSeries(series)?.fasting ?? '';
  const change = conditionChange(row.kind, newest.kind, series.analyteId, fasting);
  if (change !== '') return change;
  const [fromMs] = spanOf(row);
  const end = ends.find(({ atMs }) => fromMs < atMs);
  if (end !== undefined) return end.reason;
  return row.kind.comparator === '' ? '' : 'limit';
}

function baselineFrom(
  candidates: readonly Row[],
  newest: Row,
  kind: Baseline['kind'],
  { dayOf }: ChangeContext,
): Baseline | undefined {
  const daysOf = (maxAgeMs: number) =>
    daysWithin(
      candidates.filter(({ timeMs }) => newest.timeMs - timeMs <= maxAgeMs),
      dayOf,
    );
  const usual = daysOf(USUAL_AGE_MS);
  const days = (usual.length < MIN_DAYS ? daysOf(GREATEST_AGE_MS) : usual).slice(-MAX_DAYS);
  if (days.length === 0) return undefined;
  return { rows: days.flat(), values: days.map(dayValue), kind };
}

/** Puts the results of one day together, oldest first. The same result under two ids counts once. */
function daysWithin(rows: readonly Row[], dayOf: ChangeContext['dayOf']): readonly Row[][] {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = days.get(dayOf(row)) ?? [];
    days.set(dayOf(row), day);
    if (!day.some((one) => isIdenticalResult(one, row))) day.push(row);
  }
  return [...days.values()];
}

const dayValue = (rows: readonly Row[]): number =>
  medianOf(rows.map(({ value }) => value).toSorted((a, b) => a - b)) ?? Number.NaN;
