/** These characters change the direction of the text after them, so that a number could be read backwards. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Returns a server's text on one line for use outside the screen, without breaks, control characters or
 * anything that changes its direction.
 */
export const singleLineText = (sent: string): string =>
  sent
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .trim();
