// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeServer, openOn, type Behaviour, type HangingServer } from '../testing/hangingServerFixture.ts';

// The code for outcomes is loaded when it is needed, which a standing clock would prevent.
beforeAll(() => import('../fhir/outcome.ts'));
afterEach(() => {
  vi.restoreAllMocks();
  closeServer();
});

const busy = (retryAfter?: string, more: Record<string, string> = {}): Behaviour => ({
  status: 429,
  headers: { ...(retryAfter !== undefined && { 'retry-after': retryAfter }), ...more },
});
const requestsOf = ({ asked }: HangingServer, path: string): number =>
  asked.filter((one) => one.path.startsWith(path)).length;

const HEADERS: readonly (readonly [string, string | undefined])[] = [
  ['no Retry-After', undefined],
  ['Retry-After 0', '0'],
  ['Retry-After 2', '2'],
  ['Retry-After -5', '-5'],
  ['Retry-After 1.5', '1.5'],
  ['Retry-After soon', 'soon'],
  ['Retry-After in the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['Retry-After of 1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Retry-After of twenty digits', '99999999999999999999'],
  ['an empty Retry-After', ''],
];

test.each(HEADERS)(
  'every second request gets 429 with %s: the Patient is waited for',
  async (_, retryAfter) => {
    for (const first of [0, 1]) {
      const server = openOn((_path, nth) => (nth % 2 === first ? busy(retryAfter) : 'answers'));
      // oxlint-disable-next-line no-await-in-loop -- one server after the other
      await server.pass(60_000);
      expect(server.patientState()).toBe('known');
      expect(requestsOf(server, 'Patient/p1')).toBeLessThanOrEqual(12);
      closeServer();
    }
  },
);

test('the Patient is asked for again as long as the server answers others', async () => {
  let refusals = 0;
  const server = openOn((path, nth) => {
    if (path === 'Patient/p1') return ++refusals <= 4 ? busy() : 'answers';
    return nth % 3 === 0 ? busy() : { answersAfterMs: 4000 };
  });
  await server.pass(90_000);
  expect(server.patientState()).toBe('known');
});

test('a server that is busy for everything is asked four times for the Patient, and said to be busy', async () => {
  const server = openOn(() => ({ status: 503 }));
  await server.pass(40_000);
  expect(server.patientState()).toBe('failed');
  expect(requestsOf(server, 'Patient/p1')).toBeLessThanOrEqual(4);
  const { error } = server.client.getQueryState(server.patient.queryKey) ?? {};
  expect(error).toMatchObject({ failure: 'busy' });
  expect(server.results()?.searches.map(({ failure }) => failure)).toEqual(Array(5).fill('busy'));
});

test('a server that was busy and then answers nothing is said to be busy in what it answered', async () => {
  const server = openOn((path, nth) =>
    path.startsWith('Observation') ? (nth <= 6 ? busy('1') : 'has no address') : 'answers',
  );
  await server.pass(60_000);
  expect(server.results()).toMatchObject({ ended: true });
  // Whatever is said of the rest, a search that got nothing but 429 is not said to have had no answer.
  const server2 = openOn((path) => (path.includes('laboratory') ? busy() : 'answers'));
  await server2.pass(60_000);
  expect(server2.results()?.searches.find(({ name }) => name === 'laboratory')?.failure).toBe('busy');
});

test.each([500, 502, 504, 503, 429])(
  '%i with or without a readable body is never “no answer”',
  async (status) => {
    for (const isBodyLost of [true, undefined]) {
      const server = openOn((path) =>
        path === 'Patient/p1' ? 'answers' : { status, ...(isBodyLost && { isBodyLost }) },
      );
      // oxlint-disable-next-line no-await-in-loop -- one server after the other
      await server.pass(60_000);
      const failures = server.results()?.searches.map(({ failure }) => failure);
      expect(failures).toHaveLength(5);
      expect(failures).not.toContain('network');
      closeServer();
    }
  },
);

test('a date in Retry-After counts from the clock of the server, which may be an hour ahead', async () => {
  const aheadMs = 3_600_000;
  const gmt = (ms: number) => new Date(Date.now() + aheadMs + ms).toUTCString();
  const server = openOn((path, nth) =>
    path.startsWith('Observation') && nth <= 4 ? busy(gmt(3000), { date: gmt(0) }) : 'answers',
  );
  await server.pass(2000);
  expect(server.results()?.account.received ?? 0).toBe(0);
  await server.pass(6000);
  expect(server.results()).toMatchObject({ ended: true, complete: true });
});

test('whatever share of the requests is refused for being too many, the Patient comes if others do', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 4, maxLength: 12 }), async (pattern) => {
      fc.pre(pattern.some((isBusy) => !isBusy));
      let patientRefusals = 0;
      const server = openOn((path, nth) => {
        const isBusy = pattern[nth % pattern.length] === true;
        if (path === 'Patient/p1' && isBusy && ++patientRefusals > 3) return 'answers';
        return isBusy ? busy() : 'answers';
      });
      await server.pass(120_000);
      expect(server.patientState()).toBe('known');
      closeServer();
    }),
    { numRuns: 40 },
  );
});
