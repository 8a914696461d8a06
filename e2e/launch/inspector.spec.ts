import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import {
  appFrame,
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  waitUntilRead,
} from '../support/launching.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expect, test } from '../support/test.ts';

async function postFaults(faults: object): Promise<void> {
  const response = await sandboxApi('faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
}
const clearFaults = () => sandboxApi('faults', { method: 'DELETE' });

test.beforeEach(clearFaults);
test.afterEach(clearFaults);

const generalHospital = (page: Page) => page.getByRole('region', { name: 'Sandbox General Hospital' });
const title = (page: Page) => page.getByRole('heading', { level: 1, name: 'Launch inspector' });

async function openFromMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Launch inspector' }).click();
  await expect(title(page)).toBeFocused();
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await fitsWidth(page), 'no sideways scroll').toBe(true);
}

/** Clears the log of the sandbox, so that it holds the requests of one session alone. */
const clearRequestLog = () => sandboxApi('requests', { method: 'DELETE' });

async function loggedRequests(): Promise<{ path: string; count: number; method: string; status: number }[]> {
  const response = await sandboxApi('requests');
  const all = (await response.json()) as { path: string; count: number; method: string; status: number }[];
  return all.filter(
    ({ method, path }) => method === 'GET' && /^\/?[A-Z]/.test(path) && !path.includes('.well-known'),
  );
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

test('from the menu: every request is there, with the counts that the server has', async ({ page }) => {
  await clearRequestLog();
  await openInTab(page, 'kidney');
  await openFromMenu(page);
  const held = await loggedRequests();
  expect(held.length).toBeGreaterThan(1);
  const totals = page.locator('[data-requests]');
  await expect(totals).toHaveAttribute('data-requests', String(held.length));
  await expect(totals).toHaveAttribute('data-resources', String(sum(held.map(({ count }) => count))));
  await expect(totals).toHaveAttribute('data-failed', '0');
  const table = page.getByRole('table', { name: /^Newest first/ });
  const counts = await table.locator('tbody tr td:nth-child(6)').allTextContents();
  const byCount = (a: number, b: number): number => a - b;
  expect(counts.map(Number).toSorted(byCount)).toEqual(held.map(({ count }) => count).toSorted(byCount));
  await table
    .getByText(/headers$/)
    .first()
    .click();
  await expect(table.getByText('application/fhir+json').first()).toBeVisible();
  await expect(
    page.getByText('A launch can continue with these settings: 0 wrong, 0 missing, 0 odd.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-series="k"]')).toBeVisible();
});

test('the report can be mailed: no token, no patient, no name', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  // The policy lets the page write to the clipboard but not read it.
  await page.addInitScript(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      Object.assign(window, { copied: text });
      return write(text);
    };
  });
  const address = await launchAddress({ patient: 'kidney', kind: 'tab' });
  await page.goto(address);
  await waitUntilRead(page);
  const secrets = await page.evaluate(() =>
    Object.values({ ...sessionStorage }).flatMap((text) => {
      const { sid, patientId, encounterId, accessToken, refreshToken, idToken, nonce } = JSON.parse(text);
      return [sid, patientId, encounterId, accessToken, refreshToken, idToken, nonce].filter(
        (one): one is string => typeof one === 'string' && one !== '',
      );
    }),
  );
  expect(secrets.length).toBeGreaterThan(2);
  const launch = new URL(address).searchParams.get('launch') ?? '';
  await openFromMenu(page);
  await page.getByRole('button', { name: 'Copy support report' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const report = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(report).toContain('# Longview support report');
  expect(report).toContain('patient/Observation.rs: requested yes; granted yes');
  const shown = (await page.locator('main').textContent()) ?? '';
  for (const text of [report, shown]) {
    for (const secret of [...secrets, launch])
      expect(text).not.toMatch(
        new RegExp(
          String.raw`(?<![\w-])${secret.replaceAll(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`)}(?![\w-])`,
        ),
      );
    expect(text).not.toMatch(/marlowe/i);
  }
});

test('without a session: what to register, and nothing is asked of the server until somebody does', async ({
  page,
}) => {
  let asked = 0;
  page.on('request', (request) => void (asked += Number(request.url().startsWith(sandboxOrigin()))));
  await page.goto(`${appOrigin()}/#inspect`);
  await expect(title(page)).toBeFocused();
  const list = generalHospital(page).getByRole('table', { name: 'To register at this health system' });
  for (const [name, value] of [
    ['Launch URL', `${appOrigin()}/launch.html`],
    ['Redirect URI', `${appOrigin()}/index.html`],
    ['Origin for CORS', appOrigin()],
    ['Hosts that may frame it (frameAncestors)', sandboxOrigin()],
  ] as const)
    await expect(
      list.getByRole('row', { name: new RegExp(`^${name.replaceAll(/[()]/g, String.raw`\$&`)}`) }),
    ).toContainText(value);
  expect(asked).toBe(0);
  await generalHospital(page).getByRole('button', { name: 'Check sign-in settings' }).click();
  await expect(page.getByRole('row', { name: /^token_endpoint ok/ })).toContainText(sandboxOrigin());
  await page.getByRole('link', { name: '‹ Start page' }).click();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
});

test('a discovery fault is named, with what to change', async ({ page }, info) => {
  await postFaults({ discovery: { without: ['code_challenge_methods_supported', 'issuer'] } });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E03');
  await page.getByText('Details for support').click();
  await page.getByRole('link', { name: 'Launch inspector' }).click();
  await generalHospital(page).getByRole('button', { name: 'Check sign-in settings' }).click();
  await expect(page.locator('[data-error="E03"]')).toContainText(
    'code_challenge_methods_supported lacks S256',
  );
  await expect(page.getByRole('row', { name: /^code_challenge_methods_supported missing/ })).toContainText(
    'set pkce to “always”',
  );
  await expect(page.getByRole('row', { name: /^issuer odd/ })).toContainText('E08');
  await postFaults({ discovery: { set: { token_endpoint: 'https://login.other.example/token' } } });
  await generalHospital(page).getByRole('button', { name: 'Check sign-in settings again' }).click();
  await expect(page.getByRole('row', { name: /^token_endpoint wrong/ })).toContainText(
    'add https://login.other.example to authOrigins',
  );
  await page.screenshot({ path: info.outputPath('inspector.png') });
});

test('a CORS fault is named: of discovery, and of the FHIR server', async ({ page }) => {
  await postFaults({ discovery: { noCors: true } });
  await page.goto(`${appOrigin()}/#inspect`);
  await generalHospital(page).getByRole('button', { name: 'Check sign-in settings' }).click();
  await expect(page.locator('[data-error="E04"]')).toContainText(
    `CORS: the server must allow the origin ${appOrigin()}`,
  );
  await postFaults({ fhir: { noCors: true, type: 'Observation' } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 90_000 });
  await openFromMenu(page);
  await expect(page.locator('[data-requests]')).not.toHaveAttribute('data-failed', '0');
  await expect(page.getByText('no answer (network or CORS)').first()).toBeVisible();
  await expect(page.getByText(/Access-Control-Allow-Origin/)).toBeVisible();
});

test('a scope fault is named: what was asked and not granted', async ({ page }) => {
  await postFaults({
    token: { set: { scope: 'launch patient/Patient.rs patient/Observation.rs user/Slot.write' } },
  });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', /ready|partial/, { timeout: 90_000 });
  await openFromMenu(page);
  await expect(page.getByRole('row', { name: 'patient/Encounter.rs yes no not used' })).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^patient\/Observation\.rs yes yes \d+ requests?$/ }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: 'user/Slot.write no yes no' })).toBeVisible();
});

test('a token fault is named: life not said, scope not said, and a code that is refused', async ({
  page,
}) => {
  await postFaults({ token: { without: ['expires_in', 'scope'] } });
  await openInTab(page, 'healthy');
  await openFromMenu(page);
  await expect(page.getByRole('row', { name: /^Token lifetime/ })).toContainText('expires_in is missing');
  await expect(page.getByRole('row', { name: /^patient\/Observation\.rs/ })).toContainText(
    'not given by the server',
  );
  await postFaults({ token: { status: 500 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E07');
  // The link stands beside the button, not behind the fold.
  await expect(page.getByRole('link', { name: 'Launch inspector' })).toBeVisible();
  await page.getByText('Details for support').click();
  await expect(page.getByText('token endpoint status: 500')).toBeVisible();
  await page.getByRole('link', { name: 'Launch inspector' }).click();
  await expect(page.getByRole('link', { name: '‹ Back' })).toBeVisible();
});

test('in the frame of an EHR that forbids the clipboard, the report stands there to be selected', async ({
  page,
  breaches,
}, info) => {
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await frame.getByRole('button', { name: 'Menu' }).click();
  await frame.getByRole('link', { name: 'Launch inspector' }).click();
  await expect(frame.getByRole('row', { name: 'Framed yes' })).toBeVisible();
  await frame.getByRole('button', { name: 'Copy support report' }).click();
  await expect(frame.getByRole('textbox', { name: 'Support report' })).toHaveValue(
    /# Longview support report/,
  );
  expect(breaches.splice(0).join()).toMatch(/^Permissions policy violation: The Clipboard API/); // The app asked for the clipboard and was refused.
  await page.screenshot({ path: info.outputPath('inspector.png') });
  await frame.getByRole('link', { name: '‹ Overview' }).click();
  await expect(frame.locator('[data-patient-banner]')).toBeVisible();
});

test('an error of the launch page leads there too', async ({ page }) => {
  await page.goto(`${appOrigin()}/launch.html`);
  await page.getByRole('link', { name: 'Launch inspector' }).click();
  await expect(title(page)).toBeFocused();
});

for (const [name, use] of Object.entries({
  wide: { viewport: { width: 1366, height: 850 } },
  narrow: { viewport: { width: 400, height: 800 } },
  dark: { viewport: { width: 1366, height: 850 }, colorScheme: 'dark' as const },
  forced: { viewport: { width: 1366, height: 850 }, contextOptions: { forcedColors: 'active' as const } },
})) {
  test.describe(name, () => {
    test.use(use);
    test('is accessible and holds no sideways scroll, with a session and without', async ({ page }, info) => {
      await page.goto(`${appOrigin()}/#inspect`);
      await generalHospital(page).getByRole('button', { name: 'Check sign-in settings' }).click();
      await expect(page.getByRole('row', { name: /^token_endpoint/ })).toBeVisible();
      await expectAccessible(page);
      await openInTab(page, 'kidney');
      await openFromMenu(page);
      await expect(page.getByRole('row', { name: /^token_endpoint/ })).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('inspector.png'), fullPage: true });
    });
  });
}
