import { describe, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import type { Series } from '../series.ts';
import { pressureRepeatsOf, pressureOfRow } from './pressureTwins.ts';
import { wholePressures } from './wholePressures.ts';

type Fields = Readonly<Record<string, unknown>>;

const side = (code: string, value: number | string) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...(typeof value === 'number' ? { valueQuantity: { value, unit: 'mmHg' } } : { valueString: value }),
});
const panel = (id: string, systolic: number, diastolic: number | string, more: Fields = {}): SentResult => ({
  id,
  at: 1,
  value: 0,
  more: {
    valueQuantity: undefined,
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [side('8480-6', systolic), side('8462-4', diastolic)],
    ...more,
  },
});
const lone = (id: string, code: string, value: number, more: Fields = {}): SentResult => ({
  id,
  at: 1,
  value: 0,
  more: { ...side(code, value), ...more },
});
const sidesOf = (sent: readonly SentResult[]): readonly [Series, Series] => {
  const all = seriesOfResults(sent);
  return [all.find(({ id }) => id === 'bp-sys')!, all.find(({ id }) => id === 'bp-dia')!];
};

describe('rule 23: the pressure that stands for what was sent twice', () => {
  const critical = { interpretation: [{ coding: [{ code: 'HH' }] }] };

  test.each([
    ['a panel', [panel('p', 208, 104), lone('s', '8480-6', 208, critical), lone('d', '8462-4', 104)]],
    ['two panels', [panel('p', 208, 104), panel('s', 208, 104, critical)]],
  ])('has the stronger flag: %s', (_, sent) => {
    for (const all of [sent, sent.toReversed()]) {
      const [systolic, diastolic] = sidesOf(all);
      for (const row of systolic.rows)
        expect(pressureOfRow(row, 'systolic', systolic, diastolic)).toMatchObject({
          systolic: { id: 's', valueText: '208' },
          diastolic: { valueText: '104' },
        });
    }
  });

  test('has both sides where one of them was sent once more', () => {
    const [systolic, diastolic] = sidesOf([panel('p', 134, 72), lone('s', '8480-6', 134)]);
    for (const row of systolic.rows)
      expect(pressureOfRow(row, 'systolic', systolic, diastolic)?.diastolic?.valueText).toBe('72');
  });

  test('of a row without a point there is none', () => {
    const [systolic, diastolic] = sidesOf([panel('p', 134, 72), panel('q', 140, 'not heard')]);
    expect(pressureOfRow(diastolic.listed.at(0)!, 'diastolic', systolic, diastolic)).toBeUndefined();
  });
});

describe('rule 7: a side without a point tells two pressures apart', () => {
  const repeatsIn = (...sent: readonly SentResult[]) =>
    pressureRepeatsOf(
      wholePressures(...sidesOf([...sent, panel('x', 90, 50, { effectiveDateTime: '2025' })])).drawn,
    ).size;

  test('the same words are the same pressure, and other words another one', () => {
    expect(repeatsIn(panel('p', 88, 'not heard'), panel('q', 88, 'not heard'))).toBe(1);
    expect(repeatsIn(panel('p', 88, 'not heard'), panel('q', 88, 'cuff slipped'))).toBe(0);
  });
});
