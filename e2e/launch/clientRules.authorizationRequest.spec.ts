import { expect, test } from '@playwright/test';
import {
  appOrigin,
  launchAddress,
  sandboxOrigin,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import {
  authorizationIn,
  recordSignIn,
  tokenRequestIn,
  type RecordedSignIn,
} from '../support/recordedSignIn.ts';
import { overrideSite } from '../support/siteOverride.ts';

// These tests hold section A2 of the client rules, the authorization request. Two sign-ins are recorded, and
// each test looks at one aspect of them.

let fromChart: RecordedSignIn;
let standalone: RecordedSignIn;
const newLaunch = (): Promise<string> => launchAddress({ patient: 'healthy', kind: 'tab' });

test.beforeAll(async ({ browser }) => {
  fromChart = await recordSignIn(browser, async (page) => {
    await page.goto(await newLaunch());
    await waitUntilRead(page);
  });
  standalone = await recordSignIn(browser, async (page) => {
    await signInAs(page, /Brandt/i);
    await waitUntilRead(page);
  });
});

const bothSignIns = (): RecordedSignIn[] => [fromChart, standalone];
const parameterOfBoth = (name: string): (string | null)[] =>
  bothSignIns().map((one) => authorizationIn(one).parameters.get(name));
const scopesOf = (one: RecordedSignIn): string[] =>
  (authorizationIn(one).parameters.get('scope') ?? '').split(' ');

test('row 13: a code is asked for and nothing implicit', () => {
  expect(parameterOfBoth('response_type')).toEqual(['code', 'code']);
});

test('row 14: the client id is the registered one', () => {
  expect(parameterOfBoth('client_id')).toEqual(['longview-sandbox', 'longview-sandbox']);
});

test('row 15: the redirect URI is sent, once', () => {
  for (const one of bothSignIns())
    expect(authorizationIn(one).parameters.getAll('redirect_uri')).toEqual([`${appOrigin()}/index.html`]);
});

test('row 16: launch is echoed from the chart and left out alone', () => {
  const given = fromChart.sent.find(({ url }) => url.pathname === '/launch.html')?.parameters.get('launch');
  expect(given).toMatch(/^[\w-]{20,}$/);
  expect(parameterOfBoth('launch')).toEqual([given, null]);
});

test('row 17: scope launch from the chart, launch/patient alone, never both', () => {
  const context = (one: RecordedSignIn): string[] =>
    scopesOf(one).filter((scope) => scope.startsWith('launch'));
  expect(bothSignIns().map(context)).toEqual([['launch'], ['launch/patient']]);
});

/** Who signs in alone is asked who they are, since the screens depend on it. */
const WHO = ['openid', 'fhirUser'];
const HUB = [
  'fhircast/Patient-open.read',
  'fhircast/Patient-close.read',
  'fhircast/Encounter-open.read',
  'fhircast/SyncError.write',
  'fhircast/UserLogout.read',
];

test('row 18: least privilege: reads only, this patient only, letters in order', () => {
  for (const one of bothSignIns()) {
    const clinical = scopesOf(one)
      .slice(1)
      .filter((scope) => !WHO.includes(scope) && !HUB.includes(scope));
    expect(clinical.slice(0, 2)).toEqual(['patient/Patient.r', 'patient/Observation.rs']);
    for (const scope of clinical) expect(scope).toMatch(/^patient\/[A-Z][A-Za-z]+\.rs?$/);
  }
  expect(scopesOf(fromChart)).not.toEqual(expect.arrayContaining(WHO));
  expect(scopesOf(standalone).slice(-2)).toEqual(WHO);
  // The hub tells which chart is open and who signs out, and hears that the app does not follow. Nobody is in a chart without the EHR.
  expect(scopesOf(fromChart).slice(-HUB.length)).toEqual(HUB);
});

test('row 19: state has 256 bits and is another one each time', () => {
  const states = parameterOfBoth('state');
  for (const state of states) expect(state).toMatch(/^[\w-]{43}$/);
  expect(new Set(states).size).toBe(2);
});

test('row 20: aud is the issuer as the EHR wrote it', async ({ browser }) => {
  expect(parameterOfBoth('aud')).toEqual([`${sandboxOrigin()}/fhir/r4`, `${sandboxOrigin()}/fhir/r4`]);
  const iss = `${sandboxOrigin().replace('http:', 'HTTP:')}/fhir/r4/`;
  const spelled = await recordSignIn(browser, async (page) => {
    await page.goto(`${appOrigin()}/launch.html?${new URLSearchParams({ iss, launch: 'abc' }).toString()}`);
    // The sandbox accepts its own spelling only and redirects back with an error.
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E06');
  });
  expect(authorizationIn(spelled).parameters.get('aud')).toBe(iss);
});

test('row 21: PKCE with S256 always, also where a server does it without saying so', async ({ browser }) => {
  expect(parameterOfBoth('code_challenge_method')).toEqual(['S256', 'S256']);
  const challenges = parameterOfBoth('code_challenge');
  for (const challenge of challenges) expect(challenge).toMatch(/^[\w-]{43}$/);
  expect(new Set(challenges).size).toBe(2);
  const silent = await recordSignIn(browser, async (page, context) => {
    await overrideSite(context, { pkce: 'always' });
    await setFaults({ discovery: { without: ['code_challenge_methods_supported'] } });
    await page.goto(await newLaunch());
    await waitUntilRead(page);
  });
  expect(authorizationIn(silent).parameters.get('code_challenge_method')).toBe('S256');
  expect(tokenRequestIn(silent).parameters.get('code_verifier')).toMatch(/^[\w.~-]{43,128}$/);
});

test('row 22: a long request goes by form only where the server takes forms', async ({ browser }) => {
  const scope = Array.from({ length: 60 }, (_, i) => `patient/Observation.rs?category=number-${i}-of-sixty`);
  const long = (without: string[]): Promise<RecordedSignIn> =>
    recordSignIn(browser, async (page, context) => {
      await overrideSite(context, { scopes: ['patient/Patient.r', 'patient/Observation.rs', ...scope] });
      await setFaults({ discovery: { set: { capabilities: without } } });
      await page.goto(await newLaunch());
      await waitUntilRead(page);
    });
  const methods = [await long(['authorize-post']), await long([])].map((one) => authorizationIn(one));
  expect(methods.map(({ method }) => method)).toEqual(['POST', 'GET']);
  expect(methods[0]?.url.search).toBe('');
  expect(methods.map(({ parameters }) => parameters.get('scope')?.split(' ').length)).toEqual([63, 63]);
  expect(authorizationIn(fromChart).method).toBe('GET');
});

test('row 23: no max_age, no auth_time, and nothing else beside what SMART names', () => {
  const names = (one: RecordedSignIn): string[] => [...authorizationIn(one).parameters.keys()].toSorted();
  const named = [
    'aud',
    'client_id',
    'code_challenge',
    'code_challenge_method',
    'redirect_uri',
    'response_type',
  ];
  expect(bothSignIns().map(names)).toEqual([
    [...named.slice(0, 4), 'launch', ...named.slice(4), 'scope', 'state'],
    [...named.slice(0, 4), 'nonce', ...named.slice(4), 'scope', 'state'],
  ]);
});

test('row 24: a nonce only where identity is asked', async ({ browser }) => {
  expect(parameterOfBoth('nonce')).toEqual([null, expect.stringMatching(/^[\w-]{43}$/)]);
  const named = await recordSignIn(browser, async (page, context) => {
    await overrideSite(context, { identity: true });
    await page.goto(await newLaunch());
    await waitUntilRead(page);
  });
  expect(authorizationIn(named).parameters.get('nonce')).toMatch(/^[\w-]{43}$/);
  expect(scopesOf(named)).toEqual(expect.arrayContaining(['openid', 'fhirUser']));
});

test('row 25: each site has its redirect URI; issuer and token endpoint are held per request', async ({
  browser,
}) => {
  const own = `${appOrigin()}/general/index.html`;
  const other = await recordSignIn(browser, async (page, context) => {
    await overrideSite(context, { redirectUri: own });
    await page.goto(await newLaunch());
    await page.waitForURL(/\/auth\/authorize/); // The sandbox has not registered this address and shows its own error page.
    await page.goto(`${appOrigin()}/launch.html`); // The storage of the app can only be read on its origin.
  });
  expect(authorizationIn(other).parameters.get('redirect_uri')).toBe(own);
  const state = authorizationIn(other).parameters.get('state') ?? '';
  expect(JSON.parse(other.kept.session[`longview.pending.${state}`] ?? '{}')).toMatchObject({
    iss: `${sandboxOrigin()}/fhir/r4`,
    endpoints: { issuer: sandboxOrigin(), token: `${sandboxOrigin()}/auth/token` },
  });
});

test('row 26: the launch is nowhere in the history', () => {
  for (const { history } of [fromChart.kept]) {
    expect(history).toEqual([`${appOrigin()}/index.html`]);
  }
  expect(standalone.kept.history.filter((address) => /launch\.html|[?]/.test(address))).toEqual([]);
});
