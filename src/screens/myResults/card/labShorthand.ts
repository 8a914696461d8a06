/* oxlint-disable longview/texts-in-catalogs -- the words of a laboratory, which are looked up */
/**
 * Laboratories write some words in place of a value, often as letters that no patient knows. Each is told in everyday words beside what was
 * sent, which stays. Only a whole value counts: what has two meanings, such as "ND" or "NP", is not among them.
 */
import { lookupTable } from '../../../clinical/fhirElements/lookupTable.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { myResultsTexts } from '../myResults.messages.ts';

type Meaning = 'meansPending' | 'meansNotDone' | 'meansTooLittle' | 'meansElsewhere';

const MEANINGS = lookupTable<Meaning>({
  pending: 'meansPending',
  'result pending': 'meansPending',
  'results pending': 'meansPending',
  'in process': 'meansPending',
  'in progress': 'meansPending',
  'to follow': 'meansPending',
  tnp: 'meansNotDone',
  'not performed': 'meansNotDone',
  'test not performed': 'meansNotDone',
  'not done': 'meansNotDone',
  'test not done': 'meansNotDone',
  qns: 'meansTooLittle',
  'quantity not sufficient': 'meansTooLittle',
  'quantity insufficient': 'meansTooLittle',
  'insufficient quantity': 'meansTooLittle',
  'see note': 'meansElsewhere',
  'see notes': 'meansElsewhere',
  'see comment': 'meansElsewhere',
  'see comments': 'meansElsewhere',
  'see below': 'meansElsewhere',
  'see text': 'meansElsewhere',
  'see report': 'meansElsewhere',
  'see separate report': 'meansElsewhere',
  'see scanned report': 'meansElsewhere',
  'see attached': 'meansElsewhere',
});

/** No such word is longer. A report in words may be long, and is not looked at. */
const MAX_LETTERS = 30;

function meaningIn(words: string): Meaning | undefined {
  if (words.length > MAX_LETTERS) return undefined;
  return MEANINGS[
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  ];
}

/** Such a word stands in the place of a value, or as the reason for having none. */
const meaningOf = ({ value, valueText, kind }: Row): Meaning | undefined =>
  Number.isNaN(value) ? meaningIn(valueText === '' ? kind.absentReason : valueText) : undefined;

/** Returns whether a value says that the test is still to be finished. */
export const isPendingWord = (row: Row): boolean => meaningOf(row) === 'meansPending';

/** Returns whether a value says that there is no result, and none is to come. */
export const isWithoutResultWord = (row: Row): boolean =>
  ['meansNotDone', 'meansTooLittle'].includes(meaningOf(row) ?? '');

/** Says what such a word means; '' of any other value, and of one that points to notes that stand with it. */
export function shorthandMeaning(row: Row): string {
  const meaning = meaningOf(row);
  if (meaning === undefined) return '';
  return pointsToNotes(row) ? '' : myResultsTexts(meaning);
}

/** Returns whether a value points to notes that came with it. */
export const pointsToNotes = (row: Row): boolean =>
  meaningOf(row) === 'meansElsewhere' && (row.attached?.notes ?? []).length > 0;

/** Says what such a word means as the reason for having no value; '' of any other words. */
export function absenceMeaning(words: string): string {
  const meaning = meaningIn(words);
  return meaning === undefined || meaning === 'meansElsewhere' ? '' : myResultsTexts(meaning);
}
