import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { flagSeverity, isCriticalFlag } from '../../observation/flag/flag.ts';
import { isCertainlyBefore } from './certainOrder.ts';
import { latest } from './latest.ts';
import { newerUncharted } from './newerUncharted.ts';
import type { Series } from '../series.ts';

const times = fc.constantFrom(
  '2026-03-01T08:00:00Z',
  '2026-03-02T08:00:00Z',
  '2026-03-02T08:00:00-06:00',
  '2026-03-02',
  '2026-03',
  '2026',
  '2026-03-09T08:00:00Z',
  '2040-01-01',
  '1850-01-01',
);
const values = fc.constantFrom(
  { valueQuantity: { value: 4.2, unit: 'mmol/L' } },
  { valueQuantity: { value: 41, unit: 'kg' } },
  { valueQuantity: { value: 4.4 } },
  { valueQuantity: undefined, valueString: 'clotted' },
  { valueQuantity: undefined, valueString: '6.1 mmol/L' },
  { valueQuantity: undefined },
);
const flags = fc.constantFrom(undefined, 'N', 'H', 'LL', 'HH', 'A');
const statuses = fc.constantFrom('final', 'final', 'preliminary', ' Preliminary ', 'cancelled', 'corrected');

const results: fc.Arbitrary<readonly SentResult[]> = fc
  .array(fc.tuple(times, values, flags, statuses), { minLength: 1, maxLength: 9 })
  .map((all) =>
    all.map(([at, value, flag, status], i) => ({
      id: `r${i}`,
      at,
      value: 0,
      more: { ...value, status, ...(flag && { interpretation: [{ coding: [{ code: flag }] }] }) },
    })),
  );

/** Names each newer result by all that a reader sees of it. */
const newerIn = (all: readonly Series[]) =>
  all.map((series) => [
    series.id,
    ...newerUncharted([series], all).map(
      ({ manner, order, lead: { row } }) =>
        `${manner} ${order} ${row.effective} ${row.valueText} ${row.kind.unit} ${row.kind.flag}`,
    ),
  ]);

test('the order of arrival decides nothing', () => {
  fc.assert(
    fc.property(results, fc.infiniteStream(fc.nat()), (sent, keys) => {
      const shuffled = sent
        .map((one) => ({ one, key: keys.next().value as number }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(newerIn(seriesOfResults(shuffled))).toEqual(newerIn(seriesOfResults(sent)));
    }),
  );
});

test('rule 23: what is sent again under another id counts once', () => {
  fc.assert(
    fc.property(results, (sent) => {
      const again = sent.map((one) => ({ ...one, id: `${one.id}-again` }));
      const once = newerIn(seriesOfResults(sent));
      expect(newerIn(seriesOfResults([...sent, ...again]))).toEqual(once);
    }),
  );
});

test('rule 13: no critical result that came certainly after the latest is missing, and the most severe leads', () => {
  fc.assert(
    fc.property(results, (sent) => {
      const all = seriesOfResults(sent);
      for (const series of all) {
        const shown = latest(series);
        const newer = newerUncharted([series], all);
        const severities = newer.map(({ lead: { row } }) => flagSeverity(row.kind.flag));
        expect(severities).toEqual(severities.toSorted((a, b) => b - a));
        const missing = [...series.rows, ...series.listed].filter(
          (row) =>
            shown !== undefined &&
            isCriticalFlag(row.kind.flag) &&
            isCertainlyBefore(shown, row) &&
            !row.kind.hasImpossibleTime &&
            !newer.some(({ lead }) => lead.row.valueText === row.valueText && lead.row.timeMs === row.timeMs),
        );
        expect(missing).toEqual([]);
      }
    }),
  );
});
