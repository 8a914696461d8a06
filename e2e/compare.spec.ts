import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openInTab } from './ehr.ts';
import { expect, test } from './test.ts';

/** Without a choice: nothing in the address names the strips. */
async function openCompare(page: Page): Promise<void> {
  await openInTab(page, 'kidney');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.locator('[data-strips] section[data-series]')).toHaveCount(6);
  expect(new URL(page.url()).hash).toMatch(/^#compare(?:&|$)/);
}

const stripNames = (page: Page): Promise<string[]> =>
  page.locator('[data-strips] section[data-series] h3').allInnerTexts();

test('rules 37, 49 and 58: what is compared, and nothing else, is copied and leaves as a picture with patient, window and zone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCompare(page);
  const names = await stripNames(page);
  expect(names).toContain('Potassium (mmol/L)');
  await page.getByRole('button', { name: 'Take along' }).click();
  await page.getByRole('button', { name: 'Copy as table' }).click();
  await expect(page.getByText(/^Copied 6 results/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split('\n');
  const from = lines.findIndex((line) => line.startsWith('Result\t'));
  const rows = lines.slice(from + 1, from + 7).map((line) => line.split('\t')[0] ?? '');
  expect(rows.toSorted()).toEqual(names.map((name) => name.replace(/ \([^()]*\)$/, '')).toSorted());
  expect(lines[from + 7]).not.toMatch(/mmol|mg|\//);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save chart as SVG' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toMatch(/Marlowe, Edwin|MARLOWE, Edwin/);
  expect(svg).toMatch(/Times in C[SD]T/);
  expect(svg).toMatch(/\d+ \w{3} 20\d\d – \d+ \w{3} 2026/);
  // Each name stands beside its strip, wrapped as it is on the screen.
  const texts = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text = '']) => text);
  for (const name of names) expect(texts.join(' ')).toContain(name);
});
