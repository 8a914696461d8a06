/** A result that was sent twice and does not agree with itself is never decided here (rules 17, 21 and 26). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, read, readPotassium, readRow } from '../../clinical/observation/observationFixture.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const sent = quantity(4.2, 'mmol/L');

describe('several values of one result', () => {
  test.each([
    ['words', { valueString: 'hemolyzed, do not use' }, '4.2 mmol/L; hemolyzed, do not use'],
    ['a coded answer', { valueCodeableConcept: { text: 'Positive' } }, '4.2 mmol/L; Positive'],
    ['another number', { valueInteger: 7 }, '4.2 mmol/L; 7'],
    ['a yes', { valueBoolean: true }, '4.2 mmol/L; true'],
  ])('that differ by %s are all listed, and none is drawn', (_, other, valueText) => {
    expect(readPotassium(other)).toMatchObject({
      valueText,
      kind: { drawing: 'listed', reason: 'not-a-number' },
    });
  });

  test.each(['4.2', '4.2 mmol/L', '', ' '])('that agree (%j) are one', (valueString) => {
    expect(readPotassium({ valueString })).toMatchObject({ value: 4.2, kind: { drawing: 'line' } });
  });

  test.each([
    [{ unit: 'mmol/L' }, { valueString: '>10, repeat' }, '>10, repeat'],
    [{}, { valueString: 'clotted' }, 'clotted'],
    [{ _value: {} }, { valueCodeableConcept: { text: 'Not detected' } }, 'Not detected'],
  ])('an empty number %j hides no other value', (valueQuantity, other, valueText) => {
    expect(readPotassium({ valueQuantity, ...other }).valueText).toBe(valueText);
  });
});

describe('several times of one result', () => {
  const AT = '2026-11-01T08:00:00Z';
  const period = (start: string, end: string) => ({ effectivePeriod: { start, end } });
  const timed = (times: object) => readPotassium({ effectiveDateTime: undefined, ...times });

  test.each([
    [{ effectiveDateTime: AT, effectiveInstant: '2026-11-02T08:00:00Z' }, `${AT}; 2026-11-02T08:00:00Z`],
    [{ effectiveDateTime: '2025-11-01', effectiveInstant: AT }, `2025-11-01; ${AT}`],
    [
      { effectiveDateTime: '2026-10-31', effectiveInstant: '2026-11-02T13:00:00Z' },
      '2026-10-31; 2026-11-02T13:00:00Z',
    ],
    [{ effectiveDateTime: '2026-11-01', effectiveInstant: '2026-11-02' }, '2026-11-01; 2026-11-02'],
    [{ effectiveDateTime: '2026-10', effectiveTiming: { event: ['2026-11-01'] } }, '2026-10; 2026-11-01'],
    [{ effectiveDateTime: AT, ...period(AT, '2026-11-02T08:00:00Z') }, `${AT}; ${AT}/2026-11-02T08:00:00Z`],
    [
      { effectiveInstant: AT, effectiveTiming: { event: ['2024-11-01T08:00:00Z'] } },
      `${AT}; 2024-11-01T08:00:00Z`,
    ],
    [{ effectiveDateTime: '9999-12-31', effectiveInstant: AT }, `9999-12-31; ${AT}`],
  ])('that differ (%j) are all told, and neither is chosen', (times, effective) => {
    const row = timed(times);
    expect(row).toMatchObject({ effective, timeMs: NaN, valueText: '4.2' });
    expect(row.kind).toMatchObject({
      drawing: 'listed',
      reason: 'two-times',
      precision: 'none',
      hasImpossibleTime: true,
    });
  });

  test.each([
    [{ effectiveDateTime: AT, effectiveInstant: '2026-11-01T02:00:00-06:00' }, AT],
    [{ effectiveDateTime: '2026-11-01', effectiveInstant: AT }, AT],
    [{ effectiveDateTime: '2026', effectiveInstant: AT }, AT],
    [{ effectiveDateTime: '2026-11', effectiveTiming: { event: ['2026-11-01'] } }, '2026-11-01'],
    // A day is that of any zone.
    [{ effectiveDateTime: '2026-10-31', effectiveInstant: AT }, AT],
    [{ effectiveDateTime: AT, ...period('2026-10-31T08:00:00Z', AT) }, AT],
    [{ effectiveDateTime: 'yesterday', effectiveInstant: AT }, AT],
    [{ effectiveDateTime: ' ', effectiveInstant: AT }, AT],
    [{ effectiveDateTime: AT, effectivePeriod: {} }, AT],
    [{ effectiveDateTime: AT, effectiveTiming: { code: { text: 'BID' } } }, AT],
  ])('that agree (%j) are one, the most exact', (times, effective) => {
    expect(timed(times)).toMatchObject({ effective, kind: { reason: '', hasImpossibleTime: false } });
  });
});

describe('a unit in words and another as code', () => {
  test.each([
    ['2823-3', 4.2, 'mg/dL', 'mmol/L'],
    ['2823-3', 4.2, 'mol/L', 'mmol/L'],
    ['1751-7', 4.1, 'mg/dL', 'g/dL'],
    ['http', 40, 'mg/L', 'mg/dL'],
    ['http', 40, 'mmol/L', 'mg/dL'],
    ['http', 40, 'g', 'g/L'],
  ])('%s %d with %s for the code %s is listed', (code, value, unit, unitCode) => {
    const row = readRow({ code: loinc(code), valueQuantity: quantity(value, unit, unitCode) });
    expect(row.kind).toMatchObject({ drawing: 'listed', reason: 'unit-mismatch', unit, unitCode });
  });

  test.each([
    ['2823-3', 4.2, 'mEq/L', 'mmol/L'],
    ['3016-3', 2, 'mIU/L', 'u[IU]/mL'],
    ['2276-4', 80, 'µg/L', 'ng/mL'],
    ['6690-2', 7, 'K/uL', '10*3/uL'],
    ['98979-8', 60, 'mL/min', 'mL/min/{1.73_m2}'],
    ['http', 40, 'ng/mL', 'ug/L'],
    ['http', 40, 'a local word', 'mg/dL'],
  ])('%s %d with %s for the code %s is the same', (code, value, unit, unitCode) => {
    const row = readRow({ code: loinc(code), valueQuantity: quantity(value, unit, unitCode) });
    expect(row.kind.reason).toBe('');
  });
});

describe('a value beside the reason why there is none', () => {
  const concept = (code: string) => ({ dataAbsentReason: { coding: [{ code }] } });

  test.each([
    [{ valueQuantity: quantity(0, 'mmol/L'), ...concept('not-performed') }],
    [{ valueQuantity: { ...quantity(0, 'mmol/L'), extension: [{ url: ABSENT, valueCode: 'error' }] } }],
    [
      {
        valueQuantity: {
          ...quantity(0, 'mmol/L'),
          _value: { extension: [{ url: ABSENT, valueCode: 'error' }] },
        },
      },
    ],
  ])('that is 0 fills a field: it is listed with the reason, and never drawn', (fields) => {
    const { valueText, kind } = readPotassium(fields);
    expect(valueText).toBe('0');
    expect(kind).toMatchObject({ drawing: 'listed' });
    expect(kind.absentReason).not.toBe('');
  });

  test.each([
    [{ valueInteger: 0, ...concept('not-performed') }],
    [{ valueInteger: 0, _valueInteger: { extension: [{ url: ABSENT, valueCode: 'not-performed' }] } }],
  ])('that is a whole 0, such as a score, is listed with the reason too', (fields) => {
    const { valueText, kind } = readRow({ code: loinc('9267-6'), ...fields });
    expect(valueText).toBe('0');
    expect(kind).toMatchObject({ drawing: 'listed', absentReason: 'not-performed' });
  });

  test('a whole number too large for a computer is listed, and a 0 without a reason is drawn', () => {
    const pain = (valueInteger: number) => readRow({ code: loinc('72514-3'), valueInteger });
    expect(pain(Number.POSITIVE_INFINITY).kind.drawing).toBe('listed');
    expect(pain(0)).toMatchObject({ value: 0, valueText: '0', kind: { reason: '' } });
  });

  test('that is another number stays, with the reason', () => {
    const kept = { ...sent, _value: { extension: [{ url: ABSENT, valueCode: 'error' }] } };
    for (const fields of [concept('error'), { valueQuantity: kept }])
      expect(readPotassium(fields)).toMatchObject({
        value: 4.2,
        kind: { drawing: 'line', absentReason: 'error' },
      });
  });

  test('a comparator that is kept back may be any, so that the number is not drawn', () => {
    const extension = [{ url: ABSENT, valueCode: 'masked' }];
    expect(readPotassium({ valueQuantity: { ...sent, _comparator: { extension } } }).kind.drawing).toBe(
      'listed',
    );
  });
});

describe('what may turn the meaning around', () => {
  test('rules of the server that Longview does not know: the result is listed for review', () => {
    expect(readPotassium({ implicitRules: 'https://ehr.example/rules/negated' }).kind).toMatchObject({
      drawing: 'listed',
      reason: 'modifier',
    });
    expect(readPotassium({ implicitRules: ' ' }).kind.reason).toBe('');
  });

  test('a range with a modifier extension is printed, and neither drawn nor compared with', () => {
    const range = { low: { value: 3 }, high: { value: 4 }, modifierExtension: [{ url: 'x' }] };
    expect(readPotassium({ referenceRange: [range] }).kind).toMatchObject({
      band: undefined,
      outsideRange: '',
      rangeText: '3–4',
    });
  });
});

describe('a range that says two things', () => {
  const limits = { low: { value: 3.5 }, high: { value: 4 } };

  test.each(['3.5-5.1', '3.4 - 4.0', '3.5–4.5 mmol/L'])('numbers and the words "%s": no band', (text) => {
    expect(readPotassium({ referenceRange: [{ ...limits, text }] }).kind).toMatchObject({
      band: undefined,
      outsideRange: '',
      rangeText: text,
    });
  });

  test.each(['3.50-4.00', '3.5 – 4 mmol/L', 'see report', '<200'])(
    '"%s" beside it changes nothing',
    (text) => {
      expect(readPotassium({ referenceRange: [{ ...limits, text }] }).kind.outsideRange).toBe('above');
    },
  );

  test('its unit in words and as code: no band', () => {
    const inBoth = (value: number) => ({ value, unit: 'mg/dL', code: 'mmol/L' });
    expect(readPotassium({ referenceRange: [{ low: inBoth(3.5), high: inBoth(4) }] }).kind.band).toBe(
      undefined,
    );
  });

  test.each([
    ['Normal range, pregnant', false],
    ['Normal for age 2-5', false],
    ['Normal Range', true],
    ['normal', true],
    ['Normal reference range', true],
  ])('the type "%s" is that of everybody: %s', (text, isOfAll) => {
    const { band } = readPotassium({ referenceRange: [{ ...limits, type: { text } }] }).kind;
    expect(band !== undefined).toBe(isOfAll);
  });
});

describe('a critical result in the words of another language', () => {
  test.each([
    ['Valor crítico', 'AA'],
    ['PÁNICO', 'AA'],
    ['kritisch hoch', 'HH'],
    ['Kritisch erniedrigt, tief', 'LL'],
    ['critique', 'AA'],
    ['critico basso', 'LL'],
    ['kritiek laag', 'LL'],
    ['Alarmwert', 'AA'],
    ['crítico alto', 'HH'],
  ])('%s is %s', (text, flag) => {
    expect(readPotassium({ interpretation: [{ text }] }).kind.flag).toBe(flag);
  });

  test.each([
    'no crítico',
    'nicht kritisch',
    'unkritisch',
    'non critique',
    'kein kritischer Wert',
    'criteria met',
  ])('%s is not', (text) => {
    expect(readPotassium({ interpretation: [{ text }] }).kind.flag).toBe('other');
  });
});

test.each(['W', 'd', 'wrong', 'Wrong patient'])(
  'the status "%s" of HL7 version 2 takes the result back',
  (status) => {
    expect(read({ status, code: loinc('2823-3'), valueQuantity: sent }).outcome).toBe('withdrawn');
  },
);

test('the status "X" of HL7 version 2 is a cancelled test, which has no value', () => {
  expect(readPotassium({ status: 'X' })).toMatchObject({ valueText: '', kind: { status: 'cancelled' } });
});
