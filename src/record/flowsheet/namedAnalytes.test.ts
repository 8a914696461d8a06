import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogMatch } from '../../clinical/catalog/catalog.ts';
import { namedAnalytes } from './namedAnalytes.ts';
import { notBegun, type SearchRun } from './searchRuns.ts';

const LOINC = 'http://loinc.org';

afterEach(() => void vi.useRealTimers());

const runOf = (name: string): SearchRun => notBegun({ name, queryVariants: [name], isTotalOfMatches: true });
const runs = () => [runOf('vital-signs'), runOf('laboratory'), runOf('social-history')] as const;
const coded = (...codes: readonly unknown[]) => ({
  code: { coding: codes.map((code) => ({ system: LOINC, code })) },
});

/** Returns whether a promise has been fulfilled when everything that is due has run. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

describe('the analytes that a record is known to name', () => {
  it('are those of the first page of each first search, of results and of their components', () => {
    const [vitals, laboratory, social] = runs();
    const named = namedAnalytes([vitals, laboratory, social]);
    const pressure = { ...coded('85354-9'), component: [coded('8480-6'), coded('8462-4')] };
    named.note([pressure, pressure], vitals);
    named.note([coded('2823-3', 'local'), coded('2160-0')], laboratory);
    expect(named.counts()).toBeUndefined();
    named.note([], social);
    const counts = named.counts();
    expect(counts).toEqual(
      new Map([
        ['bp-sys', 2],
        ['bp-dia', 2],
        ['k', 1],
        ['creat', 1],
      ]),
    );
  });

  it('are the special form where a result has the code of a more general one too', () => {
    const [vitals] = runs();
    const analyteId = catalogMatch('8332-9')!.target.analyte.id;
    const named = namedAnalytes([vitals]);
    named.note([coded('8310-5'), coded('8310-5', '8332-9'), coded('8332-9', '8310-5')], vitals);
    expect([...(named.counts() ?? [])]).toEqual([
      ['temp', 1],
      [analyteId, 2],
    ]);
  });

  it('do not change with a later page, nor with a page of another search', () => {
    const [vitals, laboratory] = runs();
    const named = namedAnalytes([vitals, laboratory]);
    named.note([coded('8867-4')], vitals);
    named.note([coded('2160-0')], vitals);
    named.note([coded('2160-0')], runOf('all'));
    named.note([], laboratory);
    named.note([coded('2160-0')], laboratory);
    expect([...(named.counts() ?? [])]).toEqual([['hr', 1]]);
  });

  it('are known when a search has ended without a page', () => {
    const [vitals, laboratory] = runs();
    const named = namedAnalytes([vitals, laboratory]);
    named.note([coded('8867-4')], vitals);
    laboratory.state = { ...laboratory.state, state: 'reading' };
    named.look();
    expect(named.counts()).toBeUndefined();
    laboratory.state = { ...laboratory.state, state: 'failed', failure: 'network' };
    named.look();
    expect(named.counts()?.has('hr')).toBe(true);
  });

  it.each([
    ['a resource that is none', [null, 7, 'text', []]],
    ['a code that is no object', [{ code: 'K' }, { code: [] }, { code: { coding: 'K' } }]],
    ['codings without a code', [{ code: { coding: [null, {}, { code: 7 }, { code: {} }] } }, coded('')]],
    ['components that are none', [{ component: 'K' }, { component: [null, 7] }]],
    ['names of properties', [coded('__proto__', 'constructor', 'toString')]],
  ])('are none in %s', (_, entries) => {
    const [vitals] = runs();
    const named = namedAnalytes([vitals]);
    named.note(entries, vitals);
    expect(named.counts()).toEqual(new Map());
  });
});

describe('the first curves wait for the last of the first answers', () => {
  it('and no longer than that', async () => {
    vi.useFakeTimers();
    const [vitals, laboratory] = runs();
    const named = namedAnalytes([vitals, laboratory]);
    named.note([], vitals);
    const awaited = named.awaited();
    expect(await isOver(awaited)).toBe(false);
    named.note([], laboratory);
    expect(await isOver(awaited)).toBe(true);
  });

  it.each([
    ['a server that answers at once', 20, 200],
    ['a slower server', 300, 300],
    ['a very slow server', 8000, 400],
  ])('as long as the first results took, within limits: %s', async (_, tookMs, waitMs) => {
    vi.useFakeTimers();
    const [vitals, laboratory] = runs();
    const named = namedAnalytes([vitals, laboratory]);
    await vi.advanceTimersByTimeAsync(tookMs);
    named.note([], vitals);
    const awaited = named.awaited();
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(await isOver(awaited)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isOver(awaited)).toBe(true);
    expect(named.counts()).toBeUndefined();
  });
});
