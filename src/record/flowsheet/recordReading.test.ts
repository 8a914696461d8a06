import { expect, test } from 'vitest';
import type { FhirFailure } from '../../fhir/FhirError.ts';
import type { OnWait } from '../../fhir/waits.ts';
import {
  asked,
  category,
  potassium,
  reading,
  signal,
  stateOf,
  type Answers,
} from '../../testing/recordReadingFixture.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

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
  const missingGrants = { denied: [], partial: ['Observation'] };
  const part = reading(() => [[potassium('1', 4.2)]], 'generic', [], { missingGrants });
  expect(await part.run(signal, () => {})).toMatchObject({
    ended: true,
    complete: false,
    isPart: true,
  });
});

test('what the search without category brings again is not counted twice', async () => {
  const record = await reading(() => [[potassium('1', 4.2)]]).run(signal, () => {});
  expect(record.account).toMatchObject({ received: 1, drawn: 1, duplicate: 0 });
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

test('a fault that is not a failed read is not swallowed', async () => {
  const broken = reading(() => {
    throw new TypeError('a fault of ours');
  });
  await expect(broken.run(signal, () => {})).rejects.toThrow('a fault of ours');
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
