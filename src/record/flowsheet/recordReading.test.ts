import { beforeEach, expect, test } from 'vitest';
import type { FhirFailure, Shortfall } from '../../fhir/FhirError.ts';
import type { OnWait } from '../../fhir/waits.ts';
import type { PageAddress } from '../../fhir/reader.ts';
import { fakeReader, readSession, type FakePage } from '../../testing/fhirReaderFixture.ts';
import { recordReading, type RecordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

const signal = new AbortController().signal;
const potassium = (id: string, value: number) => ({
  resourceType: 'Observation',
  id,
  meta: { versionId: '1' },
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
  valueQuantity: { value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
});

type Answers = (search: URLSearchParams, from?: PageAddress) => readonly FakePage[];
let resumed: PageAddress[] = [];
let asked: URLSearchParams[] = [];
let partial: string[] = [];

function reading(
  answers: Answers,
  vendor = 'generic',
  listeners: OnWait[] = [],
  scopes: Parameters<typeof readSession>[0] = {},
): RecordReading {
  const reader = fakeReader(
    ({ search, from }) => {
      const query = new URLSearchParams(search);
      asked.push(query);
      if (from !== undefined) resumed.push(from);
      return answers(query, from);
    },
    { onWait: (listener) => void listeners.push(listener) },
  );
  return recordReading(readSession({ vendor, missingGrants: { denied: [], partial }, ...scopes }), reader);
}

const category = (search: URLSearchParams): string =>
  (search.get('category') ?? 'all').split('|').at(-1) ?? '';
const stateOf = (record: RecordSnapshot, name: string) =>
  record.searches.find((search) => search.name === name)?.state;

beforeEach(() => {
  asked = [];
  partial = [];
  resumed = [];
});

test('a record is complete when every search has ended well, and says so only then', async () => {
  const seen: RecordSnapshot[] = [];
  const record = await reading((search) =>
    category(search) === 'laboratory' ? [[potassium('2', 5.8)], [potassium('1', 4.2)]] : [[]],
  ).run(signal, (snapshot) => seen.push(snapshot));
  expect(record).toMatchObject({ ended: true, complete: true, account: { received: 2, drawn: 2 } });
  expect(record.series.map(({ id, rows }) => [id, rows.length])).toEqual([['k', 2]]);
  expect(seen.slice(0, -1).every(({ ended }) => !ended)).toBe(true);
});

test('row 42: a record of which only a part was granted is never complete', async () => {
  partial = ['Observation'];
  expect(await reading(() => [[potassium('1', 4.2)]]).run(signal, () => {})).toMatchObject({
    ended: true,
    complete: false,
    isPart: true,
  });
});

test('what the search without category brings again is not counted twice', async () => {
  const record = await reading(() => [[potassium('1', 4.2)]]).run(signal, () => {});
  expect(record.account).toMatchObject({ received: 1, drawn: 1, duplicate: 0 });
});

test('a server that refuses to sort, then to size, is asked plainly', async () => {
  const record = await reading((search) =>
    search.has('_sort') || search.has('_count') ? ['refused'] : [[potassium('1', 4.2)]],
  ).run(signal, () => {});
  expect(record.complete).toBe(true);
  expect(
    asked
      .filter((search) => category(search) === 'laboratory')
      .map((search) => [search.has('_count'), search.has('_sort')]),
  ).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
});

test('rule 37: a page that fails leaves what came and takes every claim', async () => {
  const record = await reading(
    (search) => (category(search) === 'laboratory' ? [[potassium('2', 5.8)], 'server'] : [[]]),
    'epic',
  ).run(signal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect(stateOf(record, 'laboratory')).toBe('failed');
});

test('rule 38: allowed and empty, not allowed, refused, and failed are told apart; only the first is complete', async () => {
  const answers: Record<string, FhirFailure> = {
    laboratory: 'not-allowed',
    'social-history': 'refused',
  };
  const record = await reading((search) => [answers[category(search)] ?? []], 'epic').run(signal, () => {});
  expect(record.searches.slice(0, 3).map(({ state }) => state)).toEqual([
    'complete',
    'not-allowed',
    'refused',
  ]);
  expect(record.complete).toBe(false);
  const failed = await reading(() => ['server'], 'epic').run(signal, () => {});
  expect(failed.searches.map(({ state, failure }) => [state, failure])).toContainEqual(['failed', 'server']);
  const empty = await reading(() => [[]], 'epic').run(signal, () => {});
  expect(empty).toMatchObject({ complete: true, account: { received: 0 } });
});

test('rules 38 and 39: what came is there page by page, and until the end the record is neither ended nor complete', async () => {
  const seen: RecordSnapshot[] = [];
  const pages = [[potassium('1', 4.2)], [], [potassium('2', 5.8)]];
  await reading((search) => (category(search) === 'laboratory' ? pages : [[]]), 'epic').run(signal, (now) =>
    seen.push(now),
  );
  const counts = seen.map(({ account }) => account.drawn);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  const last = seen.at(-1);
  expect(last).toMatchObject({ ended: true, complete: true });
  for (const { ended, complete } of seen.slice(0, -1)) expect([ended, complete]).toEqual([false, false]);
});

test('rule 40: a record knows when its last page was read', async () => {
  const startMs = Date.now();
  const { readAtMs } = await reading(() => [[potassium('1', 4.2)]]).run(signal, () => {});
  expect(readAtMs).toBeGreaterThanOrEqual(startMs);
  expect(readAtMs).toBeLessThanOrEqual(Date.now());
});

test('one category that is refused or not allowed does not take the others down', async () => {
  const record = await reading((search) => {
    if (category(search) === 'survey') return ['refused'];
    if (category(search) === 'all') return ['not-allowed'];
    return category(search) === 'laboratory' ? [[potassium('1', 4.2)]] : [[]];
  }).run(signal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect([stateOf(record, 'survey'), stateOf(record, 'all'), stateOf(record, 'laboratory')]).toEqual([
    'refused',
    'not-allowed',
    'complete',
  ]);
});

test('a failed category is made good by the search without category', async () => {
  const record = await reading((search) =>
    category(search) === 'survey' ? ['server'] : [[potassium('1', 4.2)]],
  ).run(signal, () => {});
  expect(record.complete).toBe(true);
});

test('run again, it reads only what did not end well', async () => {
  let broken = true;
  const again = reading(
    (search) => (broken && category(search) === 'laboratory' ? ['network'] : [[potassium('1', 4.2)]]),
    'epic',
  );
  expect((await again.run(signal, () => {})).complete).toBe(false);
  broken = false;
  asked = [];
  const record = await again.run(signal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 1 } });
  expect(asked.map(category)).toEqual(['laboratory']);
});

test('a fault that is not a failed read is not swallowed', async () => {
  const broken = reading(() => {
    throw new TypeError('a fault of ours');
  });
  await expect(broken.run(signal, () => {})).rejects.toThrow('a fault of ours');
});

test('a failed page is tried again alone: the pages before it are not asked for again', async () => {
  let broken = true;
  const again = reading((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return [[potassium('2', 5.8)]];
    return broken ? [[potassium('1', 4.2)], 'server'] : [[potassium('1', 4.2)], [potassium('2', 5.8)]];
  }, 'epic');
  expect((await again.run(signal, () => {})).account.received).toBe(1);
  broken = false;
  const record = await again.run(signal, () => {});
  expect(resumed).toEqual([{ address: 'page 2', page: 2, query: expect.stringContaining('laboratory') }]);
  expect(record).toMatchObject({ complete: true, account: { received: 2, drawn: 2, duplicate: 0 } });
  expect(record.searches.find(({ name }) => name === 'laboratory')).toMatchObject({ pages: 2, received: 2 });
});

test('a paging session that is over meanwhile is begun anew, and nothing counts twice', async () => {
  let broken = true;
  const again = reading((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return ['gone'];
    return broken ? [[potassium('1', 4.2)], 'server'] : [[potassium('1', 4.2)], [potassium('2', 5.8)]];
  }, 'epic');
  await again.run(signal, () => {});
  broken = false;
  expect(await again.run(signal, () => {})).toMatchObject({
    complete: true,
    account: { received: 2, drawn: 2, duplicate: 0 },
  });
});

test('fixture 53: nothing found is complete, and no row', async () => {
  const record = await reading(() => [{ matches: [], total: 0 }], 'epic').run(signal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 0 } });
});

test.each([
  ['54', 'outside'],
  ['54', 'suppressed'],
  ['55', 'partial'],
  ['37', 'protected'],
  ['37', 'incomplete'],
] as const)('fixture %s: %s results take the claim, and what came is shown', async (_, shortfall) => {
  const record = await reading((search) =>
    category(search) === 'laboratory'
      ? [{ matches: [potassium('1', 4.2)], shortfalls: [shortfall] }, [potassium('2', 5.8)]]
      : [[]],
  ).run(signal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 2 } });
  expect(record.searches.find(({ name }) => name === 'laboratory')).toMatchObject({
    state: 'complete',
    notices: [shortfall],
  });
});

test('what was suppressed is not asked for again; what went wrong is, and then the record may be complete', async () => {
  let shortfalls: Shortfall[] = ['incomplete'];
  const again = reading(
    (search) => [{ matches: [], shortfalls: category(search) === 'laboratory' ? shortfalls : [] }],
    'epic',
  );
  await again.run(signal, () => {});
  [shortfalls, asked] = [['outside'], []];
  expect(await again.run(signal, () => {})).toMatchObject({ complete: false });
  expect(asked.map(category)).toEqual(['laboratory']);
  asked = [];
  expect((await again.run(signal, () => {})).complete).toBe(false);
  expect(asked).toEqual([]);
});

test('fixture 59: a search that is dropped half way begins anew once, and nothing counts twice', async () => {
  let dropped = false;
  const record = await reading((search) => {
    if (category(search) !== 'laboratory') return [[]];
    if (dropped) return [[potassium('1', 4.2)], [potassium('2', 5.8)]];
    dropped = true;
    return [[potassium('1', 4.2)], 'gone'];
  }, 'epic').run(signal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 2, duplicate: 0 } });
  expect(record.searches[1]).toMatchObject({ pages: 2, received: 2 });
});

test.each(['gone', 'refused'] as const)(
  'fixture 59: dropped again (%s), it is incomplete, and no third round begins',
  async (failure) => {
    const record = await reading(
      (search) => (category(search) === 'laboratory' ? [[potassium('1', 4.2)], failure] : [[]]),
      'epic',
    ).run(signal, () => {});
    expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
    expect(record.searches[1]).toMatchObject({ state: 'failed', failure: 'gone' });
    expect(asked.filter((search) => category(search) === 'laboratory')).toHaveLength(2);
  },
);

test('fixture 65: a server that counts more than it sent is short; one whose count is a page size is not', async () => {
  const answers: Answers = () => [{ matches: [potassium('1', 4.2)], total: 5 }];
  const generic = await reading(answers).run(signal, () => {});
  expect(generic.complete).toBe(false);
  expect(generic.searches[0]).toMatchObject({ notices: ['short'], counted: 5, received: 1 });
  expect((await reading(answers, 'epic').run(signal, () => {})).complete).toBe(true);
  expect((await reading(answers, 'meditech').run(signal, () => {})).complete).toBe(true);
});

test('fixture 65: a count that is too small, or changes on the way, is no alarm', async () => {
  const record = await reading(() => [
    { matches: [potassium('1', 4.2)], total: 7 },
    { matches: [potassium('2', 5.8)], total: 1 },
  ]).run(signal, () => {});
  expect(record.complete).toBe(true);
});

test('a limit on pages leaves a place to go on from', async () => {
  let limited = true;
  const again = reading((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return [[potassium('2', 5.8)]];
    return limited ? [[potassium('1', 4.2)], 'limit'] : ['server'];
  }, 'epic');
  const record = await again.run(signal, () => {});
  expect(record.complete).toBe(false);
  expect(record.searches[1]).toMatchObject({ state: 'failed', failure: 'limit', received: 1 });
  limited = false;
  expect(await again.run(signal, () => {})).toMatchObject({ complete: true, account: { received: 2 } });
});

test('after leaving nothing is told any more, and nothing further asked', async () => {
  const leaving = new AbortController();
  const seen: RecordSnapshot[] = [];
  const stopped = reading((search) => {
    if (category(search) !== 'laboratory') return [[]];
    leaving.abort();
    return ['aborted'];
  });
  const record = await stopped.run(leaving.signal, (snapshot) => seen.push(snapshot));
  expect(record).toMatchObject({ ended: false, complete: false });
  const told = seen.length;
  await Promise.resolve();
  expect(seen).toHaveLength(told);
  expect(asked.length).toBeLessThanOrEqual(3);
  // Another reading that begins meanwhile is not disturbed.
  expect((await reading(() => [[]]).run(signal, () => {})).complete).toBe(true);
});

test('a wait and its cause are part of the record while it lasts', async () => {
  const listeners: OnWait[] = [];
  const seen: RecordSnapshot[] = [];
  const record = await reading(
    () => {
      listeners[0]?.(1_000_000, 'connection');
      listeners[0]?.(undefined);
      return [[]];
    },
    'epic',
    listeners,
  ).run(signal, (snapshot) => seen.push(snapshot));
  expect(seen).toContainEqual(
    expect.objectContaining({ waitUntilMs: 1_000_000, waitCause: 'connection', ended: false }),
  );
  expect(record.waitUntilMs).toBeUndefined();
});

test('an Epic-like server is asked for surveys and more; what it refuses is no gap, and the record is complete', async () => {
  const offered = ['vital-signs', 'laboratory', 'social-history', 'survey', 'lda'];
  const record = await reading(
    (search) => (offered.includes(category(search)) ? [[potassium('1', 4.2)]] : ['refused']),
    'epic',
  ).run(signal, () => {});
  expect(record).toMatchObject({ ended: true, complete: true });
  expect(record.searches.filter(({ state }) => state === 'complete').map(({ name }) => name)).toEqual(
    offered,
  );
  expect(stateOf(record, 'cognitive-status')).toBe('refused');
});

test.each([
  ['not-allowed', true],
  ['refused', true],
  ['server', false],
  ['network', false],
] as const)(
  'a further category that ends with %s leaves the record complete: %s',
  async (failure, complete) => {
    const record = await reading((search) => [category(search) === 'exam' ? failure : []], 'meditech').run(
      signal,
      () => {},
    );
    expect(record.complete).toBe(complete);
  },
);

test('a further category that is refused after its first page is a gap', async () => {
  const record = await reading(
    (search) => (category(search) === 'survey' ? [[potassium('1', 4.2)], 'not-allowed'] : [[]]),
    'epic',
  ).run(signal, () => {});
  expect(record.complete).toBe(false);
});

test('a generic server that refuses a search without category is asked for the categories of US Core, and stays incomplete', async () => {
  const seen: RecordSnapshot[] = [];
  const record = await reading((search) =>
    category(search) === 'all' ? ['refused'] : category(search) === 'sdoh' ? [[potassium('2', 5.8)]] : [[]],
  ).run(signal, (snapshot) => seen.push(snapshot));
  expect(stateOf(record, 'sdoh')).toBe('complete');
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect(seen.filter(({ ended }) => ended)).toHaveLength(1);
});

test('a generic server that answers without category is asked for nothing more', async () => {
  await reading(() => [[]]).run(signal, () => {});
  expect(asked.map(category)).not.toContain('sdoh');
  expect(asked).toHaveLength(10);
});

test('with granular scopes only these categories are searched, and the record says that it holds them alone', async () => {
  const scope = 'patient/Patient.r patient/Observation.rs?category=laboratory';
  const record = await reading(() => [[potassium('1', 4.2)]], 'generic', [], {
    scope,
    requestedScope: scope,
  }).run(signal, () => {});
  expect(asked.map(category)).toEqual(['laboratory']);
  expect(record).toMatchObject({ complete: true, isGranular: true });
  expect(record.isPart).toBeUndefined();
});
