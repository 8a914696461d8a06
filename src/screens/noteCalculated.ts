/** The newest of each calculated value for a note or a page: marked as one, and with what it was calculated from (rule 25). */
import { valueText } from '../charts/format.ts';
import { latestIndex, previous } from '../clinical/curve.ts';
import type { Derived } from '../clinical/derived.ts';
import { CALCULATED, inputsWords } from './calculatedWords.ts';
import { momentText, outsideWords, type NoteLine } from './noteLine.ts';
import type { TimeWindow } from './recordWindow.ts';

function lineOf(
  { rule, series, inputsAt }: Derived,
  timeZone: string,
  window: TimeWindow | undefined,
): NoteLine[] {
  const at = series ? latestIndex(series) : -1;
  const row = series?.rows.at(at);
  if (!series || !row || at < 0) return [];
  const before = previous(series);
  const beforeText =
    before &&
    `${valueText(before, series)} ${series.unitText} on ${momentText(before.timeMs, before.kind, timeZone)}`;
  const outside = before ? outsideWords(before, window, timeZone) : '';
  return [
    {
      name: rule.name,
      value: valueText(row, series),
      unit: series.unitText,
      flag: 'calculated',
      range: '',
      isOutside: outsideWords(row, window, timeZone) !== '',
      when: momentText(row.timeMs, row.kind, timeZone),
      before: [beforeText, outside && `(${outside})`].filter(Boolean).join(' '),
      remarks: [
        outsideWords(row, window, timeZone),
        `${CALCULATED} from ${inputsWords(inputsAt(at), timeZone)}`,
      ].filter(Boolean),
    },
  ];
}

/** Of those asked for by their own id, or whose inputs all were; all of them without `seriesIds`. */
export function calculatedLines(
  derived: readonly Derived[],
  timeZone: string,
  window: TimeWindow | undefined,
  seriesIds?: readonly string[],
): readonly NoteLine[] {
  const isAsked = ({ rule }: Derived): boolean =>
    seriesIds === undefined ||
    seriesIds.includes(rule.id) ||
    rule.inputs.every(({ id }) => seriesIds.includes(id));
  return derived.filter(isAsked).flatMap((one) => lineOf(one, timeZone, window));
}
