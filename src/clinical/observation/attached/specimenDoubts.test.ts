import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readPotassium, readRows } from '../observationFixture.ts';
import { kindWithNote } from './namedRefusalFixture.ts';
import { conditionWords } from './specimenCondition.ts';
import { textsInLanguages } from './textLinesFixture.ts';

const GOOD = [
  'hemolysis: none',
  'Hemolysis - none',
  'Hemolysis absent',
  'lipemia absent',
  'Lipemia: absent',
  'icterus index 0',
  'Hemolysis index: 0',
  'hemolysis 0',
  'no clots seen',
  'No clots.',
  'clots: none seen',
  'No clots observed',
  'hemolysis excluded',
  'Hemolysis was excluded',
  'Hemolysis ruled out',
  'not hemolyzed',
  'Hemolyzed: no',
  'No evidence of hemolysis',
  'No signs of hemolysis',
  'without visible hemolysis',
  'free of clots',
  'Hämolyse: keine',
  'keine Hämolyse',
  'Hämolyse: negativ',
  'Hämolyse ausgeschlossen',
  'Lipämie nicht nachweisbar',
  'Keine Gerinnsel',
  'nicht hämolytisch',
  'Ikterus: nein',
  'Hämolyse-Index 0',
  'Hemólisis: ninguna',
  'sin hemólisis',
  'Hemólisis ausente',
  'Hemólisis descartada',
  'No se observan coágulos',
  'sin coágulos',
  'Lipemia: no',
  'Ictericia: negativo',
  'no hemolizada',
  'Índice de hemólisis 0',
] as const;

const DOUBTS = [
  'Hemolysis cannot be excluded',
  'Hemolysis can not be ruled out',
  'Hemolysis not excluded',
  'cannot exclude hemolysis',
  'possible hemolysis',
  'probable hemolysis',
  'suspected hemolysis',
  'Hemolysis suspected',
  'slight hemolysis',
  'slightly hemolyzed',
  'hemolysis index 3+',
  'Hemolysis index: 2+',
  'Lipemia index 1+',
  'hemolysis 2+',
  'Clots present',
  'small clots seen',
  'clot detected',
  'moderate lipemia',
  'Hämolyse nicht ausgeschlossen',
  'Hämolyse kann nicht ausgeschlossen werden',
  'leichte Hämolyse',
  'leicht hämolytisch',
  'mögliche Hämolyse',
  'V.a. Hämolyse',
  'Verdacht auf Hämolyse',
  'Hämolyse ++',
  'deutliche Lipämie',
  'Gerinnsel vorhanden',
  'Probe enthält Gerinnsel',
  'stark hämolytisch',
  'posible hemólisis',
  'No se puede descartar hemólisis',
  'Hemólisis no descartada',
  'hemólisis leve',
  'ligera hemólisis',
  'Hemólisis presente',
  'hemólisis ++',
  'ligeramente hemolizada',
  'presencia de coágulos',
  'Se observan coágulos',
  'lipemia moderada',
] as const;

describe('of a specimen it is told', () => {
  const inCondition = (text: string) =>
    readPotassium({
      contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text }] }],
      specimen: { reference: '#s' },
    }).kind.condition;

  test.each(GOOD)('nothing where it is good, in a note and as its condition: "%s"', (text) => {
    expect(conditionWords(text)).toEqual([]);
    expect(inCondition(text)).toBe('');
  });

  test.each(DOUBTS)('where there is a doubt, in a note and as its condition: "%s"', (text) => {
    expect(conditionWords(text)).not.toEqual([]);
    expect(inCondition(text)).not.toBe('');
  });

  test.each([
    'Not acceptable',
    'Not suitable for potassium',
    'Not adequate',
    'Not received on ice',
    'not centrifuged within 2 hours',
    'Not frozen',
    'Nicht ausreichend',
    'No apta',
    'No anticoagulant',
    'Normalized ratio',
    'Cold agglutinins',
    'Froze in transit',
    'No label',
  ])('a denial of what is good is a bad condition: "%s"', (text) => {
    expect(inCondition(text)).not.toBe('');
  });

  test.each([
    'Good',
    'Satisfactory',
    'No hemolysis',
    'Not hemolyzed',
    'Not contaminated',
    'Not clotted',
    'Normal',
    'None',
    'Acceptable for testing',
    'Frozen',
    'Room temperature',
    'Unauffällig',
    'Keine Auffälligkeiten',
    'In Ordnung',
    'Adecuada',
    'Sin alteraciones',
    'Aceptable',
  ])('and this is a good one: "%s"', (text) => {
    expect(inCondition(text)).toBe('');
  });
});

/** The tube of the tests that are named clotted, and this test is not taken in it. */
const CLOTTED_ELSEWHERE = textsInLanguages({
  k: [
    'EDTA tube clotted, CBC not done | CBC not done, EDTA tube clotted | EDTA tube clotted | CBC clotted | CBC: clotted',
    'CBC not done: clotted | CBC cancelled due to clotted specimen | CBC sample clotted | Lavender tube clotted',
    'Citrate tube clotted, coagulation not performed | Coagulation specimen clotted | INR not done, clotted',
    'Platelet count not done; specimen clotted | Clotted specimen, CBC not done | Clotted EDTA tube | Tube clotted for CBC',
    'EDTA-Röhrchen geronnen, Blutbild nicht durchgeführt | Tubo EDTA coagulado, hemograma no realizado',
    'Hemograma: muestra coagulada | Tube EDTA coagulé, NFS non réalisée | CBC clotted, recollect. Called to ward.',
    'CBC specimen clotted; chemistry OK | CBC clotted, not performed',
  ],
  crea: ['EDTA tube clotted, CBC not done | INR not performed: sample clotted'],
  hb: [
    'Citrate tube clotted, coagulation not performed | INR not done, clotted | Coagulation sample clotted',
  ],
  inr: ['EDTA tube clotted, CBC not done | CBC clotted'],
  plt: ['INR not done, clotted'],
});

/** The clot may be in the specimen of this test, which is named, or of which nobody says which it is. */
const CLOTTED_HERE = textsInLanguages({
  k: [
    'Clotted | Specimen clotted | Sample clotted | Potassium: clotted | Serum clotted | Heparin tube clotted, CBC not done',
    'Sample clotted. CBC not done. | CBC and potassium clotted | ABG clotted, not performed | Plasma clotted; CBC not done',
    'Grey top clotted | Hematology tube clotted | Lactate not performed, specimen clotted | LDH clotted | CBC not done. Clotted.',
  ],
  hb: [
    'EDTA tube clotted | CBC clotted | Clotted | Sample clotted. INR not done. | ABG clotted, not performed',
  ],
  inr: ['Citrate tube clotted | Coagulation specimen clotted | Clotted'],
  plt: ['CBC clotted | Citrate tube clotted | EDTA tube clotted'],
  a1c: ['EDTA tube clotted, CBC not done | CBC clotted'],
  kBld: ['EDTA tube clotted, CBC not done | ABG clotted'],
});

describe('a clot', () => {
  test.each(CLOTTED_ELSEWHERE)('in the tube of other tests is not said with %s: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '' });
  });

  test.each(CLOTTED_HERE)('that may be in its tube is said with %s: "%s"', (id, text) => {
    expect(kindWithNote(id, text).condition).not.toBe('');
  });

  test.each(['CBC hemolyzed, clotted', 'EDTA tube clotted. Serum hemolyzed.', 'CBC clotted, hemolyzed'])(
    'elsewhere leaves the hemolysis: "%s"',
    (text) => {
      expect(kindWithNote('k', text).condition).toMatch(/hemolyzed/);
    },
  );

  test('in a panel is said with each part', () => {
    const parts = ['2823-3', '2951-2'].map((code) => ({
      code: loinc(code),
      valueQuantity: quantity(140, 'mmol/L'),
    }));
    const note = [{ text: 'EDTA tube clotted, CBC not done' }];
    const rows = readRows(read({ code: loinc('24321-2'), component: parts, note }));
    expect(rows.map(({ kind }) => kind.condition)).toEqual(['clotted', 'clotted']);
  });

  test('that the specimen itself has is said, whatever a note names', () => {
    const specimen = { specimen: { reference: '#s' } };
    const contained = [{ resourceType: 'Specimen', id: 's', condition: [{ text: 'Clotted' }] }];
    const note = [{ text: 'EDTA tube clotted, CBC not done' }];
    expect(readPotassium({ ...specimen, contained, note }).kind.condition).toBe('Clotted');
  });
});
