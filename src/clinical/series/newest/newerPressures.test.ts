import { describe, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import { newerUncharted } from './newerUncharted.ts';

const flag = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });

describe('rule 7: both sides of a blood pressure', () => {
  const component = (code: string, value: number, more: object = {}) => ({
    code: loinc(code),
    valueQuantity: { value, unit: 'mmHg' },
    ...more,
  });
  const panel = (at: string, components: readonly object[], more: object = {}): SentResult => ({
    at,
    value: 0,
    more: { code: loinc('85354-9'), valueQuantity: undefined, component: components, ...more },
  });
  const textsOf = (...results: readonly SentResult[]) => {
    const all = seriesOfResults(results);
    const [systolic, diastolic] = ['bp-sys', 'bp-dia'].map((id) => all.find((one) => one.id === id));
    return newerUncharted([systolic!, diastolic], all).map(
      ({ manner, lead, parts }) =>
        `${manner} ${parts.map((part) => part?.row.valueText ?? '–').join('/')} ${lead.row.kind.flag}`,
    );
  };
  const charted = panel('2026-03-02T08:00:00Z', [component('8480-6', 121), component('8462-4', 77)]);

  test('are one newer result, and the side with the more severe flag leads', () => {
    expect(
      textsOf(
        charted,
        panel('2026-03-09T08:00:00Z', [component('8480-6', 62), component('8462-4', 31, flag('LL'))], {
          status: 'preliminary',
        }),
      ),
    ).toEqual(['preliminary 62/31 LL']);
  });

  test('a newer preliminary one is seen beside an upper side alone, although no lower side is final', () => {
    const alone = panel('2026-03-02T08:00:00Z', [component('8480-6', 121)]);
    const newer = panel(
      '2026-03-09T08:00:00Z',
      [component('8480-6', 62), component('8462-4', 31, flag('LL'))],
      { status: 'preliminary' },
    );
    expect(textsOf(alone, newer)).toEqual(['preliminary 62/31 LL']);
  });

  test('a side that was not sent is not made up', () => {
    const lone = panel('2026-03-09T08:00:00Z', [component('8462-4', 31)], { status: 'preliminary' });
    expect(textsOf(charted, lone)).toEqual(['preliminary –/31 ']);
  });
});
