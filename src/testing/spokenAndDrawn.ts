const isDrawn = (node: Node): boolean =>
  node instanceof Element && node.getAttribute('aria-hidden') === 'true';

const textOf = (nodes: readonly Node[]): string => nodes.map(({ textContent }) => textContent ?? '').join('');

/** Returns what a voice says of a link or a cell, without what is drawn in it. */
export const spokenText = (element: Element | null | undefined): string =>
  element?.getAttribute('aria-label') ??
  textOf([...(element?.childNodes ?? [])].filter((node) => !isDrawn(node)));

/** Returns what is seen of a link or a cell, without the text for a voice. */
export function drawnText(element: Element | null | undefined): string {
  const nodes = [...(element?.childNodes ?? [])];
  return textOf(nodes.some(isDrawn) ? nodes.filter(isDrawn) : nodes);
}
