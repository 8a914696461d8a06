/** Says of a result what a reader must know beside its value, in a card and in the table alike. */
import { annotationText } from '../../../clinical/events/annotation.ts';
import { shortText } from '../../../clinical/fhirElements/shortText.ts';
import { MAX_NOTE_LENGTH } from '../../../clinical/observation/attached/attachedTexts.ts';
import { isSentAsAbsent } from '../../../clinical/observation/attached/attachedWords.ts';
import { observationTexts } from '../../../clinical/observation/observation.messages.ts';
import type { Reason, Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { amountTime } from '../units/amountTime.ts';
import { patientOriginal } from '../units/patientUnits.ts';
import { isWithheld } from './absence.ts';
import type { GivenBy } from './cards.ts';
import {
  hasDoubtfulDate,
  hasDoubtfulUnit,
  hasNoUnit,
  hasOddParts,
  hasUnknownStatus,
  hasUnusualValue,
  wasReplaced,
} from './doubts.ts';
import { isOfGroup, withoutGroupNote } from './marks/groupMark.ts';
import { shorthandMeaning } from './labShorthand.ts';
import { isNotFinal } from './notFinal.ts';

// These words are ours. The reading of a record sets them among those that were sent, in English, and a reader is told them as ours.
const OFF_SCALE = [
  { words: observationTexts('offScaleHigh'), side: 'above' },
  { words: observationTexts('offScaleLow'), side: 'below' },
] as const;
const sampleWords = (code: string): string =>
  observationTexts('specimenStatus', { status: code.replaceAll('-', ' ') });
const SAMPLE = [
  { words: sampleWords('unsatisfactory'), key: 'badSample' },
  { words: sampleWords('entered-in-error'), key: 'sampleInError' },
] as const;
const wordsIn = (list: string): readonly string[] => list.split(', ');
const without = (list: string, ours: readonly { readonly words: string }[]): string =>
  wordsIn(list)
    .filter((one) => ours.every(({ words }) => words !== one))
    .join(', ');

/** Returns the keys of what our words among those of the sample say. */
const sampleKeys = (kinds: readonly RowKind[]) =>
  SAMPLE.filter(({ words }) => kinds.some(({ condition }) => wordsIn(condition).includes(words))).map(
    ({ key }) => key,
  );

const distinct = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((text) => text !== '')),
];

/** A number of a table, a dash, "N/A" and "F", for final, mark nothing. Another letter and a star do, although they say little to a reader. */
const A_MARK = /^(?!(?:n\/?a|f)$).*[\p{L}*!+#]/iu;

/** Returns the words of a mark that names no side, such as "Positive", or its code where it was sent alone; '' without one. */
function sentMark({ flag, flagText }: RowKind): string {
  const words = without(withoutGroupNote(flagText), OFF_SCALE);
  return flag === 'other' && A_MARK.test(words) ? words : '';
}

/** These words and codes of a mark say that nothing was found, or that nothing is unusual. A single letter may mean too much. */
const CALM_MARK =
  /^(?:neg|n[dr]|exp|(?:normal|negative|absent|susceptible|sensitive|expected|better)|(?:not|none) (?:detected|found|seen)|non-? ?reactive|(?:within|in) (?:normal )?(?:range|limits)|no growth)$/i;

/** Returns whether a result was marked in a way that names no side and is no comfort, such as "Worse" or off the scale of the test. */
export const isMarkedOtherwise = (kind: RowKind): boolean =>
  wordsIn(sentMark(kind)).some((words) => words !== '' && !CALM_MARK.test(words)) ||
  OFF_SCALE.some(({ words }) => wordsIn(withoutGroupNote(kind.flagText)).includes(words));

/** Says the marks that name no side: the words that were sent, and that a number is off the scale of the test. */
function markNotes(kinds: readonly RowKind[], by: GivenBy, isGroup: boolean): readonly string[] {
  const marks = distinct(kinds.map(sentMark));
  const all = kinds.flatMap(({ flagText }) => wordsIn(withoutGroupNote(flagText)));
  const offScale = OFF_SCALE.filter(({ words }) => all.includes(words));
  return [
    ...(marks.length > 0
      ? [myResultsTexts(isGroup ? 'groupFlagWords' : 'flagWords', { by, words: marks.join(', ') })]
      : []),
    ...offScale.map(({ side }) => myResultsTexts(isGroup ? 'groupOffScale' : 'offScale', { by, side })),
  ];
}

/** Returns the notes of a result as they were sent. The word that the reading of a record sets before one about the sample is ours. */
const noteTexts = ({ attached }: Row): readonly string[] =>
  (attached?.notes ?? []).map(({ text }) =>
    shortText(annotationText(text.replace(/^specimen: /, '')), MAX_NOTE_LENGTH),
  );

/** Returns what is wrong with the sample, in the words in which it was sent. What a note says of it is in that note. */
function conditionsOf(row: Row): string {
  const noted = noteTexts(row).map((text) => text.toLowerCase());
  return wordsIn(without(row.kind.condition, SAMPLE))
    .filter((one) => !noted.some((text) => text.includes(one.toLowerCase())))
    .join(', ');
}

/** Returns the words that were sent with a result beside its notes. */
function sentNotes(row: Row): readonly string[] {
  const { kind, attached } = row;
  const reason = isSentAsAbsent(kind) && !isWithheld(kind) ? kind.absentReason : '';
  return [conditionsOf(row), attached?.oxygen ?? '', reason];
}

/** A result that is about somebody else or about no person, or that cannot be read safely, is not told, and its note is not either. */
const UNTOLD: ReadonlySet<Reason | ''> = new Set(['modifier', 'another-subject', 'quality-control'] as const);

/**
 * Says what was noted with a test that has no value to show, such as why it was cancelled, or a result that is in its note alone. Nothing is
 * told of one that is not final, or that the health system holds back, but that its date cannot be right. The notes of a cancelled one are not read: they may repeat its value.
 */
export function notesWithoutValue(rows: readonly Row[], by: GivenBy): readonly string[] {
  const told = rows.filter(({ kind }) => !isNotFinal(kind) && !isWithheld(kind) && !UNTOLD.has(kind.reason));
  const samples = sampleKeys(told.map(({ kind }) => kind)).map((key) => myResultsTexts(key));
  const words = distinct(told.flatMap((row) => [conditionsOf(row), ...noteTexts(row)]));
  return [
    ...(rows.some(({ kind }) => hasDoubtfulDate(kind)) ? [myResultsTexts('dateInDoubt', { by })] : []),
    ...samples,
    ...words.map((one) => myResultsTexts('labNote', { by, words: one })),
  ];
}

/** Returns what the rest of the record says of a result: another result of its sample, and the date of death. */
const recordTexts = ({ attached }: Row): readonly string[] => [
  attached?.told
    ? myResultsTexts('toldElsewhere', { where: attached.told.by, words: attached.told.words })
    : '',
  // A wrong date of death would be said on every card. It is said once at the top of the page.
  attached?.isAfterDeath && !attached.isLongAfterDeath ? myResultsTexts('afterDeath') : '',
];

/** A code of SNOMED CT, or of an answer of LOINC, says nothing to a reader. Some servers send it without its words. */
const CODE_ALONE = /^(?:\d{6,18}|LA\d{1,7}-\d)$/;

/** Says that a code came without its words; '' of any other value. */
export const codeAloneNote = ({ kind, valueText }: Row): string =>
  kind.reason === 'coded' && CODE_ALONE.test(valueText) ? myResultsTexts('codeAlone') : '';

/** Says over how long an amount was collected; '' of any other result. */
export function amountNote({ kind }: Row): string {
  const time = amountTime(kind);
  return time === '' ? '' : myResultsTexts('amountOver', { time });
}

/** Says in which unit a value was sent that stands in another one (rule 16); '' of any other. */
export function convertedNote(rows: readonly Row[], by: GivenBy): string {
  const originals = rows.filter(({ kind }) => kind.isConverted).map(patientOriginal);
  return originals.length === 0 ? '' : myResultsTexts('converted', { by, original: originals.join(' / ') });
}

/** A `corrected` result had a mistake; an `amended` one was changed, or something was added to it (rule 35). */
const STATUSES = ['corrected', 'amended'] as const;

/**
 * Says how a result was marked and changed, what of it is not certain, what it was converted from, and what was noted with it. The mark of
 * a blood pressure is for both of its numbers.
 */
export function resultNotes(rows: readonly Row[], by: GivenBy, isPair: boolean): readonly string[] {
  const kinds = rows.map(({ kind }) => kind);
  const [ofGroup, own] = [true, false].map((isGroup) =>
    kinds.filter(({ flagText }) => (!isPair && isOfGroup(flagText)) === isGroup),
  );
  const words = distinct(rows.flatMap(sentNotes));
  const changed = STATUSES.filter((one) => kinds.some(({ status }) => status === one));
  return [
    ...markNotes(own ?? [], by, false),
    ...markNotes(ofGroup ?? [], by, true),
    ...changed.map((one) => myResultsTexts(one, { by })),
    ...distinct(rows.map(shorthandMeaning)),
    ...distinct(rows.map(codeAloneNote)),
    ...distinct(rows.map(amountNote)),
    kinds.some(({ reason }) => reason === 'too-long') && myResultsTexts('cut'),
    kinds.some(hasUnknownStatus) && myResultsTexts('statusUnknown', { by }),
    kinds.some(wasReplaced) && myResultsTexts('replaced', { by }),
    kinds.some(hasDoubtfulDate) && myResultsTexts('dateInDoubt', { by }),
    kinds.some(hasNoUnit) && myResultsTexts('unitMissing', { by }),
    kinds.some(hasDoubtfulUnit) && myResultsTexts('unitInDoubt', { by }),
    kinds.some(hasUnusualValue) && myResultsTexts('valueUnusual'),
    kinds.some(hasOddParts) && myResultsTexts('partsContradict', { by }),
    convertedNote(rows, by),
    ...sampleKeys(kinds).map((key) => myResultsTexts(key)),
    kinds.some(isSentAsAbsent) && myResultsTexts('alsoWithoutValue'),
    ...distinct(rows.flatMap(recordTexts)),
    ...[words.join(', '), ...distinct(rows.flatMap(noteTexts))].map(
      (said) => said !== '' && myResultsTexts('labNote', { by, words: said }),
    ),
  ].filter((text): text is string => text !== false && text !== '');
}
