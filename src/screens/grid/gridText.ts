/** Holds the texts of the grid for results that are missing. */
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { GridView } from './gridFilters.ts';
import { absenceOf, absenceText } from '../../parts/recordStatus/recordStatusText.ts';
import { capital } from '../../parts/events/eventText.ts';
import { gridTexts } from './grid.messages.ts';

/** Rule 38: returns one of five texts: none, none in view, not allowed, failed, still loading; '' if there are results. */
export function gridAbsence(
  record: RecordSnapshot | undefined,
  siteLabel: string,
  { seriesRowCount, columns, hiddenTexts }: GridView,
): string {
  if (seriesRowCount > 0 && columns.length > 0) return '';
  const isEmpty = record === undefined || record.series.length === 0;
  if (!isEmpty) return gridTexts(hiddenTexts.length > 0 ? 'allHidden' : 'noneInView');
  const [reason, absence] = [absenceOf(record), absenceText(record, siteLabel)];
  return reason === 'loading' || reason === 'none'
    ? gridTexts('absence', { absence: capital(absence) })
    : gridTexts('resultsAbsence', { absence });
}

/** Rule 37: every table says that the record is incomplete. */
export const isIncomplete = (record: RecordSnapshot | undefined): boolean =>
  record?.ended === true && !record.complete;
