import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LanguageProvider } from '../../parts/language/languageContext.ts';
import type { Language } from '../../words/language.ts';
import { chooseLanguage, onLanguage, pageLanguage } from './pageLanguage.ts';

const onChooseLanguage = (language: Language, onNotLoaded: () => void): void =>
  void chooseLanguage(language).then((isSaid) => isSaid || onNotLoaded());

/** Draws everything anew in another language, since texts are made when they are drawn. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  const language = useSyncExternalStore(onLanguage, pageLanguage);
  const choice = useMemo(() => ({ language, onChoose: onChooseLanguage }), [language]);
  return (
    <LanguageProvider key={language} value={choice}>
      {children}
    </LanguageProvider>
  );
}
