import { expect, type Page } from '@playwright/test';
import { appFrame, launchAddress, setFaults, type Faults } from '../support/launching.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { test } from '../support/test.ts';

// An EHR puts Longview into its page before that page has its layout, or into a tab that is not open yet. A frame without a place
// draws nothing, and a browser ignores focus() of what is not drawn.

/** Launches in a frame to which the EHR gives a place once the heading of the error stands in it. */
async function launchBeforeLayout(page: Page, faults: Faults): Promise<void> {
  await page.addInitScript(() => {
    if (parent !== window) return;
    const hidden = new CSSStyleSheet();
    hidden.replaceSync('iframe { display: none }');
    document.adoptedStyleSheets = [hidden];
  });
  await setFaults(faults);
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  const heading = appFrame(page).locator('h1');
  await heading.waitFor({ state: 'attached' });
  expect(await heading.evaluate((one) => one.getClientRects().length)).toBe(0);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
}

for (const { code, by, site, faults } of [
  { code: 'E09', by: 'the launch page', site: { signIn: 'window' }, faults: {} },
  {
    code: 'E05',
    by: 'the app',
    site: {},
    faults: { authorize: { error: 'access_denied', description: 'No.' } },
  },
])
  test(`${code}, which ${by} says in a frame before the page of the EHR is laid out, has the focus once it is seen`, async ({
    page,
    context,
  }) => {
    await overrideSite(context, site);
    await launchBeforeLayout(page, faults);
    const heading = appFrame(page).locator(`[data-error="${code}"]`).getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  });
