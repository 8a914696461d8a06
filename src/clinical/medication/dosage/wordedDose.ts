/** Says a dose that has no short form in the words that were sent, or put together, for a line among others. */
import type { DoseStep } from '../../events/careEvent.ts';
import { medicationTexts } from '../medication.messages.ts';

/** Longer words of a dose stand whole in the list by date, and would push all else out of a line. */
const MAX_WORDS_LETTERS = 240;

/** The rest of a number, its unit, or the end of its range may be behind a cut. */
const isOpenEnd = (word: string): boolean => /\d|^(?:[-–+]|to|or|and|bis|a)$/.test(word);

/** Returns the beginning of words, with an ellipsis behind the last one that is whole and no number. */
function cutWords(words: string): string {
  const whole = words.slice(0, MAX_WORDS_LETTERS).split(/\s+/).slice(0, -1);
  return `${whole.slice(0, whole.findLastIndex((word) => !isOpenEnd(word)) + 1).join(' ')} …`;
}

/**
 * Returns the short form of a dose, else its words, which stand between quotation marks where all of them were sent and are cut safely where they are
 * very long; else that no dose was stated.
 */
export function wordedDose({
  shortDose,
  doseText,
  sentDosage,
}: Pick<DoseStep, 'shortDose' | 'doseText' | 'sentDosage'>): string {
  if (shortDose !== '') return shortDose;
  if (doseText === '') return medicationTexts('doseNotStated');
  const isLong = doseText.length > MAX_WORDS_LETTERS;
  const words = isLong ? cutWords(doseText) : doseText;
  const dose = sentDosage === undefined ? medicationTexts('doseAsSent', { words }) : words;
  return isLong ? medicationTexts('doseShortened', { dose }) : dose;
}
