import type { Page } from '@playwright/test';
import { openInTab, openPartly } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

type Entry = { readonly resource: { readonly id: string; readonly subject?: unknown } };
type Bundle = { readonly entry?: readonly Entry[] };

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const DAYS = ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'];

/** Opens a patient and adds to the first page what `more` makes of one of its results. */
async function openWith(page: Page, more: (subject: unknown) => readonly object[]): Promise<void> {
  let isAdded = false;
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as Bundle;
    const [first] = bundle.entry ?? [];
    if (first === undefined || isAdded) return route.fulfill({ response, json: bundle });
    isAdded = true;
    const entry = [
      ...(bundle.entry ?? []),
      ...more(first.resource.subject).map((resource) => ({ resource })),
    ];
    return route.fulfill({ response, json: { ...bundle, total: undefined, entry } });
  });
  await openInTab(page, 'healthy');
}

const result = (subject: unknown, id: string, day: string, more: object) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject,
  effectiveDateTime: `${day}T08:00:00Z`,
  ...more,
});

test('of three thousand curves two hundred are drawn, and the page answers', async ({ page }) => {
  await openWith(page, (subject) =>
    times(3000, (i) =>
      DAYS.map((day, j) =>
        result(subject, `many-${i}-${j}`, day, {
          code: { coding: [{ system: 'urn:test', code: `c${i}` }], text: `Test ${i}` },
          valueQuantity: { value: i + j, unit: 'mg' },
        }),
      ),
    ).flat(),
  );
  await expect(page.getByRole('heading', { name: /More charts/ })).toContainText(
    'more than can be charted at once',
  );
  const curves = await page
    .locator('main [data-series]')
    .evaluateAll((all) => all.filter((one) => one.closest('li') === null).length);
  expect(curves).toBeLessThanOrEqual(210);
  await page.getByRole('combobox', { name: /^Search/ }).fill('Test 2999');
  await expect(page.locator('[data-series="urn:test|c2999"]')).toBeVisible();
});

test('a result of ten thousand components and a text of 100 kB in every place is shown', async ({ page }) => {
  const long = '1 - 5 <br (('.repeat(8000);
  await openWith(page, (subject) => [
    result(subject, 'many-parts', '2026-11-01', {
      code: { text: 'Panel' },
      component: times(10_000, (i) => ({
        code: { text: `Part ${i}` },
        valueQuantity: { value: i, unit: 'mg' },
      })),
    }),
    result(subject, 'long', '2026-11-02', {
      code: { text: `Long ${long}` },
      method: { text: long },
      note: [{ text: long }],
      referenceRange: [{ text: long }],
      valueString: long,
      interpretation: [{ text: long }],
    }),
  ]);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
  await page.getByRole('combobox', { name: /^Search/ }).fill('Long');
  await expect(page.locator('a[data-series^="text:long "]').first()).toContainText('…');
});

test('a page over 32 MiB ends in E20, and the patient stays', async ({ page }) => {
  await page.route(/\/fhir\/r4\/Observation\?/, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'content-type': 'application/fhir+json' },
      body: `{"resourceType":"Bundle","entry":[${' '.repeat(34_000_000)}]}`,
    }),
  );
  await openPartly(page, 'healthy');
  await expect(page.locator('[data-notice="truncated"]')).toHaveAttribute('data-error', 'E20');
  await expect(page.locator('[data-patient-banner]')).toBeVisible();
});
