import type { Page } from '@playwright/test';
import { openInTab, signInAs, waitUntilRead } from '../support/launching.ts';
import { accountOf, downloadCsv, goToScreen, setFragment } from '../support/recordScreens.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

// The site file says in which units results are shown until the reader chooses (docs/contract.md, section 2).

/** Keeps every unit that a tile, strip or chart of a series ever names, so that none is seen for a moment. */
const noteUnits = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seenUnits: seen });
    new MutationObserver(() => {
      for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-series][data-unit]'))
        seen.add(`${dataset['series']} ${dataset['unit']}`);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
const seenUnitsOf = (page: Page, id: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...(Reflect.get(globalThis, 'seenUnits') as Set<string>)].filter((one) => one.startsWith(wanted)),
    `${id} `,
  );
const shownUnit = (page: Page, id: string): Promise<string | null> =>
  page.locator(`[data-series="${id}"][data-unit]`).first().getAttribute('data-unit');

test('at a site with si-mass every screen and the CSV are in SI at first sight, haemoglobin in g/L', async ({
  page,
  context,
}) => {
  await overrideSite(context, { concentrations: 'si-mass' });
  await noteUnits(page);
  await openInTab(page, 'kidney');
  const { received, drawn, listed, withdrawn, excluded, duplicate } = await accountOf(page);
  expect(received).toBe(drawn + listed + withdrawn + excluded + duplicate);
  expect(await shownUnit(page, 'creat')).toBe('µmol/L');
  expect(await shownUnit(page, 'hgb')).toBe('g/L');
  const tile = page.locator('[data-series="hgb"][data-latest]').first();
  const latest = Number(await tile.getAttribute('data-latest'));
  expect(latest).toBeGreaterThan(50);

  const rows = (await downloadCsv(page)).split('\r\n').filter((line) => line.includes(',hgb,'));
  // The value that was sent stays as it was; the one that is drawn stands beside it.
  expect(rows[0]).toMatch(/,g\/dL,/);
  expect(rows[0]).toMatch(new RegExp(`,yes,[^,]*,${latest}(?:\\.\\d+)?,g/L,`));

  await goToScreen(page, '#compare=creat,hgb', '[data-series="hgb"][data-unit]');
  expect([await shownUnit(page, 'creat'), await shownUnit(page, 'hgb')]).toEqual(['µmol/L', 'g/L']);
  await goToScreen(page, '#series=hgb', '[data-unit-choice]');
  await expect(page.locator('[data-unit-choice]')).toHaveValue('g/L');
  await expect(page.getByRole('columnheader', { name: 'Result (g/L)' })).toBeVisible();
  await goToScreen(page, '#results', '[role="grid"], table');
  await expect(page.locator('main')).toContainText('g/L');
  await expect(page.locator('main')).not.toContainText('g/dL');
  await setFragment(page, '#print');
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.locator('main')).toContainText('g/L');
  expect(await seenUnitsOf(page, 'creat')).toEqual(['creat µmol/L']);
  expect(await seenUnitsOf(page, 'hgb')).toEqual(['hgb g/L']);
});

test('what the reader chooses there holds from then on, also “as reported”', async ({ page, context }) => {
  await overrideSite(context, { concentrations: 'si' });
  await openInTab(page, 'kidney');
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('[data-unit-system]').selectOption({ label: name });
    await page.keyboard.press('Escape');
  };
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('[data-unit-system]')).toHaveValue('si');
  await page.keyboard.press('Escape');
  await choose('as reported');
  await expect(page.locator('[data-series="creat"][data-unit="mg/dL"]').first()).toBeVisible();
  await page.reload();
  await waitUntilRead(page);
  expect(await shownUnit(page, 'creat')).toBe('mg/dL');
  expect(await shownUnit(page, 'hgb')).toBe('g/dL');
});

test('patients see each number as it was sent, whatever the site shows to clinicians', async ({
  page,
  context,
}) => {
  await overrideSite(context, { concentrations: 'si' });
  await noteUnits(page);
  await signInAs(page, /Marlowe/);
  await waitUntilRead(page);
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'patient');
  expect(await seenUnitsOf(page, 'creat')).toEqual(['creat mg/dL']);
});
