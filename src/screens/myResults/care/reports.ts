/** Says the reports with their words, of which only those are shown that are final (rule 34). */
import type { CareEvent } from '../../../clinical/events/careEvent.ts';
import { careEventsTexts } from '../../../clinical/events/careEvents.messages.ts';
import { hasOccurred } from '../../../clinical/events/eventOccurrence.ts';
import { longDate } from '../patientDates.ts';
import { careTexts } from './care.messages.ts';
import { newestEventFirst, sentName } from './visits.ts';

export type Report = {
  readonly key: string;
  readonly date: string;
  /** The name stands as it was sent; '' without a name. */
  readonly name: string;
  /** Says in place of the words why there are none, or that they were corrected; '' where nothing is to say. */
  readonly state: string;
  /** The words as they were sent; '' for a report that is not known to be final. */
  readonly words: string;
};

const NOT_FINAL: ReadonlySet<string> = new Set(['registered', 'partial', 'preliminary']);
const CORRECTED: ReadonlySet<string> = new Set(['amended', 'corrected']);

const DOCUMENT = careEventsTexts('document', { title: '' });
const UNKNOWN_DOCUMENT = careEventsTexts('documentOfUnknownKind');
const CUTS: ReadonlySet<string> = new Set(
  (['documentCut', 'reportCut'] as const).map((key) =>
    careEventsTexts(key, { text: '' }).split('\n').slice(1).join('\n'),
  ),
);

/** Longview adds these plain words to those of a report. */
const lineWords = (line: string): string => {
  if (CUTS.has(line)) return careTexts('reportCut');
  if (line === UNKNOWN_DOCUMENT) return careTexts('reportDocumentOnly');
  return line.startsWith(DOCUMENT)
    ? careTexts('reportDocument', { title: line.slice(DOCUMENT.length) })
    : line;
};

function stateOf(event: CareEvent): string {
  const { status, note } = event;
  if (NOT_FINAL.has(status)) return careTexts('reportNotFinal');
  if (/^cancell?ed$/.test(status)) return careTexts('reportCancelled');
  if (!hasOccurred(event)) return careTexts('reportUnknown');
  if (note === '') return careTexts('reportWithoutWords');
  return CORRECTED.has(status) ? careTexts('reportCorrected') : '';
}

/** Returns the reports of a record, the newest first. Those that only hold results together are shown with their results. */
export const reportsOf = (events: readonly CareEvent[], timeZone: string): readonly Report[] =>
  newestEventFirst(events.filter((event) => event.type === 'DiagnosticReport' && !event.isResultsOnly)).map(
    (event): Report => ({
      key: event.id,
      date: longDate(event.startMs, event.precision, timeZone) || careTexts('noDate'),
      name: sentName(event),
      state: stateOf(event),
      words:
        hasOccurred(event) && !NOT_FINAL.has(event.status)
          ? event.note.split('\n').map(lineWords).join('\n')
          : '',
    }),
  );
