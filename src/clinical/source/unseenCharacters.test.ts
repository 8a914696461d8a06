import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, readPotassium, readRow, readRows } from '../observation/observationFixture.ts';
import { readSubject } from '../fhirElements/subject.ts';
import { annotationText } from '../events/annotation.ts';
import { reportText } from '../events/reportText.ts';
import { readSource } from './source.ts';

const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Puts a text into every field of an Observation that holds one. */
const observationOf = (text: string) => ({
  status: text,
  code: { text, coding: [{ system: text, code: text, display: text }] },
  effectiveDateTime: text,
  method: { text },
  bodySite: { coding: [{ display: text }] },
  specimen: { display: text },
  device: { display: text },
  performer: [{ display: text }],
  note: [{ text, authorString: text, time: text }],
  interpretation: [{ text, coding: [{ code: text, display: text }] }],
  referenceRange: [{ text, low: { value: 1, unit: text } }, { text }],
  dataAbsentReason: { text },
  component: [
    { code: { text }, valueQuantity: { value: -4.5, unit: text, code: text, comparator: text } },
    { code: { text }, valueString: text },
    { code: { text }, valueCodeableConcept: { text } },
    { code: { text }, valueRatio: { numerator: { value: 1, unit: text }, denominator: { unit: text } } },
  ],
});

/** Returns every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\u202E', '\u2066', '\u200B', '\u0007', '\uFEFF', '5.8', '=', ' '),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

describe('characters that nobody sees', () => {
  test('are in no text of any row, whatever field they were sent in', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = readRows(read(observationOf(text)));
        expect(rows.length).toBeGreaterThanOrEqual(4);
        const texts = rows.flatMap(({ kind, valueText, attached, effective }) =>
          textsIn([kind, valueText, attached, effective]),
        );
        expect(texts.filter((one) => UNSEEN.test(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('do not turn a result around: the digits stand in the order in which they were sent', () => {
    expect(readRow({ code: { text: 'Ward note' }, valueString: '\u202E13.2\u202C mmol/L' }).valueText).toBe(
      '13.2 mmol/L',
    );
    expect(readPotassium({ valueQuantity: { value: 4.2, unit: '\u202EL/lomm\u202C' } }).kind.unit).toBe(
      'L/lomm',
    );
    expect(readPotassium({ referenceRange: [{ text: '\u202E1.5\u202C-\u20665.3' }] }).kind.rangeText).toBe(
      '1.5-5.3',
    );
  });

  test('leave a text in words: a number is drawn of a clean text alone', () => {
    for (const valueString of [
      '1\u200B2 mmol/L',
      '\u202E2.4 mmol/L',
      '4.2 mmol/L\u2060',
      '4\u00AD.2 mmol/L',
    ]) {
      const { kind, valueText } = readPotassium({ valueQuantity: undefined, valueString });
      expect([valueString, kind.drawing, kind.reason]).toEqual([valueString, 'listed', 'text']);
      expect(valueText).not.toMatch(UNSEEN);
    }
  });

  test('make no range of a text that only looks like one', () => {
    expect(readPotassium({ referenceRange: [{ text: '3.5-5.1' }] }).kind.band).toMatchObject({ low: 3.5 });
    expect(readPotassium({ referenceRange: [{ text: '3\u200B.5-5.1' }] }).kind.band).toBeUndefined();
  });

  test('make nobody this patient: a reference is compared as it was sent', () => {
    const context = { patientId: 'p1', fhirBase: 'https://ehr.example/r4' };
    for (const reference of ['Patient/p1\u200B', 'Patient/\u2060p1', 'Patient/p\u00AD1', '\u202EPatient/p1'])
      expect([reference, readSubject({ subject: { reference } }, context)]).not.toContain('this-patient');
  });

  test('are not in a note or a report that spells them out in RTF, in HTML or in base64', () => {
    const note = '{\\rtf1\\ansi Potassium \\u8238?8.5 mmol/L\\u8203? seen}';
    expect(annotationText(note)).toBe('Potassium 8.5 mmol/L seen');
    const form = (contentType: string, text: string) =>
      reportText({ presentedForm: [{ contentType, data: btoa(text) }] }, 'final', false);
    expect(form('text/html', '<p>Potassium &#8238;8.5&#x2066; &#8203;mmol/L</p>')).toBe(
      'Potassium 8.5 mmol/L',
    );
    expect(form('text/plain; charset=utf-8', 'Sodium \u00E2\u0080\u00AE041')).toBe('Sodium 041');
  });

  test('are not in the source that is opened from a result', () => {
    const text = 'Seen \u202Eyb\u202C ward\u200B 4';
    const opened = readSource(
      { resourceType: 'Observation', id: 'o1', subject: { reference: 'Patient/p1' }, ...observationOf(text) },
      { id: 'o1', patientId: 'p1', fhirBase: 'https://ehr.example/r4', hidePreliminary: false },
    );
    expect(textsIn(opened)).toContain('Seen yb ward 4');
    expect(textsIn(opened).filter((one) => UNSEEN.test(one))).toEqual([]);
  });
});
