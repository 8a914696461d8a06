import type { Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { rawResources } from '../support/rawEvents.ts';
import { openChartScreen, setFragment, showAllResults } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

// The story of two laboratories has results that mislead a reader who sees the number alone.

type Sent = {
  readonly resourceType: string;
  readonly id: string;
  readonly valueString?: string;
  readonly valueQuantity?: { readonly value: number };
  readonly effectiveDateTime?: string;
  readonly code?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly component?: readonly { readonly valueQuantity?: { readonly value: number } }[];
};

const PRESSURE_PANEL = '85354-9';

/** Returns one result as the server holds it. */
async function sentResult(name: string): Promise<Sent> {
  const held = (await rawResources('laboratories')) as readonly Sent[];
  const found = held.find(
    ({ resourceType, id }) => resourceType === 'Observation' && id === `laboratories-${name}`,
  );
  if (found === undefined) throw new Error(`The server has no result ${name}.`);
  return found;
}

const resultOf = (page: Page, id: string) => page.locator(`[data-series="${id}"]`).first();
const whatChanged = (page: Page) => page.getByRole('region', { name: 'What changed' });

test.beforeEach(async ({ page }) => {
  await openInTab(page, 'laboratories');
  // Results with few numbers are rows below the curves and come later.
  await expect(resultOf(page, 'hgb')).toBeVisible();
});

test('rule 13: a critical result without a number stands beside the latest one, and leads What changed', async ({
  page,
}) => {
  const { valueString = '' } = await sentResult('hgb-critical-text');
  expect(valueString).not.toBe('');
  await expect(resultOf(page, 'hgb')).toContainText(`Newer, not charted: ${valueString}`);
  await expect(whatChanged(page).getByRole('link').first()).toContainText(valueString);
  await setFragment(page, '#series=hgb&window=all');
  await expect(page.locator('main')).toContainText(`Newer, not charted: ${valueString}`);
});

test('rule 13: a newer preliminary result is named with its value and stays off the latest', async ({
  page,
}) => {
  const { valueQuantity } = await sentResult('na-preliminary');
  await expect(resultOf(page, 'na')).toContainText(`Newer: ${valueQuantity?.value} mmol/L preliminary`);
  await expect(resultOf(page, 'na')).toContainText('139');
});

test('rule 17: what the laboratory flagged is drawn however extreme it is, and a count in another unit is listed', async ({
  page,
}) => {
  await expect(resultOf(page, 'ferritin')).toContainText('18,400');
  await expect(resultOf(page, 'ferritin')).not.toContainText('check');
  await expect(resultOf(page, 'wbc')).toContainText('Newer, not charted: 6,100');
});

test('rule 22: the state of a specimen and the oxygen stand with the value', async ({ page }) => {
  await expect(resultOf(page, 'k')).toContainText('Hemolyzed');
  await expect(whatChanged(page).getByRole('link', { name: /^Potassium/ })).toContainText('Hemolyzed');
  await expect(resultOf(page, 'spo2')).toContainText('on 2 L/min oxygen');
});

test('rule 11: dates that cannot be are listed with their reason and stretch no axis', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'All, 21 mo' })).toBeVisible();
  await setFragment(page, '#series=creat&window=all');
  await expect(page.getByRole('row').filter({ hasText: '1900' })).toContainText('date looks wrong');
  await setFragment(page, '#series=hgb&window=all');
  await expect(page.getByRole('row').filter({ hasText: '2027' })).toContainText('date is in the future');
});

test('rule 18: urea, a direct LDL, an arterial saturation, a meter and urine have series of their own', async ({
  page,
}) => {
  const value = async (name: string) => String((await sentResult(name)).valueQuantity?.value);
  for (const [id, name] of [
    ['urea', 'urea'],
    ['ldl-direct', 'ldl-direct'],
    ['sao2-art', 'sao2'],
    ['glucose-poc', 'glucose-meter'],
    ['u-k', 'urine-potassium'],
  ] as const)
    await expect(resultOf(page, id)).toContainText(await value(name));
  await expect(resultOf(page, 'bun')).toContainText('21');
  await expect(resultOf(page, 'k')).not.toContainText('48');
});

test('rule 23: a pressure that was sent as a panel and as two results is one reading', async ({ page }) => {
  await expect(resultOf(page, 'bp-sys')).toContainText('104/58');
  await expect(page.locator('body')).not.toContainText('not recorded');
});

test('rules 13 and 23: it counts once on every screen, and the one before it is never its own copy', async ({
  page,
}) => {
  const held = (await rawResources('laboratories')) as readonly Sent[];
  const panels = held.filter(({ code }) => code?.coding?.some((one) => one.code === PRESSURE_PANEL));
  const pressures = panels
    .toSorted((a, b) => Date.parse(a.effectiveDateTime ?? '') - Date.parse(b.effectiveDateTime ?? ''))
    .map(({ component = [] }) => component.map(({ valueQuantity }) => valueQuantity?.value).join('/'));
  const [count, before] = [pressures.length, pressures.at(-2)];
  expect(pressures.at(-1)).toBe('104/58');
  await showAllResults(page);
  // Beside a long name the count has no room, and the title of the name says it.
  await expect(resultOf(page, 'bp-sys').locator(`[data-tooltip*="${count} results"]`).first()).toBeVisible();
  await expect(resultOf(page, 'bp-sys')).toContainText(`was ${before}`);
  await openChartScreen(page, '#compare=bp-sys&window=all');
  await expect(resultOf(page, 'bp-sys')).toContainText(`${count} results`);
  await expect(resultOf(page, 'bp-sys')).toContainText(`was ${before}`);
  await openChartScreen(page, '#series=bp-sys&window=all');
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('main')).toContainText(
    `${count} results: ${count} charted; 1 received twice, counted once`,
  );
  await expect(page.getByRole('row').filter({ hasText: '104/58' })).toHaveCount(2);
  const chart = page.locator('main').getByRole('slider', { name: /result/ });
  await chart.press('End');
  await expect(chart).toHaveAttribute('aria-valuetext', `${count} of ${count}`);
  await expect(page.locator('[data-reading]')).toContainText(`from ${before}`);
  await chart.press('ArrowLeft');
  await expect(chart).toHaveAttribute('aria-valuetext', `${count - 1} of ${count}`);
});
