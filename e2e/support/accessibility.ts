import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';

type AxeScope = { readonly exclude?: string; readonly rules?: readonly string[] };

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns each violation that axe finds on the page as "rule: target, target". */
export async function axeViolations(page: Page, { exclude, rules }: AxeScope = {}): Promise<string[]> {
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules !== undefined && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const hasFrames = page.frames().length > 1 && exclude !== 'iframe';
  const violations = hasFrames
    ? await violationsWithFrames(page, options, exclude)
    : await violationsOfDocument(page, options, exclude);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** The builder brings axe to frames of other origins, and puts what it finds there together. */
async function violationsWithFrames(
  page: Page,
  options: axe.RunOptions,
  exclude: string | undefined,
): Promise<axe.Result[]> {
  const builder = new AxeBuilder({ page, axeSource: AXE_SOURCE }).options(options);
  if (exclude !== undefined) builder.exclude(exclude);
  return (await builder.analyze()).violations;
}

/**
 * Runs axe in the document alone. The builder would load axe into it twice for each call, and into every frame that is left out, which
 * takes longer than the check. It would also compute a selector, a path and the source of every element that passes.
 */
async function violationsOfDocument(
  page: Page,
  options: axe.RunOptions,
  exclude: string | undefined,
): Promise<axe.Result[]> {
  const isLoaded = await page.evaluate(() => 'axe' in globalThis);
  if (!isLoaded) await page.evaluate(`${AXE_SOURCE};undefined`);
  return page.evaluate(
    async ([excluded, wanted]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(excluded === undefined ? document : { exclude: [excluded] }, wanted);
      return violations;
    },
    [exclude, options] as const,
  );
}

/** Returns whether the page is no wider than the window, so that it has no sideways scroll. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
