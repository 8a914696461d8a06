import { readFile } from 'node:fs/promises';
import { openInTab } from '../support/launching.ts';
import { lastFinal, pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { downloadCsvFile, showAllResults } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

const POTASSIUM = '2823-3';

test('a tile opens its result: chart, unit, exact values by key, and every result in the table', async ({
  page,
}) => {
  const expected = pointsByLoinc(await rawObservations('kidney')).get(POTASSIUM) ?? [];
  const last = lastFinal(expected);
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').click();

  const chart = page.locator('[data-series="k"]');
  await expect(chart.locator('[data-mark]').first()).toBeVisible();
  await showAllResults(page);
  await expect(chart).toHaveAttribute('data-count', String(expected.length));
  await expect(chart).toHaveAttribute('data-latest', last?.text ?? '');
  await expect(page.getByText('Potassium (mmol/L)', { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(expected.length + 1));

  await page.getByRole('slider', { name: /Potassium in mmol\/L/ }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText(new RegExp(`Result ${expected.length} of ${expected.length}`))).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(
    page.getByText(
      new RegExp(
        `${expected.at(-2)?.text} millimoles per litre.*Result ${expected.length - 1} of ${expected.length}`,
      ),
    ),
  ).toBeAttached();
  await page.keyboard.press('Home');
  await expect(
    page.getByText(new RegExp(`${expected[0]?.text} millimoles per litre.*Result 1 of ${expected.length}`)),
  ).toBeAttached();
});

for (const way of ['pointer', 'touch'] as const) {
  test(`exact values by ${way}: value, unit, time, flag, range, status and source of the result under it`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      hasTouch: way === 'touch',
      viewport: { width: 1366, height: 850 },
    });
    const page = await context.newPage();
    const [first] = pointsByLoinc(await rawObservations('kidney')).get(POTASSIUM) ?? [];
    await openInTab(page, 'kidney');
    await page.locator('[data-series="k"]').click();
    const mark = page.locator('[data-series="k"] [data-mark]').first();
    await expect(mark).toBeVisible();
    await showAllResults(page);
    await expect(mark).toBeVisible();
    const box = await mark.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    if (way === 'touch') await page.touchscreen.tap(x, y);
    else await page.mouse.move(x, y);
    const reading = page.locator('p', { hasText: 'source Observation/' }).locator('..');
    await expect(reading).toContainText(`${first?.text} mmol/L`);
    for (const fact of [
      'no lab flag',
      'Reference range 3.5–5.1',
      'final',
      '3 Dec 2014, 08:05 CST',
      `Observation/${first?.id}`,
    ]) {
      await expect(reading).toContainText(fact);
    }
    await context.close();
  });
}

test('Escape and the link lead back to the overview, and Back works', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-series="creat"]')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('link', { name: '‹ Overview' }).click();
  await expect(page.locator('[data-series="creat"]')).toBeVisible();
});

test('the open result survives a reload, and its address carries no identity', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').click();
  await expect(page.getByRole('table')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#series=k');
  await page.reload();
  await expect(page.locator('[data-series="k"][data-latest]')).toBeVisible();
});

test('the CSV holds each standing result of the record as sent, newest first, with the patient line', async ({
  page,
}) => {
  const observations = await rawObservations('kidney');
  await openInTab(page, 'kidney');
  const download = await downloadCsvFile(page);
  expect(download.suggestedFilename()).not.toMatch(/marlowe|kidney|1959/i);
  const text = await readFile(await download.path(), 'utf8');

  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '');
  const notes = lines.filter((line) => line.startsWith('"# ') && line.endsWith('"'));
  expect(notes.join('\n')).toContain('MARLOWE, Edwin');
  const [header = '', ...rows] = lines.filter((line) => !line.startsWith('"# '));
  expect(header).toBe(
    'observation_id,component,series,code_system,code,code_text,status,effective,comparator,value,unit,unit_code,range_low,range_high,range_text,flag,drawn,reason,value_converted,unit_converted,attached',
  );
  const ids = rows.map((row) => row.slice(0, row.indexOf(',')));
  const standing = observations
    .filter(({ status }) => status.trim() !== 'entered-in-error')
    .map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set(standing));
  const points = pointsByLoinc(observations).get(POTASSIUM) ?? [];
  expect(points.length).toBeGreaterThan(10);
  for (const point of points) {
    expect(rows.find((row) => row.startsWith(`${point.id},`))).toContain(
      `,${point.time},${point.comparator},${point.text},mmol/L,`,
    );
  }
  const times = rows
    .map((row) => Date.parse(cells(row)[7]?.split('/').at(-1) ?? ''))
    .filter((time) => !Number.isNaN(time));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

/** Returns the fields of one line of CSV. No text of this record holds a line break. */
const cells = (row: string): string[] =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
