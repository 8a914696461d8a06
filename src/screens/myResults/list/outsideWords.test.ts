import { afterEach, expect, test } from 'vitest';
import { flagConcept, pressure } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { onlyCardOf, potassiumResult, rangeOf } from '../card/cardFixture.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { outsideWords } from './outsideWords.ts';

afterEach(() => speakEnglish());

const DAY = '2026-11-12';
const said = (value: number | string, more: object = {}): string =>
  outsideWords(onlyCardOf(potassiumResult(value, DAY, more)).result);
const WITHOUT_RANGE = { referenceRange: undefined };

test.each([
  ['above its range', 5.8, {}, 'above the range (3.5 to 5)'],
  ['below it', 3.1, {}, 'below the range (3.5 to 5)'],
  ['above a range in words', 5.8, { referenceRange: [{ text: '<5.7' }] }, 'above the range (less than 5.7)'],
  ['below a range with one limit', 5.8, rangeOf(6), 'below the range (6 or higher)'],
  ['above it and marked so', 5.8, flagConcept('H'), 'above the range (3.5 to 5)'],
  ['above it and marked without a side', 5.8, flagConcept('A'), 'above the range (3.5 to 5)'],
  ['marked, without a range', 5.8, { ...WITHOUT_RANGE, ...flagConcept('L') }, 'marked as below its range'],
  [
    'marked without a side or a range',
    5.8,
    { ...WITHOUT_RANGE, ...flagConcept('A') },
    'marked as outside its range',
  ],
  ['inside its range and marked', 4.1, flagConcept('H'), 'marked as above its range'],
  ['above its range and marked as below', 5.8, flagConcept('L'), 'outside its range'],
  ['inside', 4.1, {}, ''],
  ['without a range or a mark', 4.1, WITHOUT_RANGE, ''],
])('of a result %s the list says it: %s %o', (_, value, more, words) => {
  expect(said(value, more)).toBe(words);
});

test.each([
  ['both above', 150, 95, 'above its range'],
  ['the upper one above', 150, 80, 'above its range'],
  ['one above and one below', 150, 40, 'outside its range'],
  ['both inside', 120, 80, ''],
])(
  'of the two numbers of a blood pressure, %s, the side is said where it is one',
  (_, upper, lower, words) => {
    const sent = pressure(upper, lower, DAY);
    const ranges = [rangeOf(90, 140), rangeOf(60, 90)];
    const component = (sent['component'] as readonly object[]).map((side, i) => ({ ...side, ...ranges[i] }));
    expect(outsideWords(onlyCardOf({ ...sent, component }).result)).toBe(words);
  },
);

test('in Spanish', () => {
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect(said(5.8)).toBe('por encima del rango (de 3.5 a 5)');
  expect(said(4.1, flagConcept('H'))).toBe('marcado por encima de su rango');
});
