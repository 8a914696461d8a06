/** This file says what a result is compared with: its baseline, or why there is none. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Baseline } from '../../clinical/change/changeBaseline.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { countText, numberText } from '../../charts/format/numberText.ts';
import { valueText } from '../../charts/format/valueText.ts';
import { changesTexts } from './changes.messages.ts';
import { differenceFrom, isNumber, medianDigits } from './changeNumbers.ts';
import { growthSentence, growthText } from './growth/growthChangeText.ts';
import { REASON_TEXT, TOO_FEW } from './noDistanceReasons.ts';
import type { ChangeItem } from './changesList.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** Returns "4.7" or "149/80"; '' without a median. */
function medianText({ change: { baseline, series, decimals }, pressure }: ChangeItem): string {
  if (!pressure) return numberText(medianDigits(baseline, series, decimals));
  return [pressure.systolic, pressure.diastolic]
    .map(({ median }) => (median === '' ? '–' : numberText(median)))
    .join('/');
}

const dayOf = ({ timeMs, kind }: Row, timeZone: string): string => dateText(timeMs, kind.precision, timeZone);

/** Days are named for earlier results of this time; months are enough for older ones. */
const NAME_DAYS_MS = 45 * DAY_MS;

/**
 * Returns when earlier results were measured: "Feb–Jun 2026", "Nov 2025–Jun 2026", or "3 Nov–10 Nov 2026" shortly before
 * the result. A year is said once, and never left out.
 */
function earlierPeriodText(rows: readonly Row[], newest: Row, timeZone: string): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return '';
  const isNear = newest.timeMs - first.timeMs <= NAME_DAYS_MS;
  const textOf = ({ timeMs, kind: { precision } }: Row): string => {
    const isDayNamed = isNear || rows.length === 1;
    const day = dateText(timeMs, precision, timeZone);
    return isDayNamed || precision === 'year' ? day : day.split(' ').slice(-2).join(' ');
  };
  const [from, to] = [textOf(first), textOf(last)];
  if (from === to) return to;
  const year = to.slice(-5);
  const isOneYear = from.endsWith(year) && from.length > year.length && to.length > year.length;
  return `${isOneYear ? from.slice(0, -year.length) : from}–${to}`;
}

/** Returns "5 results", "12 results on 5 days" or "1 earlier result". */
export function countOfResults({ rows, values }: Baseline): string {
  if (rows.length === 1) return changesTexts('oneEarlierResult');
  const count = countText(rows.length);
  const results = changesTexts(values.length < 3 ? 'earlierResults' : 'results', { count });
  const days = values.length;
  return rows.length === days ? results : changesTexts('onDays', { results, days, shown: countText(days) });
}

const NAMES = {
  earlier: ['oneEarlierName', 'medianName'],
  'before-admission': ['oneBeforeAdmissionName', 'medianBeforeAdmissionName'],
  'first-of-stay': ['firstOfStayName', 'firstOfStayName'],
} as const;

/** Returns "baseline 0.72 (median of 5 results, Feb–Jun 2026)", or names the one earlier result with its date. */
function baselineName(item: ChangeItem, baseline: Baseline, timeZone: string): string {
  const { kind, rows } = baseline;
  return changesTexts(NAMES[kind][rows.length === 1 ? 0 : 1], {
    median: medianText(item),
    period: earlierPeriodText(rows, item.change.row, timeZone),
    results: countOfResults(baseline),
  });
}

/** Returns what a result is compared with, for a narrow place: "baseline 0.72 (median of 5), Feb–Jun 2026". */
export function baselineText(item: ChangeItem, timeZone: string): string {
  const { baseline, row, before, series, noDistanceReason, growth } = item.change;
  if (growth) return growthText(growth, timeZone);
  if (baseline) {
    const { rows, values, kind } = baseline;
    const [median, period] = [medianText(item), earlierPeriodText(rows, row, timeZone)];
    const count = String(values.length);
    if (kind === 'first-of-stay') return changesTexts('firstOfStay', { median, period });
    const isBeforeAdmission = kind === 'before-admission';
    return rows.length === 1
      ? changesTexts(isBeforeAdmission ? 'oneBeforeAdmission' : 'oneEarlier', { median, period })
      : changesTexts(isBeforeAdmission ? 'medianBeforeAdmission' : 'medianOfResults', {
          count,
          median,
          period,
        });
  }
  const reason = REASON_TEXT[noDistanceReason || TOO_FEW];
  return before
    ? changesTexts('wasAndNotCompared', {
        value: valueText(before, series),
        date: dayOf(before, timeZone),
        reason,
      })
    : changesTexts('notComparedBecause', { reason });
}

/** Returns "baseline 0.72 (median of 5)" for the one line of the strip. The period stands in the tooltip and the sentence. */
export function baselineInStrip(item: ChangeItem, timeZone: string): string {
  const { baseline, growth } = item.change;
  if (growth || !baseline) return baselineText(item, timeZone);
  const { kind, rows, values } = baseline;
  const median = medianText(item);
  if (kind === 'first-of-stay') return changesTexts('firstOfStayInStrip', { median });
  // One earlier result has no other date, so it keeps its own.
  if (rows.length === 1) return baselineText(item, timeZone);
  const isBeforeAdmission = kind === 'before-admission';
  return changesTexts(isBeforeAdmission ? 'medianBeforeAdmissionInStrip' : 'medianInStrip', {
    median,
    count: String(values.length),
  });
}

/** Returns "0.26 above baseline 0.72 (median of 5 results, Feb–Jun 2026)"; '' without a baseline, and for a limit. */
export function comparisonText(item: ChangeItem, timeZone: string): string {
  const { row, series, baseline, decimals, growth } = item.change;
  if (growth) return growthSentence(growth, timeZone);
  const median = medianDigits(baseline, series, decimals);
  if (!baseline || median === '' || !isNumber(row)) return '';
  const { difference, size } = differenceFrom(row, series, median, decimals);
  const basis = {
    // The side that is farther from its baseline is named.
    side: item.pressure?.fartherSide ?? 'none',
    baseline: baselineName(item, baseline, timeZone),
  };
  if (difference === 0) return changesTexts('equalTo', basis);
  return changesTexts(difference > 0 ? 'above' : 'below', { ...basis, size });
}
