import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Returns each violation that axe finds on the page as "rule: target, target". */
export async function axeViolations(page: Page, { exclude }: { exclude?: string } = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (exclude === undefined ? builder : builder.exclude(exclude)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Returns whether the page is no wider than the window, so that it has no sideways scroll. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
