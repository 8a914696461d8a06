import {
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { recordSignIn, type RecordedSignIn } from '../support/recordedSignIn.ts';
import { expect, test } from '../support/test.ts';
import { recordReads, tokenRequests } from '../support/traffic.ts';

// These tests hold sections A6 and A8 of the client rules: the launch context and the environment of the
// browser.

const CONTEXT = {
  intent: 'reconcile-something',
  tenant: 'ward-7',
  fhirContext: [
    { reference: 'ImagingStudy/1' },
    { reference: 'Encounter/2', role: 'previous' },
    { reference: 'https://other.example/fhir/DocumentReference/3' },
    { canonical: 'https://other.example/Questionnaire/4' },
    { type: 'Procedure' },
    'Patient/5',
    null,
  ],
};
const EXTRAS = {
  smart_style_url: 'https://other.example/style.json',
  __epic: { dstu2: 'https://other.example/dstu2' },
  appContext: 'Task/6',
  need_patient_banner: false,
};

/** So many searches for results leave before anything else is asked for (decision 49). */
const FIRST_SEARCHES = 3;

test.describe('everything an EHR can say about the launch', () => {
  let one: RecordedSignIn;
  let shown = '';
  let mode: string | null = '';
  test.beforeAll(async ({ browser }) => {
    one = await recordSignIn(browser, async (page) => {
      await setFaults({ token: { set: EXTRAS } });
      const wanted = { patient: 'healthy', kind: 'tab', ...CONTEXT } as const;
      await page.goto(await launchAddress(wanted));
      await waitUntilRead(page);
      shown = await page.locator('body').innerText();
      mode = await patientBanner(page).getAttribute('data-mode');
    });
  });
  const session = (): Record<string, unknown> =>
    JSON.parse(Object.values(one.kept.session)[0] ?? '{}') as Record<string, unknown>;
  const reads = (): string[] =>
    one.sent.map(({ url }) => url.pathname).filter((path) => path.startsWith('/fhir/'));

  test('row 54: the encounter is kept and takes no result away', () => {
    expect(session()['encounterId']).toMatch(/^[\w-]+$/);
    expect(shown).toContain('Body weight');
    expect(shown).toContain('Total cholesterol'); // This result belongs to another encounter.
    // No search for results names the encounter, and it is never read by its id.
    const forResults = one.sent.filter(({ url }) => url.pathname.endsWith('/Observation'));
    expect(forResults.length).toBeGreaterThanOrEqual(FIRST_SEARCHES);
    expect(forResults.filter(({ parameters }) => parameters.has('encounter'))).toEqual([]);
    expect(reads().filter((path) => path.includes('/Encounter/'))).toEqual([]);
    // The search for encounters leaves with the further searches for results (decision 51), and which of those comes first is left to
    // the browser. The first ones for results have left before.
    expect(reads()).toContain('/fhir/r4/Encounter');
    const untilEncounters = reads().slice(0, reads().indexOf('/fhir/r4/Encounter'));
    expect(untilEncounters.filter((path) => path === '/fhir/r4/Observation').length).toBeGreaterThanOrEqual(
      FIRST_SEARCHES,
    );
  });
  test('row 55: fhirContext is read tolerantly, a missing role is launch, another server’s reference is left', () => {
    expect(session()['fhirContext']).toEqual(['ImagingStudy:launch', 'Encounter:previous']);
    expect(reads().filter((path) => path.includes('ImagingStudy'))).toEqual([]);
  });
  test('row 57: an unknown intent opens the overview as always', () => {
    expect(session()['intent']).toBe(CONTEXT.intent);
    expect(shown).not.toContain(CONTEXT.intent);
  });
  test('row 58: a style on an origin that the site does not list is not fetched; more in ehrStyle.spec.ts', () => {
    expect(new Set(one.sent.map(({ url }) => url.origin))).toEqual(new Set([appOrigin(), sandboxOrigin()]));
  });
  test('row 59: the tenant is kept for the details and sent nowhere', () => {
    expect(session()['tenant']).toBe(CONTEXT.tenant);
    expect(one.sent.filter(({ url }) => url.href.includes(CONTEXT.tenant))).toEqual([]);
  });
  test('row 60: what nobody asked for is ignored and not kept', () => {
    for (const word of ['dstu2', 'Task/6', 'style.json'])
      expect(JSON.stringify(one.kept.session).includes(word), word).toBe(false);
    expect(reads().filter((path) => path.includes('Task'))).toEqual([]);
  });
  test('row 56: false makes the line of the patient compact, and it stays', () => {
    expect(mode).toBe('compact');
    expect(shown).toContain('BRANDT');
  });
});

test('row 56: "false" counts as false; true, "true", nothing and a sign-in without a chart keep the full line', async ({
  page,
}) => {
  for (const [need_patient_banner, expected] of [
    ['false', 'compact'],
    ['true', 'full'],
    [null, 'full'],
  ] as const) {
    await setFaults({ token: { set: { need_patient_banner } } });
    await openInTab(page, 'healthy', { banner: 'absent' });
    await expect(patientBanner(page)).toHaveAttribute('data-mode', expected);
  }
  await setFaults({ token: { set: { need_patient_banner: false } } });
  await signInAs(page, /Brandt/i);
  await waitUntilRead(page);
  await expect(patientBanner(page)).toHaveAttribute('data-mode', 'full');
});

test('row 53: no patient in the token, no record: none is searched for', async ({ page, traffic }) => {
  for (const token of [
    { without: ['patient'] },
    { set: { patient: '' } },
    { set: { patient: '..' } },
    { set: { patient: 7 } },
  ]) {
    await setFaults({ token });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E10');
  }
  expect(recordReads(traffic)).toEqual([]);
  expect(tokenRequests(traffic)).toHaveLength(4);
});

test('row 61: the patient stands on every screen and stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 420 });
  await openInTab(page, 'healthy');
  await expect(patientBanner(page)).toContainText('Does not update if you change patient in the EHR');
  await page.mouse.wheel(0, 2000);
  await expect(patientBanner(page).getByRole('heading', { level: 1 })).toBeInViewport();
  await page.locator('[data-series="hgb"]').click();
  await expect(page.locator('[data-series="hgb"] [data-mark]').first()).toBeVisible();
  await page.mouse.wheel(0, 2000);
  await expect(patientBanner(page).getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(patientBanner(page)).toContainText('BRANDT');
});

test('row 66: a code that somebody else got is not used here', async ({ page, browser, traffic }) => {
  const theirs = await recordSignIn(browser, async (other) => {
    await other.route('**/auth/token', (route) => route.abort()); // The token request never leaves, so their code stays valid.
    await other.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
    await expect(other.getByRole('alert')).toHaveAttribute('data-error', 'E04');
  });
  const answer = theirs.sent.find(({ url }) => url.searchParams.has('code'))?.url.href ?? '';
  expect(answer).toMatch(/code=.+&state=|state=.+&code=/);
  await openInTab(page, 'healthy');
  await page.goto(answer);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E08');
  expect(tokenRequests(traffic)).toHaveLength(1);
});

test('row 68: the listed EHR may frame Longview, nobody else', async ({ browser }) => {
  for (const path of ['/index.html', '/launch.html']) {
    const policy = (await fetch(appOrigin() + path)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(new RegExp(`frame-ancestors 'self' ${sandboxOrigin()}(;|$)`));
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  const stranger = 'http://stranger.example/';
  const body = `<iframe src="${appOrigin()}/index.html"></iframe>`;
  await page.route(stranger, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(stranger);
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  await context.close();
});
