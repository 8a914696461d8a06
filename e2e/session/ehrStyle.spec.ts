import type { Page } from '@playwright/test';
import { appOrigin, launchAddress, openInTab, sandboxOrigin, waitUntilRead } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

// These tests hold row 58 of the client rules: the colours of the EHR from `smart_style_url`.

const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((one) => getComputedStyle(document.documentElement).getPropertyValue(one).trim(), name);
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const OWN = { paper: '#fff', ink: '#14181d', accent: '#0b5cad' };
const lookOf = async (page: Page) => ({
  paper: await token(page, '--paper'),
  ink: await token(page, '--ink'),
  accent: await token(page, '--accent'),
});
const CALM = { paper: 'rgb(251 250 247)', ink: 'rgb(29 36 41)', accent: 'rgb(20 89 122)' };

/** Returns the row of the inspector, which alone states the outcome. */
async function inspectorLine(page: Page): Promise<string> {
  await setFragment(page, 'inspect');
  const row = page.getByRole('row', { name: /^EHR style/ });
  await expect(row).not.toContainText('loading');
  return (await row.innerText()).replaceAll(/\s+/g, ' ');
}

const openStyled = (page: Page, style: string): Promise<void> => openInTab(page, 'healthy', { style });

test('row 58: a good style is taken over, after the first chart, in its scheme and on the screen alone', async ({
  page,
  traffic,
}) => {
  let chartsAtRequest = -1;
  await page.route('**/styles/calm', async (route) => {
    chartsAtRequest = await page.evaluate(() => performance.getEntriesByName('longview:first-chart').length);
    await route.continue();
  });
  await openStyled(page, 'calm');
  await expect.poll(() => lookOf(page)).toEqual(CALM);
  expect(await ground(page)).toBe('rgb(251, 250, 247)');
  expect(await token(page, '--font')).toMatch(
    /^"Times", "Times New Roman", -apple-system|^"Times New Roman", "Times", -apple-system/,
  );
  expect(chartsAtRequest).toBe(1);
  // The colours of flags keep their meaning.
  expect([await token(page, '--flag'), await token(page, '--critical')]).toEqual([
    'rgb(150 86 0)',
    'rgb(179 0 27)',
  ]);
  const { url, request } = traffic.requests.find((one) => one.url.pathname === '/styles/calm')!;
  expect(url.href).toBe(`${sandboxOrigin()}/styles/calm`);
  const headers = await request.allHeaders();
  for (const name of ['authorization', 'cookie', 'referer']) expect(headers, name).not.toHaveProperty(name);
  expect(traffic.requests.filter((one) => one.url.pathname === '/styles/calm')).toHaveLength(1);

  await page.emulateMedia({ media: 'print' });
  expect(await lookOf(page)).toEqual(OWN);
  expect(await token(page, '--font')).toMatch(/^-apple-system/);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  expect(await token(page, '--paper')).toBe('Canvas');
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  expect(await lookOf(page)).toEqual(OWN);
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'dark' });
  expect(await token(page, '--paper')).toBe('#13161a');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await lookOf(page)).toEqual(CALM);
  expect(await inspectorLine(page)).toBe(
    'EHR style (smart_style_url) colours applied font_family_body applied',
  );

  await setFragment(page, '');
  await page.reload();
  await waitUntilRead(page);
  await expect.poll(() => lookOf(page)).toEqual(CALM);
});

test('row 58: a dark style is for the dark scheme; the light one stays ours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openStyled(page, 'night');
  await expect.poll(() => token(page, '--paper')).toBe('rgb(16 21 28)');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await lookOf(page)).toEqual(OWN);
});

for (const [style, said] of [
  ['example', /colours: color_highlight on .* would reach 1\.\d:1/],
  ['pale', /colours: color_text on .* would reach \d\.\d:1/],
  ['red', /colours: color_highlight is too close to the orange or red/],
  ['address', /not applied .*color_background is not a colour.*not a list of font families/],
  ['quote', /not applied .*color_text is not a colour.*not a list of font families/],
  ['long', /not applied longer than 64 kB/],
  ['html', /not applied not JSON/],
  ['list', /not applied not a JSON object/],
  ['missing', /not applied status 404/],
  ['redirect', /not applied could not be loaded/],
  ['elsewhere', /not applied http:\/\/localhost:\d+ is not in styleOrigins/],
] as const)
  test(`row 58: the style “${style}” leaves our own colours, and only the inspector says why`, async ({
    page,
    traffic,
  }) => {
    await openStyled(page, style);
    const shown = await page.locator('main').innerText();
    expect(await inspectorLine(page)).toMatch(said);
    expect(await lookOf(page)).toEqual(OWN);
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    const asked = traffic.requests
      .filter(({ url }) => url.pathname.startsWith('/styles/'))
      .map(({ url }) => url.pathname);
    expect(asked).toEqual(style === 'elsewhere' ? [] : [`/styles/${style}`]);
    await setFragment(page, '');
    await expect(page.locator('main [data-series]').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'ready');
    await expect(page.locator('[data-notice], [role="alert"]').filter({ visible: true })).toHaveCount(0);
    expect(shown).not.toMatch(/style|look/i);
  });

test('row 58: a style server that never answers costs nothing', async ({ page }) => {
  await page.route('**/styles/calm', () => {}); // The server never answers.
  await openStyled(page, 'calm');
  await expect(page.locator('[data-series="hgb"] [data-mark]').first()).toBeVisible();
  expect(await lookOf(page)).toEqual(OWN);
  const row = page.getByRole('row', { name: /^EHR style/ });
  await setFragment(page, 'inspect');
  await expect(row).toContainText('no answer within 5 seconds');
});

test('row 58: without styleOrigins in the site file nothing is asked and no address is kept', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { styleOrigins: [] });
  await openStyled(page, 'calm');
  expect(await inspectorLine(page)).toContain(`${sandboxOrigin()} is not in styleOrigins`);
  expect(traffic.requests.filter(({ url }) => url.pathname.startsWith('/styles/'))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('/styles/');
});

test('row 58: the look goes with its session', async ({ page }) => {
  await page.goto(
    await launchAddress({ patient: 'healthy', kind: 'tab', style: 'calm', tokenLifeSeconds: 12 }),
  );
  await waitUntilRead(page);
  await expect.poll(() => lookOf(page)).toEqual(CALM);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ended', { timeout: 20_000 });
  expect(await lookOf(page)).toEqual(OWN);
});

test('row 58: old key names and values that are no texts do no harm', async ({ page }) => {
  await page.route('**/styles/calm', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': appOrigin() },
      json: {
        background_color: '#000000',
        'color-text': 'red',
        color_background: { a: 1 },
        __proto__: null,
        font_family_body: ['x'],
      },
    }),
  );
  await openStyled(page, 'calm');
  expect(await inspectorLine(page)).toContain('not applied colours: color_background is not a colour');
  expect(await lookOf(page)).toEqual(OWN);
});
