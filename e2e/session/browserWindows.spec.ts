import type { Page } from '@playwright/test';
import {
  appFrame,
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  waitUntilRead,
} from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

const otherPatient = (page: Page) => page.locator('[data-notice="wrong-patient"]');

/**
 * An embedded EHR browser shares one sessionStorage between all windows. localStorage plays its part here.
 */
function shareSessionStorage(): void {
  const prefix = 'embedded-browser.';
  const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const shared = {
    getItem: (key: string) => localStorage.getItem(prefix + key),
    setItem: (key: string, value: string) => localStorage.setItem(prefix + key, value),
    removeItem: (key: string) => localStorage.removeItem(prefix + key),
    clear: () => keys().forEach((key) => localStorage.removeItem(key)),
    key: (index: number) => keys()[index]?.slice(prefix.length) ?? null,
    get length() {
      return keys().length;
    },
  };
  Object.defineProperty(window, 'sessionStorage', { value: shared });
}

test('row 72: windows that share sessionStorage keep their own patient, through reloads in every order', async ({
  context,
}) => {
  await context.addInitScript(shareSessionStorage);
  const [first, second, third] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await openInTab(first, 'kidney');
  await openInTab(second, 'child');
  await openInTab(third, 'healthy');
  // Only the facts of the patient are compared, because the tools beside them load later.
  const factsOf = (page: Page) => patientBanner(page).locator('dl');
  const names = new Map<Page, string>();
  for (const page of [first, second, third]) names.set(page, await factsOf(page).innerText());
  expect(new Set(names.values()).size).toBe(3);
  for (const page of [first, third, second, second, first, third, first]) {
    await page.reload();
    await waitUntilRead(page);
    await expect(factsOf(page)).toHaveText(names.get(page) ?? 'none', { useInnerText: true });
  }
  await expectMatchesServer(first, 'kidney');
  await expectMatchesServer(second, 'child');
  await expectMatchesServer(third, 'healthy');
});

test('row 72: interleaved launches under one sessionStorage do not mix', async ({ context }) => {
  await context.addInitScript(shareSessionStorage);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await Promise.all([openInTab(first, 'kidney'), openInTab(second, 'healthy')]);
  await expect(patientBanner(first)).toContainText('MARLOWE');
  await expect(patientBanner(second)).not.toContainText('MARLOWE');
  await Promise.all([first.reload(), second.reload()]);
  await waitUntilRead(first);
  await waitUntilRead(second);
  await expect(patientBanner(first)).toContainText('MARLOWE');
  await expect(patientBanner(second)).not.toContainText('MARLOWE');
});

test('another patient in another window is announced in both, until answered or closed', async ({
  context,
}) => {
  const [first, second, same] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await openInTab(first, 'kidney');
  await openInTab(same, 'kidney');
  await expect(same.getByRole('button', { name: 'Menu' })).toBeEnabled();
  await expect(first.getByRole('button', { name: 'Menu' })).toBeEnabled();
  await expect(otherPatient(first)).toHaveCount(0);
  await openInTab(second, 'child');
  await expect(otherPatient(first)).toContainText('Another patient is open in another window.');
  await expect(otherPatient(first)).toContainText('This window: MARLOWE, Edwin, born 14 Mar 1959.');
  await expect(otherPatient(second)).toBeVisible();
  await expect(otherPatient(second)).not.toContainText('MARLOWE');
  await otherPatient(second).getByRole('button', { name: 'This is the right patient' }).click();
  await expect(otherPatient(second)).toHaveCount(0);
  await second.close();
  await expect(otherPatient(first)).toHaveCount(0);
});

test('row 61: a launch from the chart says when it was opened and that it does not follow', async ({
  page,
}) => {
  await openInTab(page, 'healthy');
  await expect(
    page.getByText(/^Opened \d\d:\d\d\. Does not update if you change patient in the EHR$/),
  ).toBeVisible();
});

test('row 71: a window that the EHR opened by name stays open', async ({ page, context }) => {
  const address = await launchAddress({ patient: 'healthy', kind: 'tab' });
  await page.goto(`${sandboxOrigin()}/`);
  const opening = context.waitForEvent('page');
  await page.evaluate((to) => void window.open(to, 'ehr-app'), address);
  const opened = await opening;
  await waitUntilRead(opened);
  expect(opened.isClosed()).toBe(false);
});

test('row 69: blocked storage is said on both pages (E14)', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E14');
});

test('row 67: with signIn "window" a framed launch says E09 at once, and the new window hands the session to the frame', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { signIn: 'window' });
  await setFaults({ authorize: { refuseFrames: true } });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'frame' }));
  const alert = appFrame(page).getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', 'E09');
  expect(traffic.requests.filter(({ url }) => url.pathname.startsWith('/auth/'))).toHaveLength(0);
  const opening = context.waitForEvent('page');
  await alert.getByRole('button', { name: 'Open sign-in window' }).click();
  const opened = await opening;
  const closed = opened.waitForEvent('close');
  await opened.getByRole('button', { name: 'Continue' }).click();
  await closed;
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(frame.locator('[data-patient-banner]')).toContainText('MARLOWE');
  await expectMatchesServer(frame, 'kidney');
});

/**
 * Returns the new window after it was stopped on its way to the authorization server. Otherwise the frame
 * might get its session first.
 */
async function openedToSignIn(page: Page): Promise<Page> {
  await page.context().route('**/auth/authorize?*', () => undefined, { times: 1 });
  const opening = page.context().waitForEvent('page');
  const asked = page
    .context()
    .waitForEvent('request', (request) => request.url().includes('/auth/authorize?'));
  await appFrame(page).getByRole('button', { name: 'Open sign-in window' }).click();
  await asked;
  const opened = await opening;
  await opened.goto('about:blank');
  return opened;
}

test('row 69: where the new window lost its frame, the session goes on in the window itself', async ({
  page,
  context,
}) => {
  await overrideSite(context, { signIn: 'window' });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  const opened = await openedToSignIn(page);
  await opened.addInitScript(() => Object.defineProperty(globalThis, 'opener', { value: null }));
  await opened.goto((await launchAddress({ patient: 'healthy', kind: 'tab' })) + `#hand=${'a'.repeat(43)}`);
  await waitUntilRead(opened);
});

test('row 70: a message from elsewhere, or with another nonce, gives the frame no session', async ({
  page,
  context,
}) => {
  await overrideSite(context, { signIn: 'window' });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  const opened = await openedToSignIn(page);
  await opened.goto(`${appOrigin()}/index.html`);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentWindow;
    frame?.postMessage({ nonce: 'x', record: { sid: 'x', patientId: 'kidney' } }, '*');
  });
  await opened.evaluate(() => {
    const record = {
      sid: 'x',
      siteId: 'sandbox',
      kind: 'ehr',
      iss: 'x',
      patientId: 'kidney',
      accessToken: 'x',
    };
    const opener: Window | null = globalThis.opener;
    opener?.postMessage({ nonce: 'b'.repeat(43), record }, location.origin);
  });
  await page.waitForTimeout(500);
  await expect(appFrame(page).getByRole('alert')).toHaveAttribute('data-error', 'E09');
});

/** The request is long enough for a form, as with the scope lists of Epic. */
const manyScopes = [
  'patient/Patient.r',
  'patient/Observation.rs',
  ...Array.from(
    { length: 120 },
    (_, i) => `patient/Made${String.fromCharCode(65 + (i % 26))}${'x'.repeat(i % 20)}.rs`,
  ),
];

test('row 22: a long request goes by form, and the launch ends as any other', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { scopes: manyScopes });
  await openInTab(page, 'healthy');
  const [asked] = traffic.requests.filter(({ url }) => url.pathname === '/auth/authorize');
  expect(asked?.request.method()).toBe('POST');
  expect(asked?.url.search).toBe('');
  await expectMatchesServer(page, 'healthy');
});

test('row 26: Back to a launch page in a frame offers the sign-in in a window (E09); in a tab it starts nothing (E08)', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { scopes: manyScopes });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await appFrame(page)
    .locator('html')
    .evaluate(() => history.back());
  await expect(appFrame(page).getByRole('alert')).toHaveAttribute('data-error', 'E09');
  await openInTab(page, 'healthy');
  const before = traffic.requests.length;
  await page.goBack();
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E08');
  expect(traffic.requests.slice(before).filter(({ url }) => url.pathname.startsWith('/auth/'))).toEqual([]);
});
