import type { Page } from '@playwright/test';
import { longviewConfig } from '../../build/config.ts';
import { listenOnLocalhost } from '../../build/freePort.ts';
import { built } from '../../build/serve.ts';
import { checkedSites } from '../../build/sites/siteFile.ts';
import { stories } from '../../sandbox/patients/stories.ts';
import {
  CONFIDENTIAL_ID,
  startHandlerPair,
  type CredentialKind,
  type HandlerPair,
} from '../../sandbox/tokenHandler/testHandler.ts';
import { launchAddress, showClinicianScreens, waitUntilRead } from '../support/launching.ts';
import { testWithPolicy as test } from '../support/policyTest.ts';
import { endSession, patientBanner } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect } from '../support/test.ts';

// Two hospitals register a confidential client alone, one with a secret and one with a key. Each has a token handler before
// its EHR. The pages are an ordinary production build. Only its site file names the handlers.

const METHODS = ['client_secret_basic', 'ES384'] as const;
const FOLDER = 'dist-e2e-confidential';

let pairs: Record<(typeof METHODS)[number], HandlerPair>;
let appOrigin: string;
let close: () => Promise<void> = async () => {};

test.beforeAll(async () => {
  test.setTimeout(240_000);
  let handler: Parameters<typeof listenOnLocalhost>[0] = (_request, response) => response.end();
  const app = await listenOnLocalhost((request, response) => handler(request, response), 0);
  appOrigin = `http://localhost:${app.port}`;
  const startPair = (kind: CredentialKind) =>
    startHandlerPair(kind, { appOrigin, stories, page: `${kind}.html` });
  pairs = { client_secret_basic: await startPair('client_secret_basic'), ES384: await startPair('ES384') };
  const sites = checkedSites(
    { sites: METHODS.map((kind) => siteOf(kind, pairs[kind], `${appOrigin}/${kind}.html`)) },
    'the site file of this test',
  );
  const config = {
    ...longviewConfig(sites, undefined, 'plain'),
    configFile: false as const,
    mode: 'production',
  };
  handler = (await built(config, sites, FOLDER)).handler;
  close = async () => {
    await Promise.all([app.close(), ...Object.values(pairs).map((pair) => pair.close())]);
  };
});
test.afterAll(() => close());

const siteOf = (id: string, { handler, sandbox }: HandlerPair, redirectUri: string): object => ({
  // An id of a site has letters, digits and hyphens.
  id: id.replaceAll('_', '-').toLowerCase(),
  label: `Hospital with ${id}`,
  iss: handler.fhirBase,
  clientId: CONFIDENTIAL_ID,
  redirectUri,
  launch: ['ehr', 'standalone'],
  issuer: sandbox.origin,
  authOrigins: [handler.origin],
  refresh: 'online',
  frameAncestors: [sandbox.origin],
  timeZone: 'America/Chicago',
});

/** Opens what the EHR would open: the launch address of the handler. */
async function launchFromEhr(page: Page, { handler, sandbox }: HandlerPair, tokenLifeSeconds: number) {
  const answer = await sandboxApi(
    'launch',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ patient: 'healthy', kind: 'tab', tokenLifeSeconds }),
    },
    sandbox.origin,
  );
  const { launch } = (await answer.json()) as { launch: string };
  const query = new URLSearchParams({ iss: sandbox.fhirBase, launch });
  await page.goto(`${handler.origin}/launch?${query.toString()}`);
}

for (const kind of METHODS)
  test(`behind a token handler with ${kind}: launch, chart, renewal, reload and revocation`, async ({
    page,
  }) => {
    const { handler, sandbox, lines } = pairs[kind];
    const sent: { readonly url: URL; readonly form: URLSearchParams }[] = [];
    page.on('request', (request) =>
      sent.push({ url: new URL(request.url()), form: new URLSearchParams(request.postData() ?? '') }),
    );
    const formsTo = (path: string) =>
      sent.filter(({ url }) => url.href === handler.origin + path).map(({ form }) => form);
    const renewals = () => formsTo('/token').filter((form) => form.get('grant_type') === 'refresh_token');

    await launchFromEhr(page, pairs[kind], 6);
    await waitUntilRead(page);
    await expect(patientBanner(page)).toBeVisible();
    await expect(page.locator('[data-series] svg').first()).toBeVisible();
    await expectMatchesServer(page, 'healthy');
    await expect.poll(() => renewals().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    const used = renewals().map((form) => form.get('refresh_token'));
    expect(new Set(used).size).toBe(used.length);
    await page.reload();
    await waitUntilRead(page);

    const revoked = page.waitForResponse(`${handler.origin}/revoke`);
    await endSession(page);
    expect((await revoked).status()).toBe(200);
    const ended = formsTo('/revoke').map((form) => form.get('token') ?? '');
    expect(ended.length).toBeGreaterThan(0);
    for (const token of ended) {
      const read = await fetch(`${sandbox.fhirBase}/Patient/healthy`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(read.status).toBe(401);
    }

    // The page stays a public client with PKCE, and asks the EHR nothing but the sign-in.
    const exchanges = formsTo('/token').filter((form) => form.get('grant_type') === 'authorization_code');
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.get('code_verifier')).toMatch(/^[\w.~-]{43,128}$/);
    const asked = sent.filter(({ url }) => url.origin === sandbox.origin).map(({ url }) => url.pathname);
    expect(new Set(asked)).toEqual(new Set(['/auth/authorize']));
    const secrets = sent.flatMap(({ form }) =>
      ['code', 'code_verifier', 'refresh_token', 'token'].flatMap((name) => form.getAll(name)),
    );
    expect(secrets.filter((secret) => lines.join('\n').includes(secret))).toEqual([]);
  });

for (const [kind, user] of [
  ['client_secret_basic', 'clinician'],
  ['ES384', 'self'],
] as const)
  test(`a sign-in without a chart passes a token handler with ${kind}, and says who signed in: ${user}`, async ({
    page,
  }) => {
    const { handler, sandbox } = pairs[kind];
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await launchAddress({ kind: 'standalone', patient: 'healthy', user }, sandbox.origin);
    await page.goto(`${appOrigin}/`);
    await page.getByRole('button', { name: `Sign in to Hospital with ${kind}` }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await waitUntilRead(page);
    // The id_token came through the handler, so the page knows whether a patient or a clinician reads.
    await expect(page.locator('html')).toHaveAttribute(
      'data-audience',
      user === 'self' ? 'patient' : 'clinician',
    );
    if (user === 'self') await showClinicianScreens(page);
    await expectMatchesServer(page, 'healthy');
    await page.reload();
    await waitUntilRead(page);

    const signIns = (origin: string) =>
      asked.filter((url) => url.origin === origin && url.searchParams.has('aud'));
    // Each answer on the pages of the sign-in is sent to the same address once more.
    const audiences = (origin: string) =>
      new Set(signIns(origin).map(({ searchParams }) => searchParams.get('aud')));
    expect(audiences(handler.origin)).toEqual(new Set([handler.fhirBase]));
    expect(audiences(sandbox.origin)).toEqual(new Set([sandbox.fhirBase]));
    expect(signIns(sandbox.origin)[0]?.searchParams.has('launch')).toBe(false);
    // The EHR is asked for the pages of the sign-in and nothing else; no secret and no token goes there from the browser.
    const atEhr = asked.filter(({ origin }) => origin === sandbox.origin).map(({ pathname }) => pathname);
    expect(atEhr.filter((path) => /token|revoke|jwks|fhir|well-known/.test(path))).toEqual([]);
    expect(asked.filter(({ origin }) => origin === handler.origin).map(({ pathname }) => pathname)).toEqual(
      expect.arrayContaining(['/authorize', '/token']),
    );
  });
