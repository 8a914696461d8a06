import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type AxeScope = { readonly exclude?: string; readonly rules?: readonly string[] };

/** Returns each violation that axe finds on the page as "rule: target, target". */
export async function axeViolations(page: Page, { exclude, rules }: AxeScope = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (exclude !== undefined) builder.exclude(exclude);
  if (rules !== undefined) builder.withRules([...rules]);
  // The default mode of axe reaches frames of other origins, but computes a selector, a path and the source of
  // every element that passes, which takes a minute on a large grid. A page without frames gets the same
  // violations from the other mode, and so does a page whose frames are left out.
  builder.setLegacyMode(page.frames().length === 1 || exclude === 'iframe');
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Returns whether the page is no wider than the window, so that it has no sideways scroll. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
