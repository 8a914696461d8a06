/**
 * Labels are placed before the browser has drawn one, so the width of a text of 11 px is estimated, rather
 * too wide than too narrow.
 */

const WIDTHS: readonly (readonly [letters: RegExp, px: number])[] = [
  [/[ ijl.,:;'’|!]/, 3.4],
  [/[tfrI()[\]/\\-]/, 4.2],
  [/[ckszvxy]/, 5.8],
  [/[a-ln-vx-z\d]/, 6.3],
  [/[mw]/, 9.4],
  [/[MW@%…]/, 11],
  [/[A-Z+=–−<>#&~_]/, 8],
  [/[\u0020-\u02ff]/, 7],
];
/** Arrows, and scripts whose letters are as wide as they are high, have this width. */
const SQUARE_PX = 11.5;

const knownWidthsPx = new Map<string, number>();

function letterWidthPx(letter: string): number {
  const widthPx =
    knownWidthsPx.get(letter) ?? WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? SQUARE_PX;
  knownWidthsPx.set(letter, widthPx);
  return widthPx;
}

export const textWidthPx = (text: string, textScale: number): number =>
  Array.from(text).reduce((sum, letter) => sum + letterWidthPx(letter), 0) * textScale;

const MAX_LABEL_LETTERS = 36;

/**
 * Returns the first words of a label, which end in no part of a number: "Take 1…" would be read of "Take 100 mg". The whole text stands in the list and
 * in the name that is read aloud.
 */
export function labelText(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  if (letters.length <= MAX_LABEL_LETTERS) return letters.join('');
  const cut = letters.slice(0, MAX_LABEL_LETTERS - 1).join('');
  const isInNumber = /[\d.,]/.test(letters[MAX_LABEL_LETTERS - 1] ?? '');
  return `${(isInNumber ? cut.replace(/(?<![\d.,])\d[\d.,]*$/, '') : cut).trimEnd()}…`;
}
