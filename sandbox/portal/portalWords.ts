import { ENGLISH_WORDS, type PortalWords } from './englishWords.ts';
import type { Language } from './language.ts';
import { SPANISH_WORDS } from './spanishWords.ts';

/** A page of the portal is said in one language. */
export type Speech = { readonly language: Language; readonly words: PortalWords };

const WORDS: Readonly<Record<Language, PortalWords>> = { en: ENGLISH_WORDS, es: SPANISH_WORDS };

export const speechOf = (language: Language): Speech => ({ language, words: WORDS[language] });

/** Returns the language that a reader can change to. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'es' : 'en');
