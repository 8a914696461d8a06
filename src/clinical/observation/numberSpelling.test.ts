import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from '../time/date.ts';
import type { Row } from './resultRow.ts';
import { createNumberSpellings } from './numberSpelling.ts';

const rowOf = (effective: string, valueText: string): Row => ({
  id: 'o1',
  kind: {} as Row['kind'],
  timeMs: readMoment(effective.split('/').at(-1) ?? '').timeMs,
  effective,
  value: Number(valueText),
  valueText,
});

const times = [
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:05.000Z',
  '2026-01-02T03:04:05.5Z',
  '2026-01-02T03:04:05+00:00',
  '2026-01-02T23:04:05-05:00',
  '2026-01-02T03:04+05:45',
  '2016-12-31T23:59:60Z',
  '2026-01-02',
  '2026-01',
  '2026',
  '0099-01-01',
  '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z',
  '2026-01-02T03:04:05',
  '2026-02-30',
  '',
  '1/2/26',
];
const values = [
  '7.0',
  '7',
  '-0',
  '-0.0',
  '1e3',
  '0.10',
  '5.00 M/mm3',
  '',
  'positive',
  '1234567890123456789',
  '.5',
  '=1',
  'NaN',
];

test('rule 14: time and value are written again as they were sent, whatever their shape', () => {
  const spellings = createNumberSpellings();
  for (const time of times) {
    for (const value of values) {
      const row = rowOf(time, value);
      const number = spellings.numberOf(row);
      expect(spellings.effective(number, row.timeMs)).toBe(time);
      expect(spellings.valueText(number, row.value)).toBe(value);
    }
  }
});

test('any instant and any decimal are written again as they were sent', () => {
  const spellings = createNumberSpellings();
  const instant = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const decimal = fc
    .tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.nat(8))
    .map(([n, d]) => n.toFixed(d));
  fc.assert(
    fc.property(instant, decimal, (time, value) => {
      const row = rowOf(time, value);
      const number = spellings.numberOf(row);
      expect([spellings.effective(number, row.timeMs), spellings.valueText(number, row.value)]).toEqual([
        time,
        value,
      ]);
    }),
  );
});

test('results written alike share one number', () => {
  const spellings = createNumberSpellings();
  const numbers = Array.from({ length: 1000 }, (_, i) =>
    spellings.numberOf(rowOf(new Date(1.7e12 + i * 6e4).toISOString(), (i / 10).toFixed(1))),
  );
  expect(new Set(numbers).size).toBe(1);
});

test('a number of a form stands for every time and value of that form', () => {
  const spellings = createNumberSpellings();
  const numberOf = (effective: string, valueText = '7.0') => spellings.numberOf(rowOf(effective, valueText));
  const pairs = [
    ['2026-01-02T03:04:05Z', '2025-11-12T13:14:15Z'],
    ['2026-01-02T03:04:05.000Z', '2025-11-12T13:14:15.123Z'],
    ['2026-01-02T03:04:05-05:00', '2025-11-12T23:14:15-05:00'],
    ['2026-01-02T03:04:05+05:45', '2025-11-12T01:14:15+05:45'],
    ['2026-01-02', '2025-11-12'],
    ['2026-01', '2025-11'],
    ['2026', '2025'],
  ] as const;
  for (const [one, other] of pairs) {
    expect(numberOf(other)).toBe(numberOf(one));
    expect(spellings.effective(numberOf(one), readMoment(other).timeMs)).toBe(other);
  }
  expect(new Set(pairs.map(([one]) => numberOf(one))).size).toBe(pairs.length);
  expect(numberOf('2026-01-02', '12')).toBe(numberOf('2026-01-02', '-7'));
  expect(numberOf('2026-01-02', '0.25')).toBe(numberOf('2026-01-02', '12345.75'));
  expect(numberOf('2026-01-02', '0.25')).not.toBe(numberOf('2026-01-02', '0.5'));
});

test('a form that no number has is kept as a text, also where the text looks like a form', () => {
  const spellings = createNumberSpellings();
  const numbers = ['2026-01-02', '1/2/26', 'at night', ''].map((time) =>
    spellings.numberOf(rowOf(time, '7')),
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(spellings.effective(numbers[0]!, Number.NaN)).toBe('');
  expect(spellings.effective(numbers[1]!, Number.NaN)).toBe('1/2/26');
});

test('a value with a hundred decimals is kept as a text', () => {
  const spellings = createNumberSpellings();
  for (const decimals of [19, 20, 21, 101]) {
    const text = `0.${'5'.padEnd(decimals, '0')}`;
    expect(spellings.valueText(spellings.numberOf(rowOf('2026', text)), 0.5)).toBe(text);
  }
});
