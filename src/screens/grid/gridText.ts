/** Holds the texts of the grid for results that are missing. */
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { GridView } from './gridFilters.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';

/** Rule 38: returns one of five texts: none, none in view, not allowed, failed, still loading; '' if there are results. */
export function gridAbsence(
  record: RecordSnapshot | undefined,
  siteLabel: string,
  { seriesRowCount, columns, hiddenTexts }: GridView,
): string {
  if (seriesRowCount > 0 && columns.length > 0) return '';
  const isEmpty = record === undefined || record.series.length === 0;
  if (!isEmpty)
    return `No result in this view${hiddenTexts.length > 0 ? '; the filters hide all of them' : ''}.`;
  const text = absenceText(record, siteLabel);
  const subject = text === 'loading' || text.startsWith('no ') ? '' : 'results ';
  return capital(`${subject}${text}.`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Rule 37: every table says that the record is incomplete. */
export const isIncomplete = (record: RecordSnapshot | undefined): boolean =>
  record?.ended === true && !record.complete;
