import { expect, test } from 'vitest';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf, type PatientCard } from '../card/cards.ts';
import { joinedPath, pointPaths, sharedRanges } from './readingPaths.ts';
import { lastDays, readingsIn } from './readings.ts';
import { weekByTime } from './timeOfDay.ts';

const ZONE = 'America/Chicago';
const TODAY_MS = Date.parse('2026-11-24T18:00:00Z');
const MONTH = lastDays(TODAY_MS, 30, ZONE);
const glucose = (value: number, at: string, more: Readonly<Record<string, unknown>> = {}) =>
  resultInput('41653-7', value, 'mg/dL', at, more);
const cardOf = (...resources: readonly unknown[]): PatientCard => {
  const [card] = cardsOf(recordOf(resources).series);
  if (card === undefined) throw new Error('There is no card.');
  return card;
};
const identity = (n: number): number => n;
const joins = (...resources: readonly unknown[]): number =>
  joinedPath(cardOf(...resources).series, MONTH, identity, identity).split('L').length - 1;

test('rules 6 and 18: the line joins neighbours, and nothing over a long gap or to another method', () => {
  const first = glucose(118, '2026-11-23T07:00:00-06:00');
  expect(joins(first, glucose(121, '2026-11-23T12:00:00-06:00'))).toBe(1);
  const others = ['08', '09'].map((hour) => glucose(121, `2026-11-23T${hour}:00:00-06:00`));
  expect(joins(first, ...others, glucose(121, '2026-11-01T12:00:00-06:00'))).toBe(2);
  expect(joins(first, glucose(121, '2026-11-23T12:00:00-06:00', { method: { text: 'Ward meter' } }))).toBe(0);
});

test('every shape is one path, and a day outside of the picture is not in it', () => {
  const card = cardOf(
    glucose(118, '2026-11-23T07:00:00-06:00'),
    glucose(119, '2026-11-23T09:00:00-06:00'),
    glucose(99, '2026-10-20T09:00:00-06:00'),
  );
  const paths = pointPaths(readingsIn(card, MONTH), ({ timeMs }) => timeMs, identity);
  expect([...paths].map(([shape, path]) => [shape, path.split('M').length - 1])).toEqual([['square', 2]]);
});

test('rules 28 and 32: a range is drawn only if the same one came with every counted reading', () => {
  const ranged = (high: number) => ({
    referenceRange: [{ low: { value: 70, unit: 'mg/dL' }, high: { value: high, unit: 'mg/dL' } }],
  });
  const at = ['2026-11-22T07:00:00-06:00', '2026-11-23T07:00:00-06:00'] as const;
  const rangesOf = (...more: readonly Readonly<Record<string, unknown>>[]) =>
    sharedRanges(readingsIn(cardOf(...more.map((one, i) => glucose(110, at[i]!, one))), MONTH)).length;
  expect([
    rangesOf(ranged(180), ranged(180)),
    rangesOf(ranged(180), ranged(140)),
    rangesOf(ranged(180), {}),
  ]).toEqual([1, 0, 0]);
});

test('three hours of a week have a middle from five readings on', () => {
  const mornings = (count: number) =>
    cardOf(...Array.from({ length: count }, (_, i) => glucose(110 + i, `2026-11-${19 + i}T07:10:00-06:00`)));
  expect(weekByTime(mornings(4), TODAY_MS, ZONE)?.middles).toEqual([]);
  const [middle, ...others] = weekByTime(mornings(5), TODAY_MS, ZONE)?.middles ?? [];
  expect([middle?.fromHour, middle?.row.value, others.length]).toEqual([6, 112, 0]);
});

test('a week without readings gives way to the week of the newest one', () => {
  const week = weekByTime(cardOf(glucose(110, '2026-06-10T07:10:00-05:00')), TODAY_MS, ZONE);
  expect(week?.readings.length).toBe(1);
  expect(new Date((week?.window.lastDay ?? 0) * 86_400_000).toISOString().slice(0, 10)).toBe('2026-06-10');
});
