import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readPotassium, readRow, readRows } from '../observationFixture.ts';
import { reasonText } from '../reasons/reasons.ts';
import { notMeasuredWords } from './refusal.ts';

const SAID = [
  'QNS',
  'qns.',
  'Specimen QNS',
  'QNS for testing',
  'QNS - please recollect',
  'Quantity not sufficient',
  'Quantity not sufficient for analysis',
  'quantity insufficient',
  'Insufficient specimen',
  'Insufficient volume to perform test',
  'Specimen was insufficient',
  'TNP',
  'TNP; hemolyzed',
  'Test not performed',
  'Test not performed. Specimen clotted.',
  'TEST NOT PERFORMED DUE TO HEMOLYSIS',
  'test was not done',
  'Not performed',
  'not-performed',
  'Not reported',
  'Hemolyzed, not reported',
  'Specimen hemolyzed - result not reported',
  'Grossly hemolyzed. Unable to report result.',
  'Unable to perform test',
  'Could not be measured, specimen clotted',
  'Cancelled',
  'Canceled by lab',
  'Test cancelled',
  'Test has been cancelled because of clotting',
  'Comment: QNS',
  'Lab comment: test not performed',
  'No result',
  'No result available',
  'Result invalid',
  'Result withheld',
  'Specimen rejected',
  'Sample not received',
  'specimen lost',
  'Nicht durchgeführt',
  'Untersuchung nicht durchgeführt',
  'Bestimmung nicht möglich',
  'Probe hämolytisch, nicht auswertbar',
  'Zu wenig Material',
  'Material nicht ausreichend',
  'Probenmenge unzureichend',
  'Kein Material',
  'Storniert',
  'Untersuchung wurde storniert',
  'Probe nicht eingegangen',
  'Wert nicht verwertbar wegen Hämolyse',
  'No realizado',
  'Examen no realizado por muestra insuficiente',
  'Muestra insuficiente',
  'Cantidad insuficiente',
  'Muestra hemolizada, no se informa',
  'No se pudo procesar',
  'Prueba cancelada',
  'Muestra rechazada',
  'Muestra no recibida',
  'Resultado no disponible',
  'Anulado',
  'Duplicate. Cancelled.',
  'Insufficient serum',
  'QNS for the test',
  'Cantidad insuficiente para la prueba',
  'Menge nicht ausreichend für die Untersuchung',
] as const;

const UNSAID = [
  'Insufficient volume for repeat',
  'QNS for repeat testing',
  'Quantity not sufficient for confirmation',
  'Differential not performed',
  'Manual differential: not performed',
  'Free T4 not performed because TSH is normal',
  'Reflex test not performed',
  'Repeat not performed',
  'Fasting status: not reported',
  'eGFR not reported under 18 years',
  'LDL not calculated when triglycerides exceed 400',
  'Duplicate order cancelled',
  'Critical result called to the ward, read back performed',
  'Test performed at another laboratory',
  'See comment',
  'Hemolyzed',
  'Slightly hemolyzed',
  'Specimen clotted',
  'not QNS',
  'Specimen not rejected',
  'Hemolysis index not measured',
  'Renal insufficiency',
  'Vitamin D insufficient: below 20',
  'Ohne Befund',
  'Nicht hämolytisch',
  'Manuelle Differenzierung nicht durchgeführt',
  'Diferencial manual no realizado',
  'No hemolizada',
  'Muestra en ayunas',
  'Unable to rule out hemolysis',
  // The words before say which test was not done.
  'LDL, not calculated',
  'LDL (not calculated)',
  'LDL - not calculated',
  'AST, not reported due to hemolysis',
  'LDH/AST - not reported due to hemolysis',
  'Morphology - not performed',
  'Crystals - not performed',
  'Isoenzymes; not performed',
  'Fasting - not reported',
  'Pregnancy (not reported)',
  'Last dose; not reported',
  'Gestational age. Not reported.',
  'History, not reported',
  'Smear, unable to perform',
  'Mikroskopie - nicht durchgeführt',
  'Recuento manual, no realizado',
  // It did not suffice for another test.
  'Insufficient specimen to perform confirmatory test',
  'Quantity not sufficient for testing of free T4',
  'Quantity not sufficient to perform free T4',
  'Muestra insuficiente para repetir',
  'Material nicht ausreichend für die Wiederholung',
  // These name another material than the one that was measured, or a finding.
  'Plasma not received; serum tested',
  'Serum insufficient; plasma used',
  'Urine not received',
  'Blood lost',
  'Kein Blut',
  'Kein Urin',
  'Normal result',
  '',
] as const;

describe('words that say that there is no result', () => {
  test.each(SAID)('"%s"', (text) => expect(notMeasuredWords([text])).not.toBe(''));
  test.each(UNSAID)('"%s" does not say so', (text) => expect(notMeasuredWords([text])).toBe(''));

  test('are told as they were sent, without what stands around them', () => {
    expect(notMeasuredWords(['Called 10:15. Test not performed; grossly hemolyzed.'])).toBe(
      'Test not performed',
    );
    expect(notMeasuredWords(['', 'Comment: QNS'])).toBe('QNS');
  });

  test('are not searched for in a clause longer than such words are', () => {
    expect(notMeasuredWords([`QNS due to ${'x'.repeat(200)}`])).toBe('');
  });
});

const notes = (text: string) => ({ note: [{ text }] });
const zero = { valueQuantity: quantity(0, 'mmol/L') };

describe('a number beside words that say that there is no result is listed with them, and never drawn', () => {
  test.each([
    ['a note', notes('Test not performed, hemolyzed')],
    ['an interpretation', { interpretation: [{ text: 'QNS' }] }],
    ['the display of an interpretation', { interpretation: [{ coding: [{ code: 'X', display: 'TNP' }] }] }],
    ['a dataAbsentReason', { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }],
    ['a dataAbsentReason in words', { dataAbsentReason: { text: 'Quantity not sufficient' } }],
    [
      'the condition of the specimen',
      {
        contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text: 'QNS' }] }],
        specimen: { reference: '#s' },
      },
    ],
    [
      'a note of the specimen',
      {
        contained: [{ resourceType: 'Specimen', id: 's', note: [{ text: 'Muestra insuficiente' }] }],
        specimen: { reference: '#s' },
      },
    ],
  ])('in %s', (_, fields) => {
    for (const value of [{}, zero]) {
      const { kind } = readPotassium({ ...fields, ...value });
      expect(kind.drawing).toBe('listed');
      expect(kind.absentReason).not.toBe('');
      expect(reasonText({ kind })).not.toBe('');
    }
  });

  test('the reason and the words stand with it', () => {
    const { kind, valueText } = readPotassium({ ...zero, ...notes('QNS') });
    expect(valueText).toBe('0');
    expect(kind).toMatchObject({ reason: 'not-measured', absentReason: 'QNS' });
    expect(reasonText({ kind })).toBe('sent with words that there is no result');
  });

  test('a component has its own words', () => {
    const component = [
      {
        code: loinc('2823-3'),
        valueQuantity: quantity(4.2, 'mmol/L'),
        interpretation: [{ text: 'QNS' }],
      },
      { code: loinc('2951-2'), valueQuantity: quantity(140, 'mmol/L') },
    ];
    const rows = readRows(read({ code: loinc('24321-2'), component }));
    expect(rows.map(({ kind }) => kind.drawing)).toEqual(['listed', 'line']);
  });

  test('the words of a panel do not say which of its numbers they mean, but a 0 is none', () => {
    const part = (value: number) => ({
      code: loinc('24321-2'),
      component: [{ code: loinc('2823-3'), valueQuantity: quantity(value, 'mmol/L') }],
      ...notes('Test not performed'),
    });
    expect([4.2, 0].map((value) => readRow(part(value)).kind.drawing)).toEqual(['line', 'listed']);
  });

  test('a text and a cancelled result keep their own reason', () => {
    expect(readRow({ code: loinc('2823-3'), valueString: 'see note', ...notes('QNS') }).kind).toMatchObject({
      reason: 'text',
    });
    expect(readPotassium({ status: 'cancelled', ...notes('QNS') }).kind).toMatchObject({ reason: 'status' });
  });
});

describe('a 0 fills a field where the words point elsewhere', () => {
  const of = (code: string, value: number, unit: string, fields: object) =>
    readRow({ code: loinc(code), valueQuantity: quantity(value, unit), ...fields }).kind;

  test.each([
    'See comment',
    'see note below',
    'Siehe Kommentar',
    'Ver comentario',
    'ver nota',
    's. Bemerkung',
  ])('"%s" beside a potassium of 0 lists it, and beside 4.2 not', (text) => {
    expect(readPotassium({ ...zero, ...notes(text) }).kind.reason).toBe('not-measured');
    expect(readPotassium(notes(text)).kind.drawing).toBe('line');
  });

  test.each(['Hemolyzed', 'Specimen clotted', 'Probe hämolytisch', 'Muestra coagulada'])(
    'so does "%s"',
    (text) => {
      expect(readPotassium({ ...zero, ...notes(text) }).kind.reason).toBe('not-measured');
      expect(readPotassium(notes(text)).kind).toMatchObject({ drawing: 'line', reason: '' });
    },
  );

  test('a count may be 0, unless its specimen clotted', () => {
    expect(of('704-7', 0, '10*3/uL', notes('See comment')).drawing).toBe('line');
    expect(of('704-7', 0, '10*3/uL', notes('Slightly lipemic')).drawing).toBe('line');
    expect(of('777-3', 0, '10*3/uL', notes('Specimen clotted')).reason).toBe('not-measured');
    expect(of('777-3', 23, '10*3/uL', notes('Specimen clotted')).drawing).toBe('line');
    expect(of('777-3', 0, '10*3/uL', {}).drawing).toBe('line');
  });

  test('platelets that clump are no 0, and the other cells may be', () => {
    for (const text of [
      'Platelet clumps present',
      'Thrombozytenaggregate',
      'Agrégats plaquettaires',
      'PTCP: grumos plaquetarios',
    ]) {
      expect(of('777-3', 0, '10*3/uL', notes(text)).reason).toBe('not-measured');
      expect(of('777-3', 41, '10*3/uL', notes(text))).toMatchObject({ drawing: 'line' });
      expect(of('777-3', 41, '10*3/uL', notes(text)).condition).not.toBe('');
      expect(of('704-7', 0, '10*3/uL', notes(text)).drawing).toBe('line');
    }
  });

  test.each([
    ['2857-1', 'ng/mL'],
    ['1988-5', 'mg/L'],
    ['5643-2', 'mg/dL'],
    ['21198-7', 'm[IU]/mL'],
  ])('serum clots as it should, so that a 0 of %s stays', (code, unit) => {
    expect(of(code, 0, unit, notes('Specimen clotted')).drawing).toBe('line');
  });
});
