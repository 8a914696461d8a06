import { readPreference, writePreference } from '../../ui/preferences.ts';
import { directionOf } from '../../words/direction.ts';
import {
  currentSpeech,
  isLanguage,
  speak,
  speakEnglish,
  type Agree,
  type Language,
  type Translation,
} from '../../words/language.ts';

/** The choice of a language is the same for every site. */
const EVERY_SITE = '*';
const PREFERENCE = 'language';

const primaryTag = (locale: string): string => locale.split(/[-@.]/)[0]!.toLowerCase();

/** Returns the language that was chosen in this browser, else the first of the device that the app speaks, else English. */
export function preferredLanguage(deviceLocales: readonly string[] = navigator.languages): Language {
  const chosen = readPreference(EVERY_SITE, PREFERENCE);
  if (isLanguage(chosen)) return chosen;
  return deviceLocales.map(primaryTag).find(isLanguage) ?? 'en';
}

const USUAL_PLACE = { en: 'en-US', es: 'es-US' } as const;

/**
 * Returns the place of the device whose dates are used with a language: "en-GB" writes 12 November 2026. Chromium on Linux may name it
 * "en-US@posix", which is no tag of a language and stops every format of a date (https://github.com/leeoniya/uPlot/pull/1054).
 */
export const localeFor = (
  language: Language,
  deviceLocales: readonly string[] = navigator.languages,
): string =>
  deviceLocales.find((locale) => primaryTag(locale) === language)?.replace(/[@.].*/, '') ??
  USUAL_PLACE[language];

const listeners = new Set<() => void>();

/** Subscribes to the language, for `useSyncExternalStore` with `pageLanguage`. */
export function onLanguage(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** Returns the language of the page now. */
export const pageLanguage = (): string => currentSpeech().language;

/** A language without a line here does not compile, so that none is said in the words of another. */
const LOADERS: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<readonly [translation: Translation, agree: Agree]>>
> = {
  es: () => import('./spanish.ts').then(({ SPANISH, agreeInSpanish }) => [SPANISH, agreeInSpanish]),
};

/** Says on the page in which language and direction it reads, for screen readers, hyphens and the order of its parts. */
function writeLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** Says everything in this language from now on. Returns false when its texts cannot be loaded: the page then stays as it is. */
export async function setPageLanguage(language: Language): Promise<boolean> {
  const locale = localeFor(language);
  if (language === 'en') speakEnglish(locale);
  else {
    const texts = await LOADERS[language]().catch(() => undefined);
    if (texts === undefined) return false;
    speak(language, locale, ...texts);
  }
  writeLanguage(language);
  for (const changed of listeners) changed();
  return true;
}

/** Says everything in this language from now on, and at the next visit too. Returns false as `setPageLanguage` does. */
export function chooseLanguage(language: Language): Promise<boolean> {
  writePreference(EVERY_SITE, PREFERENCE, language);
  return setPageLanguage(language);
}
