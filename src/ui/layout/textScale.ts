/** The reader's own text size against 16 px: what is placed beside a text is placed for that size. */
export const readTextScale = (): number =>
  typeof document === 'undefined'
    ? 1
    : (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
