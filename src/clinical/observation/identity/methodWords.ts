/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/**
 * This file tells whether two texts name one method: another spelling, order or language is no change of the method, and words such as "N/A"
 * name none. In doubt they are two methods, because a number may have moved with them (rule 18).
 */
import { plainLetters } from '../attached/languages.ts';
import { plainWords } from './specimenKind.ts';

/** These fill a field that must not be empty, or point to another one. "Non-invasive" and "no extraction" are methods. */
const UNTOLD =
  /^(?:[nk]\W?a\W?|unk|oth|tbd|null|unbekannt|(?:see|siehe) .*|(?:not?|nicht|keine) (?:app|ava|spe|pro|rep|kno|inf|ang|met|giv|sta).*)$/i;

/** Languages write these differently. The reaction of Jaffe is followed over time, unless another way is named. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ch?|qu/g, 'k'],
  [/ph/g, 'f'],
  [/y/g, 'i'],
  [/\bkinetik\b/, ''],
  [/\b(auto|manu|kalkul)\w*/g, '$1'],
  // Nouns and adjectives end so. Four letters of the word are left.
  [/(?<=[a-z]{4})(?:i[ks]{0,2})?(?:al)?[aeinos]{0,4}\b/g, ''],
];

/** Returns the words of a method in a form that its spellings share, whatever their order and their language; '' for words that name none. */
export function methodWords(text: string): string {
  const words = SPELLINGS.reduce(
    (spelled, [find, put]) => spelled.replace(find, put),
    plainWords(
      plainLetters(text)
        .replace(UNTOLD, '')
        .replaceAll(/\bnot? /gi, 'non'),
    ),
  ).split(' ');
  // The order of two numbers may say what they number.
  return (words.filter((word) => /\d/.test(word)).length > 1 ? words : words.toSorted()).join(' ').trim();
}
