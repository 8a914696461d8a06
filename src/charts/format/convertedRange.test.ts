import { describe, expect, test } from 'vitest';
import { seriesInUnit } from '../../clinical/unitChoice/unitConversion.ts';
import { UCUM } from '../../testing/codes.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { originText } from './originText.ts';
import { rangeText } from './rangeText.ts';
import { unitText, valueText } from './valueText.ts';

const limit = (value: number, unit: string) => ({ value, unit, code: unit, system: UCUM });
const limits = (low: number, high: number, unit: string) => [
  { low: limit(low, unit), high: limit(high, unit) },
];
const seriesOf = (loinc: string, value: number, unit: string, referenceRange: readonly object[]) =>
  seriesOfCodedResults([
    { at: '2026-03-01T08:00:00Z', result: [loinc, value, unit], more: { referenceRange } },
  ])[0]!;
/** Returns the value with its unit, its range, and where they came from, as a reader sees them. */
const shown = (series: ReturnType<typeof seriesOf>) => {
  const row = series.rows.at(0)!;
  return [`${valueText(row, series)} ${unitText(row, series)}`, rangeText(row.kind), originText(row)];
};

describe('value and range are in one unit, and what was sent stands beside them', () => {
  test.each([
    [
      '718-7',
      12.1,
      'g/dL',
      [13.5, 17.5],
      'mmol/L',
      ['7.5 mmol/L', '8.4–10.9', '12.1 g/dL, reference range 13.5–17.5'],
    ],
    [
      '718-7',
      12.1,
      'g/dL',
      [13.5, 17.5],
      'g/L',
      ['121 g/L', '135–175', '12.1 g/dL, reference range 13.5–17.5'],
    ],
    [
      '2345-7',
      181,
      'mg/dL',
      [70, 99],
      'mmol/L',
      ['10.0 mmol/L', '3.9–5.5', '181 mg/dL, reference range 70–99'],
    ],
    [
      '14682-9',
      88,
      'umol/L',
      [62, 115],
      'mg/dL',
      ['1.0 mg/dL', '0.7–1.3', '88 µmol/L, reference range 62–115'],
    ],
    ['2703-7', 88, 'mm[Hg]', [75, 100], 'kPa', ['11.7 kPa', '10.0–13.3', '88 mmHg, reference range 75–100']],
  ] as const)('%s, %s %s in %s', (loinc, value, unit, [low, high], chosen, words) =>
    expect(shown(seriesInUnit(seriesOf(loinc, value, unit, limits(low, high, unit)), chosen)!)).toEqual(
      words,
    ),
  );

  test.each([
    ['8310-5', 98.6, '[degF]', [97, 99.5], ['37.0 °C', '36.11–37.5', '98.6 °F, reference range 97–99.5']],
    ['718-7', 121, 'g/L', [135, 175], ['12.1 g/dL', '13.5–17.5', '121 g/L, reference range 135–175']],
    ['29463-7', 3450, 'g', [2500, 4000], ['3.450 kg', '2.5–4', '3450 g, reference range 2,500–4,000']],
    [
      '6690-2',
      11_250,
      '/uL',
      [4500, 11_000],
      ['11.250 10³/µL', '4.5–11', '11250 /µL, reference range 4,500–11,000'],
    ],
    ['8302-2', 70, '[in_i]', [60, 76], ['177.8 cm', '152.4–193.04', '70 in, reference range 60–76']],
  ] as const)('%s, sent as %s %s', (loinc, value, unit, [low, high], words) =>
    expect(shown(seriesOf(loinc, value, unit, limits(low, high, unit)))).toEqual(words),
  );

  test('a range in words that cannot be converted names the unit in which it was sent', () => {
    const series = seriesOf('718-7', 121, 'g/L', [{ text: 'men 135 to 175' }]);
    expect(shown(series)).toEqual([
      '12.1 g/dL',
      '“men 135 to 175” g/L',
      '121 g/L, reference range “men 135 to 175”',
    ]);
  });

  test.each([
    'men 13.5 to 17.5 g/dL',
    '13.5-17.5 g/dL (men)',
    '40 - 52 % (hematocrit)',
    '7 to 9 kPa',
    '80-100 fL',
  ])('rule 10: the words "%s" have a unit of their own, and get no other one behind it', (text) => {
    const [, range] = shown(seriesOf('718-7', 121, 'g/L', [{ text }]));
    expect(range).toBe(`“${text}”`);
  });

  test.each([
    '120-160 (M/F)',
    '120-160 w/ diet',
    '≤5 y/o: 110-140',
    '120-160 (95% CI)',
    '120-160; ref 2/2020',
  ])(
    'rule 10: the words "%s" have no unit of their own, so that they name the one in which they were sent',
    (text) => {
      const [, range] = shown(seriesOf('718-7', 121, 'g/L', [{ text }]));
      expect(range).toBe(`“${text}” g/L`);
    },
  );

  test('a text that was read as a range is converted and no longer quoted as sent', () => {
    const series = seriesInUnit(seriesOf('2345-7', 90, 'mg/dL', [{ text: '70-99 mg/dL' }]), 'mmol/L')!;
    expect(shown(series)).toEqual(['5.0 mmol/L', '3.9-5.5', '90 mg/dL, reference range “70-99 mg/dL”']);
  });
});
