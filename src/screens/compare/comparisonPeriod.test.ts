import { expect, test } from 'vitest';
import { comparisonPeriod, type ComparisonStarts } from './comparisonPeriod.ts';

const ZONE = 'America/Chicago';
const NO_STARTS: ComparisonStarts = { stays: [], visits: [], unavailableText: '' };
// The clocks of Chicago are set back on 1 November 2026 and forward on 8 March 2026.
const span = (start: string) => ({ startMs: Date.parse(start), endMs: Date.parse(start) + 3_600_000 });
const startOf = (start: string, earlier: number, starts = NO_STARTS): string | undefined => {
  const period = comparisonPeriod({ options: [], earlier }, span(start), starts, ZONE);
  return period && new Date(period.startMs).toISOString();
};

test.each([
  ['over the end of summer time', '2026-11-04T14:00:00Z', 7, '2026-10-28T13:00:00.000Z'],
  ['over its begin', '2026-03-10T13:00:00Z', 7, '2026-03-03T14:00:00.000Z'],
  ['within it', '2026-07-20T13:00:00Z', 7, '2026-07-13T13:00:00.000Z'],
  ['over both', '2026-11-04T14:00:00Z', 365, '2025-11-04T14:00:00.000Z'],
  ['a part of a day', '2026-11-01T14:00:00Z', 0.5, '2026-11-01T02:00:00.000Z'],
])('rule 43: whole days earlier is the same clock time: %s', (_, start, days, expected) => {
  expect(startOf(start, days)).toBe(expected);
});

test('a period that begins with an encounter begins when that began', () => {
  const start = { value: '7d', label: 'Visit', zeroMs: Date.parse('2026-11-04T14:00:00Z') };
  expect(startOf('2026-11-04T14:00:00Z', 7, { ...NO_STARTS, visits: [start] })).toBe(
    '2026-10-28T14:00:00.000Z',
  );
});
