import { valueText } from '../../../charts/format/valueText.ts';
import type { PatientCard } from '../card/cards.ts';
import { longDateAndTime } from '../patientDates.ts';
import { measurementsTexts } from './measurements.messages.ts';

/** Says the reading before the newest one, with its time of day; '' where there is none. */
export function readingBefore({ before, series, diastolic }: PatientCard, timeZone: string): string {
  if (before === undefined) return '';
  const { row, unit } = before;
  const text = diastolic ? before.text : valueText(row, series);
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  return measurementsTexts('before', { date, value: unit === '' ? text : `${text} ${unit}` });
}
