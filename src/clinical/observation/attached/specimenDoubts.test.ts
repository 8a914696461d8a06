import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';
import { conditionWords } from './specimenCondition.ts';

const GOOD = [
  'hemolysis: none',
  'Hemolysis - none',
  'Hemolysis absent',
  'lipemia absent',
  'Lipemia: absent',
  'icterus index 0',
  'Hemolysis index: 0',
  'hemolysis 0',
  'no clots seen',
  'No clots.',
  'clots: none seen',
  'No clots observed',
  'hemolysis excluded',
  'Hemolysis was excluded',
  'Hemolysis ruled out',
  'not hemolyzed',
  'Hemolyzed: no',
  'No evidence of hemolysis',
  'No signs of hemolysis',
  'without visible hemolysis',
  'free of clots',
  'Hämolyse: keine',
  'keine Hämolyse',
  'Hämolyse: negativ',
  'Hämolyse ausgeschlossen',
  'Lipämie nicht nachweisbar',
  'Keine Gerinnsel',
  'nicht hämolytisch',
  'Ikterus: nein',
  'Hämolyse-Index 0',
  'Hemólisis: ninguna',
  'sin hemólisis',
  'Hemólisis ausente',
  'Hemólisis descartada',
  'No se observan coágulos',
  'sin coágulos',
  'Lipemia: no',
  'Ictericia: negativo',
  'no hemolizada',
  'Índice de hemólisis 0',
] as const;

const DOUBTS = [
  'Hemolysis cannot be excluded',
  'Hemolysis can not be ruled out',
  'Hemolysis not excluded',
  'cannot exclude hemolysis',
  'possible hemolysis',
  'probable hemolysis',
  'suspected hemolysis',
  'Hemolysis suspected',
  'slight hemolysis',
  'slightly hemolyzed',
  'hemolysis index 3+',
  'Hemolysis index: 2+',
  'Lipemia index 1+',
  'hemolysis 2+',
  'Clots present',
  'small clots seen',
  'clot detected',
  'moderate lipemia',
  'Hämolyse nicht ausgeschlossen',
  'Hämolyse kann nicht ausgeschlossen werden',
  'leichte Hämolyse',
  'leicht hämolytisch',
  'mögliche Hämolyse',
  'V.a. Hämolyse',
  'Verdacht auf Hämolyse',
  'Hämolyse ++',
  'deutliche Lipämie',
  'Gerinnsel vorhanden',
  'Probe enthält Gerinnsel',
  'stark hämolytisch',
  'posible hemólisis',
  'No se puede descartar hemólisis',
  'Hemólisis no descartada',
  'hemólisis leve',
  'ligera hemólisis',
  'Hemólisis presente',
  'hemólisis ++',
  'ligeramente hemolizada',
  'presencia de coágulos',
  'Se observan coágulos',
  'lipemia moderada',
] as const;

describe('of a specimen it is told', () => {
  const inCondition = (text: string) =>
    readPotassium({
      contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text }] }],
      specimen: { reference: '#s' },
    }).kind.condition;

  test.each(GOOD)('nothing where it is good, in a note and as its condition: "%s"', (text) => {
    expect(conditionWords(text)).toEqual([]);
    expect(inCondition(text)).toBe('');
  });

  test.each(DOUBTS)('where there is a doubt, in a note and as its condition: "%s"', (text) => {
    expect(conditionWords(text)).not.toEqual([]);
    expect(inCondition(text)).not.toBe('');
  });

  test.each([
    'Not acceptable',
    'Not suitable for potassium',
    'Not adequate',
    'Not received on ice',
    'not centrifuged within 2 hours',
    'Not frozen',
    'Nicht ausreichend',
    'No apta',
    'No anticoagulant',
    'Normalized ratio',
    'Cold agglutinins',
    'Froze in transit',
    'No label',
  ])('a denial of what is good is a bad condition: "%s"', (text) => {
    expect(inCondition(text)).not.toBe('');
  });

  test.each([
    'Good',
    'Satisfactory',
    'No hemolysis',
    'Not hemolyzed',
    'Not contaminated',
    'Not clotted',
    'Normal',
    'None',
    'Acceptable for testing',
    'Frozen',
    'Room temperature',
    'Unauffällig',
    'Keine Auffälligkeiten',
    'In Ordnung',
    'Adecuada',
    'Sin alteraciones',
    'Aceptable',
  ])('and this is a good one: "%s"', (text) => {
    expect(inCondition(text)).toBe('');
  });
});
