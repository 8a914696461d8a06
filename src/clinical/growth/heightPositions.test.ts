import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults, type CodedResult } from '../../testing/readSeriesFixture.ts';
import { derivedSeriesOf } from '../derived/derived.ts';
import { derivedOptions } from '../derived/derivedFixture.ts';
import { readMoment } from '../time/date.ts';
import { childGrowth } from './childGrowth.ts';
import { girl, tables } from './growthFixture.ts';
import { heightPositionsOf } from './heightPositions.ts';

const UNDER_TWO = '2025-07-10T12:00:00Z';
const FROM_TWO = '2026-07-10T12:00:00Z';

const height = (at: string, code: string, text?: string): CodedResult => ({
  at,
  result: [code, 82, 'cm'],
  ...(text !== undefined && { more: { code: { coding: [{ system: 'http://loinc.org', code }], text } } }),
});
const weight = (at: string): CodedResult => ({ at, result: ['29463-7', 11, 'kg'] });
const sent = (at: string): CodedResult => ({ at, result: ['39156-5', 16.4, 'kg/m2'] });

/** Returns why the body mass index of these results has no percentile; 'known' where it has one. */
function bodyMassOf(...results: readonly CodedResult[]): string {
  const all = seriesOfCodedResults([...results]);
  const calculated = derivedSeriesOf('bmi~calculated', all, {
    ...derivedOptions,
    birth: readMoment('2024-01-10'),
    dayOf: girl.dayOf,
  })?.series;
  const series = all.find(({ id }) => id === 'bmi') ?? calculated;
  const row = series?.rows.at(0);
  if (series === undefined || row === undefined) return 'no body mass index';
  const child = { ...girl, heightPositionOn: heightPositionsOf(all, girl.dayOf) };
  const result = childGrowth(child, tables).resultOf(series, row);
  return result?.isKnown === true ? 'known' : (result?.reason ?? 'none');
}

describe('the body mass index of a child', () => {
  test('has no percentile where it was calculated from a height that was taken the other way', () => {
    expect(bodyMassOf(weight(UNDER_TWO), height(UNDER_TWO, '8308-9'))).toBe('standingUnderTwo');
    expect(bodyMassOf(weight(UNDER_TWO), height(UNDER_TWO, '8302-2', 'Height by stadiometer'))).toBe(
      'standingUnderTwo',
    );
    expect(bodyMassOf(weight(FROM_TWO), height(FROM_TWO, '8302-2', 'Height, recumbent'))).toBe(
      'lyingFromTwo',
    );
  });

  test('has none where it was sent beside such a height of the same day', () => {
    expect(bodyMassOf(sent(UNDER_TWO), height(UNDER_TWO, '8308-9'))).toBe('standingUnderTwo');
    expect(bodyMassOf(sent(FROM_TWO), height('2026-07-10T08:00:00Z', '8306-3'))).toBe('lyingFromTwo');
  });

  test('keeps it where the height was taken as the reference measured, or nobody says how', () => {
    expect(bodyMassOf(weight(UNDER_TWO), height(UNDER_TWO, '8302-2'))).toBe('known');
    expect(bodyMassOf(weight(UNDER_TWO), height(UNDER_TWO, '8302-2', 'Height, recumbent'))).toBe('known');
    expect(bodyMassOf(weight(FROM_TWO), height(FROM_TWO, '8302-2'))).toBe('known');
    expect(bodyMassOf(weight(FROM_TWO), height(FROM_TWO, '8308-9'))).toBe('known');
    expect(bodyMassOf(sent(UNDER_TWO), height(UNDER_TWO, '8306-3'))).toBe('known');
    expect(bodyMassOf(sent(UNDER_TWO))).toBe('known');
    expect(bodyMassOf(sent(FROM_TWO))).toBe('known');
  });

  test('keeps it beside a height of another day, one that is no result, and two that were taken both ways', () => {
    expect(bodyMassOf(sent(UNDER_TWO), height('2025-07-09T12:00:00Z', '8308-9'))).toBe('known');
    expect(bodyMassOf(sent(UNDER_TWO), { ...height(UNDER_TWO, '8308-9'), status: 'cancelled' })).toBe(
      'known',
    );
    expect(bodyMassOf(sent(UNDER_TWO), height(UNDER_TWO, '8308-9'), height(UNDER_TWO, '8306-3'))).toBe(
      'known',
    );
  });
});
