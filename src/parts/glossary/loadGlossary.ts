import type { Glossary, GlossaryLanguage } from './glossary.ts';

/** Returns the glossary of a language. Each is a file of its own, which a page fetches when it is first shown. */
export async function loadGlossary(language: GlossaryLanguage): Promise<Glossary> {
  if (language === 'es') return (await import('./spanishGlossary.ts')).spanishGlossary;
  return (await import('./englishGlossary.ts')).englishGlossary;
}
