import { describe, expect, test } from 'vitest';
import { ownTestOf } from '../attached/ownName.ts';
import { notMeasuredWords } from '../attached/refusal.ts';
import { readPotassium } from '../observationFixture.ts';

const refusedBeside = (name: string, note: string) =>
  notMeasuredWords([note], () => ownTestOf([name], undefined, false));

describe('an index of the specimen that was not measured', () => {
  test.each([
    ['Hemolysis index', 'Hemolysis: not done'],
    ['Hemolysis Index of Serum or Plasma', 'Hemolysis: not done'],
    ['Haemolysis', 'Haemolysis: not performed'],
    ['Índice de hemólisis', 'Hemólisis: no realizado'],
    ['H Index', 'Hemolysis: not done'],
    ['Lipemia index', 'Lipemia: not done'],
    ['LIPEMIC INDEX', 'Lipaemia: not done'],
    ['Icterus Index', 'Icterus: not done'],
    ['Hemolysis index', 'H/L/I: not tested'],
    ['Icterus Index', 'HIL not tested'],
    ['L Index', 'HIL not tested'],
    ['HIL', 'HIL: not tested'],
  ])('has no result, whatever number fills its field: "%s" beside "%s"', (name, note) => {
    expect(refusedBeside(name, note)).toBe(note);
  });

  test.each([
    ['Lipemia index', 'Hemolysis: not done'],
    ['Icterus Index', 'Hemolysis: not done'],
    ['Hemolysis index', 'Lipemia: not done'],
    ['L Index', 'Icterus: not done'],
  ])('leaves the other indices: "%s" beside "%s"', (name, note) => {
    expect(refusedBeside(name, note)).toBe('');
  });

  test.each(['Potassium', 'Hemoglobin', 'Hematocrit', 'Lipase', 'LDH', 'Index of refraction'])(
    'leaves the number of "%s"',
    (name) => {
      expect(refusedBeside(name, 'Hemolysis: not done')).toBe('');
      expect(refusedBeside(name, 'H/L/I: not tested')).toBe('');
    },
  );

  test('is not refused by a word on another matter', () => {
    expect(refusedBeside('Hemolysis index', 'Performed at the main laboratory')).toBe('');
    expect(refusedBeside('Hemolysis index', 'Hemolysis: slight')).toBe('');
  });
});

describe('an index that is only not told, which may also be why the result was not', () => {
  test.each([
    'Hemolysis: not available',
    'Lipemia: not available',
    'Icterus: not available.',
    'Hämolyse: nicht verfügbar',
    'Hémolyse : non disponible',
    'Hemólisis: no disponible',
    'Emolisi: non disponibile',
    'Hemolyse: niet beschikbaar',
    'Hemólise: não disponível',
  ])('leaves a potassium drawn, and stands beside it: "%s"', (text) => {
    const { kind } = readPotassium({ note: [{ text }] });
    expect([kind.drawing, kind.condition]).toEqual(['line', text.replace(/\.$/, '')]);
  });

  test.each([
    ['Hemolysis index', 'Hemolysis: not available'],
    ['Índice de hemólisis', 'Hemólisis: no disponible'],
    ['Lipemia index', 'Lipemia: not reported'],
    ['H Index', 'HIL: not available'],
  ])('is no number of its own: "%s" beside "%s"', (name, note) => {
    expect(refusedBeside(name, note)).toBe(note);
  });

  test.each([
    'Hemolyzed: not reported',
    'Hemolysis: not reported',
    'Hemolysis: result not reported',
    'Not reported: hemolysis',
    'Not available due to hemolysis',
    'Hemolysis: specimen rejected',
    'Hemolysis: cancelled',
  ])('but words that are of the result refuse it: "%s"', (text) => {
    expect(readPotassium({ note: [{ text }] }).kind.drawing).toBe('listed');
  });
});
