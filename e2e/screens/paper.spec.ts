import type { Page } from '@playwright/test';
import { openInTab, signInFor, waitUntilRead } from '../support/launching.ts';
import { goToScreen } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

// These tests hold what a browser prints of a screen that has no page of its own for print, and a picture of it.

/** An A4 page is this wide within its margins. */
const PAPER_PX = 718;
const LETTER_PX = 740;

/** Draws the screen as a browser prints it: on a page, after `beforeprint`. */
async function layOnPaper(page: Page, widthPx = PAPER_PX): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: widthPx, height: 1000 });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

test('a dialog that is open covers nothing on paper', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'View on screen: the CSV' }).click();
  const dialog = page.locator('dialog');
  await expect(dialog).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details', exact: true }).first().click();
  await expect(dialog).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(dialog).toBeHidden();
});

test('rules 13 and 59: in Compare a newer result is printed to its date', async ({ page }) => {
  await openInTab(page, 'kidney');
  await goToScreen(page, '#compare=k,creat,bp-sys', '[data-mark]');
  await layOnPaper(page);
  const cut = () =>
    page
      .locator('[data-strips] p:has([data-newer])')
      .evaluateAll((lines) => lines.map((line) => line.scrollWidth - line.clientWidth));
  await expect.poll(cut).toEqual([0]);
});

/** Returns what a reader could press, choose or open, were the paper a screen. A link is the name of what it leads to. */
const actionsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 1)
      .map(
        (one) => `${one.localName} ${one.textContent || (one as HTMLInputElement).labels?.[0]?.textContent}`,
      ),
  );

for (const [name, fragment, ready] of [
  ['the overview', '#', '[data-mark]'],
  ['one result', '#series=creat', '[data-mark]'],
  ['a comparison', '#compare=k,creat,bp-sys', '[data-mark]'],
  ['the results by date', '#results', '[data-mark]'],
  ['the timeline', '#timeline', 'main h3'],
  ['the account', '#account=drawn', 'main table'],
] as const)
  test(`${name} asks on paper for no action that paper does not have`, async ({ page }) => {
    await openInTab(page, 'kidney');
    await goToScreen(page, fragment, ready);
    await expect(page.locator('main')).toBeVisible();
    await layOnPaper(page);
    await expect.poll(() => actionsOn(page)).toEqual([]);
  });

test('the results by date print no legend, because they print no table', async ({ page }) => {
  await openInTab(page, 'kidney');
  await goToScreen(page, '#results', '[data-mark]');
  const legend = page.getByText('several results at this time');
  await expect(legend).toBeVisible();
  await layOnPaper(page);
  await expect(legend).toBeHidden();
});

test.describe('with forced colours', () => {
  test.use({ forcedColors: 'active', colorScheme: 'dark' });

  test('rule 51: a picture is on white paper, and no text in it has a colour of the screen', async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    await goToScreen(page, '#compare=k,creat', '[data-mark]');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'View on screen: the SVG' }).click();
    const svg = await page.getByRole('dialog').getByRole('textbox').inputValue();
    const texts = [...svg.matchAll(/<text[^>]* fill="rgb\((\d+), (\d+), (\d+)\)"[^>]*>([^<]+)/g)];
    expect(texts.map(([, , , , text]) => text)).toContain('5.8');
    // None of these is lighter than a quiet grey.
    const light = texts.filter(([, ...rgb]) => Math.max(...rgb.slice(0, 3).map(Number)) > 150);
    expect(light.map(([, , , , text]) => text)).toEqual([]);
  });
});

test('rule 49: what the browser prints by itself names the patient and the time on each screen', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const foot = () =>
    page.evaluate(() => document.documentElement.style.getPropertyValue('--printed-patient'));
  for (const [fragment, ready] of [
    ['#results', '[data-mark]'],
    ['#series=creat', '[data-mark]'],
    ['#timeline', 'main h3'],
  ] as const) {
    await goToScreen(page, fragment, ready);
    await expect.poll(foot).toBe('');
    await page.pdf();
    expect(await foot()).toMatch(/MARLOWE, Edwin.*Printed .*UTC−06:00/);
  }
});

test('the lists under the curves have the whole width of a Letter page', async ({ page }) => {
  await openInTab(page, 'kidney');
  const heading = page.locator('main h2').filter({ hasText: 'Earlier or later' });
  await expect(heading).toBeVisible();
  await layOnPaper(page, LETTER_PX);
  const share = () => heading.evaluate((one) => one.clientWidth / document.documentElement.clientWidth);
  await expect.poll(share).toBeGreaterThan(0.9);
});

test('a page does not end with the name of a group or the axis of the curves below it', async ({ page }) => {
  await openInTab(page, 'icu');
  await layOnPaper(page);
  const headings = page.locator('main section:has(> a[data-series], > div > a[data-series]) > h2');
  await expect(headings.first()).toBeVisible();
  const breaks = await headings.evaluateAll((all) =>
    all.map((heading) => [
      getComputedStyle(heading).breakAfter,
      getComputedStyle(heading.closest('section')!.parentElement!.firstElementChild!).breakAfter,
    ]),
  );
  expect(breaks.flat()).toEqual(breaks.flat().map(() => 'avoid'));
});

test('rule 1: on paper the treatment of a monitor stands under the curves, at the same times', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  const monitor = page.getByRole('region', { name: 'Monitor' });
  await expect(monitor.getByText('Norepinephrine')).toBeVisible();
  await layOnPaper(page);
  const edges = (of: string) =>
    monitor
      .locator(of)
      .first()
      .evaluate((plot) => {
        const { left, width } = plot.getBoundingClientRect();
        return [Math.round(left), Math.round(left + width)];
      });
  await expect.poll(async () => await edges('li [data-time-width]')).toEqual(await edges('a [data-plot]'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PAPER_PX);
});

test('the percentile curves have the width of the page, so that their numbers can be read', async ({
  page,
}) => {
  await openInTab(page, 'child');
  await goToScreen(page, '#series=weight&chart=growth', '[data-growth-curve]');
  await layOnPaper(page);
  const scale = () =>
    page
      .locator('svg:has([data-growth-curve])')
      .first()
      .evaluate((svg) => (svg as SVGSVGElement).getScreenCTM()?.a ?? 0);
  await expect.poll(scale).toBeGreaterThan(0.97);
  await expect(page.locator('[data-growth-reading]')).toBeHidden();
});

/** The file of what stands on paper alone comes a moment after the screen. */
async function layUnderHead(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await layOnPaper(page);
      return page.locator('[data-sheet-head]').count();
    })
    .toBe(1);
}

launchedTest(
  'the measurements of a person say on paper once whose they are and when they were read, with the day',
  async ({ page }) => {
    await signInFor(page, 'home', 'self');
    await waitUntilRead(page);
    await goToScreen(page, '#my-measurements', 'article');
    await expect(page.locator('summary').first()).toBeVisible();
    await layUnderHead(page);
    const said = await page.locator('body').innerText();
    expect(said.match(/TRAN, Duc/g)).toHaveLength(1);
    expect(said).toMatch(/Read on \w+ \d+, \d{4} at /);
    expect(said.match(/read on /gi)).toHaveLength(1);
    expect(said).not.toContain('read at');
    expect(said).not.toContain('List of days');
    expect(said).toContain('All results were read.');
  },
);

test.describe('a device far away, where the server kept some results back', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  launchedTest(
    'rules 37 and 43: paper says once what is missing and whose times it has, and the screen has its words back',
    async ({ page }) => {
      await page.route(/\/fhir\/.*Observation\?(?!.*vital-signs)/, async (route) => {
        await route.fulfill({ status: 403, json: {} });
      });
      await signInFor(page, 'home', 'self');
      await waitUntilRead(page, 'partial', 30_000);
      await goToScreen(page, '#my-measurements', 'article');
      const missing = page.getByText('did not send all results');
      await expect(missing).toBeVisible();
      await layUnderHead(page);
      const said = await page.locator('body').innerText();
      expect(said.match(/did not send all results/g)).toHaveLength(1);
      expect(said.match(/[Tt]imes are /g)).toHaveLength(1);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      await expect(missing).toBeVisible();
      await expect(page.getByText(/^Dates and times are in /)).toBeVisible();
    },
  );
});
