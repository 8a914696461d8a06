import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { ucum } from '../../testing/readRecordFixture.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { chartEntriesOf } from './chartEntries.ts';
import { entryDrawingText } from './readingText.ts';
import { spokenEntry } from './spokenReading.ts';

test.each([
  ['8310-5', 21.3, 'Cel', 'check value'],
  ['2345-7', 6.2, 'mg/dL', 'check value: unit may be mmol/L'],
  ['2823-3', 17.2, 'mmol/L', 'check value'],
])(
  'rule 17: %s of %d %s says in the reading, the table and aloud that it is to be checked',
  (code, value, unit, words) => {
    const [series] = recordOf([resultInput(code, value, unit, '2026-11-12T14:10:00Z')]).series;
    const { drawn } = chartEntriesOf(series!);
    expect(entryDrawingText(drawn[0]!)).toBe(words);
    const spoken = spokenEntry(drawn[0]!, { series: series!, drawn, timeZone: 'UTC', isComplete: true });
    expect(spoken).toContain(`${words.replace('c', 'C')}.`);
  },
);

test('rule 17: a pressure that contradicts itself says so once for both of its sides', () => {
  const part = (code: string) => ({ code: loinc(code), valueQuantity: ucum(90, 'mm[Hg]') });
  const sent = resultInput('85354-9', 0, '', '2026-11-12T14:10:00Z');
  const pressure = { ...sent, valueQuantity: undefined, component: [part('8480-6'), part('8462-4')] };
  const [series] = recordOf([pressure]).series;
  const words = 'check value: does not fit the other parts';
  const { drawn } = chartEntriesOf(series!);
  expect(entryDrawingText(drawn[0]!)).toBe(words);
  const spoken = spokenEntry(drawn[0]!, { series: series!, drawn, timeZone: 'UTC', isComplete: true });
  expect(spoken).toContain(`${words.replace('c', 'C')}.`);
});
