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
  /** The words as they were sent, with the lines of ours among them; none for a report that is not known to be final. */
  readonly words: readonly ReportPart[];
};

/** This is a part of the text of a report. `sent` are those of its words that were sent: all, some or none. */
type ReportPart = { readonly text: string; readonly sent: string };

const NOT_FINAL: ReadonlySet<string> = new Set(['registered', 'partial', 'preliminary']);

const DOCUMENT = careEventsTexts('document', { title: '' });
const UNKNOWN_DOCUMENT = careEventsTexts('documentOfUnknownKind');
const CUTS: ReadonlySet<string> = new Set(
  (['documentCut', 'reportCut'] as const).map((key) =>
    careEventsTexts(key, { text: '' }).split('\n').slice(1).join('\n'),
  ),
);

/** Longview adds its own lines to the words of a report. They are in plain words, in the language of the page. */
function partOf(line: string): ReportPart {
  if (CUTS.has(line)) return { text: careTexts('reportCut'), sent: '' };
  if (line === UNKNOWN_DOCUMENT) return { text: careTexts('reportDocumentOnly'), sent: '' };
  if (!line.startsWith(DOCUMENT)) return { text: line, sent: line };
  const title = line.slice(DOCUMENT.length);
  return { text: careTexts('reportDocument', { title }), sent: title };
}

const isAllSent = ({ text, sent }: ReportPart): boolean => text === sent;

/** Returns the parts of a report's words. Lines that were sent after each other are one part. */
function partsOf(words: string): readonly ReportPart[] {
  const parts: ReportPart[] = [];
  for (const part of words.split('\n').map(partOf)) {
    const last = parts.at(-1);
    const text = `${last?.text ?? ''}\n${part.text}`;
    if (last && isAllSent(last) && isAllSent(part)) parts[parts.length - 1] = { text, sent: text };
    else parts.push(part);
  }
  return parts;
}

function stateOf(event: CareEvent): string {
  const { status, note, missingResultCount: missing } = event;
  if (NOT_FINAL.has(status)) return careTexts('reportNotFinal');
  if (/^cancell?ed$/.test(status)) return careTexts('reportCancelled');
  if (!hasOccurred(event)) return careTexts('reportUnknown');
  if (missing !== undefined) return careTexts('reportResultsMissing');
  if (note === '') return careTexts('reportWithoutWords');
  if (status === 'amended' || status === 'appended') return careTexts('reportAmended');
  return status === 'corrected' ? careTexts('reportCorrected') : '';
}

/** Returns the reports of a record, the newest first. Those that only hold results together are shown with their results. */
export const reportsOf = (events: readonly CareEvent[], timeZone: string): readonly Report[] =>
  newestEventFirst(
    events.filter((event) => event.type === 'DiagnosticReport' && !event.isResultsOnly),
    timeZone,
  ).map((event): Report => ({
    key: event.id,
    date: longDate(event.startMs, event.precision, timeZone) || careTexts('noDate'),
    name: sentName(event),
    state: stateOf(event),
    words: event.note !== '' && hasOccurred(event) && !NOT_FINAL.has(event.status) ? partsOf(event.note) : [],
  }));
