import { describe, expect, test } from 'vitest';
import { readPatient } from './patient.ts';

describe('a text of a million letters in the identity line', () => {
  const long = 'ab '.repeat(333_334).trim();
  const mrn = { text: 'MRN' };
  const readAt = (fields: object) => readPatient({ resourceType: 'Patient', ...fields }, 0);

  test.each<[string, object]>([
    ['a family name', { name: [{ family: long, given: ['Ann'] }] }],
    ['a given name', { name: [{ family: 'TEST', given: [long] }] }],
    ['hundred thousand given names', { name: [{ family: 'TEST', given: Array(100_000).fill('Ann') }] }],
    ['a name in one text', { name: [{ text: long }] }],
    ['a usual name', { name: [{ text: 'A' }, { use: 'usual', text: long }] }],
    ['a record number', { identifier: [{ type: mrn, value: long }] }],
    [
      'a thousand record numbers',
      { identifier: Array.from({ length: 1000 }, (_, i) => ({ type: mrn, value: `${i}` })) },
    ],
    ['the kind of a number', { identifier: [{ type: { text: long }, value: '1' }] }],
  ])('is cut visibly: %s', (_, fields) => {
    const { name, identifier } = readAt(fields);
    const text = `${name} ${identifier?.label} ${identifier?.value}`;
    expect(text.length).toBeLessThan(600);
    expect(text).toContain('…');
  });

  test('and a long name of a person stays whole', () => {
    const given = ['Maria', 'Josefa', 'Johanna', 'Antonia', 'Walburga', 'Elisabeth', 'Theresia', 'Franziska'];
    const family = 'von Hohenberg-Wolkenstein zu Trostburg und Rodenegg';
    expect(readAt({ name: [{ family, given }] }).name).toBe(`${family.toUpperCase()}, ${given.join(' ')}`);
  });

  test('two names of which one is long stay two', () => {
    const name = [
      { use: 'official', text: 'TEST, Ann' },
      { use: 'usual', text: long },
    ];
    expect(readAt({ name }).name).toMatch(/^TEST, Ann \(known as ab ab .*…\)$/);
  });
});
