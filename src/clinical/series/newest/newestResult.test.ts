import { describe, expect, test } from 'vitest';
import { onlySeriesOf, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { newerUncharted, newestResult } from './newerUncharted.ts';

const words = (valueString: string, more: object = {}) => ({
  valueQuantity: undefined,
  valueString,
  ...more,
});
const flag = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });
const later = (value: number | string, more: object, at = '2026-03-09T08:00:00Z'): SentResult => ({
  at,
  value,
  more,
});

describe('a series without a curve', () => {
  test('is shown by its newest result; of equally new ones the most severe flag counts', () => {
    const series = onlySeriesOf(
      later(0, words('old', flag('HH')), '2026-02-01T08:00:00Z'),
      later(0, words('plain')),
      later(0, words('called', flag('LL'))),
    );
    expect(newestResult(series)?.valueText).toBe('called');
  });

  test('a date in the future or a cancelled test does not stand for it', () => {
    const series = onlySeriesOf(
      later(0, words('2099'), '2099-01-01T08:00:00Z'),
      later(0, words('x', { status: 'cancelled' }), '2026-05-01T08:00:00Z'),
      later(0, words('clotted')),
    );
    expect(newestResult(series)?.valueText).toBe('clotted');
    expect(
      newerUncharted([series], [series]).map(({ manner, order, lead }) => [
        manner,
        order,
        lead.row.kind.reason,
      ]),
    ).toEqual([['cancelled', 'after', 'status']]);
  });
});
