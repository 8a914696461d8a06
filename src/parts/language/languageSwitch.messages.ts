import { textsOf } from '../../words/catalog.ts';

/** Each text is in the language that it names, whatever the language of the page, so it is translated in no other catalog. */
const languageSwitchMessages = {
  en: 'English',
  es: 'Español',
  enNotLoaded: 'English could not be loaded. Check that you are online, and try again.',
  esNotLoaded: 'No se pudo cargar el español. Revise si tiene internet, e intente de nuevo.',
} as const;

export const languageSwitchTexts = textsOf(languageSwitchMessages);
