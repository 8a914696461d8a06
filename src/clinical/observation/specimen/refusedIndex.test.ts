import { describe, expect, test } from 'vitest';
import { ownTestOf } from '../attached/ownName.ts';
import { notMeasuredWords } from '../attached/refusal.ts';

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
