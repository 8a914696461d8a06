/** Marks that turn around the order in which what follows is read: a number could be read backwards. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A server's text on one line, for what leaves the screen: no break, tab or other control character, nothing that turns its order. */
export const singleLineText = (sent: string): string =>
  sent
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .trim();
