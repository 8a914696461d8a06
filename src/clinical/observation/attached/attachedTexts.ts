/** Reads what was attached to a result and differs from one to the next, so that it does not belong into a row kind. */
import {
  elementOf,
  elementsOf,
  firstText,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { readMoment } from '../../time/date.ts';

/** A note has its text on one line, cut with "…"; a note in RTF is kept with its control words. */
export type SentNote = {
  readonly text: string;
  readonly author: string;
  /** This is the time as it was sent. */
  readonly time: string;
};

/** These texts belong to one Observation. */
export type AttachedTexts = {
  readonly notes: readonly SentNote[];
  /** This is when the specimen was collected, as it was sent; '' when that is the time of the result or was not sent. */
  readonly collected: string;
  /** This is the oxygen breathed: "on 2 L/min oxygen, FiO2 28 %". */
  readonly oxygen: string;
  /** Other results say this of the specimen. */
  readonly told?: ToldElsewhere | undefined;
  /** The result is dated after the death of the patient. */
  readonly isAfterDeath?: boolean;
  /** It is so long after the death that the date of the death is in doubt. */
  readonly isLongAfterDeath?: boolean;
};

/** These words about the specimen of a result stand with another result: of the same specimen, of its panel, or of the same time. */
export type ToldElsewhere = { readonly words: string; readonly by: 'specimen' | 'panel' | 'time' };

/** A note may have this many characters; the source shows the rest (rule 59). */
export const MAX_NOTE_LENGTH = 280;
const MAX_RTF_LENGTH = 4000;
/** The source shows the others too. */
const MAX_NOTES = 8;

const isRtf = (text: string): boolean => text.includes('{\\rtf');

/** A part of a long text keeps the whole of it in memory, unless it is put together anew. */
const copied = (text: string): string => Array.from(text).join('');

function noteText(note: FhirElement, about: string): string {
  const sent = trimmedText(note['text']);
  const text = isRtf(sent) ? sent.slice(0, MAX_RTF_LENGTH) : shortText(about + sent, MAX_NOTE_LENGTH);
  return sent.length > MAX_NOTE_LENGTH ? copied(text) : text;
}

function readNote(note: FhirElement, text: string): SentNote {
  const author = elementOf(note['authorReference']);
  return {
    text,
    author: shortText(firstText(note['authorString'], author['display'])),
    time: shortText(note['time'], 40),
  };
}

const hasText = ({ text }: FhirElement): boolean => trimmedText(text) !== '';

/** Notes that say the same are shown in the same words, which are kept here once for all results that have them. */
export type ShownWords = { noteWords?: readonly string[] };

/** Returns the first notes, and says with "…" that there are more (rule 59). */
function readNotes(
  sent: readonly FhirElement[],
  about: string,
  keeping: ShownWords = {},
): readonly SentNote[] {
  const notes = sent.filter(hasText);
  const first = notes.slice(0, MAX_NOTES);
  const words = (keeping.noteWords ??= first.map((note) => noteText(note, about)));
  const read = first.map((note, i) => readNote(note, words[i]!));
  return notes.length > MAX_NOTES ? [...read, { text: `${about}…`, author: '', time: '' }] : read;
}

/** Returns the texts that were sent with an Observation and its specimen; undefined when there are none. `keeping` is of these notes. */
export function readAttachedTexts(
  observation: FhirElement,
  specimen: FhirElement,
  more: { readonly oxygen: string; readonly specimenNotes: readonly string[]; readonly timeMs: number },
  keeping: ShownWords = {},
): AttachedTexts | undefined {
  const sources = [observation['note'], specimen['note'], specimen['collection']];
  if (more.oxygen === '' && more.specimenNotes.length === 0 && sources.every((one) => one === undefined))
    return undefined;
  const notes = [
    ...readNotes(elementsOf(observation['note']), '', keeping),
    ...readNotes(elementsOf(specimen['note']), 'specimen: '),
    ...readNotes(
      more.specimenNotes.map((text) => ({ text })),
      'specimen: ',
    ),
  ];
  const collection = elementOf(specimen['collection']);
  const period = elementOf(collection['collectedPeriod']);
  const sent = shortText(firstText(collection['collectedDateTime'], period['end'], period['start']), 40);
  // A specimen is nearly always collected at the time of its result, which says it already.
  const collected = readMoment(sent).timeMs === more.timeMs ? '' : sent;
  if (notes.length === 0 && collected === '' && more.oxygen === '') return undefined;
  return { notes, collected, oxygen: more.oxygen };
}
