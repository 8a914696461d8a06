import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { appOrigin, launchAddress, openInTab, sandboxOrigin } from '../support/launching.ts';
import { goToScreen, setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

async function expectNoViolation(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
}

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  Object.entries({
    wide: { width: 1366, height: 850 },
    narrow: { width: 360, height: 800 },
  }).map(([name, viewport]) => ({ name: `${colorScheme}, ${name}`, use: { colorScheme, viewport } })),
);

for (const { name, use } of LOOKS)
  test.describe(name, () => {
    test.use(use);

    launchedTest('start page', async ({ page }) => {
      await page.goto(`${appOrigin()}/`);
      await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
      await expectNoViolation(page);
    });
    launchedTest('launch page without a chart, and its error', async ({ page }) => {
      await page.goto(`${appOrigin()}/launch.html?iss=${sandboxOrigin()}/fhir/r4`);
      await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
      await expectNoViolation(page);
      await page.goto(`${appOrigin()}/launch.html`);
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolation(page);
    });
    launchedTest('error', async ({ page }) => {
      await page.goto(`${appOrigin()}/index.html?error=access_denied&state=x`);
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolation(page);
    });
    launchedTest('the sandbox: launch page, EHR frame and consent page', async ({ page }) => {
      await page.goto(sandboxOrigin());
      await expectNoViolation(page);
      await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
      await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-state', 'ready');
      await expectNoViolation(page);
      await page.goto(`${appOrigin()}/`);
      await page.getByRole('button', { name: /^Sign in to/ }).click();
      await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
      await expectNoViolation(page);
    });
  });

for (const { name, use } of LOOKS)
  test.describe(name, () => {
    test.use(use);

    test('an open record: overview, one result and a pair, results by date, the account and its lists', async ({
      page,
    }) => {
      await openInTab(page, 'kidney');
      await test.step('overview', async () => {
        await expectNoViolation(page);
        expect(await fitsWidth(page), 'no sideways scroll').toBe(true);
      });
      await test.step('one result, and the blood pressure pair', async () => {
        for (const id of ['k', 'bp-sys']) {
          await page.locator(`[data-series="${id}"]`).first().click();
          await expect(page.locator(`[data-series="${id}"] [data-mark]`).first()).toBeVisible();
          await expectNoViolation(page);
          expect(await fitsWidth(page), 'no sideways scroll').toBe(true);
          await page.keyboard.press('Escape');
        }
      });
      await test.step('results by date', async () => {
        await page.getByRole('link', { name: 'Results', exact: true }).click();
        await expect(page.getByRole('grid')).toBeVisible();
        await expectNoViolation(page);
        await page.getByRole('gridcell').last().click();
        await expectNoViolation(page);
        expect(await fitsWidth(page), 'no sideways scroll').toBe(true);
        await page.keyboard.press('Escape');
        await goToScreen(page, '#', '[data-plot]');
      });
      await test.step('the account, and the list behind one of its numbers', async () => {
        for (const link of [/\d charted$/, 'Not charted', 'Retracted'] as const) {
          await page.getByRole('link', { name: link, exact: typeof link === 'string' }).click();
          await expectNoViolation(page);
          expect(await fitsWidth(page), 'no sideways scroll').toBe(true);
        }
      });
    });
  });

async function expectSound(page: Page, screen: string): Promise<void> {
  expect(await axeViolations(page), screen).toEqual([]);
  expect(await fitsWidth(page), `${screen}: no sideways scroll`).toBe(true);
}

for (const [name, use] of Object.entries({
  'light and wide': { colorScheme: 'light', viewport: { width: 1366, height: 850 } },
  'dark and narrow': { colorScheme: 'dark', viewport: { width: 360, height: 800 } },
} as const)) {
  test.describe(name, () => {
    test.use(use);

    test('the overview with its strip and ribbon, compare with its tables, timeline and print are sound', async ({
      page,
    }) => {
      await openInTab(page, 'kidney');
      await expect(page.getByText(/\+ Spironolactone/).first()).toBeVisible();
      await expectSound(page, 'overview');
      await page.getByRole('link', { name: 'Compare', exact: true }).click();
      await expect(page.getByRole('button', { name: /^\+ Spironolactone/ })).toBeVisible();
      await page.getByRole('slider', { name: /^Potassium/ }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('a');
      await page.keyboard.press('t');
      await expect(page.getByRole('table')).toHaveCount(2);
      await expectSound(page, 'compare');
      await page.getByRole('link', { name: 'Timeline', exact: true }).click();
      await expect(page.locator('tr[data-event]').first()).toBeVisible();
      await expectSound(page, 'timeline');
      await setFragment(page, '#print');
      await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
      await expectSound(page, 'print');
    });
  });
}

for (const { name, use } of LOOKS)
  test.describe(name, () => {
    test.use(use);

    test('empty record', async ({ page }) => {
      await openInTab(page, 'empty');
      await expectNoViolation(page);
    });
  });
