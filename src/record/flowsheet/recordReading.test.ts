import { expect, test, vi } from 'vitest';
import type { FhirFailure } from '../../fhir/FhirError.ts';
import {
  asked,
  category,
  potassiumEntry,
  readingSignal,
  recordReadingOf,
  searchStateOf,
  setUpRecordReading,
  type Answers,
} from '../../testing/recordReadingFixture.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { recordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

setUpRecordReading();

test('a record is complete when every search has ended well, and says so only then', async () => {
  const seen: RecordSnapshot[] = [];
  const record = await recordReadingOf((search) =>
    category(search) === 'laboratory' ? [[potassiumEntry('2', 5.8)], [potassiumEntry('1', 4.2)]] : [[]],
  ).run(readingSignal, (snapshot) => seen.push(snapshot));
  expect(record).toMatchObject({ ended: true, complete: true, account: { received: 2, drawn: 2 } });
  expect(record.series.map(({ id, rows }) => [id, rows.length])).toEqual([['k', 2]]);
  expect(seen.slice(0, -1).every(({ ended }) => !ended)).toBe(true);
});

test('a long record is drawn with its first results and at its end, and not once for each of its pages', async () => {
  const pages = Array.from({ length: 9 }, (_, i) => [potassiumEntry(String(i + 1), 4)]);
  const seen: RecordSnapshot[] = [];
  const answers: Answers = (search) => (category(search) === 'laboratory' ? pages : [[]]);
  const record = await recordReadingOf(answers, 'generic', [], {}, 60_000).run(readingSignal, (snapshot) =>
    seen.push(snapshot),
  );
  const withResults = seen.filter(({ series }) => series.length > 0);
  expect(withResults).toHaveLength(1);
  expect(record).toMatchObject({ ended: true, complete: true, account: { received: 9 } });
});

test('a long first page is drawn with its first results and then whole, and counts only when it is whole', async () => {
  const entries = Array.from({ length: 1000 }, (_, i) => ({ ...potassiumEntry('1', 4), id: `k${i}` }));
  const seen: RecordSnapshot[] = [];
  const answers: Answers = (search) => (category(search) === 'laboratory' ? [entries] : [[]]);
  await recordReadingOf(answers, 'epic', [], {}, 60_000).run(readingSignal, (snapshot) =>
    seen.push(snapshot),
  );
  const withResults = seen.filter(({ series }) => series.length > 0);
  const [part, whole] = [withResults[0], withResults.at(-1)];
  expect(part!.account.received).toBeGreaterThan(0);
  expect(part!.account.received).toBeLessThan(500);
  expect(part!.account.drawn).toBe(part!.account.received);
  expect(part!).toMatchObject({ ended: false, complete: false });
  expect(part!.searches.find(({ name }) => name === 'laboratory')).toMatchObject({
    state: 'reading',
    pages: 0,
  });
  expect(whole!.account).toMatchObject({ received: 1000, drawn: 1000 });
});

test.each([
  ['are told at once where a list waits for them', true],
  ['wait for their turn where the first curve is drawn already', false],
])(
  'the newest results of the laboratory, after a first curve of vital signs, %s',
  async (_, areNewestAwaited) => {
    const seen: RecordSnapshot[] = [];
    const entries = {
      'vital-signs': [{ ...potassiumEntry('1', 4), id: 'v' }],
      laboratory: [potassiumEntry('2', 5)],
    };
    const answers = ({ search }: { readonly search: string }) => [
      entries[category(new URLSearchParams(search)) as keyof typeof entries] ?? [],
    ];
    const reading = recordReading(readSession({ vendor: 'generic' }), fakeReader(answers), {
      snapshotEveryMs: 60_000,
      areNewestAwaited,
    });
    const record = await reading.run(readingSignal, (snapshot) => seen.push(snapshot));
    expect(record).toMatchObject({ complete: true, account: { received: 2 } });
    const hasLaboratory = seen.map(
      ({ ended, searches }) =>
        !ended && searches.some(({ name, pages }) => name === 'laboratory' && pages > 0),
    );
    expect(hasLaboratory.includes(true)).toBe(areNewestAwaited);
  },
);

test('the first curve is drawn at once, also when results without one came before it', async () => {
  const smoking = {
    ...potassiumEntry('1', 4),
    id: 'smoking',
    code: { coding: [{ system: 'http://loinc.org', code: '72166-2' }] },
    valueQuantity: undefined,
    valueCodeableConcept: { text: 'Former smoker' },
  };
  const seen: RecordSnapshot[] = [];
  const answers: Answers = (search) =>
    category(search) === 'vital-signs'
      ? [[smoking]]
      : category(search) === 'laboratory'
        ? [[], [], [potassiumEntry('2', 5)], [potassiumEntry('3', 5)]]
        : [[]];
  const drawn = ({ series }: RecordSnapshot) => series.some(({ rows }) => rows.length > 0);
  await recordReadingOf(answers, 'generic', [], {}, 60_000).run(readingSignal, (snapshot) =>
    seen.push(snapshot),
  );
  expect(seen.some(({ series }) => series.length > 0 && !drawn({ series } as RecordSnapshot))).toBe(true);
  expect(seen.filter(drawn)).toHaveLength(1);
});

test('row 42: a record of which only a part was granted is never complete', async () => {
  const missingGrants = { denied: [], partial: ['Observation'] };
  const part = recordReadingOf(() => [[potassiumEntry('1', 4.2)]], 'generic', [], { missingGrants });
  expect(await part.run(readingSignal, () => {})).toMatchObject({
    ended: true,
    complete: false,
    isPart: true,
  });
});

test('what the search without category brings again is not counted twice', async () => {
  const record = await recordReadingOf(() => [[potassiumEntry('1', 4.2)]]).run(readingSignal, () => {});
  expect(record.account).toMatchObject({ received: 1, drawn: 1, duplicate: 0 });
});

test('rule 37: a page that fails leaves what came and takes every claim', async () => {
  const record = await recordReadingOf(
    (search) => (category(search) === 'laboratory' ? [[potassiumEntry('2', 5.8)], 'server'] : [[]]),
    'epic',
  ).run(readingSignal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect(searchStateOf(record, 'laboratory')).toBe('failed');
});

test('rule 38: allowed and empty, not allowed, refused, and failed are told apart; only the first is complete', async () => {
  const answers: Record<string, FhirFailure> = {
    laboratory: 'not-allowed',
    'social-history': 'refused',
  };
  const record = await recordReadingOf((search) => [answers[category(search)] ?? []], 'epic').run(
    readingSignal,
    () => {},
  );
  expect(record.searches.slice(0, 3).map(({ state }) => state)).toEqual([
    'complete',
    'not-allowed',
    'refused',
  ]);
  expect(record.complete).toBe(false);
  const failed = await recordReadingOf(() => ['server'], 'epic').run(readingSignal, () => {});
  expect(failed.searches.map(({ state, failure }) => [state, failure])).toContainEqual(['failed', 'server']);
  const empty = await recordReadingOf(() => [[]], 'epic').run(readingSignal, () => {});
  expect(empty).toMatchObject({ complete: true, account: { received: 0 } });
});

test('rules 38 and 39: what came is there page by page, and until the end the record is neither ended nor complete', async () => {
  const seen: RecordSnapshot[] = [];
  const pages = [[potassiumEntry('1', 4.2)], [], [potassiumEntry('2', 5.8)]];
  await recordReadingOf((search) => (category(search) === 'laboratory' ? pages : [[]]), 'epic').run(
    readingSignal,
    (now) => seen.push(now),
  );
  const counts = seen.map(({ account }) => account.drawn);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  const last = seen.at(-1);
  expect(last).toMatchObject({ ended: true, complete: true });
  for (const { ended, complete } of seen.slice(0, -1)) expect([ended, complete]).toEqual([false, false]);
});

test('rule 40: a record is as old as its first page, also when a failed search is read an hour later', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-05T14:05:00Z') });
  let isDown = true;
  const { run, startOver } = recordReadingOf((search) =>
    isDown && category(search) !== 'laboratory' ? ['server'] : [[potassiumEntry('1', 4.2)]],
  );
  const { complete, readAtMs } = await run(readingSignal, () => {});
  expect([complete, readAtMs]).toEqual([false, Date.parse('2026-01-05T14:05:00Z')]);
  isDown = false;
  vi.setSystemTime('2026-01-05T15:05:00Z');
  expect(await run(readingSignal, () => {})).toMatchObject({ complete: true, readAtMs });
  startOver();
  expect(await run(readingSignal, () => {})).toMatchObject({ readAtMs: Date.parse('2026-01-05T15:05:00Z') });
  vi.useRealTimers();
});

test('one category that is refused or not allowed does not take the others down', async () => {
  const record = await recordReadingOf((search) => {
    if (category(search) === 'survey') return ['refused'];
    if (category(search) === 'all') return ['not-allowed'];
    return category(search) === 'laboratory' ? [[potassiumEntry('1', 4.2)]] : [[]];
  }).run(readingSignal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect([
    searchStateOf(record, 'survey'),
    searchStateOf(record, 'all'),
    searchStateOf(record, 'laboratory'),
  ]).toEqual(['refused', 'not-allowed', 'complete']);
});

test('a failed category is made good by the search without category', async () => {
  const record = await recordReadingOf((search) =>
    category(search) === 'survey' ? ['server'] : [[potassiumEntry('1', 4.2)]],
  ).run(readingSignal, () => {});
  expect(record.complete).toBe(true);
});

test('a fault that is not a failed read is not swallowed', async () => {
  const broken = recordReadingOf(() => {
    throw new TypeError('a fault of ours');
  });
  await expect(broken.run(readingSignal, () => {})).rejects.toThrow('a fault of ours');
});

test('fixture 53: nothing found is complete, and no row', async () => {
  const record = await recordReadingOf(() => [{ matches: [], total: 0 }], 'epic').run(
    readingSignal,
    () => {},
  );
  expect(record).toMatchObject({ complete: true, account: { received: 0 } });
});

test('fixture 69: results that do not say whose they are leave the record incomplete, alone and beside others', async () => {
  const nobodys = { ...potassiumEntry('1', 4.2), subject: { identifier: { value: 'p1' } } };
  const read = (...matches: object[]) => recordReadingOf(() => [matches]).run(readingSignal, () => {});
  expect(await read(nobodys)).toMatchObject({ ended: true, complete: false, account: { excluded: 1 } });
  expect(await read(nobodys, potassiumEntry('2', 5.8))).toMatchObject({
    ended: true,
    complete: false,
    account: { drawn: 1, excluded: 1 },
  });
  expect(await read(potassiumEntry('2', 5.8))).toMatchObject({ complete: true });
  expect(await read()).toMatchObject({ complete: true });
});

test.each([
  ['54', 'outside'],
  ['54', 'suppressed'],
  ['55', 'partial'],
  ['37', 'protected'],
  ['37', 'incomplete'],
  ['37', 'unreadable'],
] as const)('fixture %s: %s results take the claim, and what came is shown', async (_, shortfall) => {
  const record = await recordReadingOf((search) =>
    category(search) === 'laboratory'
      ? [{ matches: [potassiumEntry('1', 4.2)], shortfalls: [shortfall] }, [potassiumEntry('2', 5.8)]]
      : [[]],
  ).run(readingSignal, () => {});
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 2 } });
  expect(record.searches.find(({ name }) => name === 'laboratory')).toMatchObject({
    state: 'complete',
    notices: [shortfall],
  });
});

test('fixture 65: a server that counts more than it sent is short; one whose count is a page size is not', async () => {
  const answers: Answers = () => [{ matches: [potassiumEntry('1', 4.2)], total: 5 }];
  const generic = await recordReadingOf(answers).run(readingSignal, () => {});
  expect(generic.complete).toBe(false);
  expect(generic.searches[0]).toMatchObject({ notices: ['short'], counted: 5, received: 1 });
  expect((await recordReadingOf(answers, 'epic').run(readingSignal, () => {})).complete).toBe(true);
  expect((await recordReadingOf(answers, 'meditech').run(readingSignal, () => {})).complete).toBe(true);
});

test('fixture 65: a count that is too small, or changes on the way, is no alarm', async () => {
  const record = await recordReadingOf(() => [
    { matches: [potassiumEntry('1', 4.2)], total: 7 },
    { matches: [potassiumEntry('2', 5.8)], total: 1 },
  ]).run(readingSignal, () => {});
  expect(record.complete).toBe(true);
});

test('after leaving nothing is told any more, and nothing further asked', async () => {
  const leaving = new AbortController();
  const seen: RecordSnapshot[] = [];
  const stopped = recordReadingOf((search) => {
    if (category(search) !== 'laboratory') return [[]];
    leaving.abort();
    return ['aborted'];
  }, 'epic');
  const record = await stopped.run(leaving.signal, (snapshot) => seen.push(snapshot));
  expect(record).toMatchObject({ ended: false, complete: false });
  const told = seen.length;
  await Promise.resolve();
  expect(seen).toHaveLength(told);
  expect(asked.length).toBeLessThanOrEqual(3);
  // Another reading that begins meanwhile is not disturbed.
  expect((await recordReadingOf(() => [[]]).run(readingSignal, () => {})).complete).toBe(true);
});
