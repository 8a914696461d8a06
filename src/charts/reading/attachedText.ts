/** This file puts into words what came with a result: notes and the time of collection (rules 22 and 59). */
import { annotationText } from '../../clinical/events/annotation.ts';
import { shortText } from '../../clinical/fhirElements/shortText.ts';
import { MAX_NOTE_LENGTH, type SentNote } from '../../clinical/observation/attached/attachedTexts.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { dateTimeText } from '../format/dateText.ts';
import type { ChartEntry } from './chartEntries.ts';
import { entryContextText } from './readingText.ts';
import { chartReadingTexts } from './reading.messages.ts';

function momentText(sent: string, timeZone: string): string {
  const { timeMs, precision } = readMoment(sent);
  return precision === 'none' ? sent : dateTimeText(timeMs, precision, timeZone);
}

function noteText({ text, author, time }: SentNote, timeZone: string): string {
  const note = shortText(annotationText(text), MAX_NOTE_LENGTH);
  const origin = [author, time && momentText(time, timeZone)].filter(Boolean).join(', ');
  return origin === ''
    ? chartReadingTexts('note', { note })
    : chartReadingTexts('noteFrom', { note, origin });
}

/** Returns "note: “slightly hemolyzed” (A. Author, 2 Jan 2026, 19:10)", or '' when no note was sent. */
export function rowNoteText({ attached }: Row, timeZone: string): string {
  if (!attached) return '';
  const { notes, collected } = attached;
  return [
    collected && chartReadingTexts('collected', { when: momentText(collected, timeZone) }),
    notes.length > 0 &&
      chartReadingTexts('notes', {
        count: notes.length,
        notes: notes.map((note) => noteText(note, timeZone)).join('; '),
      }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Returns the notes of a result. Those of both sides of a blood pressure are the same, or are joined. */
export const entryNoteText = ({ rows }: ChartEntry, timeZone: string): string =>
  [...new Set(rows.map((row) => rowNoteText(row, timeZone)))].filter(Boolean).join('; ');

/** Returns everything that came with a result, for one cell of a table. */
export const entryAttachedText = (entry: ChartEntry, timeZone: string): string =>
  [entryContextText(entry), entryNoteText(entry, timeZone)].filter(Boolean).join('; ');
