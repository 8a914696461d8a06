import { describe, expect, test } from 'vitest';
import { wordMarkOf } from '../identity/wordMark.ts';
import { lowerCaseWords } from '../identity/specimenKind.ts';
import { withRoute } from '../measurementContext.ts';
import { circumstancesOf } from './circumstances.ts';
import { FASTED, NOT_FASTED } from './fastingWordsFixture.ts';

const markOf = (name: string) => wordMarkOf('glucose', lowerCaseWords(name));

describe('the words of a sugar in other languages', () => {
  test.each(FASTED)('"%s" is fasting', (name) => expect(markOf(name)).toBe('fasting'));
  test.each([...NOT_FASTED, 'Glucose, non fast'])('"%s" is not fasting', (name) =>
    expect(markOf(name)).toBe('not fasting'),
  );
  test.each(['Glucose', 'Glucose breakfast', 'Déjeuner', 'Fast glucose test', 'Glucose, fasting or random'])(
    '"%s" says neither',
    (name) => expect(markOf(name)).toBe(''),
  );
});

test.each([
  ['Glucose, non à jeun', 'non à jeun'],
  ['Glucose niet nuchter', 'niet nuchter'],
  ['Glucose - nuchter', 'nuchter'],
  ['Glicose em jejum', 'em jejum'],
  ['Glukose ikke-fastende', 'ikke-fastende'],
  ['Petit déjeuner', ''],
])('the name "%s" gives the context "%s", with its denial', (text, context) => {
  expect(withRoute('', { text })).toBe(context);
});

test('a component that says whether the patient fasted is a circumstance in any of these languages', () => {
  const component = [{ code: { text: 'Nüchtern' }, valueString: 'nein' }];
  expect(circumstancesOf({ component })).toEqual(['Nüchtern: nein']);
});
