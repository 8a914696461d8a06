import { expect, test } from 'vitest';
import type { Shortfall } from '../../fhir/FhirError.ts';
import {
  asked,
  category,
  potassiumEntry,
  readingSignal,
  recordReadingOf,
  resumed,
  setUpRecordReading,
} from '../../testing/recordReadingFixture.ts';

setUpRecordReading();

test('run again, it reads only what did not end well', async () => {
  let broken = true;
  const again = recordReadingOf(
    (search) => (broken && category(search) === 'laboratory' ? ['network'] : [[potassiumEntry('1', 4.2)]]),
    'epic',
  );
  expect((await again.run(readingSignal, () => {})).complete).toBe(false);
  broken = false;
  asked.length = 0;
  const record = await again.run(readingSignal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 1 } });
  expect(asked.map(category)).toEqual(['laboratory']);
});

test('a failed page is tried again alone: the pages before it are not asked for again', async () => {
  let broken = true;
  const again = recordReadingOf((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return [[potassiumEntry('2', 5.8)]];
    return broken
      ? [[potassiumEntry('1', 4.2)], 'server']
      : [[potassiumEntry('1', 4.2)], [potassiumEntry('2', 5.8)]];
  }, 'epic');
  expect((await again.run(readingSignal, () => {})).account.received).toBe(1);
  broken = false;
  const record = await again.run(readingSignal, () => {});
  expect(resumed).toEqual([{ address: 'page 2', page: 2, query: expect.stringContaining('laboratory') }]);
  expect(record).toMatchObject({ complete: true, account: { received: 2, drawn: 2, duplicate: 0 } });
  expect(record.searches.find(({ name }) => name === 'laboratory')).toMatchObject({ pages: 2, received: 2 });
});

test('a paging session that is over meanwhile is begun anew, and nothing counts twice', async () => {
  let broken = true;
  const again = recordReadingOf((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return ['gone'];
    return broken
      ? [[potassiumEntry('1', 4.2)], 'server']
      : [[potassiumEntry('1', 4.2)], [potassiumEntry('2', 5.8)]];
  }, 'epic');
  await again.run(readingSignal, () => {});
  broken = false;
  expect(await again.run(readingSignal, () => {})).toMatchObject({
    complete: true,
    account: { received: 2, drawn: 2, duplicate: 0 },
  });
});

test.each(['incomplete', 'unreadable'] as const)(
  'what was suppressed is not asked for again; what went wrong (%s) is, and then the record may be complete',
  async (wrong) => {
    let shortfalls: Shortfall[] = [wrong];
    const again = recordReadingOf(
      (search) => [{ matches: [], shortfalls: category(search) === 'laboratory' ? shortfalls : [] }],
      'epic',
    );
    await again.run(readingSignal, () => {});
    shortfalls = ['outside'];
    asked.length = 0;
    expect(await again.run(readingSignal, () => {})).toMatchObject({ complete: false });
    expect(asked.map(category)).toEqual(['laboratory']);
    asked.length = 0;
    expect((await again.run(readingSignal, () => {})).complete).toBe(false);
    expect(asked).toEqual([]);
  },
);

test('fixture 59: a search that is dropped half way begins anew once, and nothing counts twice', async () => {
  let dropped = false;
  const record = await recordReadingOf((search) => {
    if (category(search) !== 'laboratory') return [[]];
    if (dropped) return [[potassiumEntry('1', 4.2)], [potassiumEntry('2', 5.8)]];
    dropped = true;
    return [[potassiumEntry('1', 4.2)], 'gone'];
  }, 'epic').run(readingSignal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 2, duplicate: 0 } });
  expect(record.searches[1]).toMatchObject({ pages: 2, received: 2 });
});

test.each(['gone', 'refused'] as const)(
  'fixture 59: dropped again (%s), it is incomplete, and no third round begins',
  async (failure) => {
    const record = await recordReadingOf(
      (search) => (category(search) === 'laboratory' ? [[potassiumEntry('1', 4.2)], failure] : [[]]),
      'epic',
    ).run(readingSignal, () => {});
    expect(record).toMatchObject({ ended: true, complete: false, account: { received: 1 } });
    expect(record.searches[1]).toMatchObject({ state: 'failed', failure: 'gone' });
    expect(asked.filter((search) => category(search) === 'laboratory')).toHaveLength(2);
  },
);

test('a limit on pages leaves a place to go on from', async () => {
  let limited = true;
  const again = recordReadingOf((search, from) => {
    if (category(search) !== 'laboratory') return [[]];
    if (from !== undefined) return [[potassiumEntry('2', 5.8)]];
    return limited ? [[potassiumEntry('1', 4.2)], 'limit'] : ['server'];
  }, 'epic');
  const record = await again.run(readingSignal, () => {});
  expect(record.complete).toBe(false);
  expect(record.searches[1]).toMatchObject({ state: 'failed', failure: 'limit', received: 1 });
  limited = false;
  expect(await again.run(readingSignal, () => {})).toMatchObject({
    complete: true,
    account: { received: 2 },
  });
});
