import type { Page } from '@playwright/test';
import type { Servers } from '../../build/serve.ts';
import { axeViolations } from '../support/accessibility.ts';
import { startWithBrands } from '../support/otherServers/brandsHost.ts';
import { waitUntilRead } from '../support/launching.ts';
import { expect, test as base } from '../support/test.ts';

// The app is built with a brands bundle: list, policy and sign-in come from the same data (docs/decisions/0055).

let running: Servers;
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
  servers: async ({}, use) => use({ appOrigin: running.app, sandboxOrigin: running.sandbox }),
});
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  running = await startWithBrands('dist-e2e-brands');
});
test.afterAll(() => running.close());

const LAKESIDE = /^Sign in to Lakeside Health Madison, WI/;

async function signInAtLakeside(page: Page): Promise<void> {
  await page.goto(running.app);
  await page.getByRole('searchbox').fill('four lakes');
  await page.getByRole('button', { name: LAKESIDE }).click();
  await page.getByRole('radio').first().check();
}

test('the start page finds a place by an older name and a town, and leaves out what does not fit', async ({
  page,
}) => {
  await page.goto(running.app);
  await expect(page.getByRole('heading', { name: 'Where do you get care?' })).toBeVisible();
  const found = async (typed: string): Promise<string[]> => {
    await page.getByRole('searchbox').fill(typed);
    return page
      .getByRole('list', { name: 'Places to sign in to' })
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ')));
  };
  expect(await found('four lakes')).toEqual([expect.stringMatching(LAKESIDE)]);
  expect(await found('mercy')).toEqual([
    'Sign in to Mercy Hospital Des Moines, IA · portal MercyChart',
    'Sign in to Mercy Hospital Joplin, MO · portal Mercy Link',
  ]);
  expect(await found('san jose')).toHaveLength(1);
  // Its endpoint speaks an older FHIR.
  expect(await found('old mill')).toEqual([]);
  // The site file allows no endpoint on its host.
  expect(await found('stranger')).toEqual([]);
  await expect(page.getByText('No place here has this name.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('a patient signs in at a found place, sees results, and goes on after a reload', async ({ page }) => {
  await signInAtLakeside(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
  await expect(page.locator('article[data-series]').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'patient');
  await page.reload();
  await waitUntilRead(page);
  await expect(page.locator('article[data-series]').first()).toBeVisible();
});

test('the policy of header and page names the servers of the bundle and no more', async ({ page }) => {
  const response = await page.goto(running.app);
  const sent = (await response?.allHeaders())?.['content-security-policy'] ?? '';
  const own = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .evaluate((meta) => meta.getAttribute('content') ?? '');
  for (const policy of [sent, own]) {
    expect(policy).not.toContain('stranger');
    const directives = new Map(
      policy.split(';').map((part): [string, string[]] => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(directives.get('connect-src')).toEqual(["'self'", running.sandbox]);
    expect(directives.get('form-action')).toEqual(["'self'", running.sandbox]);
  }
  // Nobody frames a page of patients.
  expect(sent).toMatch(/frame-ancestors 'self'(?:;|$)/);
});

/** A later build has a list without any place of this server's main base, as a bundle that lost it. */
const removeLakeside = (page: Page): Promise<unknown> =>
  page.route(/\/assets\/places-.*\.json$/, async (route) => {
    const response = await route.fetch();
    const { template, sites } = (await response.json()) as { template: object; sites: object[] };
    const left = sites
      .map((site) => ({ ...template, ...site }))
      .filter((site) => !JSON.stringify(site).includes('Lakeside'));
    expect(left.length).toBeLessThan(sites.length);
    await route.fulfill({ response, json: { template: {}, sites: left } });
  });

const expectUnlisted = async (page: Page, code: string): Promise<void> => {
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', code);
  await expect(alert).toContainText('The place where you signed in is no longer listed here');
  await expect(page.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('button', { name: /^Sign in to Mercy Hospital/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: /Lakeside/ })).toHaveCount(0);
};

test('a place that a new build no longer has: its running session says so and nothing else', async ({
  page,
}) => {
  await signInAtLakeside(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await waitUntilRead(page);
  await removeLakeside(page);
  await page.reload();
  await expectUnlisted(page, 'E13');
});

test('and so does a sign-in that was under way', async ({ page, traffic }) => {
  await signInAtLakeside(page);
  await removeLakeside(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expectUnlisted(page, 'E08');
  expect(traffic.requests.filter(({ url }) => url.pathname === '/auth/token')).toEqual([]);
});
