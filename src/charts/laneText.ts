/** How wide a text of 11 px is, about: labels are placed before the browser has drawn one. Rather too wide than too narrow. */

const NARROW = /[ iljtfrI.,:;'’|!()[\]/\\-]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z+↑↓=−–—…<>#&~_]/;
const LATIN = /[\u0020-\u02ff]/;

function letterPx(letter: string): number {
  if (NARROW.test(letter)) return 4.2;
  if (WIDE.test(letter)) return 10.2;
  if (CAPITAL.test(letter)) return 8.2;
  return LATIN.test(letter) ? 6.4 : 11.5;
}

export const textPx = (text: string, scale: number): number =>
  Array.from(text).reduce((sum, letter) => sum + letterPx(letter), 0) * scale;

const LONGEST = 36;

/** A label keeps its first words; the whole text stands in the list and in the name that is read aloud. */
export function labelText(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.length <= LONGEST
    ? letters.join('')
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
