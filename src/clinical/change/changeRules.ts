/**
 * These published rules list a result even where its distance is small. They sort and set no flag. Rules whose original
 * source was not read (a fall of weight over months, sodium in a day, the category of the eGFR) are left out:
 * docs/decisions/0037.
 */
import { isComparableNumber } from '../series/comparability.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import { mayBeYounger } from './patientFacts.ts';
import { conditionChange } from './comparableConditions.ts';
import type { ChangeContext } from './changeBaseline.ts';
import { changeTexts } from './change.messages.ts';
import { lookupTable } from '../fhirElements/lookupTable.ts';

/** This is a rule that a result meets. */
export type RuleMatch = {
  /** The result was compared with this one; undefined for the median of the baseline. */
  readonly reference: Row | undefined;
  /** This is the value of the reference, or the median, in the unit of the series. */
  readonly referenceValue: number;
  /** These words quote the rule: "KDIGO lists 0.3 mg/dL in 48 h". */
  readonly quote: string;
};

type RuleInput = {
  readonly series: Series;
  readonly row: Row;
  readonly median: number | undefined;
  readonly context: ChangeContext;
};

/** A difference of two decimal numbers may miss its limit by the last bit. */
const TOLERANCE = 1e-9;
const atLeast = (value: number, limit: number): boolean => value >= limit - TOLERANCE;

/** Returns the comparable numbers of the time before a result, oldest first. */
function rowsWithin({ series, row, context }: RuleInput, maxAgeMs: number): readonly Row[] {
  const rows: Row[] = [];
  const [fromMs] = context.spanOf(row);
  for (let i = series.rows.length - 1; i >= 0; i--) {
    const earlier = series.rows.at(i)!;
    if (row.timeMs - earlier.timeMs > maxAgeMs) break;
    const isBefore = context.spanOf(earlier)[1] < fromMs;
    if (
      isBefore &&
      isComparableNumber(earlier) &&
      conditionChange(earlier.kind, row.kind, series.analyteId, '') === ''
    )
      rows.unshift(earlier);
  }
  return rows;
}

const lowestOf = (rows: readonly Row[]): Row | undefined => rows.toSorted((a, b) => a.value - b.value)[0];
const highestOf = (rows: readonly Row[]): Row | undefined => rows.toSorted((a, b) => b.value - a.value)[0];

const fromRow = (reference: Row, quote: string): RuleMatch => ({
  reference,
  referenceValue: reference.value,
  quote,
});
const fromMedian = (referenceValue: number, quote: string): RuleMatch => ({
  reference: undefined,
  referenceValue,
  quote,
});

type Rule = (input: RuleInput) => RuleMatch | undefined;

const CREATININE_RISE = lookupTable<number>({ 'mg/dL': 0.3, 'umol/L': 26.5, 'nmol/L': 26_500 });
/** 0.3 mg/dL is 26.53 µmol/L. A converted result is held to the limit in the unit in which it was sent. */
const CONVERTED = 0.999;

// KDIGO 2012, Clinical Practice Guideline for Acute Kidney Injury, statement 2.1.1.
function creatinineRule(input: RuleInput): RuleMatch | undefined {
  const { series, row } = input;
  const rise = CREATININE_RISE[series.unit];
  const limit = rise && rise * (row.kind.isConverted ? CONVERTED : 1);
  const inTwoDays = lowestOf(rowsWithin(input, 48 * HOUR_MS));
  if (limit !== undefined && inTwoDays && atLeast(row.value - inTwoDays.value, limit))
    return fromRow(inTwoDays, changeTexts('creatinineInTwoDays', { rise: `${rise} ${series.unitText}` }));
  const inAWeek = lowestOf(rowsWithin(input, 7 * DAY_MS));
  return inAWeek && inAWeek.value > 0 && atLeast(row.value / inAWeek.value, 1.5)
    ? fromRow(inAWeek, changeTexts('creatinineInAWeek'))
    : undefined;
}

// KDIGO 2024, Clinical Practice Guideline for Chronic Kidney Disease, practice points 2.1.3 to 2.1.5.
const egfrRule: Rule = ({ row, median }) =>
  median !== undefined && median > 0 && Math.abs(row.value / median - 1) > 0.2 + TOLERANCE
    ? fromMedian(median, changeTexts('egfr'))
    : undefined;
const albuminRule: Rule = ({ row, median }) =>
  median !== undefined && median > 0 && atLeast(row.value / median, 2)
    ? fromMedian(median, changeTexts('albumin'))
    : undefined;

const isRaised = ({ value, kind: { flag, band, outsideRange } }: Row): boolean =>
  flag === 'H' ||
  flag === 'HH' ||
  outsideRange === 'above' ||
  value > (band?.high ?? Number.POSITIVE_INFINITY);

// ESC 0/3 h table: more than 20 % from a raised value.
function troponinRule(input: RuleInput): RuleMatch | undefined {
  const before = rowsWithin(input, DAY_MS).at(-1);
  return before &&
    isRaised(before) &&
    before.value > 0 &&
    Math.abs(input.row.value / before.value - 1) > 0.2 + TOLERANCE
    ? fromRow(before, changeTexts('troponin'))
    : undefined;
}

// 4Ts score: a fall of 30 to 50 % is the lower step, more than 50 % the higher.
function plateletRule(input: RuleInput): RuleMatch | undefined {
  const { row, median } = input;
  const isFallFrom = (value: number): boolean => value > 0 && row.value <= value * 0.7 + TOLERANCE;
  const quote = changeTexts('platelets');
  if (median !== undefined && isFallFrom(median)) return fromMedian(median, quote);
  const highest = highestOf(rowsWithin(input, 10 * DAY_MS));
  return highest && isFallFrom(highest.value) ? fromRow(highest, quote) : undefined;
}

const HEMOGLOBIN_FALL = lookupTable<number>({ 'g/dL': 2, 'g/L': 20, 'mmol/L': 1.24 });

// ISTH: a fall of 2 g/dL. The definition of 2022 counts a day.
function hemoglobinRule(input: RuleInput): RuleMatch | undefined {
  const { series, row, median } = input;
  const fall = HEMOGLOBIN_FALL[series.unit];
  if (fall === undefined) return undefined;
  const quote = changeTexts('hemoglobin', { fall: `${fall} ${series.unitText}` });
  if (median !== undefined && atLeast(median - row.value, fall)) return fromMedian(median, quote);
  const highest = highestOf(rowsWithin(input, DAY_MS));
  return highest && atLeast(highest.value - row.value, fall) ? fromRow(highest, quote) : undefined;
}

// European Society of Cardiology, heartfailurematters.org: more than 2 kg in 3 days. It is a rule for adults.
function weightRule(input: RuleInput): RuleMatch | undefined {
  const { series, row, context } = input;
  const { birth, pregnancies } = context.facts;
  const isPregnant = pregnancies.some(({ startMs, endMs }) => startMs <= row.timeMs && row.timeMs <= endMs);
  if (series.unit !== 'kg' || isPregnant || mayBeYounger(birth, 18, row.timeMs)) return undefined;
  const lowest = lowestOf(rowsWithin(input, 3 * DAY_MS));
  return lowest && row.value - lowest.value > 2 + TOLERANCE
    ? fromRow(lowest, changeTexts('weight'))
    : undefined;
}

const RULES: Readonly<Record<string, Rule>> = {
  creat: creatinineRule,
  egfr: egfrRule,
  uacr: albuminRule,
  'tni-hs': troponinRule,
  'tnt-hs': troponinRule,
  plt: plateletRule,
  hgb: hemoglobinRule,
  weight: weightRule,
};

/** Returns the published rule that a result meets; undefined when there is none, and for a limit such as "<5". */
export const ruleMatchOf = (
  series: Series,
  row: Row,
  median: number | undefined,
  context: ChangeContext,
): RuleMatch | undefined =>
  isComparableNumber(row) ? RULES[series.analyteId]?.({ series, row, median, context }) : undefined;
