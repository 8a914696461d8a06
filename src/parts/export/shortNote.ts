/** This file collects what a short note says: of what changed, of one clinical group, or of the whole record. */
import { countText } from '../../charts/format/numberText.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import type { ChangeItem } from '../changes/changesList.ts';
import { baselineText } from '../changes/baselineText.ts';
import { differenceText, listingReasonText } from '../changes/changesText.ts';
import { countsText, noChangesText } from '../changes/comparedText.ts';
import { sinceSentence, sinceTimeText } from '../changes/sinceText.ts';
import type { ChangeSummary } from '../changes/useChangeSummary.ts';
import { nameQualifiers } from '../results/nameQualifiers.ts';
import { recordNoun } from '../recordStatus/recordStatusText.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { exportHeader, type ExportSource } from './exportHeader.ts';
import type { ExportEvents } from './exportEvents.ts';
import { noteLineOf, type NoteFacts } from './noteFacts.ts';
import type { NoteLine } from './noteLine.ts';
import { selectForNote, type NoteScope, type NoteSelection } from './noteSelection.ts';
import { noteTexts } from './note.messages.ts';

export type ShortNoteOptions = {
  readonly scope: NoteScope;
  readonly changes: ChangeSummary | undefined;
  readonly window: TimeWindow | undefined;
  /** Infinity leaves no test out. */
  readonly maxTests: number;
};

/** More changes of the medication would hide the results. */
const MAX_MEDICATION_CHANGES = 5;

function notComparedText({ ended, complete }: ExportSource['record'], compared: unknown): string {
  if (compared !== undefined) return '';
  if (complete) return noteTexts('notCompared', { reason: noteTexts('nothingCharted') });
  return noteTexts('notCompared', { reason: noteTexts(ended ? 'incompleteRecord' : 'stillLoading') });
}

/** Returns the line above the tests. A note without a test says below it of how many tests nothing changed. */
function titleOf(
  { scope, changes }: ShortNoteOptions,
  { record, timeZone }: ExportSource,
  isEmpty: boolean,
): string {
  if (scope.kind === 'group') return noteTexts('group', { group: scope.group });
  if (scope.kind === 'all') return '';
  const compared = changes?.compared;
  if (!compared) return notComparedText(record, compared);
  const { since, newestMs, list } = compared;
  const sentence = sinceSentence(since, newestMs, timeZone);
  return isEmpty
    ? noteTexts('changedSinceAlone', { since: sentence })
    : noteTexts('changedSince', { since: sentence, counts: countsText(list) });
}

/** Says how far a result is from the patient's baseline, and why it is listed. */
function changeRemarks(item: ChangeItem, timeZone: string): readonly string[] {
  const difference = differenceText(item);
  const baseline = baselineText(item, timeZone);
  return [
    difference ? noteTexts('fromBaseline', { difference, baseline }) : baseline,
    listingReasonText(item, timeZone),
  ].filter(Boolean);
}

function linesOf(
  { entries }: NoteSelection,
  { record, timeZone }: ExportSource,
  items: readonly ChangeItem[],
): readonly NoteLine[] {
  const qualifiers = nameQualifiers(record.series);
  return entries.flatMap((entry) => {
    const name = [entry.name, qualifiers.get(entry.id)].filter(Boolean).join(', ');
    const line = noteLineOf(name, entry, record, timeZone, undefined);
    const item = items.find(({ id }) => id === entry.id);
    if (!line) return [];
    return [item ? { ...line, remarks: [...line.remarks, ...changeRemarks(item, timeZone)] } : line];
  });
}

/** Names the changes of the medication in the same time, and says which list they come from. */
function medicationOf(changes: ChangeSummary): ExportEvents {
  const { compared, medication, medicationStatus, isMedicationListIncomplete } = changes;
  if (!compared) return { lines: [], omissions: [] };
  if (!medication)
    return { lines: [], omissions: [noteTexts('medicationNotKnown', { status: medicationStatus })] };
  const list = noteTexts(isMedicationListIncomplete ? 'partOfMedicationList' : 'medicationList');
  const { since, last } = medication;
  const textOf = ({ text, whenText }: (typeof since)[number]) => `${text}, ${whenText}`;
  const more = since.length - MAX_MEDICATION_CHANGES;
  if (since.length === 0)
    return {
      lines: [],
      omissions: [
        last
          ? noteTexts('noMedicationChangeSince', { change: textOf(last), list })
          : noteTexts('noMedicationChange', { list }),
      ],
    };
  return {
    lines: since
      .slice(0, MAX_MEDICATION_CHANGES)
      .map((change) => ({ lane: 'medication', text: textOf(change) })),
    omissions: [
      more > 0
        ? noteTexts('moreMedicationChanges', { count: more, shown: countText(more), list })
        : noteTexts('medicationFrom', { list }),
    ],
  };
}

const NO_EVENTS: ExportEvents = { lines: [], omissions: [] };

/** Says why a note has no test. Nothing is called unchanged that was not compared. */
function emptyText({ scope, changes }: ShortNoteOptions, { record, timeZone }: ExportSource): string {
  if (!record.complete) return noteTexts('noResultsRead');
  const compared = scope.kind === 'changed' ? changes?.compared : undefined;
  if (compared)
    return noChangesText(compared.list, sinceTimeText(compared.since, compared.newestMs, timeZone));
  return noteTexts('noResults', { record: recordNoun(record) });
}

/** Returns the facts of a short note. What it leaves out is said in it. */
export function shortNoteFacts(source: ExportSource, options: ShortNoteOptions): NoteFacts {
  const { record, timeZone } = source;
  const { scope, changes, window, maxTests } = options;
  const isChanged = scope.kind === 'changed';
  const selection = selectForNote(scope, { series: record.series, changes, window, timeZone }, maxTests);
  const { leftOutCount } = selection;
  const medication = isChanged && changes ? medicationOf(changes) : NO_EVENTS;
  const lines = linesOf(selection, source, isChanged ? (changes?.compared?.list.items ?? []) : []);
  const omissions = [
    leftOutCount > 0
      ? noteTexts('moreTests', { count: leftOutCount, shown: countText(leftOutCount), scope: scope.kind })
      : '',
    scope.kind === 'all' ? noteTexts('noEvents') : '',
    ...medication.omissions,
  ];
  return {
    head: exportHeader(source),
    windowText: plainLine(titleOf(options, source, lines.length === 0)),
    lines,
    calculated: [],
    events: medication.lines,
    omissions: omissions.filter(Boolean),
    empty: emptyText(options, source),
  };
}
