import { afterEach, expect, test } from 'vitest';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { onlyCardOf, potassiumResult } from './cardFixture.ts';
import { positionSentencesOf } from './rangeSentences.ts';
import { patientUnitsSpanish } from '../units/patientUnits.es.messages.ts';

afterEach(() => speakEnglish());

const years = (value: number) => ({ value, unit: 'a', code: 'a' });
const rangeFor = (age: object, limits = [3.5, 5.1]) => ({
  low: { value: limits[0] },
  high: { value: limits[1] },
  age,
});
const said = (...referenceRange: readonly object[]) =>
  positionSentencesOf(onlyCardOf(potassiumResult(5.8, '2026-11-12', { referenceRange }))).join(' ');

test.each([
  [{ low: years(0), high: years(17) }, 'age 0 years to 17 years', 'edad: de 0 años a 17 años'],
  [{ low: years(18) }, 'age 18 years or older', 'edad: 18 años o más'],
  [{ high: { value: 6, unit: 'mo' } }, 'age up to 6 months', 'edad: hasta 6 meses'],
  [{ low: { ...years(18), comparator: '>' } }, 'age over 18 years', 'edad: más de 18 años'],
  [{ high: { ...years(2), comparator: '<' } }, 'age under 2 years', 'edad: menos de 2 años'],
])('the ages %j of a range are said in the language of the page', (age, english, spanish) => {
  const ranges = [rangeFor(age), { ...rangeFor(age, [3, 6]), age: { low: years(90), high: years(99) } }];
  expect(said(...ranges)).toContain(`(${english})`);
  speak('es', 'es-MX', { myResults: myResultsSpanish, patientUnits: patientUnitsSpanish });
  expect(said(...ranges)).toContain(`(${spanish})`);
  expect(said(...ranges)).not.toMatch(/\bage\b|\by\b/);
});

test('words that were sent stay as they were sent', () => {
  expect(said({ text: 'see age table (age 3 of the list)' })).toContain(
    '“see age table (age 3 of the list)”',
  );
});
