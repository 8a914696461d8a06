import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trimmedText } from '../../fhirElements/fhirElement.ts';
import { conditionWords } from './specimenCondition.ts';
import { readPotassium, readRow, readRows, read, quantity } from '../observationFixture.ts';
import { loinc } from '../../../testing/codes.ts';

const inSpecimen = (specimen: object) => ({
  contained: [{ resourceType: 'Specimen', id: 's', ...specimen }],
  specimen: { reference: '#s' },
});
const v2 = (table: string, code: string, display?: string) => ({
  coding: [
    { system: `http://terminology.hl7.org/CodeSystem/v2-${table}`, code, ...(display && { display }) },
  ],
});

describe('words that say that a specimen was in a bad state', () => {
  test.each([
    ['Specimen moderately hemolyzed.', 'moderately hemolyzed'],
    ['GROSSLY HAEMOLYSED - please repeat', 'GROSSLY HAEMOLYSED'],
    ['Sample is lipaemic', 'lipaemic'],
    ['slightly icteric serum', 'slightly icteric'],
    ['Hemolysis: 2+', 'Hemolysis'],
    ['Lipemia index: 2+', 'Lipemia'],
    ['Marked hemolysis', 'Marked hemolysis'],
    ['Falsely high due to hemolysis', 'hemolysis'],
    ['QNS', 'QNS'],
    ['Insufficient volume for repeat', 'Insufficient volume'],
    ['Specimen clotted, not reported.', 'clotted'],
    ['Probe hämolytisch', 'hämolytisch'],
    ['{\\rtf1 Specimen hemolyzed\\par}', 'hemolyzed'],
    ['Not received on ice; hemolyzed', 'hemolyzed'],
    ['Muestra hemolizada', 'hemolizada'],
    ['Muestra muy lipémica', 'lipémica'],
    ['Suero ictérico', 'ictérico'],
    ['Muestra coagulada', 'coagulada'],
    ['Probe geronnen', 'geronnen'],
    ['Possible EDTA contamination', 'Possible EDTA contamination'],
    ['IV fluid contamination suspected', 'IV fluid contamination'],
    ['Possible contamination with dextrose', 'Possible contamination'],
    ['Drawn above running IV', 'Drawn above running IV'],
    ['Fibrin strands present', 'Fibrin strands'],
    ['Tube underfilled', 'underfilled'],
    ['Cannot rule out EDTA contamination', 'EDTA contamination'],
    ['EDTA contamination could not be ruled out', 'EDTA contamination'],
    ['EDTA contamination not excluded', 'EDTA contamination'],
    ['Could not exclude EDTA contamination', 'EDTA contamination'],
    ['We are unable to exclude an EDTA contamination', 'EDTA contamination'],
    ['EDTA contamination nicht ausgeschlossen', 'EDTA contamination'],
    ['No se puede excluir contaminated sample', 'contaminated'],
    ['Exclude this result, hemolyzed', 'hemolyzed'],
    ['Excluded, because hemolyzed', 'hemolyzed'],
    ['Specimen clotted: excluded from analysis', 'clotted'],
    ['Hemolyzed sample excluded', 'Hemolyzed'],
    ['Muestra hemolizada descartada', 'hemolizada'],
    ['Descartar la muestra coagulada', 'coagulada'],
    ['EDTA contamination excluded, but hemolyzed', 'hemolyzed'],
    ['Clotted. EDTA contamination excluded.', 'Clotted'],
    ['Clotted. Contamination ruled out.', 'Clotted'],
  ])('"%s"', (text, words) => {
    expect(conditionWords(text)).toEqual([words]);
  });

  test.each([
    ['Contamination noted from the drip arm', ['Contamination', 'drip arm']],
    ['?drip arm', ['drip arm']],
    ['Taken from drip arm', ['drip arm']],
    ['V.a. EDTA-Kontamination', ['V.a. EDTA-Kontamination']],
    ['Verdacht auf Kontamination mit Infusionslösung', ['Verdacht auf Kontamination']],
    ['Specimen misidentified', ['misidentified']],
    ['Muestra mal identificada', ['mal identificada']],
    ['Muestra mal rotulada', ['mal rotulada']],
    ['Amostra mal identificada', ['mal identificada']],
    ['Tube mal étiqueté', ['mal étiqueté']],
    ['Röhrchen falsch beschriftet', ['falsch beschriftet']],
  ])('are told of where it was drawn, and for whom: "%s"', (text, words) => {
    expect(conditionWords(text)).toEqual(words);
  });

  test.each([
    'Not from drip arm',
    'Kontamination ausgeschlossen',
    'Keine EDTA-Kontamination',
    'EDTA contamination excluded',
    'Nicht falsch beschriftet',
  ])('are not told where they are denied: "%s"', (text) => {
    expect(conditionWords(text)).toEqual([]);
  });

  test.each([
    'Specimen not hemolyzed',
    'No visible hemolysis.',
    'Not hemolyzed, icteric, or lipemic',
    'Non-hemolyzed plasma',
    'Hemolysis: none',
    'Hemolyzed: no.',
    'hemolysis not detected',
    'Hemolysis index 12, icterus index 1',
    'If hemolyzed, please recollect',
    'Hemolysis may raise potassium',
    'Autoimmune haemolytic anaemia',
    'Probe nicht hämolytisch',
    'Muestra no hemolizada',
    'Sin muestra coagulada',
    'Fibrin degradation products',
    'No EDTA contamination',
    'Not drawn above an IV',
    'Repeat to rule out EDTA contamination',
    'Rule out: EDTA contamination',
    'R/O possible contamination',
    'Please exclude EDTA contamination',
    'Please exclude hemolyzed, icteric or lipemic',
    'Repeated, ruling out IV fluid contamination',
    'Check for EDTA contamination',
    'Unlikely to be EDTA contamination',
    'Zum Ausschluss einer EDTA contamination',
    'Ausschluß EDTA contamination',
    'Para descartar muestra hemolizada',
    'Descartar suero lipémico',
    'Excluir muestra coagulada',
    'EDTA contamination excluded',
    'EDTA contamination was ruled out.',
    'EDTA contamination should be ruled out',
    'Possible contamination has been excluded',
    'EDTA contamination is unlikely',
    'EDTA contamination: unlikely',
    'EDTA contamination ist ausgeschlossen',
    'EDTA contamination bitte ausschließen',
    'EDTA contamination unwahrscheinlich',
    'EDTA contamination descartada',
    'Drawn above IV: ruled out',
    'Gross hemolysis ruled out',
    'Marked lipemia unlikely',
    'Sangre coagulada',
    'Clotted blood',
    'Insufficient evidence of deficiency',
    'Renal insufficiency',
    'Prolonged clotting time',
    '',
  ])('"%s" says nothing of the kind', (text) => {
    expect(conditionWords(text)).toEqual([]);
  });

  // How long a hostile text keeps the patterns busy is counted in steps (build/patterns/).
  test('of a text of any kind nothing is told that does not stand in it, in its order', () => {
    const parts = [
      'no ',
      'not ',
      'hemolyzed',
      'clots ',
      '1+ ',
      ', ',
      'or ',
      'slightly ',
      'x',
      '\u202E',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 4000 }), (words) => {
        const text = trimmedText(words.join(''));
        let from = 0;
        for (const found of conditionWords(text)) {
          const at = text.indexOf(found, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + found.length;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the state of the specimen stands with the result, as it was sent', () => {
  test.each([
    ['Specimen.condition', inSpecimen({ condition: [{ text: 'Haemolysed' }] }), 'Haemolysed'],
    ['a code of v2-0493 alone', inSpecimen({ condition: [v2('0493', 'HEM')] }), 'hemolyzed'],
    [
      'a code of v2-0493 with its display',
      inSpecimen({ condition: [v2('0493', 'CLOT', 'Clotted')] }),
      'Clotted',
    ],
    ['a code of v2-0490', inSpecimen({ condition: [v2('0490', 'RN')] }), 'contaminated'],
    ['an unknown state', inSpecimen({ condition: [{ text: 'Wrong tube' }] }), 'Wrong tube'],
    ['a note of the specimen', inSpecimen({ note: [{ text: 'lipemic ++' }] }), 'lipemic'],
    ['the display of the specimen', { specimen: { display: 'Serum, slightly icteric' } }, 'slightly icteric'],
    ['a note', { note: [{ text: 'Result unreliable: clotted.' }] }, 'clotted'],
    ['the words of an interpretation', { interpretation: [{ text: 'HEMOLYZED' }] }, 'HEMOLYZED'],
    ['a code as interpretation', { interpretation: [v2('0493', 'LIP')] }, 'lipemic'],
    [
      'two places',
      {
        ...inSpecimen({ condition: [{ text: 'Clotted' }] }),
        note: [{ text: 'clotted and grossly hemolyzed' }],
      },
      'Clotted, grossly hemolyzed',
    ],
  ])('%s', (_, fields, condition) => {
    expect(readPotassium(fields).kind.condition).toBe(condition);
  });

  test.each([
    ['no hemolysis', inSpecimen({ condition: [{ text: 'No hemolysis' }] }), 'No hemolysis'],
    ['a cool specimen', inSpecimen({ condition: [v2('0493', 'COOL', 'Cool')] }), 'Cool'],
    ['a satisfactory specimen', inSpecimen({ condition: [{ text: 'Satisfactory' }] }), 'Satisfactory'],
  ])('%s is a circumstance and no bad state', (_, fields, words) => {
    expect(readPotassium(fields).kind).toMatchObject({ condition: '', context: words });
  });

  test('a measured index is too exact for a kind that rows share, and stands with the notes', () => {
    const { kind, attached } = readPotassium(
      inSpecimen({ condition: [{ text: 'Free hemoglobin 132 mg/dL' }] }),
    );
    expect(kind.condition).toBe('');
    expect(attached?.notes.map(({ text }) => text)).toEqual(['specimen: Free hemoglobin 132 mg/dL']);
  });

  test('a component about the specimen stands with its neighbours, and a flag of one component with that one', () => {
    const rows = readRows(
      read({
        code: { text: 'Panel' },
        component: [
          { code: loinc('2823-3'), valueQuantity: quantity(6.1, 'mmol/L') },
          {
            code: loinc('2951-2'),
            valueQuantity: quantity(140, 'mmol/L'),
            interpretation: [{ text: 'Lipemic' }],
          },
          { code: { text: 'Hemolysis' }, valueCodeableConcept: { text: 'Moderate' } },
        ],
      }),
    );
    expect(rows.map(({ kind }) => kind.condition)).toEqual([
      'Hemolysis: Moderate',
      'Hemolysis: Moderate, Lipemic',
      'Hemolysis: Moderate',
    ]);
  });

  test.each([
    ['none', { valueCodeableConcept: { text: 'None' } }],
    ['a number', { valueQuantity: quantity(12) }],
    ['negative', { valueString: 'Negative' }],
  ])('an index that was %s marks nothing', (_, value) => {
    const component = [{ code: { text: 'Hemolysis index' }, ...value }];
    expect(readRow({ code: loinc('2823-3'), component }).kind.condition).toBe('');
  });

  test('a cancelled result keeps the reason and loses the note, which may hold a value', () => {
    const row = readPotassium({ status: 'cancelled', note: [{ text: 'Hemolyzed, would be 6.9' }] });
    expect(row.kind.condition).toBe('Hemolyzed');
    expect(JSON.stringify(row)).not.toContain('6.9');
  });
});

test.each([
  ['unsatisfactory', 'specimen unsatisfactory'],
  ['entered-in-error', 'specimen entered in error'],
  [' Unsatisfactory', 'specimen unsatisfactory'],
  ['available', ''],
  ['unavailable', ''],
  [undefined, ''],
])('a specimen of the status %j says "%s" of its result', (status, words) => {
  expect(readPotassium(inSpecimen({ status })).kind.condition).toBe(words);
});
