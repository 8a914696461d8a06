// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeServer, openOn, type Behaviour, type HangingServer } from '../testing/hangingServerFixture.ts';

// The code for the events, for outcomes and for a second reading is loaded when it is needed, which a standing clock would prevent.
beforeAll(async () => {
  await import('../record/events/openEvents.ts');
  await import('../record/flowsheet/recordChanges.ts');
  await import('../fhir/outcome.ts');
});
afterEach(closeServer);

/** These are all ways in which a server gives no answer. The last drips more slowly than any limit. */
const KINDS: readonly (readonly [string, Behaviour])[] = [
  ['never begin', 'never begins'],
  ['stop half way', 'stops half way'],
  ['drip a byte every 45 s', { dripEveryMs: 45_000 }],
  ['drip a byte every 70 s', { dripEveryMs: 70_000 }],
  ['are refused after 20 s', { refusedAfterMs: 20_000 }],
  ['find no address', 'has no address'],
  ['begin with 503 and stop', { status: 503, isBodyLost: true }],
];

const isSearch = (path: string): boolean => path.startsWith('Observation?');
const isEvent = (path: string): boolean => path.startsWith('Encounter') || path.startsWith('Procedure');
const hung =
  (which: (path: string) => boolean, behaviour: Behaviour) =>
  (path: string): Behaviour =>
    which(path) ? behaviour : 'answers';
const failures = (server: HangingServer) =>
  server.results()?.searches.map(({ name, state, failure }) => [name, failure ?? state]);

/** Moves the clock, and asks for the events when the results have ended. */
async function passAsTheAppDoes(server: HangingServer, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += 500) {
    // oxlint-disable-next-line no-await-in-loop -- time passes in steps
    await server.pass(500);
    // oxlint-disable-next-line no-await-in-loop -- time passes in steps
    if (server.results()?.ended) await server.eventStates();
  }
}

describe.each(KINDS)('answers that %s', (_, behaviour) => {
  test('to all searches: within 45 s the reading has ended, and so has that of the events', async () => {
    const server = openOn(hung((path) => isSearch(path) || isEvent(path), behaviour));
    await passAsTheAppDoes(server, 44_500);
    expect(server.results()).toMatchObject({ ended: true, complete: false });
    expect(server.results()?.searches.every(({ state }) => state === 'failed')).toBe(true);
    expect(await server.eventStates()).toEqual(['failed', 'failed']);
    expect(server.patientState()).toBe('known');
    const often = server.asked.map(({ path }) => path);
    expect(Math.max(...often.map((path) => often.filter((one) => one === path).length))).toBeLessThanOrEqual(
      4,
    );
  });

  test('to the Patient: within 45 s it has failed, and the results have come', async () => {
    const server = openOn(hung((path) => path === 'Patient/p1', behaviour));
    await server.pass(44_000);
    expect(server.patientState()).toBe('failed');
    expect(server.results()).toMatchObject({ ended: true, complete: true });
  });

  test('to one search: the others have come within a second, and within 45 s the reading has ended', async () => {
    const server = openOn(hung((path) => path.includes('laboratory'), behaviour));
    await server.pass(1000);
    expect(server.results()?.account.received).toBe(4);
    await server.pass(43_500);
    expect(server.results()).toMatchObject({ ended: true, complete: false });
    expect(failures(server)?.filter(([, how]) => how !== 'complete')).toHaveLength(1);
  });

  test('to the events: within 45 s they have ended, and the results stand', async () => {
    const server = openOn(hung(isEvent, behaviour));
    await server.pass(500);
    expect(server.results()).toMatchObject({ complete: true });
    await server.eventStates();
    await server.pass(44_000);
    expect(await server.eventStates()).toEqual(['failed', 'failed']);
    expect(server.results()).toMatchObject({ ended: true, complete: true });
  });
});

test('after 10 s without an answer the silence is told, not before, and it ends with the answer', async () => {
  const server = openOn(hung(isSearch, { answersAfterMs: 15_000 }));
  await server.pass(9900);
  expect(server.results()?.silence).toBeUndefined();
  await server.pass(200);
  expect(server.results()?.silence).toMatchObject({ isTrickling: false });
  expect(server.results()?.searches.map(({ state }) => state)).toEqual([
    'reading',
    'reading',
    'reading',
    'waiting',
    'waiting',
  ]);
  await server.pass(5000);
  expect(server.results()?.silence).toBeUndefined();
  await server.pass(200); // the three answers came at once and are drawn together
  expect(server.results()?.account.received).toBe(3);
});

test('a Patient that does not come is told after 10 s, although the results have ended', async () => {
  const server = openOn(hung((path) => path === 'Patient/p1', 'never begins'));
  await server.pass(10_500);
  expect(server.results()).toMatchObject({ ended: true, silence: { isTrickling: false } });
});

test('events that do not come are told after 10 s', async () => {
  const server = openOn(hung(isEvent, 'never begins'));
  await server.pass(500);
  await server.eventStates();
  await server.pass(11_000);
  expect(server.results()).toMatchObject({ ended: true, silence: { isTrickling: false } });
});

test('a lost request is sent once more after 33 s, and nothing is missing then', async () => {
  const server = openOn((path, nth) =>
    path.includes('vital-signs') && nth < 7 ? 'never begins' : 'answers',
  );
  await server.pass(32_500);
  expect(server.asked.filter(({ path }) => path.includes('vital-signs'))).toHaveLength(1);
  await server.pass(2000);
  expect(server.asked.filter(({ path }) => path.includes('vital-signs'))).toHaveLength(2);
  expect(server.asked.find(({ path }) => path.includes('vital-signs'))?.signal.aborted).toBe(true);
  expect(server.results()).toMatchObject({ ended: true, complete: true });
});

describe('a slow but living server is never cut off:', () => {
  test.each<[string, Behaviour, number]>([
    ['each page takes 30 s', { answersAfterMs: 30_000 }, 61_000],
    ['each page takes 32 s', { answersAfterMs: 32_000 }, 65_000],
    ['each page takes 12 s', { answersAfterMs: 12_000 }, 25_000],
  ])('%s', async (_, behaviour, allMs) => {
    const server = openOn(() => behaviour);
    await server.pass(allMs);
    expect(server.results()).toMatchObject({ ended: true, complete: true });
    expect(server.patientState()).toBe('known');
    expect(server.asked).toHaveLength(6);
  });

  test('it answers one request after the other, one every 14 s', async () => {
    let lastMs = 0;
    const server = openOn(() => {
      lastMs = Math.max(lastMs, Date.now()) + 14_000;
      return { answersAfterMs: lastMs - Date.now() };
    });
    await server.pass(90_000);
    expect(server.results()).toMatchObject({ ended: true, complete: true });
    expect(server.asked).toHaveLength(6);
  });

  test('a byte comes every five seconds, for two minutes and more', async () => {
    const server = openOn(hung((path) => path.includes('laboratory'), { dripEveryMs: 5000 }));
    await server.pass(150_000);
    expect(server.results()).toMatchObject({ ended: false, silence: { isTrickling: true } });
    expect(server.asked.filter(({ path }) => path.includes('laboratory'))).toHaveLength(1);
    await server.pass(152_000);
    expect(server.results()).toMatchObject({ ended: true, complete: false });
    expect(server.asked.filter(({ path }) => path.includes('laboratory'))).toHaveLength(1);
  });
});

test('trying again stops what waits, asks anew and begins all waiting times anew', async () => {
  const server = openOn(() => 'never begins');
  await server.pass(30_000);
  const first = [...server.asked];
  void server.client.refetchQueries({ queryKey: server.record.queryKey });
  await server.pass(100);
  expect(first.filter(({ path }) => isSearch(path)).every(({ signal }) => signal.aborted)).toBe(true);
  expect(server.asked.slice(first.length).filter(({ path }) => isSearch(path))).toHaveLength(3);
  expect(server.results()?.silence).toBeUndefined();
  await server.pass(9000);
  expect(server.results()?.silence).toBeUndefined();
  await server.pass(25_000);
  expect(server.results()?.ended).toBe(false);
  await server.pass(8000);
  expect(server.results()?.ended).toBe(true);
});

test('trying the events again asks for them, although the server had been given up', async () => {
  const server = openOn(hung(isEvent, 'never begins'));
  await server.pass(500);
  await server.eventStates();
  await server.pass(44_000);
  expect(await server.eventStates()).toEqual(['failed', 'failed']);
  server.behave(() => 'answers');
  (await server.openEvents()).retry();
  await server.pass(1000);
  expect(await server.eventStates()).toEqual(['complete', 'complete']);
});

test('who tried again after a silence waits in one go: a page of 38 s comes then', async () => {
  const server = openOn(hung(isSearch, 'never begins'));
  await server.pass(42_000);
  expect(server.results()?.ended).toBe(true);
  server.behave(hung(isSearch, { answersAfterMs: 38_000 }));
  const before = server.asked.length;
  void server.client.refetchQueries({ queryKey: server.record.queryKey });
  await server.pass(80_000);
  expect(server.results()).toMatchObject({ ended: true, complete: true });
  expect(server.asked.length - before).toBe(5);
});

test('a later reading obeys the same limits and keeps what stands, with its time', async () => {
  const server = openOn(() => 'answers');
  await server.pass(1000);
  const readAtMs = server.results()?.readAtMs;
  expect(server.results()).toMatchObject({ complete: true, account: { received: 5 } });
  server.behave(() => 'never begins');
  server.refresh();
  await server.pass(10_500);
  expect(server.results()).toMatchObject({ ended: true, complete: true, refresh: { state: 'reading' } });
  expect(server.results()?.silence).toBeDefined();
  await server.pass(33_000);
  expect(server.results()).toMatchObject({
    complete: true,
    readAtMs,
    refresh: { state: 'failed' },
    account: { received: 5 },
  });
  expect(server.results()?.silence).toBeUndefined();
});
