import { describe, expect, test } from 'vitest';
import { unitText } from '../../charts/format/valueText.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { seriesFacts } from './tileFacts.ts';
import { rangeNotes } from './tileText.ts';

/** Returns all that a tile says of the range of one result. */
function notesOf(loinc: string, value: number, unit: string, range: object): string {
  const sent = resultInput(loinc, value, unit, '2026-11-12T14:10:00Z', { referenceRange: [range] });
  const [series] = recordOf([sent]).series;
  const facts = seriesFacts(series!)!;
  return rangeNotes(series!, facts, unitText(facts.row, series!)).all;
}

const limits = (low: number, high: number, unit: string) => ({
  low: { value: low, unit },
  high: { value: high, unit },
});

describe('rule 10: a range in the tile has one unit', () => {
  test.each([
    ['718-7', 13.5, 'g/dL', limits(130, 170, 'g/L'), '130 g/L–170 g/L'],
    ['718-7', 13.5, 'g/dL', { text: '130-170 g/L' }, '“130-170 g/L”'],
    ['6690-2', 7.2, '10*3/uL', limits(4500, 11_000, '/uL'), '4500 /µL–11000 /µL'],
    ['6690-2', 7.2, '10*3/uL', limits(4.5, 11, '10*6/mL'), '4.5 10⁶/mL–11 10⁶/mL'],
    ['6690-2', 7.2, '10*3/uL', { text: '4.5-11.0 x10^9/L' }, '“4.5-11.0 x10^9/L”'],
    ['6690-2', 7.2, '10*3/uL', { text: '4.5-11.0 K/uL' }, '“4.5-11.0 K/uL”'],
    ['4548-4', 6.5, '%', limits(20, 42, 'mmol/mol'), '20 mmol/mol–42 mmol/mol'],
    ['8310-5', 37, 'Cel', { text: '97-99 °F' }, '“97-99 °F”'],
    ['13945-1', 2, '/[HPF]', { text: '0-5 /HPF' }, '“0-5 /HPF”'],
    ['29463-7', 70, 'kg', { high: { value: 155, unit: 'furlong' } }, 'upper limit 155 furlong'],
    ['29463-7', 154, '[lb_av]', { high: { value: 155, unit: 'furlong' } }, 'upper limit 155 furlong'],
    ['29463-7', 70, 'kg', { high: { value: 155, unit: 'lb' } }, 'upper limit 155 lb'],
    ['2823-3', 4.2, 'mmol/L', limits(3.5, 5.1, 'mmoll'), '3.5 mmoll–5.1 mmoll'],
    ['8310-5', 98.6, '[degF]', limits(36, 37.5, 'Cel'), '36 °C–37.5 °C'],
    ['4544-3', 42, '%', limits(0.36, 0.46, '1'), '0.36 (no unit)–0.46 (no unit)'],
    ['4544-3', 42, '%', limits(0.36, 0.46, '{fraction}'), '0.36 fraction–0.46 fraction'],
    ['5902-2', 12, 's', limits(0.9, 1.1, '{INR}'), '0.9 INR–1.1 INR'],
    [
      '2345-7',
      99,
      'mg/dL',
      { low: { value: 3.9, unit: 'mmol/L' }, high: { value: 99 } },
      '3.9 mmol/L–99 (no unit)',
    ],
    [
      '2345-7',
      99,
      'mg/dL',
      { low: { value: 3.9 }, high: { value: 5.5, unit: 'mmol/L' } },
      '3.9 (no unit)–5.5 mmol/L',
    ],
    [
      '718-7',
      13.5,
      'g/dL',
      { low: { value: 13.5, unit: 'g/dL' }, high: { value: 170, unit: 'g/L' } },
      '13.5 g/dL–170 g/L',
    ],
  ])('%s: its own beside %d %s, %j', (loinc, value, unit, range, words) => {
    expect(notesOf(loinc, value, unit, range)).toBe(words);
  });

  test.each([
    ['718-7', 13.5, 'g/dL', limits(13, 17, 'g/dL'), '13–17 g/dL'],
    ['718-7', 13.5, 'g/dL', { text: '13-17' }, '“13-17” g/dL'],
    ['6690-2', 7.2, '10*3/uL', { text: '4.5-11.0' }, '“4.5-11.0” 10³/µL'],
    ['718-7', 13.5, 'g/dL', { text: 'M 13-17, F 12-15' }, '“M 13-17, F 12-15” g/dL'],
    ['718-7', 13.5, 'g/dL', { text: 'M/F 13-17 / 12-15' }, '“M/F 13-17 / 12-15” g/dL'],
    ['2823-3', 4.2, 'mmol/L', limits(3.5, 5.1, 'mEq/L'), '3.5–5.1 mmol/L'],
    ['2823-3', 4.2, 'mmol/L', { text: '3.5 - 5.1 mmol/L' }, '“3.5 - 5.1 mmol/L”'],
    ['2085-9', 50, 'mg/dL', { text: '>40 (1st percentile)' }, '“>40 (1st percentile)” mg/dL'],
  ])('%s: that of the value, %d %s, %j', (loinc, value, unit, range, words) => {
    expect(notesOf(loinc, value, unit, range)).toBe(words);
  });
});
