import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';
import { chartEntriesOf } from './chartEntries.ts';
import { entryDrawingText, entryUnit, isTextResult } from './readingText.ts';

const perField = (value: number) => ucum(value, '/[HPF]');

/** Returns the one result of an Observation, and its series. */
function readingOf(fields: object) {
  const [series] = readRecord([observation(fields)]).series;
  const [entry] = chartEntriesOf(series!).all;
  return { entry: entry!, series: series! };
}

test.each([
  [
    'a range',
    '5821-4',
    { valueRange: { low: perField(3), high: perField(5) } },
    '“3 /HPF – 5 /HPF”, not charted: not a single number',
  ],
  [
    'a range with one end',
    '5821-4',
    { valueRange: { low: perField(50) } },
    '“≥50 /HPF”, not charted: not a single number',
  ],
  [
    'a titer',
    '5048-4',
    { valueRatio: { numerator: { value: 1 }, denominator: { value: 80 } } },
    '“1 : 80”, not charted: not a single number',
  ],
  [
    'a comparator that R4 does not have',
    '2823-3',
    { valueQuantity: { ...ucum(5, 'mmol/L'), comparator: 'ad' } },
    '“ad 5 mmol/L”, not charted: not a single number',
  ],
  ['a yes', '2106-3', { valueBoolean: true }, '“true”, not charted: not a single number'],
  [
    'two values',
    '2823-3',
    { valueQuantity: ucum(5, 'mmol/L'), valueString: 'see note' },
    '“5 mmol/L; see note”, not charted: not a single number',
  ],
  [
    'words of another status',
    '20454-5',
    { valueString: 'Positive', status: 'unknown' },
    '“Positive”, not charted: status: unknown',
  ],
  ['words', '20454-5', { valueString: 'Trace' }, '“Trace”, not charted'],
  ['a number', '2823-3', { valueQuantity: ucum(5, 'g/L') }, 'not charted: unit not recognised for this test'],
  ['nothing', '2823-3', { dataAbsentReason: { text: 'clotted' } }, 'not charted: no value: clotted'],
  [
    'a cancelled one',
    '20454-5',
    { valueString: 'Positive', status: 'cancelled' },
    'not charted: status: cancelled',
  ],
])('rule 59: the table says %s as it was sent', (_, code, fields, said) => {
  expect(entryDrawingText(readingOf({ code: loinc(code), ...fields }).entry)).toBe(said);
});

test('rule 15: a value that is no single number keeps its unit in notes and copies', () => {
  const { entry, series } = readingOf({
    code: loinc('2823-3'),
    valueQuantity: { ...ucum(5, 'mmol/L'), comparator: 'ad' },
  });
  expect([isTextResult(entry), entryUnit(entry, series)]).toEqual([true, 'mmol/L']);
});
