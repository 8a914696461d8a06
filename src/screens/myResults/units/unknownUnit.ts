import { currentSpeech } from '../../../words/language.ts';
import { wordsOfUnits } from './patientUnits.ts';

let known: { readonly language: string; readonly words: ReadonlySet<string> } | undefined;

/** Returns the words of units in the language of the page. */
function knownWords(): ReadonlySet<string> {
  const { language } = currentSpeech();
  if (known?.language !== language) known = { language, words: wordsOfUnits() };
  return known.words;
}

/** Signs of units are short or have capitals and figures. These are longer ones. */
const SIGN = /^m?osmol$/;
const WORD = /^\p{Ll}{5,}$/u;

/**
 * Returns a unit, as it is said to a patient, that stays in words as it was sent, such as "spots": its language is not known. Returns '' for
 * one that is said in the language of the page, and for one of signs.
 */
export function unknownUnit(unit: string): string {
  const words = unit.split(/[\s/()]+/).filter((word) => WORD.test(word) && !SIGN.test(word));
  return words.some((word) => !knownWords().has(word)) ? unit : '';
}
