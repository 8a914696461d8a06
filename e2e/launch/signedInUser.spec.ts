import type { Page } from '@playwright/test';
import {
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import { parametersOf } from '../support/traffic.ts';

async function menuOf(page: Page) {
  const button = page.getByRole('button', { name: 'Menu' });
  await expect(button).toBeEnabled();
  await button.click();
  return page.locator('#session-menu');
}

test('row 62: identity is not asked for unless the site says so', async ({ page, traffic }) => {
  await openInTab(page, 'healthy');
  const [asked] = traffic.requests.filter(({ url }) => url.pathname === '/auth/authorize');
  expect(asked?.url.searchParams.get('scope')).not.toMatch(/openid|fhirUser|profile/);
  expect(asked?.url.searchParams.has('nonce')).toBe(false);
  expect(traffic.requests.some(({ url }) => url.pathname.includes('jwks'))).toBe(false);
  await expect(await menuOf(page)).not.toContainText('Signed in:');
});

test('rows 24 and 63: with identity a nonce is sent, the id_token is checked, and the menu says who is signed in', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { identity: true });
  await openInTab(page, 'healthy');
  const [asked] = traffic.requests.filter(({ url }) => url.pathname === '/auth/authorize').map(parametersOf);
  expect(asked?.get('nonce')).toMatch(/^[\w-]{43}$/);
  expect(asked?.get('nonce')).not.toBe(asked?.get('state'));
  await expect(await menuOf(page)).toContainText(/Signed in: .*clinician/i);
  await page.reload();
  await waitUntilRead(page);
  await expect(await menuOf(page)).toContainText(/Signed in: .*clinician/i);
});

for (const idToken of [
  'badSignature',
  'expired',
  'wrongAudience',
  'wrongNonce',
  'wrongIssuer',
  'unsigned',
  'hs256',
]) {
  test(`row 63: an id_token with ${idToken} names nobody, and the record is shown all the same`, async ({
    page,
    context,
  }) => {
    await overrideSite(context, { identity: true });
    await setFaults({ token: { idToken } });
    await openInTab(page, 'healthy');
    await expect(await menuOf(page)).toContainText('Who is signed in could not be verified.');
  });
}

test('row 63: keys that cannot be read name nobody', async ({ page, context }) => {
  await overrideSite(context, { identity: true });
  await setFaults({ jwks: { status: 500 } });
  await openInTab(page, 'healthy');
  await expect(await menuOf(page)).toContainText('Who is signed in could not be verified.');
});

test('row 65: a fhirUser of another server is never read, there or here', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { identity: true });
  await setFaults({ token: { idToken: 'foreignFhirUser' } });
  await openInTab(page, 'healthy');
  await expect(await menuOf(page)).toContainText(/Signed in: /);
  expect(traffic.requests.filter(({ url }) => url.pathname.includes('/Practitioner'))).toEqual([]);
});

test('row 64: a name in UTF-8 is read right', async ({ page, context }) => {
  await overrideSite(context, { identity: true });
  await setFaults({ token: { idToken: 'utf8Name' }, fhir: { type: 'Practitioner', status: 403 } });
  await openInTab(page, 'healthy');
  await expect(await menuOf(page)).toContainText('Signed in: Zoë Ångström ✓');
});

const discoveries = (requests: readonly { url: URL }[]) =>
  requests.filter(({ url }) => url.pathname.endsWith('/.well-known/smart-configuration'));

test('row 5: settings that led to a session are remembered for the next launch, and forgotten when one goes wrong', async ({
  page,
  traffic,
}) => {
  await openInTab(page, 'healthy');
  expect(discoveries(traffic.requests)).toHaveLength(1);
  await openInTab(page, 'kidney');
  expect(discoveries(traffic.requests)).toHaveLength(1);
  await setFaults({ authorize: { error: 'server_error' } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E07');
  await setFaults(undefined);
  await openInTab(page, 'healthy');
  expect(discoveries(traffic.requests)).toHaveLength(2);
});

test('row 12: a failed reading of the settings can be tried again', async ({ page }) => {
  await setFaults({ discovery: { status: 500 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E03');
  await setFaults(undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilRead(page);
});

test('rows 52, 58 and 76 to 78: introspection, brands, app state and the style of an unlisted origin are asked of nobody', async ({
  page,
  traffic,
}) => {
  // The site lists the origin of its EHR for styles. This is another name of the same machine.
  const unlistedOrigin = sandboxOrigin().replace('127.0.0.1', 'localhost');
  expect(unlistedOrigin).not.toBe(sandboxOrigin());
  await setFaults({
    token: {
      set: {
        smart_style_url: `${unlistedOrigin}/style.json`,
        authorization_details: [{ type: 'smart_on_fhir', locations: [`${sandboxOrigin()}/fhir/other`] }],
      },
    },
    discovery: {
      set: {
        user_access_brand_bundle: `${sandboxOrigin()}/brands.json`,
        associated_endpoints: [{ url: `${sandboxOrigin()}/state`, capabilities: ['smart-app-state'] }],
      },
    },
  });
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  const allowed = /^\/(fhir\/r4(\/|$)|auth\/(authorize|token|page)|$)/;
  const asked = traffic.requests
    .filter(({ url }) => url.origin === sandboxOrigin())
    .map(({ url }) => url.pathname);
  expect(asked.filter((path) => !allowed.test(path) && !/\.(css|js|svg)$/.test(path))).toEqual([]);
  expect(traffic.requests.filter(({ url }) => url.origin === unlistedOrigin)).toEqual([]);
  expect(traffic.requests.some(({ url }) => url.origin === appOrigin())).toBe(true);
});
