import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../testing/codes.ts';
import { readCode } from './code.ts';
import { quantity, read, readRow, readRows } from './observationFixture.ts';

describe('what was measured', () => {
  test('1: the Epic pulse is heart rate, although "Vital signs" stands first and a foreign system looks like LOINC', () => {
    const pulse = readRow({
      code: {
        coding: [
          { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8', display: 'Pulse' },
          { system: 'urn:oid:1.2.246.537.6.96', code: '8867-4' },
          { system: LOINC, code: '8716-3' },
          { system: LOINC, code: '8867-4' },
        ],
        text: 'Pulse',
      },
      valueQuantity: quantity(72, '/min'),
    });
    expect(pulse.kind).toMatchObject({ seriesId: 'hr', code: '8867-4', codeText: 'Pulse', drawing: 'line' });
  });

  test('2 and 3: both sides of a blood pressure by their own code, whatever panel codes stand beside it', () => {
    const rows = readRows(
      read({
        code: loinc('55284-4', '85354-9', '8716-3'),
        component: [
          { code: loinc('8480-6', '85354-9'), valueQuantity: quantity(120, 'mmHg', 'mm[Hg]') },
          { code: loinc('85354-9', '8462-4'), valueQuantity: quantity(80, 'mmHg', 'mm[Hg]') },
        ],
      }),
    );
    expect(rows.map(({ kind, value }) => [kind.seriesId, kind.component, value])).toEqual([
      ['bp-sys', `${LOINC}|8480-6`, 120],
      ['bp-dia', `${LOINC}|8462-4`, 80],
    ]);
  });

  test('4: a diastolic that was not recorded is listed with its reason and never 0', () => {
    const [systolic, diastolic] = readRows(
      read({
        code: loinc('85354-9'),
        component: [
          { code: loinc('8480-6'), valueQuantity: quantity(99, 'mmHg', 'mm[Hg]') },
          { code: loinc('8462-4'), dataAbsentReason: { coding: [{ code: 'unknown' }], text: 'Unknown' } },
        ],
      }),
    );
    expect(systolic?.kind.drawing).toBe('line');
    expect(diastolic?.kind).toMatchObject({
      seriesId: 'bp-dia',
      drawing: 'listed',
      reason: 'no-value',
      absentReason: 'Unknown',
    });
    expect(diastolic?.value).toBeNaN();
  });

  test.each([
    ['7: heart rate', ['69000-8', '8867-4'], 'hr', '69000-8'],
    ['8: temperature', ['8331-1', '8310-5'], 'temp-oral', '8331-1'],
    ['8: temperature in the other order', ['8310-5', '8331-1'], 'temp-oral', '8331-1'],
    ['height', ['3137-7', '8302-2'], 'height', '8302-2'],
    ['height beside lying height', ['8306-3', '8302-2'], 'height~8306-3', '8306-3'],
    ['SpO2', ['2708-6', '59408-5'], 'spo2', '59408-5'],
    ['eGFR by CKD-EPI 2009', ['62238-1'], 'egfr~62238-1', '62238-1'],
    ['an unknown LOINC', ['8716-3', '75215-3'], `${LOINC}|75215-3`, '75215-3'],
  ])('%s has one series in any order of its codes', (_, codes, seriesId, code) => {
    expect(readRow({ code: loinc(...codes), valueInteger: 40 }).kind).toMatchObject({ code });
    expect(readRow({ code: loinc(...codes), valueString: 'see chart' }).kind.seriesId).toBe(seriesId);
  });

  test('9: a code that only the vendor knows is a series of its own, drawn without a unit', () => {
    const coding = [
      { system: 'https://fhir.cerner.com/T/codeSet/72', code: '1', display: 'other' },
      {
        system: 'https://fhir.cerner.com/T/codeSet/72',
        code: '99',
        display: 'Weight Z-Score',
        userSelected: true,
      },
    ];
    expect(readRow({ code: { coding }, valueQuantity: { value: 1.64 } }).kind).toMatchObject({
      seriesId: 'https://fhir.cerner.com/T/codeSet/72|99',
      codeText: 'Weight Z-Score',
      unit: '',
      drawing: 'line',
    });
  });

  test('35: without any code the text is the key', () => {
    expect(readRow({ code: { text: 'POC Glucose' }, valueQuantity: quantity(189) }).kind.seriesId).toBe(
      'text:poc glucose',
    );
  });

  test('51: a panel without a value is one listed row', () => {
    const panel = readRow({
      code: { ...loinc('58410-2'), text: 'CBC' },
      hasMember: [{ reference: 'Observation/o1' }],
    });
    expect(panel.kind).toMatchObject({ seriesId: 'text:cbc', code: '58410-2', reason: 'panel' });
  });

  test('SpO2 with oxygen flow and concentration is three series', () => {
    const rows = readRows(
      read({
        code: loinc('59408-5', '2708-6'),
        valueQuantity: quantity(97, '%'),
        component: [
          { code: loinc('3151-8'), valueQuantity: quantity(2, 'L/min') },
          { code: loinc('3150-0'), valueQuantity: quantity(28, '%') },
        ],
      }),
    );
    expect(rows.map(({ kind }) => [kind.seriesId, kind.component])).toEqual([
      ['o2flow', `${LOINC}|3151-8`],
      ['fio2', `${LOINC}|3150-0`],
      ['spo2', ''],
    ]);
  });
});

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

  test.each([
    'https://loinc.org',
    'http://loinc.org/',
    'http://www.loinc.org',
    'HTTP://LOINC.ORG',
    'http://loinc.org|2.77',
    'urn:oid:2.16.840.1.113883.6.1',
    '2.16.840.1.113883.6.1',
  ])('LOINC is known by every spelling of its own address and OID: %s', (system) => {
    expect(readCode({ coding: [{ system, code: '2823-3' }] })).toMatchObject({ baseId: 'k', system: LOINC });
    expect(readCode({ coding: [{ system, code: '1-8' }] }).baseId).toBe('http://loinc.org|1-8');
    expect(readCode({ coding: [{ system, code: '85354-9' }], text: 'BP' }).baseId).toBe('text:bp');
  });

  test.each([
    'https://loinc.org.example',
    'https://example.org/loinc.org',
    'http://loinc.org/vs',
    'urn:oid:2.16.840.1.113883.6.10',
    'urn:oid:2.16.840.1.113883.6.1.1',
    'LOINC',
  ])('%s is another system', (system) => {
    expect(readCode({ coding: [{ system, code: '2823-3' }] })).toMatchObject({ target: undefined, system });
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
      isQualityControl: false,
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
      isQualityControl: false,
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

  test('that name another analyte leave the code without one, and are a part of the id', () => {
    const sodium = readCode({ ...loinc('2823-3'), text: 'Sodium' });
    expect([sodium.target, sodium.match, sodium.baseId]).toEqual([
      undefined,
      undefined,
      `${LOINC}|2823-3~sodium`,
    ]);
    expect(sodium.isAmbiguous).toBe(false);
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
