import type { Language } from '../../words/language.ts';
import { createStrictContext } from '../../ui/strictContext.ts';

/** This is the language in which the patient's view is said, and the way to another one. */
export type LanguageChoice = {
  readonly language: string;
  /** Everything is drawn anew in the language. Where its texts cannot be loaded, the page stays as it is, and `onNotLoaded` is called. */
  readonly onChoose: (language: Language, onNotLoaded: () => void) => void;
};

export const [LanguageProvider, useLanguage] = createStrictContext<LanguageChoice>('language');
