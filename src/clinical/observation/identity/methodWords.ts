/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/**
 * This file tells whether two texts name one method: another spelling, order or language is no change of the method, and words such as "N/A"
 * name none. In doubt they are two methods, because a number may have moved with them (rule 18).
 */
import { plainLetters } from '../attached/languages.ts';
import { plainWords } from './specimenKind.ts';

/**
 * These fill a field that must not be empty, or point to another one. "Non-invasive", "no extraction" and "not standardized" are methods, and
 * so is what follows behind a stop: "Not specified; Jaffe".
 */
const UNTOLD =
  /^(?:[nk]\W?a\W?|unk|oth|tbd|null|unbekannt|(?:see|siehe) [^:;,]*|(?:not?|nicht|keine) (?:app?l|ava|speci|prov|repor|kno|info|ang|metho|giv|stat)[^:;,]*)$/i;

/** Languages write these differently. The reaction of Jaffe is followed over time, unless another way is named. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ch?|qu/g, 'k'],
  [/ph/g, 'f'],
  [/y/g, 'i'],
  [/\bkineti\w+ (?=jaffe)|(?<=\bjaffe) kineti\w+/, ''],
  [/\b(auto(?=m)|manu(?=[ae]l)|kalkul)\w*/g, '$1'],
  // Nouns and adjectives end so. Four letters of the word are left. "-in" and "-ase" make another substance: heparin, heparinase.
  [/(?<=[a-z]{4})(?:i[ks]{0,2})?(?:al)?[aeo]{0,2}s?\b/g, ''],
];

/** Returns the words of a method in a form that its spellings share, whatever their order and their language; '' for words that name none. */
export function methodWords(text: string): string {
  const words = SPELLINGS.reduce(
    (spelled, [find, put]) => spelled.replace(find, put),
    plainWords(
      // One Chinese, Korean or Japanese letter without its parts is another one.
      text
        .replaceAll(/\p{Script=Latin}/gu, plainLetters)
        .replace(UNTOLD, '')
        .replaceAll(/\bnot? /gi, 'non'),
    ),
  ).split(' ');
  // The order of two numbers may say what they number.
  return (words.filter((word) => /\d/.test(word)).length > 1 ? words : words.toSorted()).join(' ').trim();
}
