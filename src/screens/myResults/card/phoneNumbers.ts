/** This is a telephone number as it was written, and the address that calls it: https://www.rfc-editor.org/rfc/rfc3966 */
export type PhoneNumber = { readonly number: string; readonly address: string };

/** Numbers are written with blanks, parentheses, points and dashes, and no letter is joined to them. */
const GAP = String.raw`[ \u00a0\u202f().\u2010-\u2013-]`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/])(?:\+${GAP}?)?(?:\(\d+\)|\d)(?:${GAP}*\d)*(?!\d|${GAP}*\d|/|[.-]?\p{L}|${GAP}*\p{Lu}{3})`,
  'gu',
);

/** E.164 allows 15 digits. A shorter number than this can be a ward or an hour; only alone it is one to call, such as 111. */
const [LEAST_DIGITS, MOST_DIGITS, LEAST_DIGITS_ALONE] = [7, 15, 3];

/**
 * Returns the telephone numbers in a text, in its order. What may be none, such as "24/7", "1-800-NURSES" or one of two short
 * numbers, is left out: a wrong number costs time, and the text can be read all the same.
 */
export function phoneNumbersIn(text: string): readonly PhoneNumber[] {
  const isAlone = (text.match(/\d+(?:[^\p{L}\d]+\d+)*/gu) ?? []).length === 1;
  const least = isAlone ? LEAST_DIGITS_ALONE : LEAST_DIGITS;
  return [...text.matchAll(NUMBER)].flatMap(([number]) => {
    const plus = number.startsWith('+') ? '+' : '';
    // The 0 in "+44 (0)20" is dialled at home only.
    const dialled = plus === '' ? number : number.replace(/\(0\)/, '');
    const digits = dialled.replaceAll(/\D/g, '');
    const isNumber = digits.length >= least && digits.length <= MOST_DIGITS;
    return isNumber ? [{ number: number.trim(), address: `tel:${plus}${digits}` }] : [];
  });
}
