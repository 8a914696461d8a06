import type { Language } from '../../words/language.ts';
import { createStrictContext } from '../../ui/strictContext.ts';

/** This is the language in which the patient's view is said, and the way to another one. */
export type LanguageChoice = {
  readonly language: string;
  readonly onChoose: (language: Language) => void;
};

export const [LanguageProvider, useLanguage] = createStrictContext<LanguageChoice>('language');
