import { afterEach, describe, expect, test, vi } from 'vitest';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { idsOf, manyResults, type DateServer } from '../../testing/dateServerFixture.ts';
import { heldReading, isForOldest, isForWindow } from '../../testing/heldReadingFixture.ts';
import { readSession } from '../../testing/fhirReaderFixture.ts';

afterEach(() => vi.unstubAllGlobals());

/** A busy machine is slow, which is no fault of the reading. */
const PATIENTLY = { timeout: 30_000 };

const signal = new AbortController().signal;
const results = manyResults(6000);
const NEWEST = 'patient=p1&_count=1000&_sort=-date';
const ids = new Set(results.map(({ id }) => id));

/** Begins to read this record, and stands still in its newest page until `windows` requests for windows have left. */
async function heldWithWindows(server: DateServer, windows: number) {
  const held = heldReading(server);
  const record = held.reading.run(signal, () => {});
  record.catch(() => undefined); // the test awaits it
  await vi.waitFor(() => expect(held.asked.filter(isForWindow)).toHaveLength(windows), PATIENTLY);
  return { ...held, record };
}

describe('while the results of the newest page are still being read', () => {
  test('a generic server is asked for the oldest result, and when it has answered for the windows', async () => {
    const { asked, pagesTaken, goOn, record } = await heldWithWindows({ results }, 6);
    expect(pagesTaken()).toBe(0);
    expect(
      asked.slice(4).map((query) => (isForOldest(query) ? 'oldest' : isForWindow(query) ? 'window' : query)),
    ).toEqual(['oldest', ...Array.from({ length: 6 }, () => 'window')]);
    goOn();
    const whole = await record;
    expect(whole).toMatchObject({
      ended: true,
      complete: true,
      account: { received: 6000, drawn: 6000, duplicate: 0 },
    });
    expect(idsOf(whole)).toEqual(ids);
    expect(asked).toHaveLength(11);
    expect(whole.searches.at(-1)).toMatchObject({
      name: 'all',
      state: 'complete',
      pages: 7,
      received: 6000,
      counted: 6000,
    });
  });

  test('twelve windows are asked for and no more, however many there are', async () => {
    const { asked, answered, goOn, record } = await heldWithWindows(
      { results: manyResults(3000), cap: 100 },
      12,
    );
    await answered();
    expect(asked.filter(isForWindow)).toHaveLength(12);
    goOn();
    expect(await record).toMatchObject({
      ended: true,
      complete: true,
      account: { received: 3000, duplicate: 0 },
    });
  });

  test('nothing is told of it as read', async () => {
    const held = heldReading({ results });
    const told: (number | undefined)[] = [];
    const record = held.reading.run(signal, ({ searches }) => told.push(searches.at(-1)?.pages));
    await vi.waitFor(() => expect(held.asked.filter(isForWindow)).toHaveLength(6), PATIENTLY);
    await held.answered();
    expect(told.every((pages) => pages === 0)).toBe(true);
    held.goOn();
    await record;
  });
});

test('never are more than twelve windows asked for or unread at a time', async () => {
  let answered = 0;
  let most = 0;
  const held = heldReading({
    results: manyResults(3000),
    cap: 100,
    page(page, query) {
      if (query.get('_sort') === '-date' && query.has('date')) answered += 1;
      // The first page of all is the newest one.
      most = Math.max(most, answered - Math.max(0, held.pagesTaken() - 1));
      return page;
    },
  });
  const record = held.reading.run(signal, () => {});
  await held.answered();
  held.goOn();
  expect(await record).toMatchObject({ complete: true, account: { received: 3000 } });
  expect(most).toBe(12);
});

test('where the newest page brings the first curve, nothing more is asked before that is painted', async () => {
  vi.stubGlobal('document', { visibilityState: 'visible' });
  const frame = new Promise<() => void>((resolve) => vi.stubGlobal('requestAnimationFrame', resolve));
  const { asked, reading, pagesTaken, hold, goOn } = heldReading({ results }, true);
  const record = reading.run(signal, () => {});
  await vi.waitFor(() => expect(asked).toHaveLength(4), PATIENTLY);
  goOn();
  const paint = await frame;
  hold();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toHaveLength(4);
  paint();
  await vi.waitFor(() => expect(asked.filter(isForWindow)).toHaveLength(6), PATIENTLY);
  expect(pagesTaken()).toBe(0);
  goOn();
  expect(await record).toMatchObject({ complete: true, account: { received: 6000, duplicate: 0 } });
});

describe('a reading that is stopped while the newest page is being read', () => {
  test.each<[string, (asked: readonly string[]) => void, number]>([
    ['and the windows have left', (asked) => expect(asked.filter(isForWindow)).toHaveLength(6), 1],
    ['and the oldest result is awaited', (asked) => expect(asked.some(isForOldest)).toBe(true), 2],
  ])('%s goes on by windows, and nothing counts twice', async (_, hasCome, timesOldest) => {
    const stopped = new AbortController();
    const { asked, reading, goOn } = heldReading({
      results,
      answer(query) {
        if (timesOldest === 2 && query.get('_sort') === 'date') stopped.abort();
        return undefined;
      },
    });
    const run = reading.run(stopped.signal, () => {});
    await vi.waitFor(() => hasCome(asked), PATIENTLY);
    stopped.abort();
    const next = reading.run(signal, () => {});
    goOn();
    expect(await run).toMatchObject({ complete: false });
    const record = await next;
    expect(record).toMatchObject({ ended: true, complete: true, account: { received: 6000, duplicate: 0 } });
    expect(idsOf(record)).toEqual(ids);
    expect(asked.filter((query) => query.includes('#'))).toEqual([]);
    expect(asked.filter((query) => query === NEWEST)).toHaveLength(1);
    expect(asked.filter(isForOldest).length).toBeLessThanOrEqual(timesOldest);
  });
});

test.each<[string, FhirFailure, (query: URLSearchParams) => boolean]>([
  ['the network is lost at the oldest result', 'network', (query) => query.get('_sort') === 'date'],
  ['the network is lost at the windows', 'network', (query) => query.has('date')],
  [
    'the server is busy at the windows',
    'busy',
    (query) => query.get('_sort') === '-date' && query.has('date'),
  ],
])(
  'when %s while the newest page is being read, that page counts, and trying again reads the rest by windows',
  async (_, failure, isLost) => {
    let isBroken = true;
    const { asked, reading, answered, goOn } = heldReading({
      results,
      answer(query) {
        if (isBroken && isLost(query)) throw new FhirError(failure, 'Observation');
        return undefined;
      },
    });
    const run = reading.run(signal, () => {});
    await vi.waitFor(() => expect(asked.some((query) => query.includes('date='))).toBe(true), PATIENTLY);
    await answered();
    goOn();
    const first = await run;
    expect(first).toMatchObject({ ended: true, complete: false, account: { received: 1000 } });
    expect(first.searches.find(({ name }) => name === 'all')).toMatchObject({
      name: 'all',
      state: 'failed',
      failure,
      pages: 1,
      received: 1000,
    });
    isBroken = false;
    expect(await reading.run(signal, () => {})).toMatchObject({
      ended: true,
      complete: true,
      account: { received: 6000, duplicate: 0 },
    });
    expect(asked.filter((query) => query.includes('#'))).toEqual([]);
  },
);

test('when the session ends while the newest page is being read, the reading ends with that', async () => {
  const { site, iss } = readSession();
  const ended = new LaunchError('E13', { site, kind: 'ehr', iss, endedAtMs: 0 });
  const { asked, reading, answered, goOn } = heldReading({
    results,
    answer(query) {
      if (query.has('date')) throw ended;
      return undefined;
    },
  });
  const run = reading.run(signal, () => {});
  await vi.waitFor(() => expect(asked.some(isForOldest)).toBe(true), PATIENTLY);
  await answered();
  goOn();
  await expect(run).rejects.toBe(ended);
});

test('a refresh reads a long record by windows once more, and shows it when it is whole', async () => {
  const { asked, goOn, record, reading } = await heldWithWindows({ results }, 6);
  goOn();
  await record;
  reading.startOver();
  expect(await reading.run(signal, () => {})).toMatchObject({
    complete: true,
    refresh: { state: 'done' },
    account: { received: 6000, duplicate: 0 },
  });
  expect(asked).toHaveLength(22);
});

test('a server that refuses dates while its newest page is being read is followed by its links, as it says of them', async () => {
  const { asked, reading, answered, goOn } = heldReading({
    results,
    answer(query) {
      if (query.has('date')) throw new FhirError('refused', 'Observation');
      return undefined;
    },
  });
  const run = reading.run(signal, () => {});
  await vi.waitFor(() => expect(asked.some(isForOldest)).toBe(true), PATIENTLY);
  await answered();
  expect(asked).toHaveLength(5);
  goOn();
  const record = await run;
  expect(record).toMatchObject({ ended: true, complete: true, account: { received: 6000, duplicate: 0 } });
  expect(record.searches.find(({ name }) => name === 'all')).toMatchObject({
    state: 'complete',
    pages: 6,
    received: 6000,
  });
});
