import { currentSpeech } from '../../../words/language.ts';
import { isEnglish } from './englishWords.ts';

/**
 * The scripts of names that a voice for another language would spell or skip. Nobody sends the language of a name, so only its
 * script is said.
 */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Hangul}/u, 'Kore'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Jpan'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Devanagari}/u, 'Deva'],
  [/\p{Script=Bengali}/u, 'Beng'],
  [/\p{Script=Tamil}/u, 'Taml'],
  [/\p{Script=Armenian}/u, 'Armn'],
  [/\p{Script=Georgian}/u, 'Geor'],
  [/\p{Script=Ethiopic}/u, 'Ethi'],
];

/**
 * Returns "und-Arab" for a name in Arabic letters: a language that is not known, in that script (BCP 47). It is undefined for Latin
 * letters, which are read in the language of the page, and for a name in both.
 */
export function nameLanguage(name: string): string | undefined {
  if (/\p{Script=Latin}/u.test(name)) return undefined;
  const script = SCRIPTS.find(([letters]) => letters.test(name))?.[1];
  return script === undefined ? undefined : `und-${script}`;
}

/** The words of the catalogs stay English where the page does not. */
const CATALOG_LANGUAGE = 'en';

/**
 * Returns the language of words as a server sent them, for `lang`: nobody sends it with them. On a page in another language than English
 * they are English where their words surely are, so that an English voice reads them; all other Latin letters are of a language that is not
 * known, so that no voice takes them for the words of the page (WCAG 3.1.2). On a page in English they are read as the rest of it.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html
 */
export function sentLanguage(words: string): string | undefined {
  const ofScript = nameLanguage(words);
  if (ofScript !== undefined || currentSpeech().language === CATALOG_LANGUAGE) return ofScript;
  if (!/\p{L}{2}/u.test(words)) return undefined;
  return isEnglish(words) ? CATALOG_LANGUAGE : 'und';
}

/** Returns the language of words that the catalog has in English alone. */
export const catalogLanguage = (): string | undefined =>
  currentSpeech().language === CATALOG_LANGUAGE ? undefined : CATALOG_LANGUAGE;

/**
 * Returns a sentence for an attribute, in which no part can have a language of its own. In place of words as they were sent, which may be in
 * another language than the page, it says where they stand.
 */
export const inPageLanguage = (text: string, where: string): string =>
  text.replaceAll(/“([^“”]+)”/gu, (quoted, words: string) =>
    sentLanguage(words) === undefined ? quoted : where,
  );
