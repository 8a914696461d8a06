/**
 * This file describes the results in the window under a chart: median, lowest and highest, and how many were
 * counted.
 */
import { dateText, dateTimeText, numberText, valueText, countText } from '../../charts/format/format.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import type { NotCounted } from '../../clinical/change/comparableRows.ts';
import type { LineChange } from '../../clinical/series/comparability.ts';
import type { Series } from '../../clinical/series/series.ts';
import {
  windowStatistics,
  type Extreme,
  type WindowStatistics,
} from '../../clinical/change/windowStatistics.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

const CHANGE_TEXT: Readonly<Record<LineChange, string>> = {
  method: 'by another method',
  specimen: 'of another specimen',
  conditions: 'under other conditions',
  unit: 'in another unit',
};

/** Returns the results that are not counted: "1 limit", "2 by another method" (rules 17, 18 and 23). */
export function notCountedParts(notCounted: NotCounted): readonly string[] {
  const { limits, unitInDoubt, preliminary, imprecise, notComparable, change, identical, listed } =
    notCounted;
  return [
    unitInDoubt && `${countText(unitInDoubt)} with a unit in doubt`,
    limits && `${countText(limits)} ${limits === 1 ? 'limit' : 'limits'}`,
    preliminary && `${countText(preliminary)} preliminary`,
    imprecise && `${countText(imprecise)} without an exact time`,
    change && `${countText(notComparable)} ${CHANGE_TEXT[change]}`,
    identical && `${countText(identical)} sent twice`,
    listed && `${countText(listed)} without a point`,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
}

/** Returns "1 limit and 1 preliminary not counted", or '' if all were counted. */
function notCountedText({ notCounted }: WindowStatistics): string {
  const parts = notCountedParts(notCounted);
  const [last, ...others] = parts.toReversed();
  if (last === undefined) return '';
  const list = others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last;
  return `; ${list} not counted`;
}

type StatisticsOptions = {
  readonly window: TimeWindow;
  /** The results are all of the record, so no edge of a window cuts a date. */
  readonly isAll: boolean;
  readonly timeZone: string;
};

const ALL_TIME: TimeWindow = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };

type NamedSide = { readonly series: Series; readonly side: string };

function sideStatisticsText(
  { series, side }: NamedSide,
  { window, isAll, timeZone }: StatisticsOptions,
): string {
  const found = windowStatistics(series, isAll ? ALL_TIME : window, (row) => rowTimeSpan(row, timeZone));
  if (!found) return '';
  const text = window.endMs - window.startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const extreme = ({ row, occurrences }: Extreme) => {
    const date = text(row.timeMs, row.kind.precision, timeZone);
    return `${valueText(row, series)} (${occurrences > 1 ? `first on ${date}` : date})`;
  };
  const unit = series.unitText ? `in ${series.unitText}` : 'without a unit';
  return [
    `${countText(found.count)} ${side}results ${unit}`,
    `median ${numberText(found.medianText)}`,
    `lowest ${extreme(found.lowest)}`,
    `highest ${extreme(found.highest)}${notCountedText(found)}`,
  ].join(', ');
}

/** Returns the statistics in words, or '' if fewer than two results can be compared. */
export function windowStatisticsText(
  series: Series,
  partner: Series | undefined,
  options: StatisticsOptions,
): string {
  const sides = partner
    ? [
        { series, side: 'systolic ' },
        { series: partner, side: 'diastolic ' },
      ]
    : [{ series, side: '' }];
  const parts = sides.map((one) => sideStatisticsText(one, options)).filter(Boolean);
  return parts.length === 0 ? '' : `In this window: ${parts.join('. ')}.`;
}

/** Says why nothing is claimed of the window yet, or '' for a complete record (rules 37 and 39). */
export function noStatisticsText({ ended, complete }: RecordSnapshot): string {
  if (complete) return '';
  return ended
    ? 'No median, lowest or highest: the record could not be read completely.'
    : 'Median, lowest and highest follow when all is read.';
}
