import { readFile } from 'node:fs/promises';
import { expect, type Download, type FrameLocator, type Locator, type Page } from '@playwright/test';

/**
 * Goes to a screen of the open record by its fragment and waits until the app was told, but not for the screen. The app then names its
 * session in the new history entry. A page that is reloaded before would have none, and shows the start page.
 */
export const setFragment = (page: Page, fragment: string): Promise<void> =>
  page.evaluate(
    (hash) =>
      new Promise((told) => {
        const before = location.hash;
        addEventListener('hashchange', () => told(), { once: true });
        location.hash = hash;
        if (location.hash === before) told();
      }),
    fragment,
  );

/** Goes to a screen of the open record and waits until an element of this screen is visible. */
export async function goToScreen(page: Page, fragment: string, ready: string): Promise<void> {
  await setFragment(page, fragment);
  await expect(page.locator(ready).first()).toBeVisible();
}

export async function endSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'End session' }).click();
}

export const patientBanner = (place: Page | FrameLocator): Locator => place.locator('[data-patient-banner]');

/** Downloads the CSV of the screen and returns its text. */
export async function downloadCsv(page: Page): Promise<string> {
  return readFile(await (await downloadCsvFile(page)).path(), 'utf8');
}

/** Downloads the CSV from the menu "Share". */
export async function downloadCsvFile(page: Page): Promise<Download> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-export="csv"]').click(),
  ]);
  await page.keyboard.press('Escape');
  return download;
}

/**
 * Waits until the overview listens to keys. It begins after the first chart, and an earlier key would have no
 * effect.
 */
export const waitForCursorKeys = (page: Page): Promise<void> =>
  expect(page.locator('main output').first()).toBeAttached();

/** Waits until the app says that nothing of the screen changes any more. */
export const waitForSettled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('longview:settled').length > 0);
};

export type Account = Record<
  'received' | 'drawn' | 'listed' | 'withdrawn' | 'excluded' | 'duplicate',
  number
>;

export async function accountOf(page: Page | FrameLocator): Promise<Account> {
  const line = page.locator('[data-accounting]:not([data-series] [data-accounting])').first();
  const data = await line.evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  const number = (name: string): number => Number(data[name]);
  return {
    received: number('received'),
    drawn: number('drawn'),
    listed: number('listed'),
    withdrawn: number('withdrawn'),
    excluded: number('excluded'),
    duplicate: number('duplicate'),
  };
}

/** Expects that each of so many results is drawn, listed, withdrawn, excluded or a duplicate. */
export function expectAllAccounted(account: Account, count: number): void {
  const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
  expect(received).toBe(count);
  expect(drawn + listed + withdrawn + excluded + duplicate).toBe(count);
}

export type ShownSeries = {
  id: string;
  count: number;
  latest: string | undefined;
  unit: string | undefined;
  latestTime: string | undefined;
};

/** These series come from the server. The others are calculated by Longview. */
export const MEASURED_SERIES = '[data-series]:not([data-series$="~calculated"])';

/** Presses "All" in the time window. A record without a drawn result has no time window. */
export async function showAllResults(place: Page | FrameLocator): Promise<void> {
  if ((await place.locator('[data-mark]').count()) === 0) return;
  const all = place.getByRole('group', { name: 'Period', exact: true }).getByRole('button', { name: /^All/ });
  await all.click();
  await expect(all).toHaveAttribute('aria-pressed', 'true');
}

/** Returns every measured series of the overview with all of its results, as its hooks state them. */
export async function shownSeries(place: Page | FrameLocator): Promise<ShownSeries[]> {
  await showAllResults(place);
  return place.locator(MEASURED_SERIES).evaluateAll((elements) =>
    elements.map((element) => {
      const { series = '', count = '', latest, unit, latestTime } = (element as HTMLElement).dataset;
      return { id: series, count: Number(count), latest, unit, latestTime };
    }),
  );
}

/** Goes to a screen of the open record and waits until it has drawn a symbol. */
export async function openChartScreen(page: Page, fragment: string): Promise<void> {
  await page.evaluate(async (hash) => {
    if ((location.hash || '#') === hash) return;
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = hash;
    await changed;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }, fragment);
  await expect(page.locator('main [data-mark]').first()).toBeVisible();
}
