import { afterEach, describe, expect, test } from 'vitest';
import { catalogMatches } from '../../../clinical/catalog/catalog.ts';
import { readableUnit } from '../../../clinical/units/readableUnit.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { patientUnitsSpanish } from './patientUnits.es.messages.ts';
import { patientUnit } from './patientUnits.ts';

afterEach(() => speakEnglish());

const inSpanish = (): void => speak('es', 'es-MX', { patientUnits: patientUnitsSpanish });

describe('a unit that is a word is said in the language of the page', () => {
  test.each([
    ['score', 'points', 'puntos'],
    ['points', 'points', 'puntos'],
    ['wk', 'weeks', 'semanas'],
    ['weeks', 'weeks', 'semanas'],
    ['weeks of gestation', 'weeks', 'semanas'],
    ['d', 'days', 'días'],
    ['Days', 'days', 'días'],
    ['min', 'minutes', 'minutos'],
    ['h', 'hours', 'horas'],
    ['mo', 'months', 'meses'],
    ['y', 'years', 'años'],
    ['times/day', 'times/day', 'veces/día'],
    ['times per day', 'times per day', 'veces por día'],
    ['times/d', 'times/day', 'veces/día'],
    ['breaths/min', 'breaths/min', 'respiraciones/min'],
    ['br/min', 'breaths/min', 'respiraciones/min'],
    ['beats/min', 'beats/min', 'latidos/min'],
    ['beats per minute', 'beats per minute', 'latidos por minuto'],
    ['bpm', 'per minute', 'por minuto'],
    ['/min', 'per minute', 'por minuto'],
    ['minutes/week', 'minutes/week', 'minutos/semana'],
    ['mm/hr', 'mm/hour', 'mm/hora'],
    ['copies/mL', 'copies/mL', 'copias/mL'],
    ['log copies/mL', 'log copies/mL', 'log copias/mL'],
    ['/100 WBCs', '/100 white blood cells', '/100 glóbulos blancos'],
    ['lb', 'pounds', 'libras'],
    ['in', 'inches', 'pulgadas'],
    ['index', 'index', 'índice'],
  ])('%s', (unit, english, spanish) => {
    expect(patientUnit(unit)).toBe(english);
    inSpanish();
    expect(patientUnit(unit)).toBe(spanish);
  });
});

test.each([
  '',
  'mg/dL',
  'mL/min/1.73 m²',
  'mmHg',
  'L/min',
  '10³/µL',
  'mg/24 h',
  'mm/h',
  'ng/mL FEU',
  'U/g Hb',
  'kg/m²',
  '%',
  'ms',
  'm',
  'T score',
  'SD score',
  'weeks old',
  'furlong',
  'copies/reaction',
  'mg/g creatinine',
  'constructor',
])('"%s" stays as it was sent in either language, wholly', (unit) => {
  expect(patientUnit(unit)).toBe(unit);
  inSpanish();
  expect(patientUnit(unit)).toBe(unit);
});

test.each([
  ['1', 'week', 'semana'],
  ['1.0', 'week', 'semana'],
  ['2', 'weeks', 'semanas'],
  ['0.5', 'weeks', 'semanas'],
  ['', 'weeks', 'semanas'],
])('"%s" decides between one and several', (value, english, spanish) => {
  expect(patientUnit('wk', value)).toBe(english);
  inSpanish();
  expect(patientUnit('wk', value)).toBe(spanish);
});

test('no English word is left in a unit of the catalog', () => {
  const units = [...new Set([...catalogMatches()].map(({ target }) => readableUnit(target.unit)))];
  inSpanish();
  const worded = units.map((unit) => patientUnit(unit)).filter((unit) => /\p{Ll}{5,}|\bwk\b|WBC/u.test(unit));
  expect(worded.toSorted()).toEqual([
    '/100 glóbulos blancos',
    'copias/mL',
    'log copias/mL',
    'por minuto',
    'segundos',
    'semanas',
  ]);
});
