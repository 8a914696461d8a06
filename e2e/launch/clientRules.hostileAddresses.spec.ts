import fc from 'fast-check';
import { appOrigin, sandboxOrigin } from '../support/launching.ts';
import { recordSignIn } from '../support/recordedSignIn.ts';
import { expect, test } from '../support/test.ts';
import { requestsOutsideApp } from '../support/traffic.ts';

// No honest link has addresses like these. The seed is fixed, so a failure can be repeated.

const SEED = 20_261_124;
const NAMES = [
  'code',
  'state',
  'error',
  'error_description',
  'iss',
  'launch',
  'session_state',
  'patient',
  '__proto__',
];
const value = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '',
    'access_denied',
    'x'.repeat(43),
    '<img src=x onerror=alert(1)>',
    '../..',
    '%00',
    'null',
    '[]',
  ),
  fc.constantFrom('https://evil.example/', 'javascript:alert(1)', '{"access_token":"x"}'),
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), value), { minLength: 1, maxLength: 6 })
  .map((pairs) => new URLSearchParams(pairs).toString());

test('thirty made-up answers: none is used, none is shown, no token is asked for', async ({ browser }) => {
  const { sent } = await recordSignIn(browser, async (page) => {
    for (const made of fc.sample(query, { numRuns: 30, seed: SEED })) {
      await page.goto(`${appOrigin()}/index.html?${made}`);
      const isAnswer = ['code', 'error', 'state'].some((name) => new URLSearchParams(made).has(name));
      if (isAnswer) await expect(page.getByRole('alert'), made).toHaveAttribute('data-error', 'E08');
      else await expect(page.getByRole('button', { name: /^Sign in to/ }), made).toBeVisible();
      expect(page.url(), made).toBe(`${appOrigin()}/index.html`);
      await expect(page.locator('img'), made).toHaveCount(0);
    }
  });
  expect(new Set(sent.map(({ url }) => url.origin))).toEqual(new Set([appOrigin()]));
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('fifteen hostile launches: E01 or E02, and no request leaves', async ({ page, traffic }) => {
  const base = `${sandboxOrigin()}/fhir/r4`;
  const host = new URL(sandboxOrigin()).host;
  const hostile: Record<string, readonly string[]> = {
    E01: ['', 'launch=abc', 'iss=&launch=abc', 'ISS=x&launch=abc'],
    E02: [
      'iss=x&launch=abc',
      'iss=%20&launch=abc',
      `iss=//${host}/fhir/r4&launch=abc`,
      `iss=http://${host}@evil.example/fhir/r4&launch=abc`,
      `iss=https://evil.example/?${base}&launch=abc`,
      `iss=${base}%2F..%2F..%2Fapi&launch=abc`,
      `iss=${base}%00&launch=abc`,
      `iss=${base}/&iss=https://evil.example&iss=x&launch=abc`.replace(
        `${base}/`,
        'https://evil.example/fhir',
      ),
      'iss=data:text/html,hello&launch=abc',
      'iss=file:///etc/passwd&launch=abc',
      `iss=${base.replace('127.0.0.1', '127.1')}x&launch=abc`,
    ],
  };
  expect(Object.values(hostile).flat()).toHaveLength(15);
  for (const [code, queries] of Object.entries(hostile)) {
    for (const one of queries) {
      await page.goto(`${appOrigin()}/launch.html?${one}`);
      await expect(page.getByRole('alert'), one).toHaveAttribute('data-error', code);
    }
  }
  expect(requestsOutsideApp(traffic)).toEqual([]);
});
