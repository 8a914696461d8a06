import { describe, expect, test, vi } from 'vitest';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf } from '../card/cards.ts';
import { chartLayout } from './chartLayout.ts';
import { markPath, nearestMark } from './pointMark.ts';
import { chartPoints, spanWindow, entriesOf, hasManyYears, type ChartSpan } from './resultFacts.ts';
import { timeLabels } from './timeLabels.ts';

const ZONE = 'America/Chicago';
const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5.1 } }] };
const k = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...RANGE, ...more });

function laidOut(resources: readonly unknown[], span: ChartSpan = 'all') {
  const [card] = cardsOf(recordOf(resources).series);
  if (card === undefined) throw new Error('The record has no card.');
  const points = chartPoints(entriesOf(card), ZONE);
  const layout = chartLayout({
    card,
    points,
    window: spanWindow(points, span),
    widthPx: 360,
    timeZone: ZONE,
  });
  return { card, points, layout };
}
const layoutOf = (resources: readonly unknown[], span?: ChartSpan) => {
  const { layout } = laidOut(resources, span);
  if (layout === undefined) throw new Error('There is no chart.');
  return layout;
};
const segmentsOf = (path: string): number => path.match(/M/g)?.length ?? 0;

describe('the chart of one result', () => {
  test('rule 1: time runs from left to right, and distance is time', () => {
    const { marks } = layoutOf([
      k(4, '2026-01-01T12:00:00Z'),
      k(4.2, '2026-01-11T12:00:00Z'),
      k(4.1, '2026-01-31T12:00:00Z'),
    ]);
    const [a = 0, b = 0, c = 0] = marks.map(({ x }) => x);
    expect(b).toBeGreaterThan(a);
    expect((c - b) / (b - a)).toBeCloseTo(2, 1);
  });

  test('rules 5 and 6: the line is straight and stops at a text, as the clinician’s does', () => {
    const { lines } = layoutOf([
      k(4, '2026-01-01T12:00:00Z'),
      k(4.2, '2026-01-03T12:00:00Z'),
      k('hemolyzed', '2026-01-05T12:00:00Z'),
      k(4.1, '2026-01-07T12:00:00Z'),
      k(4.5, '2026-01-09T12:00:00Z'),
    ]);
    expect(lines).toMatch(/^[\dML. ]+$/);
    expect(segmentsOf(lines)).toBe(2);
  });

  test('rule 18: a change of method breaks the line at a dotted upright', () => {
    const by = (text: string) => ({ method: { text } });
    const layout = layoutOf([
      k(4, '2026-01-01T12:00:00Z', by('ISE')),
      k(4.2, '2026-01-03T12:00:00Z', by('ISE')),
      k(5, '2026-01-05T12:00:00Z', by('Flame')),
      k(5.1, '2026-01-07T12:00:00Z', by('Flame')),
    ]);
    expect(layout.breaks.map(({ change }) => change)).toEqual(['method']);
    expect(segmentsOf(layout.breakLines)).toBe(1);
    expect(segmentsOf(layout.lines)).toBe(2);
  });

  test('rule 34: a preliminary value has no height, no part in the scale and no line', () => {
    const final = [k(4, '2026-01-01T12:00:00Z'), k(4.2, '2026-01-03T12:00:00Z')];
    const plain = layoutOf(final);
    const layout = layoutOf([...final, k(19, '2026-01-05T12:00:00Z', { status: 'preliminary' })]);
    const mark = layout.marks.at(-1)!;
    expect([mark.kind, mark.tops]).toEqual(['undrawn', []]);
    expect(layout.ticks).toEqual(plain.ticks);
    expect(layout.isExtended).toBe(false);
    expect(segmentsOf(layout.lines)).toBe(1);
  });

  test('rule 20: a limit has a mark of its own with an arrow, off the line', () => {
    const limit = { valueQuantity: { value: 3, unit: 'mmol/L', comparator: '<' }, valueString: undefined };
    const layout = layoutOf([
      k(4, '2026-01-01T12:00:00Z'),
      k(3, '2026-01-03T12:00:00Z', limit),
      k(4.1, '2026-01-05T12:00:00Z'),
    ]);
    expect(layout.marks.map(({ kind }) => kind)).toEqual(['exact', 'limit-below', 'exact']);
    expect(markPath(layout.marks[1]!, 3.5, 200)).toContain('l3.5');
    expect(layout.lines).toBe('');
  });

  test('rule 28: the range is a band that changes with the results', () => {
    const other = { referenceRange: [{ low: { value: 3.4 }, high: { value: 5 } }] };
    const layout = layoutOf([k(4, '2026-01-01T12:00:00Z'), k(4, '2026-02-01T12:00:00Z', other)]);
    expect([segmentsOf(layout.areas), layout.isRangeChanged]).toEqual([2, true]);
  });

  test('rule 29: one limit is a line and no band', () => {
    const upper = { referenceRange: [{ high: { value: 5.1 } }] };
    const layout = layoutOf([k(4, '2026-01-01T12:00:00Z', upper), k(4, '2026-02-01T12:00:00Z', upper)]);
    expect([layout.areas, segmentsOf(layout.limits)]).toEqual(['', 1]);
  });

  test('rule 44: a month is as wide as it is long, and not on a day', () => {
    const layout = layoutOf([k(4, '2026-01'), k(4.2, '2026-06-01T12:00:00Z')]);
    const [from = 0, to = 0] = layout.marks[0]?.span ?? [];
    expect(to - from).toBeGreaterThan(40);
    expect(layout.lines).toBe('');
  });

  test('rule 7: a blood pressure is a bar with both numbers, without a line', () => {
    const layout = layoutOf([
      pressure(134, 72, '2026-01-01T12:00:00Z'),
      pressure(128, undefined, '2026-01-03T12:00:00Z'),
    ]);
    expect(layout.marks.map(({ tops }) => tops.length)).toEqual([2, 1]);
    expect(layout.lines).toBe('');
  });

  test('a record of many years may be seen in part, and the rest is counted (rule 11)', () => {
    const years = Array.from({ length: 10 }, (_, i) => k(4 + i / 10, `${2016 + i}-05-01T12:00:00Z`));
    expect(hasManyYears(laidOut(years).points)).toBe(true);
    expect(layoutOf(years).olderCount).toBe(0);
    expect(layoutOf(years, 'fiveYears').olderCount).toBe(4);
    expect(layoutOf(years, 'year').marks.length).toBe(2);
  });

  test('rule 2: the whole date stands at both ends of the time axis', () => {
    const { frame } = layoutOf([k(4, '2020-02-01T12:00:00Z'), k(4, '2026-11-12T12:00:00Z')]);
    const texts = timeLabels(frame).map(({ text }) => text);
    expect(texts.slice(0, 2).every((text) => /^[A-Z][a-z]{2} \d+, \d{4}$/.test(text))).toBe(true);
  });

  test('with large text the two whole dates stand in two rows, and the numbers of the scale have their room', () => {
    const resources = [k(4, '2020-02-01T12:00:00Z'), k(4, '2026-11-12T12:00:00Z')];
    const usual = layoutOf(resources);
    expect(timeLabels(usual.frame).map(({ row }) => row)).not.toContain(1);
    vi.stubGlobal('document', { documentElement: {} });
    vi.stubGlobal('getComputedStyle', () => ({ fontSize: '48px' }));
    const large = layoutOf(resources);
    const [end, start] = timeLabels(large.frame);
    vi.unstubAllGlobals();
    expect([end, start]).toMatchObject([
      { anchor: 'end', row: 0 },
      { anchor: 'start', row: 1 },
    ]);
    expect(large.leftPx).toBeGreaterThan(2 * usual.leftPx);
  });

  test('a touch reads the nearest result, also of two at one time', () => {
    const { marks } = layoutOf([
      k(4, '2026-01-01T12:00:00Z'),
      k(5, '2026-01-05T12:00:00Z'),
      k(4.4, '2026-01-05T12:00:00Z'),
    ]);
    const at = marks.findIndex(({ tops }) => tops[0] === Math.min(...marks.map((mark) => mark.tops[0]!)));
    expect(nearestMark(marks, 340, 0)).toBe(at);
    expect(nearestMark(marks, 0, 100)).toBe(0);
  });

  test('without a number there is no chart', () => {
    expect(laidOut([resultInput('5196-1', 'Not detected', '', '2026-11-12')]).layout).toBeUndefined();
  });
});
