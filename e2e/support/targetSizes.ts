import type { Page } from '@playwright/test';

/** A target is too small, and `near` is so close to it that the spacing exception does not apply. */
export type SmallTarget = { readonly what: string; readonly size: string; readonly near: string };

/**
 * Returns each target under 24 by 24 CSS pixels whose circle of 24 pixels meets another target or its circle
 * (WCAG 2.2, 2.5.8). The target is all that a press reaches, such as the label of an input or a
 * pseudo-element. Links in a line of text and controls that the browser draws are exempt.
 */
export const smallTargets = (page: Page): Promise<SmallTarget[]> => page.evaluate(findSmall);

/**
 * Returns the controls lower than `least`, which the design sets to 44 pixels for coarse pointers. Rows of
 * tables stay dense, and a mark on a time axis stays where it belongs.
 */
export const lowControls = (page: Page, least: number): Promise<string[]> => page.evaluate(findLow, least);

// Both functions run in the page, so neither can use anything outside of itself.

function findSmall(): SmallTarget[] {
  const LEAST = 24;
  const PRESSED =
    'a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=slider], [role=checkbox], [role=option], [role=menuitem], [role=tab]';
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  };
  const reached = (element: Element): Element => element.closest('label') ?? element;
  const isInLine = (element: Element): boolean => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = element.parentElement;
    const own = element.textContent.trim().length;
    return (around?.textContent.trim().length ?? 0) > own + 1;
  };
  const targets = [...new Set([...document.querySelectorAll(PRESSED)].filter(isSeen).map(reached))].filter(
    (element) => isSeen(element) && !element.matches(':disabled'),
  );
  const hits = (element: Element, x: number, y: number): boolean => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || reached(hit.closest(PRESSED) ?? hit) === element);
  };
  /** Returns the area that a press reaches, measured from the middle of the element outward. */
  const areaOf = (element: Element): DOMRect => {
    const box = element.getBoundingClientRect();
    if (box.width >= LEAST && box.height >= LEAST) return box;
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const reach = (dx: number, dy: number): number => {
      let far = 0;
      while (far < LEAST && hits(element, middleX + dx * (far + 0.5), middleY + dy * (far + 0.5))) far += 0.5;
      return far;
    };
    const [left, right, up, down] = [reach(-1, 0), reach(1, 0), reach(0, -1), reach(0, 1)];
    const wide = Math.max(box.width, left + right);
    const high = Math.max(box.height, up + down);
    const back = element.getBoundingClientRect();
    return new DOMRect(back.x + (back.width - wide) / 2, back.y + (back.height - high) / 2, wide, high);
  };
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ').slice(0, 50)}"`;
  const isRelated = (one: Element, other: Element): boolean => one.contains(other) || other.contains(one);
  /** A target behind an open drawer or menu cannot be pressed. */
  const isReachable = (element: Element): boolean => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [0.5, 0.1, 0.9].some((share) => hits(element, x + width * share, y + height * share));
  };
  const sizes = targets.filter(isReachable).map((element) => ({ element, area: areaOf(element) }));
  const rectOf = (element: Element): DOMRect => element.getBoundingClientRect();
  const isSmall = ({ area }: (typeof sizes)[number]): boolean =>
    area.width < LEAST - 0.01 || area.height < LEAST - 0.01;
  const middle = (element: Element): readonly [number, number] => {
    const { x, y, width, height } = rectOf(element);
    return [x + width / 2, y + height / 2];
  };
  const found: SmallTarget[] = [];
  const small = sizes.filter((one) => isSmall(one) && !isInLine(one.element));
  for (const { element, area } of small) {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const [x, y] = middle(element);
    const near = sizes.find((other) => {
      if (other.element === element || isRelated(other.element, element)) return false;
      // A sheet lies over the page, so a target of one is near to a target of the other by chance alone.
      if (other.element.closest('dialog') !== element.closest('dialog')) return false;
      const { left, right, top, bottom } = rectOf(other.element);
      const toBox = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (isSmall(other)) {
        const [otherX, otherY] = middle(other.element);
        return Math.hypot(otherX - x, otherY - y) < LEAST - 0.01;
      }
      return toBox < LEAST / 2 - 0.01;
    });
    if (near)
      found.push({
        what: named(element),
        size: `${area.width.toFixed(1)} by ${area.height.toFixed(1)}`,
        near: named(near.element),
      });
  }
  scrollTo(0, 0);
  return found;
}

function findLow(least: number): string[] {
  return [...document.querySelectorAll('button, select, input, textarea, [role=tab]')]
    .filter((element) => element.closest('td, th, [role=grid], [data-lane-row]') === null)
    .map((element) => element.closest('label') ?? element)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
      return isShown && height < least - 0.01;
    })
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}" ${element.getBoundingClientRect().height.toFixed(1)}`,
    );
}
