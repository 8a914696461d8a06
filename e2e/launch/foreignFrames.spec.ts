import { resolve } from 'node:path';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { startBareHost, startForeignPage, type BareHost } from '../support/otherServers/bareHost.ts';
import { appFrame, appOrigin, launchAddress } from '../support/launching.ts';
import { buildFolder } from '../support/servers.ts';
import { sandboxApi } from '../support/sandboxApi.ts';

// The header frame-ancestors is missing on these hosts. The page asks the browser who shows it, and refuses.

let host: BareHost;
test.beforeAll(async () => {
  host = await startBareHost();
});
test.afterAll(() => host.close());

const HEADING = 'Longview does not open inside this page';

async function expectRefusal(frame: FrameLocator): Promise<void> {
  const alert = frame.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', 'E21', { timeout: 30_000 });
  await expect(alert.getByRole('heading', { level: 1, name: HEADING })).toBeVisible();
  await expect(alert.getByRole('button')).toHaveText(['Open Longview in its own tab']);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'error');
  await expect(frame.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
}

/** Returns the paths that the sandbox was asked for since it was last asked this. */
async function takeRequests(origin: string): Promise<string[]> {
  const all = (await (await sandboxApi('requests', undefined, origin)).json()) as { path: string }[];
  await sandboxApi('requests', { method: 'DELETE' }, origin);
  return all.map(({ path }) => path);
}

const framed = (src: string, more = ''): string => `<iframe title="Longview" ${more} src="${src}"></iframe>`;

async function openIn(page: Page, body: string): Promise<void> {
  const foreign = await startForeignPage(() => body);
  try {
    await page.goto(foreign.origin);
    await page.waitForLoadState('load');
  } finally {
    await foreign.close();
  }
}

test('launch.html in a page that is not listed: nothing is asked, and the launch goes on in a tab of its own', async ({
  page,
  context,
}) => {
  const address = await launchAddress({ patient: 'healthy', kind: 'tab' }, host.sandboxOrigin);
  await takeRequests(host.sandboxOrigin);
  await openIn(page, framed(address));
  await expectRefusal(appFrame(page));
  expect(await takeRequests(host.sandboxOrigin)).toEqual([]);
  const opened = context.waitForEvent('page');
  await appFrame(page).getByRole('button').first().click();
  const tab = await opened;
  await expect(tab.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  expect(await tab.evaluate(() => window.opener)).toBeNull();
});

test('an answer of the sign-in page in a page that is not listed: the code is not used and leaves the address', async ({
  page,
  context,
}) => {
  await takeRequests(host.sandboxOrigin);
  await openIn(page, framed(`${host.appOrigin}/index.html?code=abc&state=${'s'.repeat(43)}`));
  await expectRefusal(appFrame(page));
  expect(await takeRequests(host.sandboxOrigin)).toEqual([]);
  expect(page.frames().map((frame) => frame.url())).toContain(`${host.appOrigin}/index.html`);
  await appFrame(page).getByText('Details for support: E21').click();
  await expect(appFrame(page).getByText(/^shown inside: http:\/\/127\.0\.0\.1:\d+$/)).toBeVisible();
  const opened = context.waitForEvent('page');
  await appFrame(page).getByRole('button').first().click();
  await expect((await opened).getByRole('button', { name: /^Sign in to/ })).toBeVisible();
});

test('the start page in a page that is not listed offers no sign-in; the inspector names that page', async ({
  page,
}) => {
  await openIn(page, framed(`${host.appOrigin}/`));
  await expectRefusal(appFrame(page));
  await appFrame(page).getByText('Details for support: E21').click();
  await appFrame(page).getByRole('link', { name: 'Launch inspector' }).click();
  const row = (name: RegExp) => appFrame(page).getByRole('row', { name });
  await expect(row(/^Shown inside/)).toContainText(new URL(page.url()).origin);
  await expect(row(/^Header frame-ancestors/)).toContainText('The host sends no frame-ancestors.');
});

test('a listed page and one that is not, one inside the other: every page around counts', async ({
  page,
}) => {
  let inListed = '';
  let inOther = '';
  const listed = await startForeignPage(() => inListed);
  const other = await startForeignPage(() => inOther);
  const strict = await startBareHost({ frameAncestors: [listed.origin] });
  const longview = framed(`${strict.appOrigin}/launch.html`);
  const between = (origin: string): string => `<iframe title="Between" src="${origin}"></iframe>`;
  const innermost = page.frameLocator('iframe[title="Between"]').frameLocator('iframe[title="Longview"]');
  try {
    [inListed, inOther] = [longview, between(listed.origin)];
    await page.goto(other.origin);
    await expectRefusal(innermost);
    [inListed, inOther] = [between(other.origin), longview];
    await page.goto(listed.origin);
    await expectRefusal(innermost);
    [inListed, inOther] = [longview, ''];
    await page.goto(listed.origin);
    await expect(appFrame(page).getByRole('alert')).toHaveAttribute('data-error', 'E01');
  } finally {
    await Promise.all([strict.close(), listed.close(), other.close()]);
  }
});

test('a page without an origin, such as one in a sandbox', async ({ page }) => {
  const inner = framed(`${host.appOrigin}/launch.html`).replaceAll('"', "'");
  await openIn(page, `<iframe title="Box" sandbox="allow-scripts" srcdoc="${inner}"></iframe>`);
  await expectRefusal(page.frameLocator('iframe[title="Box"]').frameLocator('iframe[title="Longview"]'));
});

test('a site file that lists nobody: no page of another origin shows Longview', async ({ page }) => {
  const strict = await startBareHost({ frameAncestors: [] });
  try {
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }, strict.sandboxOrigin));
    await expectRefusal(appFrame(page));
    expect((await takeRequests(strict.sandboxOrigin)).filter((path) => /auth|fhir/.test(path))).toEqual([]);
  } finally {
    await strict.close();
  }
});

test('a listed page that hides its address is let in where the host sends frame-ancestors', async ({
  page,
}) => {
  let body = '';
  const listed = await startForeignPage(() => body);
  const headed = await startBareHost({ frameAncestors: [listed.origin], isFramingSent: true });
  try {
    body = framed(`${headed.appOrigin}/launch.html`, 'referrerpolicy="no-referrer"');
    await page.goto(listed.origin);
    await expect(appFrame(page).getByRole('alert')).toHaveAttribute('data-error', 'E01');
  } finally {
    await Promise.all([headed.close(), listed.close()]);
  }
});

test('the inspector says whether the host sends the header', async ({ page }) => {
  const verdict = page.getByRole('row', { name: /^Header frame-ancestors/ });
  await page.goto(`${host.appOrigin}/index.html#inspect`);
  await expect(verdict.first()).toContainText('missing');
  await expect(verdict.first()).toContainText('The host sends no frame-ancestors.');
  await page.goto(`${appOrigin()}/index.html#inspect`);
  await expect(verdict.first()).toContainText('matches this build');
});

for (const name of ['index.html', 'launch.html'])
  test(`${name} opened from a file says that it needs an https address`, async ({ page }) => {
    await page.goto(`file://${resolve(buildFolder(), name)}?iss=x&code=x&state=x`);
    await expect(page.getByRole('alert')).toHaveText(/^\s*Longview cannot run.*begins with https/s);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
  });
