import { expect, test } from 'vitest';
import type { Shortfall } from '../../fhir/FhirError.ts';
import { asked, category, potassium, reading, resumed, signal } from '../../testing/recordReadingFixture.ts';

test('run again, it reads only what did not end well', async () => {
  let broken = true;
  const again = reading(
    (search) => (broken && category(search) === 'laboratory' ? ['network'] : [[potassium('1', 4.2)]]),
    'epic',
  );
  expect((await again.run(signal, () => {})).complete).toBe(false);
  broken = false;
  asked.length = 0;
  const record = await again.run(signal, () => {});
  expect(record).toMatchObject({ complete: true, account: { received: 1 } });
  expect(asked.map(category)).toEqual(['laboratory']);
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

test('what was suppressed is not asked for again; what went wrong is, and then the record may be complete', async () => {
  let shortfalls: Shortfall[] = ['incomplete'];
  const again = reading(
    (search) => [{ matches: [], shortfalls: category(search) === 'laboratory' ? shortfalls : [] }],
    'epic',
  );
  await again.run(signal, () => {});
  shortfalls = ['outside'];
  asked.length = 0;
  expect(await again.run(signal, () => {})).toMatchObject({ complete: false });
  expect(asked.map(category)).toEqual(['laboratory']);
  asked.length = 0;
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
