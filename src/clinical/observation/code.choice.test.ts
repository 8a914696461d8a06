import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../testing/codes.ts';
import { readCode } from './code.ts';

const SNOMED = 'http://snomed.info/sct';
const pulse = { system: SNOMED, code: '364075005', display: 'Heart rate' };
const own = (code: string, more: object = {}) => ({ system: 'urn:vendor', code, ...more });
const idOf = (...coding: readonly object[]) => readCode({ coding }).baseId;

describe('the coding that names the series', () => {
  test('a LOINC that the catalog does not know comes before a known code of another system', () => {
    const unknown = { system: LOINC, code: '99999-9' };
    expect(idOf(pulse, unknown)).toBe(`${LOINC}|99999-9`);
    expect(idOf(pulse, unknown, { system: LOINC, code: '8867-4' })).toBe('hr');
  });

  test('a known code of another system comes before one that a user selected', () => {
    expect(idOf(own('1', { userSelected: true }), pulse)).toBe('hr');
  });

  test('the one that a user selected comes before the first one', () => {
    expect(idOf(own('1'), own('2', { userSelected: true }))).toBe('urn:vendor|2');
    expect(idOf(own('1'), own('2', { userSelected: 'true' }))).toBe('urn:vendor|1');
    expect(idOf(own('1'), own('2'))).toBe('urn:vendor|1');
  });

  test('a code that is never mapped comes before every other one', () => {
    for (const code of ['2160-0', '8480-6', '6690-2', '736-9'])
      expect(idOf({ system: LOINC, code }, { system: LOINC, code: '26476-2' })).toBe(`${LOINC}|26476-2`);
  });

  test('a LOINC under another system, and a code under none, are no LOINC', () => {
    expect(readCode({ coding: [own('8867-4')] })).toMatchObject({
      baseId: 'urn:vendor|8867-4',
      target: undefined,
      match: undefined,
      system: 'urn:vendor',
    });
    expect(idOf({ code: '8867-4' })).toBe('|8867-4');
    expect(idOf(own('85354-9'))).toBe('urn:vendor|85354-9');
  });

  test('a coding without a code is none', () => {
    const coding = [{ system: LOINC, display: 'Potassium' }];
    expect(readCode({ coding })).toEqual({
      target: undefined,
      match: undefined,
      baseId: 'text:potassium',
      system: LOINC,
      code: '',
      text: 'Potassium',
      variant: '',
      isAmbiguous: false,
    });
    expect(idOf({ system: 'urn:vendor', code: ' ' }, own('2'))).toBe('urn:vendor|2');
  });

  test('a panel keeps its code and has the id of its words', () => {
    expect(readCode({ coding: [{ system: LOINC, code: '85354-9' }], text: 'Blood Pressure' })).toEqual({
      target: undefined,
      match: undefined,
      baseId: 'text:blood pressure',
      system: LOINC,
      code: '85354-9',
      text: 'Blood Pressure',
      variant: '',
      isAmbiguous: false,
    });
    expect(readCode(undefined)).toMatchObject({ baseId: 'text:', system: '', code: '', text: '' });
  });
});

describe('the words of a code', () => {
  test('its text comes before its display, and its display before another one', () => {
    const coding = [own('1', { display: 'First' }), own('2', { display: 'Second', userSelected: true })];
    expect(readCode({ coding, text: 'As sent' }).text).toBe('As sent');
    expect(readCode({ coding }).text).toBe('Second');
    expect(readCode({ coding: [own('1'), own('2', { display: 'Second' })] }).text).toBe('Second');
    expect(readCode({ coding: [own('1')] }).text).toBe('1');
  });

  test('that name another analyte leave the code without one', () => {
    const read = readCode({ ...loinc('2823-3'), text: 'Sodium' });
    expect([read.target, read.match, read.baseId]).toEqual([undefined, undefined, `${LOINC}|2823-3`]);
    expect(read.isAmbiguous).toBe(false);
  });
});

test('codes that name two measures are neither, and have an id that says so', () => {
  expect(readCode(loinc('2823-3', '2951-2'))).toMatchObject({
    target: undefined,
    match: undefined,
    isAmbiguous: true,
    variant: '',
    baseId: expect.stringMatching(/^http:\/\/loinc\.org\|\d+-\d~two measures$/) as string,
  });
  expect(readCode(loinc('2823-3', '2823-3', '99999-9'))).toMatchObject({ baseId: 'k', isAmbiguous: false });
});
