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

/** Returns a name or a query in the form in which the two are compared. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();
