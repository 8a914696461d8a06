/** These are the languages of the portal. The pages for developers speak English alone. */
const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the language that a text names, or undefined where the portal does not speak it. */
export const languageNamed = (text: string | null): Language | undefined =>
  LANGUAGES.find((language) => language === text);

/**
 * Returns the language of the device: the first of its list that the portal speaks, or English.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export function deviceLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => /^q\s*=/.test(part))?.split('=')[1];
      return { language: languageNamed(tag.split('-')[0] ?? ''), weight: weightOf(weight) };
    })
    .filter(({ weight }) => weight > 0);
  // The order of the list decides between equal weights, and sorting keeps it.
  return wanted.toSorted((a, b) => b.weight - a.weight).find(({ language }) => language)?.language ?? 'en';
}

/** A weight that cannot be read is none, because the language itself was named. */
function weightOf(text: string | undefined): number {
  const weight = Number(text?.trim() ?? 1);
  return Number.isFinite(weight) ? weight : 1;
}
