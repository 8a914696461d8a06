import { loadGlossary } from '../../parts/glossary/loadGlossary.ts';
import type { Language } from '../../words/language.ts';

/** Loads the patient's view and its plain words beside it. The view asks for them again, and then they are on their way. */
export async function loadPatientView(language: Language): Promise<void> {
  loadGlossary(language).catch(() => undefined);
  await (await import('./PatientRouter.tsx')).preloadGlossary(language);
}
