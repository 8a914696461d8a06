import type { Language } from '../../words/language.ts';
import type { Glossary } from './glossary.ts';

/** Each is a file of its own. A language without a line here does not compile, so that none reads the words of another. */
const LOADERS: Readonly<Record<Language, () => Promise<Glossary>>> = {
  en: () => import('./englishGlossary.ts').then(({ englishGlossary }) => englishGlossary),
  es: () => import('./spanishGlossary.ts').then(({ spanishGlossary }) => spanishGlossary),
};

/** Returns the glossary of a language, which a page fetches when it is first shown. */
export const loadGlossary = (language: Language): Promise<Glossary> => LOADERS[language]();
