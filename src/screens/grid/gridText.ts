/** What the grid says where it has nothing to show, and at its edges. */
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { GridView } from './gridFilters.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';

/** Rule 38: five different texts for none, none in view, not allowed, failed and still loading; '' where there are results. */
export function gridAbsence(
  record: RecordSnapshot | undefined,
  siteLabel: string,
  { shownLines, columns, hides }: GridView,
): string {
  if (shownLines > 0 && columns.length > 0) return '';
  const isEmpty = record === undefined || record.series.length === 0;
  if (!isEmpty) return `No result in this view${hides.length > 0 ? '; the filters hide all of them' : ''}.`;
  const text = absenceText(record, siteLabel);
  const subject = text === 'loading' || text.startsWith('no ') ? '' : 'results ';
  return capital(`${subject}${text}.`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Rule 37: every table says that something is missing. */
export const isIncomplete = (record: RecordSnapshot | undefined): boolean =>
  record?.ended === true && !record.complete;
