import { afterEach, describe, expect, test, vi } from 'vitest';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { ReadPage } from '../../fhir/reader.ts';
import {
  dateServerReader,
  heldResult,
  idsOf,
  manyResults,
  openDateServer,
  readDateServer,
  type DateServer,
  type HeldResult,
} from '../../testing/dateServerFixture.ts';
import { heldReading } from '../../testing/heldReadingFixture.ts';
import { createWindowReading } from './windowReading.ts';

afterEach(() => vi.unstubAllGlobals());

const isWindow = (query: string): boolean => query.includes('date=') && !query.endsWith('_count=1');
const linksOfAll = (asked: readonly string[]): readonly string[] =>
  asked.filter((query) => query.includes('#') && !query.includes('date=') && !query.includes('category'));

/** Reads the record, and checks that it holds every result once and is complete. */
async function readWhole(server: DateServer) {
  const { record, asked, ids } = await readDateServer(server);
  expect(record).toMatchObject({ ended: true, complete: true });
  expect(ids).toEqual(new Set(server.results.map(({ id }) => id)));
  expect(record.account.received).toBe(server.results.length);
  return { record, asked, windows: asked.filter(isWindow) };
}

describe('a long record is read by windows of time, and not by the links of one search', () => {
  test.each<[string, DateServer, number]>([
    ['spread evenly', { results: manyResults(6000) }, 14],
    ['100 to a page at most', { results: manyResults(3000), cap: 100 }, 80],
    [
      'a burst of 4,000 in three hours, and a few over thirty years before',
      {
        results: [
          ...manyResults(4000, 2),
          ...manyResults(30, 32_000_000).map((one) => ({ ...one, id: `old-${one.id}` })),
        ],
      },
      60,
    ],
    ['counted only when asked to', { results: manyResults(6000), hasTotal: false }, 14],
    [
      'with days, months, years and periods among the times',
      {
        results: [
          ...manyResults(5000),
          heldResult('day', '2026-09-01'),
          heldResult('month', '2026-07'),
          heldResult('year', '2026'),
          heldResult('no zone', '2026-08-01T10:00:00'),
          heldResult('period', '2026-05-01T10:00:00Z/2026-10-01T10:00:00Z'),
          heldResult('open', '2026-06-01T10:00:00Z/'),
        ],
      },
      30,
    ],
  ])('%s', async (_, server, mostWindows) => {
    const { asked, windows, record } = await readWhole(server);
    expect(linksOfAll(asked)).toEqual([]);
    expect(windows.length).toBeLessThanOrEqual(mostWindows);
    expect(record.searches.at(-1)).toMatchObject({
      name: 'all',
      state: 'complete',
      received: server.results.length,
    });
  });
});

test('results without a date are asked for alone, and then the record is proved to be whole', async () => {
  const results = [
    ...manyResults(4000),
    heldResult('undated', ''),
    heldResult('timing', '', { effectiveTiming: { event: ['2026-01-01T00:00:00Z'] } }),
  ];
  const { asked } = await readWhole({ results });
  expect(asked.filter((query) => query.includes('date:missing=true'))).toHaveLength(1);
  expect(linksOfAll(asked)).toEqual([]);
});

test.each([
  ['that comes on one page', { results: manyResults(900) }, 0],
  ['of two pages', { results: manyResults(1900) }, 1],
  ['of eight small pages', { results: manyResults(80), cap: 10 }, 7],
])('a record %s is read by its links, and nothing is asked about dates', async (_, server, links) => {
  const { asked } = await readWhole(server);
  expect(linksOfAll(asked)).toHaveLength(links);
  expect(asked.filter((query) => query.includes('date='))).toEqual([]);
  expect(asked).toHaveLength(4 + links);
});

const refusing =
  (failure: FhirFailure, isRefused: (query: URLSearchParams) => boolean): NonNullable<DateServer['answer']> =>
  (query) => {
    if (isRefused(query)) throw new FhirError(failure, 'Observation');
    return undefined;
  };
const hasDate = (query: URLSearchParams): boolean => query.has('date');
const isSmall = (query: URLSearchParams): boolean => query.get('_count') === '1';
const isInWindow = (query: URLSearchParams): boolean => hasDate(query) && !isSmall(query);
const base = manyResults(4000);

/** These are servers on which windows prove nothing. Each still sends its whole record by next links. */
const UNPROVABLE: Readonly<Record<string, DateServer>> = {
  'refuses dates': { results: base, answer: refusing('refused', hasDate) },
  'does not allow dates': { results: base, answer: refusing('not-allowed', hasDate) },
  'has a fault with dates': { results: base, answer: refusing('server', isInWindow) },
  'answers windows with what is no Bundle': { results: base, answer: refusing('unreadable', isInWindow) },
  'refuses the oldest first': {
    results: base,
    answer: refusing('refused', (query) => query.get('_sort') === 'date'),
  },
  'ignores dates': {
    results: base,
    answer: (query, usual) => (hasDate(query) ? { matches: base, total: base.length } : usual),
  },
  'finds nothing by date': {
    results: base,
    answer: (query, usual) => (isInWindow(query) ? { matches: [], total: 0 } : usual),
  },
  'does not count, asked or not': {
    results: base,
    answer: (_, { matches }) => ({ matches, total: undefined }),
  },
  'counts one too few': {
    results: base,
    answer: (_, { matches, total }) => ({ matches, total: total && total - 1 }),
  },
  'leaves out a result of a window': {
    results: base,
    answer: (query, { matches, total }) =>
      hasDate(query) ? { matches: matches.filter(({ id }) => id !== 'r2500'), total } : undefined,
  },
  'leaves out what lies on the edge of windows': {
    results: [...base, heldResult('period', '2026-01-01T00:00:00Z/2026-11-20T00:00:00Z')],
    answer: (query, { matches, total }) =>
      hasDate(query) ? { matches: matches.filter(({ id }) => id !== 'period'), total } : undefined,
  },
  'does not sort': {
    results: base.toReversed(),
    answer: (_query, { matches, total }) => ({
      matches: matches.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
      total,
    }),
  },
  'gives no ids in windows': {
    results: base,
    page: (page, query) =>
      isInWindow(query)
        ? { ...page, entries: page.entries.map((one) => ({ ...(one as HeldResult), id: undefined })) }
        : page,
  },
  'includes results that match nothing': {
    results: base,
    page: (page, query) => ({ ...page, hasIncluded: hasDate(query) }),
  },
  'refuses to search for what has no date': {
    results: [...base, heldResult('undated', '')],
    answer: refusing('refused', (query) => query.has('date:missing')),
  },
  'ignores the search for what has no date': {
    results: [...base, heldResult('undated', '')],
    answer: (query, usual) => (query.has('date:missing') ? { matches: base, total: base.length } : usual),
  },
};

describe.each(Object.entries(UNPROVABLE))('a server that %s', (_, server) => {
  test('is read by next links to their end, every result once, and the record is complete', async () => {
    const { record, asked, ids } = await readDateServer(server);
    expect(linksOfAll(asked).length).toBeGreaterThanOrEqual(3);
    expect(ids).toEqual(new Set(server.results.map(({ id }) => id)));
    expect(record).toMatchObject({ ended: true, complete: true });
    expect(asked.length).toBeLessThan(60);
  });

  test('is read so too when the windows are answered while the newest page is still being read', async () => {
    const { reading, answered, goOn } = heldReading(server);
    const run = reading.run(new AbortController().signal, () => {});
    await answered();
    goOn();
    const record = await run;
    expect(idsOf(record)).toEqual(new Set(server.results.map(({ id }) => id)));
    expect(record).toMatchObject({
      ended: true,
      complete: true,
      account: { received: server.results.length },
    });
    expect(record.searches.find(({ name }) => name === 'all')).toMatchObject({
      state: 'complete',
      pages: Math.ceil(server.results.length / 1000),
      received: server.results.length,
    });
  });
});

test.each<[string, FhirFailure]>([
  ['the network is lost', 'network'],
  ['the server is busy', 'busy'],
])(
  'when %s within the windows the record is not complete, and trying again reads the rest',
  async (_, failure) => {
    let isBroken = true;
    const server: DateServer = {
      results: manyResults(9000),
      answer: (query) => {
        const isOld = query.getAll('date').some((date) => date.startsWith('lt') && date < 'lt2026-04');
        if (isBroken && isInWindow(query) && isOld) throw new FhirError(failure, 'Observation');
        return undefined;
      },
    };
    const readAgain = openDateServer(server);
    const first = await readAgain();
    expect(first.record).toMatchObject({ ended: true, complete: false });
    isBroken = false;
    const second = await readAgain();
    expect(second.record).toMatchObject({ ended: true, complete: true, account: { received: 9000 } });
  },
);

test.each<[string, (results: HeldResult[]) => void]>([
  ['a result is added far back', (results) => results.push(heldResult('added', '2026-02-01T10:30:00Z'))],
  ['a result is taken away', (results) => results.splice(3000, 1)],
])('when %s meanwhile, nothing is missing that the server holds at the end', async (_, change) => {
  const results = manyResults(5000);
  let isChanged = false;
  const { record, ids } = await readDateServer({
    results,
    answer(query) {
      if (!isInWindow(query) || isChanged) return undefined;
      isChanged = true;
      change(results);
      return undefined;
    },
  });
  for (const { id } of results) expect(ids.has(id)).toBe(true);
  expect(record.ended).toBe(true);
});

test('a result of another patient in a window makes the links be followed, and is left out', async () => {
  const stranger = heldResult('stranger', '2026-08-01T10:00:00Z', { subject: { reference: 'Patient/p2' } });
  const { record, ids, asked } = await readDateServer({
    results: base,
    answer: (query, { matches, total }) =>
      isInWindow(query) ? { matches: [...matches.slice(1), stranger], total } : undefined,
  });
  expect(ids.has('stranger')).toBe(false);
  expect(linksOfAll(asked).length).toBeGreaterThan(0);
  expect(ids.size).toBe(base.length);
  expect(record.account.excluded).toBe(0);
});

test('a server that counts more than is ever read is not asked for windows, of which there would be no end', async () => {
  const { record, asked } = await readDateServer({
    results: base,
    answer: (_, { matches }) => ({ matches, total: 1e15 }),
  });
  expect(asked.filter(isWindow)).toEqual([]);
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: base.length } });
});

test('a server whose every window brings one result and asks for more windows is left after 20,000 of them', async () => {
  let windows = 0;
  const page = (id: string, effective: string, more: Partial<ReadPage>): ReadPage => ({
    entries: [heldResult(id, effective)],
    total: undefined,
    next: undefined,
    outcome: { shortfalls: [], failure: undefined, codes: [] },
    ...more,
  });
  const reading = createWindowReading({
    reader: {
      ...dateServerReader({ results: [] }),
      // oxlint-disable-next-line require-await -- the answers of this server are there at once
      async *pages(_type, search) {
        if (search.includes('_sort=date&')) yield page('oldest', '1950-01-01T00:00:00Z', {});
        else yield page(`w${(windows += 1)}`, /date=lt([^&]+)/.exec(search)![1]!, { next: 'more' });
      },
    },
    patient: { patientId: 'p1', fhirBase: 'https://fhir.example' },
    byDate: { filter: 'patient=p1', pageSize: 1 },
    first: {
      ...page('newest', '2026-11-24T12:00:00Z', { total: 400_000 }),
      page: 1,
      query: '',
      nextPosition: { address: 'more', page: 2, query: '' },
    },
    seen: new Set(),
    take: () => Promise.resolve(),
  });
  expect(await reading?.run(new AbortController().signal)).toBe(false);
  expect(windows).toBe(20_000);
});
