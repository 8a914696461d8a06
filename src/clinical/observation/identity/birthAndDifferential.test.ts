import { describe, expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

const kindOf = (code: string, text: string, value: number, unit: string) =>
  readRow({ code: { coding: [{ system: LOINC, code }], text }, valueQuantity: quantity(value, unit) }).kind;

describe('a length at birth', () => {
  test.each([
    ['8302-2', 'Birth length', 'birth-length'],
    ['8302-2', 'Length at birth', 'birth-length'],
    ['8302-2', 'Body height at birth', 'birth-length'],
    ['8302-2', 'Height', 'height'],
    ['8302-2', 'Body height', 'height'],
    ['8302-2', 'Length', 'height'],
    ['29463-7', 'Birth weight', 'birth-weight'],
  ])('%s that is called %s is %s', (code, text, seriesId) => {
    const [value, unit] = code === '8302-2' ? [51, 'cm'] : [3450, 'g'];
    expect(kindOf(code, text, value, unit)).toMatchObject({ seriesId, drawing: 'line' });
  });
});

describe('a differential that was counted by hand', () => {
  test.each([
    ['6690-2', 'WBC with manual differential', 6.4, '10*3/uL', ''],
    ['6690-2', 'White blood cells (manual diff)', 6.4, '10*3/uL', ''],
    ['789-8', 'RBC, CBC with manual diff', 4.6, '10*6/uL', ''],
    ['777-3', 'Platelets - manual differential', 231, '10*3/uL', ''],
    ['6690-2', 'WBC, manual count', 6.4, '10*3/uL', 'manual count'],
    ['6690-2', 'WBC manual', 6.4, '10*3/uL', 'manual count'],
    ['777-3', 'Platelet count, manual', 231, '10*3/uL', 'manual count'],
    ['751-8', 'Neutrophils, manual differential', 4.1, '10*3/uL', 'manual count'],
    ['770-8', 'Neutrophils manual diff', 61, '%', 'manual count'],
  ])('%s that is called %s has the right mark', (code, text, value, unit, mark) => {
    expect(kindOf(code, text, value, unit).mark).toBe(mark);
  });
});
