/**
 * This file describes the results in the window under a chart: median, lowest and highest, and how many were
 * counted.
 */
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { numberText, countText } from '../../charts/format/numberText.ts';
import { valueText } from '../../charts/format/valueText.ts';
import { unitOrMissing } from '../../charts/reading/seriesName.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { wordsToCheck, type NotCounted } from '../../clinical/change/comparableRows.ts';
import type { LineChange } from '../../clinical/series/comparability.ts';
import type { Series } from '../../clinical/series/series.ts';
import { windowStatistics, type Extreme } from '../../clinical/change/windowStatistics.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { listText } from '../recordStatus/recordStatusText.ts';
import { statisticsTexts } from './statistics.messages.ts';

const CHANGE_KEYS = {
  method: 'anotherMethod',
  specimen: 'anotherSpecimen',
  conditions: 'otherConditions',
  unit: 'anotherUnit',
} as const satisfies Readonly<Record<LineChange, string>>;

/** Returns the results that are not counted: "1 limit", "2 by another method" (rules 17, 18 and 23). */
export function notCountedParts(notCounted: NotCounted): readonly string[] {
  const { limits, unitInDoubt, preliminary, imprecise, notComparable, change, identical, listed, undated } =
    notCounted;
  return [
    unitInDoubt && statisticsTexts('unitInDoubt', { shown: countText(unitInDoubt) }),
    limits && statisticsTexts('limits', { count: limits, shown: countText(limits) }),
    preliminary && statisticsTexts('preliminary', { shown: countText(preliminary) }),
    imprecise && statisticsTexts('noExactTime', { shown: countText(imprecise) }),
    change && statisticsTexts(CHANGE_KEYS[change], { shown: countText(notComparable) }),
    identical && statisticsTexts('identical', { count: identical, shown: countText(identical) }),
    listed && statisticsTexts('notCharted', { shown: countText(listed) }),
    undated && statisticsTexts('undated', { shown: countText(undated) }),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
}

type StatisticsOptions = {
  readonly window: TimeWindow;
  /** The results are all of the record, so no edge of a window cuts a date. */
  readonly isAll: boolean;
  readonly timeZone: string;
};

const ALL_TIME: TimeWindow = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };

type NamedSide = { readonly series: Series; readonly side: 'systolic' | 'diastolic' | 'only' };

function sideStatisticsText(
  { series, side }: NamedSide,
  { window, isAll, timeZone }: StatisticsOptions,
): string {
  const found = windowStatistics(series, isAll ? ALL_TIME : window, (row) => rowTimeSpan(row, timeZone));
  if (!found) return '';
  const text = window.endMs - window.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const extreme = ({ row, occurrences }: Extreme) => {
    const when = text(row.timeMs, row.kind.precision, timeZone);
    const words = wordsToCheck(row);
    const date = words === '' ? when : statisticsTexts('extremeWhen', { date: when, words });
    const value = valueText(row, series);
    return statisticsTexts(occurrences > 1 ? 'firstExtreme' : 'extreme', { value, date });
  };
  const statistics = statisticsTexts('statistics', {
    shown: countText(found.count),
    side,
    unitKind: series.unitText !== '' ? 'given' : unitOrMissing(series) === '' ? 'none' : 'missing',
    unit: series.unitText,
    median: numberText(found.medianText),
    lowest: extreme(found.lowest),
    highest: extreme(found.highest),
  });
  const counted =
    found.toCheck > 0
      ? statisticsTexts('countedToCheck', { statistics, shown: countText(found.toCheck) })
      : statistics;
  const list = listText(notCountedParts(found.notCounted));
  return list === '' ? counted : statisticsTexts('statisticsNotCounted', { statistics: counted, list });
}

/** Returns the statistics in words, or '' if fewer than two results can be compared. */
export function windowStatisticsText(
  series: Series,
  partner: Series | undefined,
  options: StatisticsOptions,
): string {
  const sides: NamedSide[] = partner
    ? [
        { series, side: 'systolic' },
        { series: partner, side: 'diastolic' },
      ]
    : [{ series, side: 'only' }];
  const parts = sides.map((one) => sideStatisticsText(one, options)).filter(Boolean);
  return parts.length === 0 ? '' : statisticsTexts('inThisWindow', { statistics: parts.join('. ') });
}

/** Says why nothing is claimed of the window yet, or '' for a complete record (rules 37 and 39). */
export function noStatisticsText({ ended, complete }: RecordSnapshot): string {
  if (complete) return '';
  return statisticsTexts(ended ? 'incomplete' : 'loading');
}
