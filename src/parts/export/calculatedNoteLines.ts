/** This file makes note lines of the newest calculated values, each marked as calculated, with its inputs (rule 25). */
import { valueText } from '../../charts/format/valueText.ts';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { latestIndex, previous } from '../../clinical/series/newest/latest.ts';
import type { DerivedSeries } from '../../clinical/derived/derived.ts';
import { CALCULATED, calculatedConcurrentText, inputsText } from '../results/calculatedText.ts';
import { noteTimeText, outsideWindowText, type NoteLine } from './noteLine.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { noteTexts } from './note.messages.ts';

function calculatedLineOf(
  { rule, series, inputsAt }: DerivedSeries,
  timeZone: string,
  window: TimeWindow | undefined,
): NoteLine[] {
  const at = series ? latestIndex(series) : -1;
  const row = series?.rows.at(at);
  if (!series || !row || at < 0) return [];
  const before = previous(series);
  const beforeText =
    before &&
    [
      valueText(before, series),
      series.unitText,
      noteTexts('on', { when: noteTimeText(before.timeMs, before.kind, timeZone) }),
    ].join(' ');
  const outside = outsideWindowText(row, window, timeZone);
  const outsideBefore = outside === '' && before ? outsideWindowText(before, window, timeZone) : '';
  return [
    {
      name: rule.name,
      value: valueText(row, series),
      unit: series.unitText,
      flag: noteTexts('calculated'),
      range: '',
      isOutside: outside !== '',
      timeText: noteTimeText(row.timeMs, row.kind, timeZone),
      previous: [beforeText, outsideBefore && `(${outsideBefore})`].filter(Boolean).join(' '),
      remarks: [
        outside,
        noteTexts('calculatedFrom', { calculated: CALCULATED, inputs: inputsText(inputsAt(at), timeZone) }),
        calculatedConcurrentText(row, series),
      ].filter(Boolean),
    },
  ];
}

/**
 * Returns the calculated values that `seriesIds` names, or whose inputs it names; either side names a blood
 * pressure. Without `seriesIds` it returns all of them.
 */
export function calculatedNoteLines(
  derived: readonly DerivedSeries[],
  timeZone: string,
  window: TimeWindow | undefined,
  seriesIds?: readonly string[],
): readonly NoteLine[] {
  const requestedIds = seriesIds?.flatMap((id) => {
    const pair = pressureSeriesPairOf(id);
    return pair ? [pair.systolic, pair.diastolic] : [id];
  });
  const isRequested = ({ rule }: DerivedSeries): boolean =>
    requestedIds === undefined ||
    requestedIds.includes(rule.id) ||
    rule.inputs.every(({ id }) => requestedIds.includes(id));
  return derived.filter(isRequested).flatMap((one) => calculatedLineOf(one, timeZone, window));
}
