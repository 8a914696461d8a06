/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds the name of a test in the words about it, where these may name others too. */
import { plainLetters } from './languages.ts';

const AND = '(?:and|und|y|et|e|en)';
/** "Disregard sodium and potassium" says it of both. */
const BESIDE_RESULT = new RegExp(` (?:\\w{1,20} ${AND}(?= result\\b)|(?<= result )${AND} \\w{1,20}$)`);
const OTHER_BEFORE = new RegExp(`^\\w{1,20} ${AND} `, 'i');
/** Without a colon, what was not received or available may be a product of that name, and an LDL that was not calculated was measured. */
const BEHIND_NAME = new RegExp(
  `^(?: ${AND} \\w{1,20})?(?: ?: ?| (?!(?:was |were )?not (?:rec|avail|calc)))`,
  'i',
);
/** Shorter names have other meanings: "Pt cancelled". */
const MIN_NAME_LENGTH = 3;

/** Returns the names of a test as they are looked for. */
export const namesToFind = (names: readonly string[]): readonly string[] =>
  names.map((name) => plainLetters(name).toLowerCase()).filter(Boolean);

/** "Disregard potassium" says of potassium what "Disregard result" does. */
export const withResultForName = (words: string, names: readonly string[]): string =>
  /^(?:please |bitte )?(?:disreg|ignor|do not use)/i.test(words)
    ? names
        .filter(({ length }) => length >= MIN_NAME_LENGTH)
        .reduce((text, name) => text.replace(name, 'result'), words.toLowerCase())
        .replace(BESIDE_RESULT, '')
    : words;

/** Returns "not done" of "Potassium not done", "Potassium: not done" and "Sodium and potassium not done"; undefined without the name. */
export function wordsBehindName(clause: string, names: readonly string[]): string | undefined {
  const text = clause.toLowerCase();
  const other = OTHER_BEFORE.exec(clause)?.[0].length ?? 0;
  for (const name of names)
    for (const start of [0, other]) {
      const rest = clause.slice(start + name.length);
      const between = text.startsWith(name, start) ? BEHIND_NAME.exec(rest)?.[0] : undefined;
      if (between !== undefined && (between.includes(':') || name.length >= MIN_NAME_LENGTH))
        return rest.slice(between.length);
    }
  return undefined;
}
