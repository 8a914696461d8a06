import { describe, expect, test } from 'vitest';
import { wordMarkOf } from '../identity/wordMark.ts';
import { lowerCaseWords } from '../identity/specimenKind.ts';
import { withRoute } from '../measurementContext.ts';
import { circumstancesOf } from './circumstances.ts';

const markOf = (name: string) => wordMarkOf('glucose', lowerCaseWords(name));

const FASTED = [
  'Glukose nüchtern',
  'Glukose (nuechtern)',
  'Nüchternglukose',
  'Glucosa en ayunas',
  'Glucose à jeun',
  'GLUCOSE A JEUN',
  'Glycémie à jeun',
  'Glucosio a digiuno',
  'Glucose nuchter',
  'Nuchtere glucose',
  'Glicose em jejum',
  'Glukose, fastende',
  'Glukos, fastande',
  'Glucose, fasting',
];
const FED = [
  'Glukose nicht nüchtern',
  'Glucosa no en ayunas',
  'Glucosa sin ayuno',
  'Glucose non à jeun',
  'Glucosio non a digiuno',
  'Glucose niet nuchter',
  'Glicose não em jejum',
  'Glicose sem jejum',
  'Glukose, ikke fastende',
  'Glukos, ej fastande',
  'Glukos, icke fastande',
  'Glucose, non-fasting',
  'Glucose, non fast',
];

describe('the words of a sugar in other languages', () => {
  test.each(FASTED)('"%s" is fasting', (name) => expect(markOf(name)).toBe('fasting'));
  test.each(FED)('"%s" is not fasting', (name) => expect(markOf(name)).toBe('not fasting'));
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
