import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import { DIASTOLIC, pressurePanel, sentSide, SYSTOLIC } from '../pairs/pressureFixture.ts';
import { newerUncharted, type NewerResult } from './newerUncharted.ts';
import type { Series } from '../series.ts';

const at = (day: number): string => `2026-03-0${day}T08:00:00Z`;
const flag = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });
const sugar = (day: number, value: number, unit: string | undefined, more: object = {}): SentResult => ({
  at: at(day),
  value: 0,
  more: { code: loinc('2345-7'), valueQuantity: { value, ...(unit && { unit }) }, ...more },
});
const withId = (all: readonly Series[], id: string): Series => all.find((one) => one.id === id)!;
const textOf = ({ manner, parts }: NewerResult): string =>
  `${manner} ${parts.map((part) => part?.row.valueText ?? '–').join('/')}`;
const newerSugar = (...sent: readonly SentResult[]): readonly string[] => {
  const all = seriesOfResults(sent);
  return newerUncharted([withId(all, 'glucose')], all).map(textOf);
};
const charted = sugar(2, 96, 'mg/dL');

describe('rule 13: what came in another unit', () => {
  test('before the latest there is no newer result, listed or not', () => {
    const modifier = { modifierExtension: [{ url: 'urn:x' }] };
    expect(
      newerSugar(
        charted,
        sugar(5, 5.1, 'mmol/L', modifier),
        sugar(6, 5.2, 'mmol/L'),
        sugar(7, 5.3, 'mmol/L', modifier),
      ),
    ).toEqual(['listed 5.3', 'other-unit 5.2']);
  });

  test('and has only a preliminary number is a newer result too', () => {
    expect(newerSugar(charted, sugar(5, 5.1, 'mmol/L', { status: 'preliminary' }))).toEqual([
      'preliminary 5.1',
    ]);
  });

  test('at the moment of the latest is not newer, however critical', () => {
    expect(newerSugar(charted, sugar(2, 2.1, 'mmol/L', flag('LL')))).toEqual([]);
  });

  test('is found anew when it came, and when another one took its place', () => {
    const known = madeSeries([{ at: at(2), text: '96' }], { id: 'glucose', baseId: 'glucose' });
    const other = (text: string): Series =>
      madeSeries([{ at: at(5), text }], { id: 'glucose~mmol/L', baseId: 'glucose' });
    const newerAmong = (...all: readonly Series[]) => newerUncharted([known], [known, ...all]).map(textOf);
    expect(newerAmong()).toEqual([]);
    expect(newerAmong(other('5.1'))).toEqual(['other-unit 5.1']);
    expect(newerAmong(other('5.2'))).toEqual(['other-unit 5.2']);
    expect(newerAmong(madeSeries([], { id: 'x', baseId: 'another' }), other('5.3'))).toEqual([
      'other-unit 5.3',
    ]);
    expect(newerAmong()).toEqual([]);
  });
});

describe('rule 23: of several newer results', () => {
  test('that are alike in all but their value or their time each is named', () => {
    const clotted = (day: number, valueString: string) =>
      sugar(day, 0, undefined, { valueQuantity: undefined, valueString });
    expect(newerSugar(charted, clotted(5, 'clotted'), clotted(6, 'clotted'), clotted(6, 'short'))).toEqual([
      'listed clotted',
      'listed short',
      'listed clotted',
    ]);
  });

  test('that were cancelled the newest one is named', () => {
    const cancelled = { status: 'cancelled' };
    const all = seriesOfResults([charted, sugar(5, 1, 'mg/dL', cancelled), sugar(6, 1, 'mg/dL', cancelled)]);
    const newer = newerUncharted([withId(all, 'glucose')], all);
    expect(newer.map(({ manner, lead }) => [manner, lead.row.effective])).toEqual([['cancelled', at(6)]]);
  });

  test('each has itself as its only part', () => {
    const all = seriesOfResults([charted, sugar(5, 5.1, 'mmol/L')]);
    const [newer] = newerUncharted([withId(all, 'glucose'), undefined], all);
    expect(newer?.parts).toEqual([newer?.lead]);
  });
});

describe('rule 7: newer blood pressures', () => {
  const sides = (
    systolic: number | string,
    diastolic: number | string,
    more: object = {},
  ): readonly [object, object] => [sentSide(SYSTOLIC, systolic, { ...more }), sentSide(DIASTOLIC, diastolic)];
  const newerOf = (...sent: readonly SentResult[]) => {
    const all = seriesOfResults([pressurePanel('old', ...sides(121, 77), {}, at(2)), ...sent]);
    return newerUncharted([withId(all, 'bp-sys'), withId(all, 'bp-dia')], all).map(textOf);
  };
  const bare = (value: number) => ({ valueQuantity: { value } });
  const preliminary = { status: 'preliminary' };

  test('have both of their sides, whatever series these stand in', () => {
    const [systolic, diastolic] = [
      { ...sentSide(SYSTOLIC, 62), ...bare(62) },
      { ...sentSide(DIASTOLIC, 31), ...bare(31) },
    ];
    expect(newerOf(pressurePanel('a', systolic, diastolic, {}, at(5)))).toEqual(['listed 62/31']);
    expect(newerOf(pressurePanel('a', sentSide(SYSTOLIC, 'not heard'), diastolic, {}, at(5)))).toEqual([
      'listed not heard/31',
    ]);
  });

  test('are listed when one side is, whichever leads', () => {
    expect(newerOf(pressurePanel('a', ...sides(62, 'not heard', flag('LL')), preliminary, at(5)))).toEqual([
      'listed 62/not heard',
    ]);
    expect(newerOf(pressurePanel('a', ...sides('not heard', 31), preliminary, at(5)))).toEqual([
      'listed not heard/31',
    ]);
    expect(newerOf(pressurePanel('a', ...sides(62, 31), preliminary, at(5)))).toEqual(['preliminary 62/31']);
  });

  test('are each their own, the newest first', () => {
    expect(
      newerOf(
        pressurePanel('a', ...sides(62, 31), preliminary, at(5)),
        pressurePanel('b', ...sides(63, 32), preliminary, at(6)),
        pressurePanel('c', sentSide(SYSTOLIC, 64), {}, preliminary, at(7)),
        pressurePanel('d', {}, sentSide(DIASTOLIC, 35), preliminary, at(8)),
      ),
    ).toEqual(['preliminary –/35', 'preliminary 64/–', 'preliminary 63/32', 'preliminary 62/31']);
  });

  test('of one moment keep the sides that were sent together', () => {
    expect(
      newerOf(
        pressurePanel('a', ...sides(62, 31), preliminary, at(5)),
        pressurePanel('b', ...sides(63, 32), preliminary, at(5)),
      ),
    ).toEqual(['preliminary 62/31', 'preliminary 63/32']);
  });
});
