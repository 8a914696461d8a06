import type { FrameLocator, Locator, Page } from '@playwright/test';
import {
  appFrame,
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  signInFor,
  waitUntilRead,
} from '../support/launching.ts';
import { signInOnPhone } from '../support/myResults.ts';
import { goToScreen, setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

/** The stories end on this day. A fixed clock keeps an age in words the same. */
const TODAY = new Date('2026-11-24T20:05:00Z');
const PHONE = { width: 400, height: 800 };

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});

/** Waits until nothing is fetched or moves, and takes what the window shows. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = (await page.screenshot({ animations: 'disabled' })).toString('base64');
        return last === before;
      },
      { intervals: [400] },
    )
    .toBe(true);
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled', scale: 'css' });
}

const overviewIsWhole = (place: Page | FrameLocator): Promise<void> =>
  expect(place.locator('[data-take-along]')).toBeVisible();

async function openOverview(page: Page, story: string): Promise<void> {
  await openInTab(page, story);
  await overviewIsWhole(page);
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

const PLACES = [
  'Birch Street Family Doctors',
  'Clínica San José',
  'Lakeside Children’s',
  'Lakeside Health',
].map((name, i) => ({
  name,
  place: ['Madison, WI', 'El Paso, TX', 'Monona, WI', 'Sun Prairie, WI'][i] ?? '',
}));

/** Gives the start page the places of a brands bundle instead of the sandbox alone. It runs in the page. */
function nameSeveralPlaces(named: typeof PLACES): void {
  const find = document.getElementById.bind(document);
  document.getElementById = (id: string) => {
    const element = find(id);
    if (id !== 'sites' || element === null) return element;
    const [site] = JSON.parse(element.textContent ?? '[]') as { iss: string }[];
    const sites = named.map(({ name, place }, i) => ({
      ...site,
      id: `place-${i}`,
      label: name,
      iss: `${site?.iss}/${i}`,
      brands: [{ name, places: [place], aliases: [], portal: '' }],
    }));
    return { textContent: JSON.stringify(sites) } as HTMLElement;
  };
}

/** Each screen of a clinician: how it is reached from the overview of a story. */
const SCREENS: Readonly<Record<string, readonly [story: string, open: (page: Page) => Promise<void>]>> = {
  overview: ['kidney', async () => {}],
  'what-changed': [
    'kidney',
    async (page) => {
      await page
        .getByRole('region', { name: 'What changed' })
        .getByRole('button', { name: 'Details' })
        .click();
      await expect(page.getByRole('dialog', { name: 'What was compared' })).toBeVisible();
    },
  ],
  detail: ['kidney', (page) => goToScreen(page, '#series=k', 'figure [data-mark]')],
  compare: [
    'kidney',
    (page) => goToScreen(page, '#compare=bp-sys,k,creat,egfr', '[data-series] [data-mark]'),
  ],
  grid: ['icu', (page) => goToScreen(page, '#results', '[role="gridcell"]')],
  monitor: ['icu', async () => {}],
  timeline: ['kidney', (page) => goToScreen(page, '#timeline', 'tr[data-event]')],
  search: [
    'icu',
    async (page) => {
      await page.keyboard.type('/ct');
      await expect(page.getByRole('option', { name: /^CT chest.*Report$/ })).toBeVisible();
    },
  ],
  source: [
    'kidney',
    async (page) => {
      await goToScreen(page, '#series=k', 'figure [data-mark]');
      await page.locator('[data-twin]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toContainText('preliminary');
    },
  ],
  dark: ['chemo', (page) => page.emulateMedia({ colorScheme: 'dark' })],
  growth: [
    'child',
    async (page) => {
      await setFragment(page, '#series=height');
      await button(page, 'Growth').click();
      await expect(page.locator('[data-growth-curve]').first()).toBeVisible();
    },
  ],
};

for (const [name, [story, open]] of Object.entries(SCREENS))
  test(name, async ({ page }) => {
    await openOverview(page, story);
    await open(page);
    await take(page, name);
  });

test('print', async ({ page }) => {
  await openOverview(page, 'kidney');
  await goToScreen(page, '#print', '[data-series] svg');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  // A sheet of A4 is 794 CSS pixels wide.
  await page.setViewportSize({ width: 794, height: 1123 });
  await take(page, 'print');
});

test('frame', async ({ page }) => {
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'frame' }));
  await overviewIsWhole(appFrame(page));
  await take(page, 'frame');
});

test('launch-page', async ({ page }) => {
  await page.goto(`${sandboxOrigin()}/`);
  await take(page, 'launch-page');
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('phone', async ({ page }) => {
    await openOverview(page, 'kidney');
    await take(page, 'phone');
  });

  test('start-page', async ({ page }) => {
    await page.addInitScript(nameSeveralPlaces, PLACES);
    await page.goto(`${appOrigin()}/`);
    await expect(page.getByRole('heading', { name: 'Where do you get care?' })).toBeVisible();
    await take(page, 'start-page');
  });

  test('growth-phone', async ({ page }) => {
    await signInFor(page, 'preterm', 'proxy');
    await waitUntilRead(page);
    await page.getByRole('link', { name: 'Growth', exact: true }).click();
    await expect(page.locator('[data-growth-curve]').first()).toBeVisible();
    await take(page, 'growth-phone');
  });

  test.describe('in Spanish', () => {
    test.use({ locale: 'es-MX' });

    test('my-results-es', async ({ page }) => {
      await signInOnPhone(page, /Marlowe/i);
      await waitUntilRead(page);
      await expect(page.locator('article[data-series="k"]')).toBeVisible();
      await take(page, 'my-results-es');
    });
  });

  test('my-results', async ({ page }) => {
    await signInOnPhone(page, /Marlowe/i);
    await waitUntilRead(page);
    const card = page.locator('article[data-series="k"]');
    await expect(card).toBeVisible();
    await take(page, 'my-results');
    await card.locator('a').click();
    await expect(page.getByRole('heading', { level: 2, name: 'Potassium' })).toBeFocused();
    await take(page, 'my-result');
  });
});
