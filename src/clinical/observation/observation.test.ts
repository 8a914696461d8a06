import { describe, expect, test } from 'vitest';
import { readObservation } from './observation.ts';
import {
  observationContextFixture,
  quantity,
  read,
  readRows,
  readRow,
  readPotassium,
} from './observationFixture.ts';
import { LOINC, UCUM, loinc } from '../../testing/codes.ts';
import { reasonText } from './reasons.ts';

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
    ['7: heart rate', ['69000-8', '8867-4'], 'hr', '8867-4'],
    ['8: temperature', ['8331-1', '8310-5'], 'temp', '8310-5'],
    ['8: temperature in the other order', ['8310-5', '8331-1'], 'temp', '8310-5'],
    ['height', ['3137-7', '8302-2'], 'height', '8302-2'],
    ['height beside lying height', ['8306-3', '8302-2'], 'height', '8302-2'],
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

describe('units', () => {
  const unitCases: readonly (readonly [string, string, object, string, string, number])[] = [
    [
      '10: breaths in minutes',
      '9279-1',
      { value: 15, unit: 'minutes', system: UCUM },
      'rr~minutes',
      'unit-mismatch',
      15,
    ],
    ['11: potassium in g/dL', '2823-3', quantity(0.7, 'g/dL'), 'k~g/dL', 'unit-mismatch', 0.7],
    ['12: HbA1c without unit', '4548-4', { value: 5.1 }, 'a1c~no unit', 'no-unit', 5.1],
    ['13: glucose in mg/dL', '2345-7', quantity(181, 'mg/dL'), 'glucose', '', 181],
    ['13: glucose in mmol/L', '2345-7', quantity(10, 'mmol/L'), 'glucose~mmol/L', '', 10],
    ['13: glucose without unit', '2345-7', { value: 189 }, 'glucose~no unit', 'no-unit', 189],
    ['14: a micro sign', '789-8', { value: 4.5, unit: '10*6/µL' }, 'rbc', '', 4.5],
    ['15: K/mm3 called UCUM', '6690-2', quantity(7.2, 'K/mm3'), 'wbc', '', 7.2],
    ['16: grams', '29463-7', quantity(85728.958, 'g'), 'weight', '', 85.728958],
    ['17: pounds', '29463-7', quantity(180, 'lbs', '[lb_av]'), 'weight', '', 81.6466266],
    ['18: Fahrenheit', '8310-5', quantity(98.6, '°F', '[degF]'), 'temp', '', 37],
    ['meq/L of a monovalent ion', '2823-3', quantity(4.1, 'mEq/L', 'meq/L'), 'k', '', 4.1],
    ['inches', '8302-2', quantity(70, 'in', '[in_i]'), 'height', '', 177.8],
    ['mmol/l is mmol/L', '2823-3', { value: 4.1, unit: 'mmol/l' }, 'k', '', 4.1],
    ['kPa is no exact factor', '2019-8', quantity(5.3, 'kPa'), 'pco2-art~kPa', '', 5.3],
    ['IFCC beside NGSP', '59261-8', quantity(48, 'mmol/mol'), 'a1c~mmol/mol', '', 48],
    ['INR without unit', '6301-6', { value: 2.3 }, 'inr', '', 2.3],
    ['trap: white cells in 10*3/mL', '6690-2', quantity(7.2, '10*3/mL'), 'wbc~10*3/mL', 'unit-mismatch', 7.2],
    ['trap: haemoglobin 15 g/L', '718-7', quantity(15, 'g/L'), 'hgb', 'implausible', 1.5],
    ['potassium 42', '2823-3', quantity(42, 'mmol/L'), 'k', 'implausible', 42],
  ];
  test.each(unitCases)('%s', (_, code, valueQuantity, seriesId, reason, value) => {
    const result = readRow({ code: loinc(code), valueQuantity });
    expect(result.kind).toMatchObject({ seriesId, reason });
    expect(result.value).toBe(value);
  });

  test('16: a converted point says so and keeps what was sent', () => {
    const grams = readRow({ code: loinc('29463-7'), valueQuantity: quantity(85728.958, 'g') });
    expect(grams.kind).toMatchObject({ isConverted: true, unit: 'g' });
    expect(grams.valueText).toBe('85728.958');
    expect(readPotassium({ valueQuantity: quantity(4.1, 'mEq/L', 'meq/L') }).kind.isConverted).toBe(false);
  });

  test('10 and 18: extensions are never a second value', () => {
    const rows = readRows(
      read({
        code: loinc('8310-5'),
        valueQuantity: { ...quantity(37, 'Cel'), extension: [{ valueQuantity: quantity(98.6, '[degF]') }] },
      }),
    );
    expect(rows.map(({ value }) => value)).toEqual([37]);
  });
});

const absentBecause = (code: string) =>
  readRow({ code: loinc('2823-3'), dataAbsentReason: { coding: [{ code }] } });

describe('values', () => {
  test('14: the spelling of a number is kept where the page reader kept it, and only if it is that number', () => {
    expect(readPotassium({ valueQuantity: { ...quantity(7, 'mmol/L'), valueText: '7.0' } }).valueText).toBe(
      '7.0',
    );
    expect(readPotassium({ valueQuantity: { ...quantity(7, 'mmol/L'), valueText: '8.0' } }).valueText).toBe(
      '7',
    );
  });

  test('21: a value of 0 is a value', () => {
    const zero = readRow({ code: loinc('1742-6'), valueQuantity: quantity(0, 'U/L') });
    expect([zero.value, zero.valueText, zero.kind.drawing]).toEqual([0, '0', 'line']);
  });

  test('19: a limit is a point off the line', () => {
    const limit = readRow({
      code: loinc('10839-9'),
      valueQuantity: { ...quantity(0.01, 'ng/mL'), comparator: '<' },
    });
    expect(limit.kind).toMatchObject({ comparator: '<', drawing: 'point', outsideRange: '' });
  });

  const textCases: readonly (readonly [string, string, string, string, string, boolean])[] = [
    ['21: number and unit', '26453-1', '5.00 M/mm3', 'line', '', true],
    ['21: number without unit', '2823-3', '4.0', 'listed', 'no-unit', false],
    ['20: limit without unit', '10839-9', '<0.01', 'listed', 'no-unit', false],
    ['20: limit with its unit', '10839-9', '<0.01 ng/mL', 'point', '', true],
    ['21: unit that begins with a digit', '6690-2', '7.2 10*3/uL', 'line', '', true],
    ['6: a blood pressure as text', '8480-6', '120/80', 'listed', 'text', false],
    ['22: a word', '2823-3', 'hemolyzed', 'listed', 'text', false],
    ['trap: haemoglobin in gm/L', '718-7', '15.0 gm/L', 'listed', 'implausible', false],
    ['a unit that does not fit', '718-7', '15.0 mmHg', 'listed', 'text', false],
    ['a number with a remark', '718-7', '15.0 g/dL (repeat)', 'listed', 'text', false],
    ['a code that the catalog does not know', '75215-3', '5.0 mg/dL', 'listed', 'text', false],
  ];
  test.each(textCases)('%s: text results', (_, code, valueString, drawing, reason, isParsedFromText) => {
    const result = readRow({ code: loinc(code), valueString });
    expect(result.kind).toMatchObject({ drawing, reason, isParsedFromText });
    expect(result.kind.comparator + result.valueText).toBe(valueString);
  });

  const otherValues: readonly (readonly [string, object, string, string])[] = [
    ['23: a code', { valueCodeableConcept: { text: 'Former smoker' } }, 'coded', 'Former smoker'],
    [
      '24: a range',
      { valueRange: { low: quantity(3, 'mg'), high: quantity(5, 'mg') } },
      'not-a-number',
      '3 mg – 5 mg',
    ],
    [
      '24: a ratio',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
      'not-a-number',
      '1 : 128',
    ],
    ['24: a boolean', { valueBoolean: false }, 'not-a-number', 'false'],
    ['24: sampled data', { valueSampledData: { data: '1 2 3' } }, 'not-a-number', 'sampled data'],
    ['24: a date', { valueDateTime: '2026-01-01' }, 'not-a-number', '2026-01-01'],
    [
      'a number sent as text inside a quantity',
      { valueQuantity: { value: '5.1', unit: 'mmol/L' } },
      'not-a-number',
      '5.1',
    ],
    ['25: nothing at all', {}, 'no-value', ''],
  ];
  test.each(otherValues)('%s is listed in words', (_, fields, reason, text) => {
    const result = readRow({ code: loinc('72166-2'), ...fields });
    expect(result.kind).toMatchObject({ drawing: 'listed', reason });
    expect(result.valueText).toBe(text);
  });

  test('26 and 33: why there is no value is said', () => {
    expect(reasonText(absentBecause('not-applicable'))).toBe('no value: not-applicable');
    expect(reasonText(absentBecause('masked'))).toBe('no value: hidden by the record system');
  });
});

describe('whose', () => {
  const subjectCases: readonly (readonly [string, object, string])[] = [
    ['68: another patient', { reference: 'Patient/p2' }, 'other-patient'],
    ['69: absolute on this server', { reference: 'https://ehr.example/r4/Patient/p1' }, 'read'],
    ['63: absolute with the default port', { reference: 'https://ehr.example:443/r4/Patient/p1' }, 'read'],
    ['69: versioned', { reference: 'Patient/p1/_history/3' }, 'read'],
    [
      '69: the same id on another server',
      { reference: 'https://other.example/r4/Patient/p1' },
      'other-patient',
    ],
    ['69: identifier only', { identifier: { value: 'p1' } }, 'no-subject'],
    ['contained', { reference: '#p1' }, 'no-subject'],
    ['nobody', {}, 'no-subject'],
  ];
  test.each(subjectCases)('%s', (_, subject, expected) => {
    const reading = read({ code: loinc('2823-3'), subject });
    expect(reading.outcome === 'excluded' ? reading.reason : reading.outcome).toBe(expected);
  });

  test('68: of a result of another patient not even the id is kept', () => {
    expect(read({ code: loinc('2823-3'), subject: { reference: 'Patient/p2' } })).toEqual({
      outcome: 'excluded',
      reason: 'other-patient',
    });
    expect(read({ subject: undefined })).toEqual({ outcome: 'excluded', reason: 'no-subject', id: 'o1' });
  });

  test.each([[null], [1], ['Observation'], [[]], [{}], [{ resourceType: 'Patient' }]])(
    '%j is no Observation',
    (resource) => {
      expect(readObservation(resource, observationContextFixture)).toEqual({
        outcome: 'excluded',
        reason: 'unreadable',
      });
    },
  );
});

test('rule 22: method, body site, specimen and position stand with the result', () => {
  const { kind } = readRow({
    code: loinc('8310-5'),
    valueQuantity: quantity(37.2, 'Cel'),
    method: { text: 'Infrared' },
    bodySite: { coding: [{ display: 'Axilla' }] },
    specimen: { display: 'Arterial blood' },
  });
  expect(kind).toMatchObject({
    context: 'Infrared, Axilla, Arterial blood',
    method: 'Infrared\nArterial blood',
  });
});
