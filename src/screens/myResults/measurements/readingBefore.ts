import { valueText } from '../../../charts/format/valueText.ts';
import { isNotedAsDoubtful } from '../../../clinical/observation/attached/attachedWords.ts';
import type { PatientCard } from '../card/cards.ts';
import { convertedSentence, thatAmountSentence } from '../card/cardSentences.ts';
import { shouldBeChecked } from '../card/doubts.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDateAndTime } from '../patientDates.ts';
import { measurementsTexts } from './measurements.messages.ts';

/** Says the reading before the newest one, with its time of day, and that its value should be checked; '' where there is none. */
export function readingBefore({ before, series, diastolic }: PatientCard, timeZone: string): string {
  if (before === undefined) return '';
  const { row, unit } = before;
  const text = diastolic ? before.text : valueText(row, series);
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  const said = measurementsTexts('before', { date, value: unit === '' ? text : `${text} ${unit}` });
  return [
    said,
    convertedSentence(before),
    thatAmountSentence(before),
    shouldBeChecked(row.kind) && myResultsTexts('thatToBeChecked'),
    isNotedAsDoubtful(row) && myResultsTexts('thatDoubted'),
  ]
    .filter(Boolean)
    .join(' ');
}
