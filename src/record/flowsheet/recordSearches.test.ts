import { expect, test } from 'vitest';
import {
  asked,
  category,
  potassiumEntry,
  readingSignal,
  recordReadingOf,
  searchStateOf,
  setUpRecordReading,
} from '../../testing/recordReadingFixture.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

setUpRecordReading();

test('a server that refuses to sort, then to size, is asked plainly', async () => {
  const record = await recordReadingOf((search) =>
    search.has('_sort') || search.has('_count') ? ['refused'] : [[potassiumEntry('1', 4.2)]],
  ).run(readingSignal, () => {});
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

test('an Epic-like server is asked for surveys and more; what it refuses is no gap, and the record is complete', async () => {
  const offered = ['vital-signs', 'laboratory', 'social-history', 'survey', 'lda'];
  const record = await recordReadingOf(
    (search) => (offered.includes(category(search)) ? [[potassiumEntry('1', 4.2)]] : ['refused']),
    'epic',
  ).run(readingSignal, () => {});
  expect(record).toMatchObject({ ended: true, complete: true });
  expect(record.searches.filter(({ state }) => state === 'complete').map(({ name }) => name)).toEqual(
    offered,
  );
  expect(searchStateOf(record, 'cognitive-status')).toBe('refused');
});

test.each([
  ['not-allowed', true],
  ['refused', true],
  ['server', false],
  ['network', false],
] as const)(
  'a further category that ends with %s leaves the record complete: %s',
  async (failure, complete) => {
    const record = await recordReadingOf(
      (search) => [category(search) === 'exam' ? failure : []],
      'meditech',
    ).run(readingSignal, () => {});
    expect(record.complete).toBe(complete);
  },
);

test('a further category that is refused after its first page is a gap', async () => {
  const record = await recordReadingOf(
    (search) => (category(search) === 'survey' ? [[potassiumEntry('1', 4.2)], 'not-allowed'] : [[]]),
    'epic',
  ).run(readingSignal, () => {});
  expect(record.complete).toBe(false);
});

test('a generic server that refuses a search without category is asked for the categories of US Core, and stays incomplete', async () => {
  const seen: RecordSnapshot[] = [];
  const record = await recordReadingOf((search) =>
    category(search) === 'all'
      ? ['refused']
      : category(search) === 'sdoh'
        ? [[potassiumEntry('2', 5.8)]]
        : [[]],
  ).run(readingSignal, (snapshot) => seen.push(snapshot));
  expect(searchStateOf(record, 'sdoh')).toBe('complete');
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
  expect(seen.filter(({ ended }) => ended)).toHaveLength(1);
});

test('the categories of US Core are asked for too when the laboratory is the last to answer', async () => {
  const record = await recordReadingOf((search) =>
    category(search) === 'all'
      ? ['refused']
      : category(search) === 'laboratory'
        ? Array.from({ length: 9 }, (_, i) => [potassiumEntry(String(i + 1), 4)])
        : [[]],
  ).run(readingSignal, () => {});
  expect(asked.map(category)).toContain('sdoh');
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 9 } });
});

test('a generic server that answers without category is asked for nothing more', async () => {
  await recordReadingOf(() => [[]]).run(readingSignal, () => {});
  expect(asked.map(category)).not.toContain('sdoh');
  expect(asked).toHaveLength(4);
});

test('with granular scopes only these categories are searched, and the record says that it holds them alone', async () => {
  const scope = 'patient/Patient.r patient/Observation.rs?category=laboratory';
  const record = await recordReadingOf(() => [[potassiumEntry('1', 4.2)]], 'generic', [], {
    scope,
    requestedScope: scope,
  }).run(readingSignal, () => {});
  expect(asked.map(category)).toEqual(['laboratory']);
  expect(record).toMatchObject({ complete: true, isGranular: true });
  expect(record.isPart).toBeUndefined();
});
