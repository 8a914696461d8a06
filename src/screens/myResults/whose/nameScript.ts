/**
 * The scripts of names that a voice for another language would spell or skip. Nobody sends the language of a name, so only its
 * script is said.
 */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Hangul}/u, 'Kore'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Jpan'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Devanagari}/u, 'Deva'],
  [/\p{Script=Bengali}/u, 'Beng'],
  [/\p{Script=Tamil}/u, 'Taml'],
  [/\p{Script=Armenian}/u, 'Armn'],
  [/\p{Script=Georgian}/u, 'Geor'],
  [/\p{Script=Ethiopic}/u, 'Ethi'],
];

/**
 * Returns "und-Arab" for a name in Arabic letters: a language that is not known, in that script (BCP 47). It is undefined for Latin
 * letters, which are read in the language of the page, and for a name in both.
 */
export function nameLanguage(name: string): string | undefined {
  if (/\p{Script=Latin}/u.test(name)) return undefined;
  const script = SCRIPTS.find(([letters]) => letters.test(name))?.[1];
  return script === undefined ? undefined : `und-${script}`;
}
