const drawnPart = (element: Element) => element.querySelector(':scope > span[aria-hidden="true"]');

/** Returns what a voice says of a link or a cell, without what is drawn in it. */
export const spokenText = (element: Element | null | undefined): string =>
  element?.getAttribute('aria-label') ??
  [...(element?.childNodes ?? [])]
    .filter((node) => node !== (element && drawnPart(element)))
    .map(({ textContent }) => textContent)
    .join('');

/** Returns what is seen of a link or a cell, without the text for a voice. */
export const drawnText = (element: Element | null | undefined): string =>
  ((element && drawnPart(element)) ?? element)?.textContent ?? '';
