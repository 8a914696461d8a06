/** Nobody types more than this, and a pasted text that is longer names nothing. */
const MAX_LENGTH = 100;

/** Control characters, direction marks and zero-width characters would change what stands around them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Returns the typed or pasted text as it is searched and repeated: one line, short, without invisible characters. */
export const cleanQuery = (text: string): string =>
  text
    .slice(0, 4 * MAX_LENGTH)
    .replaceAll(INVISIBLE, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .trim();

const ACCENTS = /[\u0300-\u036F]/g;
/** A Greek letter alone is typed as its name: "beta-hCG" is "β-hCG". In a Greek word it is a letter. */
const GREEK_ALONE = /(?<!\p{Script=Greek})[αβγδω](?!\p{Script=Greek})/gu;
const GREEK_NAMES = new Map([
  ['α', 'alpha'],
  ['β', 'beta'],
  ['γ', 'gamma'],
  ['δ', 'delta'],
  ['ω', 'omega'],
]);

const PLAIN = /^[ -~]*$/;

/**
 * Returns a name or a query in the form in which the two are compared: without capitals, accents and widths. Most names are plain
 * already, and thousands of them are compared with each letter that is typed.
 */
export const comparable = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replaceAll(ACCENTS, '')
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(GREEK_ALONE, (letter) => GREEK_NAMES.get(letter) ?? letter);
