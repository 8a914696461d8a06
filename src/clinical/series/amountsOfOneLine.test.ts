import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, readRow } from '../observation/observationFixture.ts';
import { lineChangeText } from './comparability.ts';

/** Returns the kind of a urine output that was collected in these minutes up to noon. */
const collected = (minutes: number) =>
  readRow({
    code: loinc('9187-6'),
    valueQuantity: quantity(60, 'mL'),
    effectiveDateTime: undefined,
    effectivePeriod: {
      start: new Date(Date.UTC(2026, 0, 9, 12) - minutes * 60_000).toISOString(),
      end: '2026-01-09T12:00:00Z',
    },
  }).kind;

test('amounts of an hour and of a day are not compared, and of 55 and 65 minutes they are', () => {
  expect(lineChangeText(collected(60), collected(1440))).toBe('conditions changed: over 1 h to over 24 h');
  expect(lineChangeText(collected(55), collected(65))).toBe('');
  expect(lineChangeText(collected(60), collected(90))).toBe('conditions changed: over 1 h to over 90 min');
});

test('a total of words is not compared with an amount of a moment or of an hour', () => {
  const of = (fields: object) =>
    readRow({ code: loinc('9187-6'), valueQuantity: quantity(60, 'mL'), ...fields }).kind;
  const total = of({ note: [{ text: '24 h total' }] });
  expect(lineChangeText(of({}), total)).toBe('conditions changed: not given to over 24 h');
  expect(lineChangeText(collected(60), total)).toBe('conditions changed: over 1 h to over 24 h');
  expect(lineChangeText(collected(1440), total)).toBe('');
});
