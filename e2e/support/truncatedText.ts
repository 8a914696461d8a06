/** Returns the texts that are cut without an ellipsis or whose whole text is nowhere. It runs in the page. */
export function findTruncatedText(): string[] {
  const letters = (text: string): string => text.replaceAll(/[\s,…]/g, '');
  const isCut = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement &&
    element.clientWidth > 2 &&
    element.checkVisibility() &&
    /hidden|clip/.test(getComputedStyle(element).overflowX) &&
    element.innerText.trim() !== '' &&
    element.scrollWidth > element.clientWidth + 1;
  return [...document.body.querySelectorAll('*')].filter(isCut).flatMap((element) => {
    // A link says its text for a voice first, and draws the rest.
    const spoken = element.closest('a')?.firstElementChild?.textContent;
    const named = element.closest('[aria-label]')?.getAttribute('aria-label') ?? spoken ?? '';
    const titles = [element.closest('[data-tooltip]'), element.querySelector('[data-tooltip]')].map(
      (one) => one?.getAttribute('data-tooltip') ?? '',
    );
    const isWhole = [named, ...titles].some((text) =>
      letters(text).includes(letters(element.textContent).slice(0, -1)),
    );
    const isMarked = getComputedStyle(element).textOverflow === 'ellipsis';
    return isMarked && isWhole
      ? []
      : [`${isMarked ? 'no whole text' : 'no ellipsis'}: ${element.textContent.slice(0, 80)}`];
  });
}
