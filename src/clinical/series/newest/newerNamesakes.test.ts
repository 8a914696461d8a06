import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../../testing/codes.ts';
import { seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { newerUncharted } from './newerUncharted.ts';

const at = (day: number): string => `2026-03-0${day}T08:00:00Z`;
const coded = (text: string, ...coding: readonly object[]) => ({ code: { text, coding } });
const ofLaboratory = (code: string) => ({ system: 'urn:lab', code });
const ofLoinc = (code: string, display?: string) => ({ system: LOINC, code, display });
const sent = (day: number, value: number, unit: string, more: object): SentResult => ({
  at: at(day),
  value: 0,
  more: { valueQuantity: { value, unit }, ...more },
});

/** Returns what the series of the first result says of newer ones. */
const newerThanFirst = (...results: readonly SentResult[]): readonly string[] => {
  const all = seriesOfResults(results);
  const first = all.find(({ rows }) => [...rows].some(({ id }) => id === 'o0'))!;
  return newerUncharted([first], all).map(
    ({ manner, order, lead }) => `${manner} ${order} ${lead.row.valueText}`,
  );
};
const potassium = sent(1, 4.1, 'mmol/L', coded('Kalium', ofLoinc('2823-3')));

describe('rules 13 and 18: a line tells of a newer result of its test that stands on another line', () => {
  test.each<[string, SentResult]>([
    ['that has the code of the laboratory alone', sent(5, 7.1, 'mmol/L', coded('Kalium', ofLaboratory('K')))],
    ['that has no code', sent(5, 7.1, 'mmol/L', coded('kalium'))],
    ['that is called as the catalog does', sent(5, 7.1, 'mmol/L', coded('Potassium', ofLaboratory('K')))],
    [
      'that has an unknown LOINC beside its own',
      sent(5, 7.1, 'mmol/L', coded('Kalium', ofLoinc('2823-3'), ofLoinc('99999-9', 'Kalium in Blut'))),
    ],
  ])('%s', (_, newer) => {
    expect(newerThanFirst(potassium, newer)).toEqual(['other-unit after 7.1']);
  });

  test('and the line of the laboratory’s code tells of a newer one with a LOINC', () => {
    expect(
      newerThanFirst(
        sent(1, 4.1, 'mmol/L', coded('Kalium', ofLaboratory('K'))),
        sent(5, 7.1, 'mmol/L', coded('Kalium', ofLoinc('2823-3'))),
      ),
    ).toEqual(['other-unit after 7.1']);
  });

  test.each<[string, SentResult]>([
    ['of another unit', sent(5, 71, '%', coded('Kalium', ofLaboratory('K')))],
    ['without a unit', sent(5, 71, '', coded('Kalium', ofLaboratory('K')))],
    ['of another name', sent(5, 140, 'mmol/L', coded('Natrium', ofLaboratory('NA')))],
    [
      'of another specimen',
      sent(5, 40, 'mmol/L', { ...coded('Kalium', ofLaboratory('K')), specimen: { display: 'Urine' } }),
    ],
    ['of another LOINC with the same words', sent(5, 40, 'mmol/L', coded('Kalium', ofLoinc('99999-9')))],
    ['of a special code', sent(5, 4.6, 'mmol/L', coded('Kalium', ...loinc('6298-4').coding))],
    [
      'of an unknown LOINC that names another specimen',
      sent(5, 40, 'mmol/L', coded('Kalium', ofLoinc('2823-3'), ofLoinc('99999-9', 'Potassium Ur-sCnc'))),
    ],
    ['that is older', sent(1, 7.1, 'mmol/L', coded('Kalium', ofLaboratory('K')))],
  ])('but not of one %s', (_, other) => {
    expect(newerThanFirst(potassium, other)).toEqual([]);
  });

  test('nor of a pressure of the heart that has the code of a blood pressure as well', () => {
    expect(
      newerThanFirst(
        sent(1, 120, 'mmHg', coded('Systolic', ofLoinc('8480-6'))),
        sent(5, 5, 'mmHg', coded('RA', ofLoinc('8480-6'), ofLoinc('60998-2', 'Right atrial pressure'))),
      ),
    ).toEqual([]);
  });
});
