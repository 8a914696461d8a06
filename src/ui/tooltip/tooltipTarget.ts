/** Elements with this attribute have a tooltip with its text (docs/contract.md, section 4). */
const WITH_TOOLTIP = '[data-tooltip]:not([data-tooltip=""])';

/** A press on one of these does something, so that it is held for its tooltip. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a selector
const ACTS = 'a[href], button, input, select, textarea, label, summary, [role=button], [role=slider]';

export const tooltipTextOf = (target: Element): string => target.getAttribute('data-tooltip') ?? '';

/** Returns the element of which a tooltip speaks, at or around this one. */
export const tooltipTargetAt = (node: EventTarget | null): Element | undefined =>
  node instanceof Element ? (node.closest(WITH_TOOLTIP) ?? undefined) : undefined;

/** Returns whether a tap on this element already does something else. */
export const actsWhenPressed = (target: Element): boolean => target.closest(ACTS) !== null;

const isCut = (element: Element): boolean =>
  element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Returns whether the tooltip says something that is not seen already: the same words in full say nothing new (rule 59). */
export function saysMore(target: Element): boolean {
  if (plain(target.textContent) !== plain(tooltipTextOf(target))) return true;
  return isCut(target) || [...target.children].some(isCut);
}
