import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { changesSince } from './changesList.ts';
import { newerChanges } from './newerChanges.ts';
import { changeSentence } from './changesText.ts';
import { comparedTitle, noChangesText } from './comparedText.ts';

const SINCE_MS = Date.parse('2026-08-26T00:00:00Z');

/** Most results are plain, so that there is something to rank; the others are whatever a server may send. */
const mostly = <T>(usual: fc.Arbitrary<T>, ...rare: readonly T[]) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const code = (loinc: string) => ({ code: { coding: [{ system: 'http://loinc.org', code: loinc }] } });
const flag = (sent: string) => ({ interpretation: [{ coding: [{ code: sent }] }] });

const anyResults = fc.array(
  fc.record({
    at: mostly(
      fc.constantFrom('2026-01-05T08:00:00Z', '2026-02-05T08:00:00Z', '2026-03-05', '2026-11-12T08:00:00Z'),
      '2024',
      '2026-08',
      '2026-08-25',
      '2026-08-26T00:00:00Z',
      '2026-09-01',
      'x',
    ),
    value: mostly(fc.constantFrom('4.5', '4.70', '5', '4.9', '6.8', '0'), '<3', '1e300', '-1e300', '1e400'),
    more: mostly<object>(
      fc.constantFrom({}, code('2777-1')),
      { status: 'preliminary' },
      { method: { text: 'Flame photometry' } },
      flag('HH'),
      { ...flag('LL'), ...code('718-7') },
      { code: { text: 'Something new' } },
      { valueQuantity: { value: 40, unit: 'bananas' } },
      { valueQuantity: { value: 5, unit: 'mEq/L' } },
    ),
  }),
  { maxLength: 40, size: 'max' },
);

/** The ids follow from the content, so that they stay the same in another order. */
const anySent = anyResults.map((results) =>
  results.map((one) => ({ ...one, id: JSON.stringify([one.at, one.value, one.more]) })),
);

const listOf = (sent: readonly SentResult[]) => changesSince(seriesOfResults(sent), SINCE_MS, 'UTC', noFacts);

/** Returns the list as plain values that can be compared. */
const plain = (sent: readonly SentResult[]) => {
  const { items, withoutDistance } = listOf(sent);
  const newer = newerChanges(seriesOfResults(sent), SINCE_MS, 'UTC');
  return [
    newer.map(({ id, newer: results }) => [id, results.map(({ lead }) => lead.row.id)]),
    ...[items, withoutDistance].map((some) =>
      some.map((item) => [item.id, item.change.row.id, item.change.distance?.d]),
    ),
  ];
};

const shuffled = anySent.chain((sent) =>
  fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length })),
);

test('the order in which results arrive never changes the list', () => {
  fc.assert(
    fc.property(shuffled, ([sent, other]) => {
      expect(plain(other)).toEqual(plain(sent));
    }),
  );
});

test('a result that is sent twice under two ids never changes a distance', () => {
  const distancesOf = (sent: readonly SentResult[]) =>
    listOf(sent).items.map(({ id, change }) => [id, change.distance?.d]);
  fc.assert(
    fc.property(anySent, (sent) => {
      const twice = [...sent, ...sent.map((one) => ({ ...one, id: `${one.id} again` }))];
      expect(distancesOf(twice)).toEqual(distancesOf(sent));
    }),
  );
});

test('whatever is sent nothing throws, every new critical result is listed, and no word claims more than is known', () => {
  fc.assert(
    fc.property(anySent, (sent) => {
      const series = seriesOfResults(sent);
      const list = changesSince(series, SINCE_MS, 'UTC', noFacts);
      const listed = new Set([
        ...list.items.flatMap(({ change, also }) => [change, ...also].map(({ series: one }) => one.id)),
        ...newerChanges(series, SINCE_MS, 'UTC').map(({ id }) => id),
      ]);
      const critical = series.filter(({ rows }) => {
        const latest = rows.findLast(({ kind }) => kind.status !== 'preliminary');
        const isNew = latest?.kind.precision === 'instant' && latest.timeMs > SINCE_MS;
        return isNew && ['HH', 'LL'].includes(latest.kind.flag);
      });
      expect(critical.filter(({ id }) => !listed.has(id))).toEqual([]);
      for (const { change } of [...list.items, ...list.others]) {
        expect(Number.isFinite(change.distance?.d ?? 0)).toBe(true);
        expect(new Set(change.baseline?.rows.map(({ kind }) => kind.method) ?? []).size).toBeLessThan(2);
      }
      expect(list.comparedCount).toBeGreaterThanOrEqual(list.beyondCount);
      const words = [
        ...[...list.items, ...list.withoutDistance].map((item) => changeSentence(item, undefined, 'UTC')),
        comparedTitle({ id: '90d', sinceMs: SINCE_MS }, list),
        noChangesText(list, '26 Aug 2026'),
      ].join('\n');
      expect(words).not.toMatch(/stable|normal|nothing changed|unchanged|improved|worse|significant/i);
      expect(words).not.toMatch(/undefined|NaN|Infinity/);
    }),
  );
});
