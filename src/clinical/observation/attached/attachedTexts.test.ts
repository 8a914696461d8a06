import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachedWords } from './attachedWords.ts';
import { quantity, read, readPotassium, readRow, readRows } from '../observationFixture.ts';
import { createRowKinds, indexOfKind } from '../rowKinds.ts';
import { loinc } from '../../../testing/codes.ts';
import { observationTexts } from '../observation.messages.ts';

const POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';

describe('notes', () => {
  test('a note has its text, author and time, and several stay several', () => {
    const note = [
      { text: 'Seen by the ward', authorString: 'Night laboratory', time: '2026-01-02T20:00:00Z' },
      { text: 'Repeated', authorReference: { display: 'A. Chemist' } },
      { text: '  ' },
    ];
    expect(readPotassium({ note }).attached?.notes).toEqual([
      { text: 'Seen by the ward', author: 'Night laboratory', time: '2026-01-02T20:00:00Z' },
      { text: 'Repeated', author: 'A. Chemist', time: '' },
    ]);
  });

  test('rule 59: a note of 100 kB is one short line that says that it was cut', () => {
    const [note] = readPotassium({ note: [{ text: 'word '.repeat(20_000) }] }).attached?.notes ?? [];
    expect(note?.text.length).toBeLessThanOrEqual(280);
    expect(note?.text).toMatch(/word…$/);
  });

  test('breaks, control characters and marks of direction are taken out, and markup stays text', () => {
    const text = 'a\r\n\u202Eb\u2066c\u0000 <script>alert(1)</script>';
    expect(readPotassium({ note: [{ text }] }).attached?.notes[0]?.text).toBe(
      'a bc <script>alert(1)</script>',
    );
  });

  test('any text becomes one line of at most 280 characters without half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        for (const note of readPotassium({ note: [{ text }] }).attached?.notes ?? []) {
          expect(note.text.length).toBeLessThanOrEqual(280);
          expect(note.text).not.toMatch(/[\n\r\u202E]/);
          expect(note.text).not.toMatch(/[\uD800-\uDBFF]…$/);
        }
      }),
    );
  });

  test('results with notes of their own share one kind', () => {
    const kinds = createRowKinds();
    const row = (i: number) =>
      readRow(
        {
          id: `o${i}`,
          code: loinc('2823-3'),
          valueQuantity: quantity(4.2, 'mmol/L'),
          note: [{ text: `Accession ${i}` }],
          contained: [{ id: 's', collection: { collectedDateTime: `2026-01-02T10:${10 + i}:00Z` } }],
          specimen: { reference: '#s' },
        },
        { kinds },
      );
    expect(new Set([row(1), row(2), row(3)].map(({ kind }) => indexOfKind(kind))).size).toBe(1);
  });

  test('the time of collection is kept where it differs from the time of the result', () => {
    const collected = (collectedDateTime: string) =>
      readPotassium({
        contained: [{ id: 's', collection: { collectedDateTime } }],
        specimen: { reference: '#s' },
      }).attached?.collected;
    expect(collected('2026-01-02T17:50:00Z')).toBe('2026-01-02T17:50:00Z');
    expect(collected('2026-01-01')).toBe('2026-01-01');
    expect(collected('2026-01-02T12:30:00-06:00')).toBeUndefined();
  });
});

describe('a data-absent reason beside a value', () => {
  test.each([
    ['error', 'Error'],
    ['unsupported', undefined],
  ])('%s is seen with the value', (code, display) => {
    const system = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
    const row = readPotassium({ dataAbsentReason: { coding: [{ system, code, display }] } });
    expect(row.valueText).toBe('4.2');
    expect(row.kind.drawing).toBe('line');
    expect(attachedWords(row)).toEqual([observationTexts('sentAsAbsent', { reason: display ?? code })]);
  });

  test('not-performed says that the number is no result', () => {
    const row = readPotassium({ dataAbsentReason: { coding: [{ code: 'not-performed' }] } });
    expect(row.kind).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
    expect(attachedWords(row)).toEqual([observationTexts('sentAsAbsent', { reason: 'not-performed' })]);
  });

  test('without a value it is the reason why there is none, and is said once', () => {
    const row = readPotassium({ valueQuantity: undefined, dataAbsentReason: { text: 'Refused' } });
    expect(attachedWords(row)).toEqual([]);
    expect(row.kind.absentReason).toBe('Refused');
  });
});

describe('circumstances', () => {
  const contextOf = (fields: object) => readPotassium(fields).kind.context;
  const component = (code: object, value: object) => ({ component: [{ code, ...value }] });

  test.each([
    ['position', { extension: [{ url: POSITION, valueCodeableConcept: { text: 'Prone' } }] }, 'Prone'],
    [
      'another extension of position',
      {
        extension: [
          {
            url: 'https://x.example/StructureDefinition/BodyPositionExt',
            valueCoding: { display: 'Recumbent' },
          },
        ],
      },
      'Recumbent',
    ],
    [
      'sleep, yes or no',
      {
        extension: [
          { url: 'http://hl7.org/fhir/us/vitals/StructureDefinition/SleepStatusExt', valueBoolean: true },
        ],
      },
      'SleepStatusExt: yes',
    ],
    [
      'side of the body',
      { bodySite: { coding: [{ display: 'Upper arm' }, { display: 'Left' }] } },
      'Upper arm (Left)',
    ],
    ['cuff', component(loinc('8358-4'), { valueCodeableConcept: { text: 'Thigh cuff' } }), 'Thigh cuff'],
    ['fasting', component({ text: 'Fasting status' }, { valueBoolean: false }), 'Fasting status: no'],
    [
      'exercise',
      component({ text: 'Exercise' }, { valueString: 'after stair climbing' }),
      'Exercise: after stair climbing',
    ],
    ['site', component(loinc('41904-4'), { valueCodeableConcept: { text: 'Right wrist' } }), 'Right wrist'],
    [
      'a contained device',
      { contained: [{ id: 'd', deviceName: [{ name: 'Cuff L' }] }], device: { reference: '#d' } },
      'Cuff L',
    ],
  ])('%s', (_, fields, context) => {
    const rows = readRows(read({ code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L'), ...fields }));
    expect(rows.at(-1)?.kind.context).toBe(context);
  });

  test('how a specimen was collected: method, site and fasting', () => {
    const collected = (collection: object) =>
      contextOf({ contained: [{ id: 's', collection }], specimen: { reference: '#s' } });
    const fasting = (code: string) => ({
      fastingStatusCodeableConcept: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0916', code }],
      },
    });
    expect(collected({ method: { text: 'Line draw' }, bodySite: { text: 'Right arm' } })).toBe(
      'Line draw, Right arm',
    );
    expect(collected(fasting('F'))).toBe('fasting');
    expect(collected(fasting('NF'))).toBe('not fasting');
    expect(collected({ fastingStatusDuration: { value: 10, unit: 'h' } })).toBe('fasting 10 h');
  });

  test.each([
    ['Glucose, non-fasting', 'non-fasting'],
    ['Heart rate --resting', 'resting'],
    ['SpO2 on room air', 'on room air'],
    ['Lactate post exercise', 'post exercise'],
    ['Blood pressure Sitting, at rest', 'Sitting, at rest'],
  ])('the words of the code "%s" say "%s"', (text, context) => {
    expect(readRow({ code: { text }, valueQuantity: quantity(5, '1') }).kind.context).toBe(context);
  });

  test('hundreds of components and endless words stay a short text and lose no result', () => {
    const many = Array.from({ length: 600 }, (_, i) => ({
      code: { text: 'Patient activity' },
      valueString: `${'run '.repeat(200)}${i}`,
    }));
    const rows = readRows(
      read({ code: loinc('2823-3'), component: many, method: { text: 'm'.repeat(100_000) } }),
    );
    expect(rows).toHaveLength(600);
    expect(rows[0]?.kind.context.length).toBeLessThan(3000);
  });
});
