import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../../catalog/catalog.ts';
import { fitUnit } from '../units.ts';

const rows = readFileSync(new URL('./laboratorySpellings.fixture.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => {
    const [loinc = '', unit = '', spellings = ''] = line.split('\t');
    return spellings.split('; ').map((sent) => ({ loinc, unit, sent }));
  });

const fitOf = (loinc: string, unit: string) =>
  fitUnit(catalogMatch(loinc)!.target, { unit, unitCode: '', unitSystem: '' });

describe('rule 15: what laboratories of many countries write is read as they mean it', () => {
  test.each(rows.filter(({ unit }) => unit !== ''))('$sent of $loinc is $unit', ({ loinc, sent, unit }) => {
    const { fit, sentUnit } = fitOf(loinc, sent);
    expect([fit === 'mismatch' || fit === 'none' ? 'refused' : 'read', sentUnit]).toEqual(['read', unit]);
  });
});

describe('rule 17: what may mean two things, or another measure, stays refused', () => {
  test.each(rows.filter(({ unit }) => unit === ''))('$sent of $loinc', ({ loinc, sent }) =>
    expect(fitOf(loinc, sent)).toMatchObject({ fit: 'mismatch', unit: sent, conversion: undefined }),
  );
});
