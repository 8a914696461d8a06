import { describe, expect, test } from 'vitest';
import { ownTestOf } from '../attached/ownName.ts';
import { notMeasuredWords } from '../attached/refusal.ts';

const refusedBeside = (name: string, note: string) =>
  notMeasuredWords([note], () => ownTestOf([name], undefined, false));

describe('an index of the specimen that was not measured', () => {
  test.each([
    'Hemolysis index',
    'Hemolysis Index of Serum or Plasma',
    'Haemolysis',
    'Índice de hemólisis',
    'Lipemia index',
    'LIPEMIC INDEX',
    'Icterus Index',
    'H Index',
    'HIL',
  ])('has no result, whatever number fills the field of "%s"', (name) => {
    expect(refusedBeside(name, 'Hemolysis: not done')).toBe('Hemolysis: not done');
    expect(refusedBeside(name, 'H/L/I: not tested')).toBe('H/L/I: not tested');
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
