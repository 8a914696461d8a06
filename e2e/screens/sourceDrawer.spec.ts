import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { openInTab, sandboxOrigin } from '../support/launching.ts';
import { pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { showAllResults } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

const POTASSIUM = '2823-3';

const drawer = (page: Page) => page.getByRole('dialog');

/** Selects the newest result of the table by key and opens its source by key. */
async function openNewest(page: Page, series: string): Promise<void> {
  await page.locator(`[data-series="${series}"]`).first().click();
  await page.locator('[data-twin]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeVisible();
}

test('rule 12: a row of the table leads to what the server holds, read again by its id; keys alone do it all', async ({
  page,
}) => {
  const raw = await rawObservations('kidney');
  const newest = pointsByLoinc(raw).get(POTASSIUM)?.at(-1);
  const sent = raw.find(({ id }) => id === newest?.id);
  await openInTab(page, 'kidney');
  const asked = page.waitForRequest((request) =>
    new URL(request.url()).pathname.endsWith(`/Observation/${newest?.id}`),
  );
  await openNewest(page, 'k');
  await asked;
  await expect(drawer(page)).toContainText(`${newest?.text} ${newest?.unit}`);
  await expect(drawer(page)).toContainText('2823-3 http://loinc.org');
  await expect(drawer(page)).toContainText('MARLOWE, Edwin');

  await drawer(page).getByText('Technical').press('Enter');
  await page.getByText('Raw FHIR').press('Enter');
  const json = await drawer(page).locator('pre').textContent();
  expect(JSON.parse(json ?? '')).toEqual(sent);

  // One Escape closes the drawer and leaves the screen below as it was.
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.locator('[data-twin]')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#series=k');
});

test('beside a source the headline of the result stands below the patient, and drugs keep their names', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await openNewest(page, 'k');
  const headline = page.getByRole('heading', { level: 2, name: 'Potassium', exact: true });
  const headerBottomPx = () =>
    page
      .locator('header')
      .first()
      .evaluate((header) => header.getBoundingClientRect().bottom);
  for (const scrollPx of [0, 120, 400]) {
    await page.evaluate((top) => scrollTo(0, top), scrollPx);
    await expect
      .poll(async () => ((await headline.boundingBox())?.y ?? 0) - (await headerBottomPx()))
      .toBeGreaterThanOrEqual(0);
  }
  const cutPx = await page
    .getByRole('region', { name: 'Events' })
    .locator('a[data-lane-target]')
    .evaluateAll((names) => names.map((name) => name.scrollWidth - name.clientWidth));
  expect(cutPx.length).toBeGreaterThan(1);
  expect(Math.max(...cutPx)).toBeLessThanOrEqual(1);
});

test('the reading line leads to the source of the point; the id gets into no address and no storage', async ({
  page,
}) => {
  const first = pointsByLoinc(await rawObservations('kidney')).get(POTASSIUM)?.[0];
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').click();
  await page.getByRole('slider', { name: /Potassium/ }).focus();
  await showAllResults(page);
  await page.getByRole('slider', { name: /Potassium/ }).focus();
  await page.keyboard.press('Home');
  const button = page
    .locator('p', { hasText: 'source Observation/' })
    .getByRole('button', { name: /^Source/ });
  await button.click();
  await expect(drawer(page)).toContainText(`${first?.text} ${first?.unit}`);
  const kept = await page.evaluate(() => JSON.stringify([location.href, sessionStorage, localStorage]));
  expect(kept).not.toContain(first?.id);
  await drawer(page).getByRole('button', { name: 'Close the source' }).click();
  await expect(drawer(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('rules 33, 48: withdrawn meanwhile, another patient, another id, gone, refused: words, and no value', async ({
  page,
}) => {
  const newest = pointsByLoinc(await rawObservations('kidney'))
    .get(POTASSIUM)
    ?.at(-1);
  await openInTab(page, 'kidney');
  let change: (sent: Record<string, unknown>) => unknown = (sent) => sent;
  let status = 200;
  await page.route(`${sandboxOrigin()}/fhir/**/Observation/${newest?.id}`, async (route) => {
    const response = await route.fetch();
    const sent = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, status, json: change(sent) });
  });
  const cases: readonly (readonly [typeof change, number, RegExp])[] = [
    [(sent) => ({ ...sent, status: 'entered-in-error' }), 200, /was retracted/],
    [(sent) => ({ ...sent, subject: { reference: 'Patient/someone-else' } }), 200, /another patient/],
    [(sent) => ({ ...sent, id: 'another' }), 200, /a different result/],
    [() => ({}), 404, /no longer has this result/],
    [() => ({}), 403, /does not allow/],
    [() => ({ resourceType: 'Bundle' }), 200, /cannot read/],
  ];
  await page.locator('[data-series="k"]').click();
  for (const [next, code, words] of cases) {
    [change, status] = [next, code];
    await page.locator('[data-twin]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toContainText(words);
    await expect(drawer(page)).not.toContainText(`${newest?.text} ${newest?.unit}`);
    await page.keyboard.press('Escape');
  }
});

test('rule 35: earlier versions where the server keeps them, and words where it does not', async ({
  page,
}) => {
  const newest = pointsByLoinc(await rawObservations('kidney'))
    .get(POTASSIUM)
    ?.at(-1);
  const raw = (await rawObservations('kidney')).find(({ id }) => id === newest?.id);
  await openInTab(page, 'kidney');
  await openNewest(page, 'k');
  const ask = () => drawer(page).getByRole('button', { name: 'Earlier versions' }).click();
  await ask();
  // The sandbox keeps a history, but of this result it has one version only.
  await expect(drawer(page)).toContainText('the server has only this one');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);

  const history = `${sandboxOrigin()}/fhir/**/Observation/${newest?.id}/_history*`;
  const older = { ...raw, meta: { versionId: '0' }, valueQuantity: { value: 8.51, unit: 'mmol/L' } };
  await page.route(history, async (route) => {
    const response = await route.fetch();
    const entry = [{ resource: raw }, { resource: older }];
    await route.fulfill({ response, json: { resourceType: 'Bundle', type: 'history', entry } });
  });
  await page.locator('[data-twin]').press('Enter');
  await ask();
  await expect(drawer(page)).toContainText('1 earlier version, newest first.');
  await expect(drawer(page)).toContainText('8.51 mmol/L');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);

  await page.unroute(history);
  await page.route(history, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, status: 405, json: {} });
  });
  await page.locator('[data-twin]').press('Enter');
  await ask();
  await expect(drawer(page)).toContainText('This server keeps no earlier versions, or does not share them.');
});

for (const [name, viewport] of Object.entries({
  wide: { width: 1366, height: 850 },
  narrow: { width: 400, height: 800 },
})) {
  test(`the drawer is accessible, ${name}, with the raw resource open`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openInTab(page, 'kidney');
    await openNewest(page, 'bp-sys');
    await drawer(page).getByText('Technical').click();
    await page.getByText('Raw FHIR').click();
    await expect(drawer(page).locator('pre')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    const box = await drawer(page).boundingBox();
    expect(Math.round((box?.x ?? 0) + (box?.width ?? 0))).toBe(viewport.width);
    if (name === 'narrow') expect(box?.x).toBe(0);
  });
}

test('the drawer stands beside chart, row and patient, and keeps all of them on one result', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await openNewest(page, 'k');
  await expect(drawer(page).getByText('Reference range')).toBeVisible();
  const left = (await drawer(page).boundingBox())!.x;
  const chart = page.getByRole('slider', { name: /Potassium/ });
  const row = page.locator('[data-twin] tr[aria-selected="true"]');
  // The table scrolls in its own box where its columns have no room.
  for (const beside of [chart, page.locator('[data-twin]')]) {
    const box = (await beside.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(left + 1);
  }
  const banner = (await page.locator('[data-patient-banner]').boundingBox())!;
  expect((await drawer(page).boundingBox())!.y).toBeGreaterThanOrEqual(banner.y + banner.height - 1);
  const value = drawer(page).locator('bdi').nth(1);
  await page.locator('[data-twin]').focus();
  for (const key of ['ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    const number = await row.locator('b').first().innerText();
    await expect(value).toHaveText(`${number} mmol/L`);
    await expect(page.locator('[data-reading] b').first()).toHaveText(number);
  }
  // A pointer that passes over the chart leaves the result that the drawer is about.
  const number = await row.locator('b').first().innerText();
  await chart.hover({ position: { x: 200, y: 150 } });
  await expect(row.locator('b').first()).toHaveText(number);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(page.locator('[data-twin]')).toBeFocused();
});

test('on a phone the drawer is a sheet below, and the chosen row stays in sight above it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openInTab(page, 'kidney');
  await openNewest(page, 'k');
  const sheet = (await drawer(page).boundingBox())!;
  expect(sheet.y).toBeGreaterThan(300);
  expect(Math.round(sheet.y + sheet.height)).toBe(800);
  await expect
    .poll(async () => {
      const row = (await page.locator('[data-twin] tr[aria-selected="true"]').boundingBox())!;
      return row.y + row.height <= sheet.y + 1;
    })
    .toBe(true);
});
