import type { CompiledMessage } from 'icu-minify/format';
import { directionOf } from './direction.ts';

/** These are the languages of the patient's own view. Screens for clinicians speak English alone (docs/decisions/0054). */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns whether a text names a language that the app speaks. */
export const isLanguage = (text: string): text is Language => LANGUAGES.some((one) => one === text);

/** These are the catalogs of one language, each under the name that it has in English. */
export type Translation = Readonly<Record<string, Readonly<Record<string, CompiledMessage>>>>;

/** Says how texts are said at the moment. */
type Speech = {
  readonly language: string;
  /** Dates are written as in this place: "es-MX". */
  readonly locale: string;
  readonly translation: Translation;
  readonly plurals: Intl.PluralRules;
  readonly isRightToLeft: boolean;
  /** Mends what depends on a value beside it: "a las 1:05" is "a la 1:05" in Spanish. */
  readonly agree: Agree;
};

/** Returns a text in which words agree with the values beside them. */
export type Agree = (text: string) => string;

/**
 * Returns a sentence with one stop where the words of others in it end with one: `noted: “Hemolyzed.”`, `from St. Mary Hosp.` Their words stand as
 * they were sent, so the stop that goes is ours.
 */
const withOneStop: Agree = (text) => text.replaceAll(/(?<=[.!?…]”|\p{L}\.(?=\.$))\.(?!\.)/gu, '');

const ENGLISH: Speech = {
  language: 'en',
  locale: 'en-US',
  translation: {},
  plurals: new Intl.PluralRules('en-US'),
  isRightToLeft: false,
  agree: withOneStop,
};

let speech = ENGLISH;

/** Returns the language in which texts are said now. */
export const currentSpeech = (): Speech => speech;

/**
 * Says all texts in another language from now on. A catalog that the translation does not hold stays English. Whatever was drawn
 * before must be drawn anew. `language` is a BCP 47 tag; so is `locale`, the place whose dates are used.
 * @throws {RangeError} if a tag is not well-formed.
 */
export function speak(
  language: string,
  locale: string,
  translation: Translation,
  agree: Agree = withOneStop,
): void {
  const isRightToLeft = directionOf(language) === 'rtl';
  const plurals = new Intl.PluralRules(language);
  speech = { language, locale, translation, plurals, isRightToLeft, agree };
}

/** Says all texts in English again. */
export function speakEnglish(locale = ENGLISH.locale): void {
  speech = { ...ENGLISH, locale };
}

/** A second language has the keys of the English catalog, each with the same values (docs/decisions/0054). */
export type Translated<Messages extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Messages]: string;
};
