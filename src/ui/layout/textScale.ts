/**
 * Returns the reader's own text size as a multiple of 16 px. Everything that is placed beside a text is
 * placed for that size.
 */
export const readTextScale = (): number =>
  typeof document === 'undefined'
    ? 1
    : (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
