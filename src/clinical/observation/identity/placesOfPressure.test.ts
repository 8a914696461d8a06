import { describe, expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../../testing/readRecordFixture.ts';

const SNOMED = 'http://snomed.info/sct';
const GENERAL = { 'bp-sys': '8480-6', 'bp-dia': '8462-4', map: '8478-0' };

/** Returns the series of the parts of one panel, whose code has this display, and whose parts have the codes of a blood pressure. */
const seriesOfPanel = (display: string, more: object = {}): readonly string[] =>
  readRecord([
    observation({
      code: {
        coding: [
          { system: SNOMED, code: '75367002' },
          { system: 'urn:local', code: 'P1', display },
        ],
      },
      component: Object.values(GENERAL).map((code, i) => ({
        code: { coding: [{ system: LOINC, code }] },
        valueQuantity: ucum([25, 10, 15][i] ?? 0, 'mm[Hg]'),
      })),
      ...more,
    }),
  ]).lines.map(({ series = '' }) => series);

describe('the pressure of another place is never on the line of a blood pressure', () => {
  test.each([
    ['Right atrial pressure', 'right atrium'],
    ['Left atrial pressure (observable entity)', 'left atrium'],
    ['Right ventricular pressure', 'right ventricle'],
    ['Left ventricular Intrachamber pressure', 'left ventricle'],
    ['Linksventrikulärer Druck', 'left ventricle'],
    ['Rechtsatrialer Druck', 'right atrium'],
    ['Presión de la aurícula derecha', 'right atrium'],
    ['Central venous pressure', 'central venous'],
    ['ZVD', 'central venous'],
    ['Pulmonary capillary wedge pressure', 'wedge'],
    ['Ascending aortic pressure', 'aorta'],
    ['Portal vein pressure', 'portal vein'],
    ['ECMO arterial pressure', 'extracorporeal'],
    ['Intracranial pressure', 'intracranial'],
  ])('where the panel is called "%s"', (display, place) => {
    expect(seriesOfPanel(display).toSorted()).toEqual(
      Object.keys(GENERAL)
        .map((id) => `${id}~${place}`)
        .toSorted(),
    );
  });

  test.each([
    'Pulmonary artery pressure',
    'PAP',
    'Pulmonalarterieller Druck',
    'Pulmonary arterial blood pressure',
  ])('and "%s" is that of the pulmonary artery, which has lines of its own', (display) => {
    expect(seriesOfPanel(display).toSorted()).toEqual(['pap-dia', 'pap-mean', 'pap-sys']);
  });

  test('nor is it called impossible there: 3 mmHg are usual in an atrium', () => {
    const { lines } = readRecord([
      observation({
        code: { coding: [{ system: LOINC, code: '8480-6' }], text: 'Right atrial pressure, systolic' },
        valueQuantity: ucum(3, 'mm[Hg]'),
      }),
    ]);
    expect(lines).toMatchObject([{ series: 'bp-sys~right atrium', value: '3', drawn: 'yes' }]);
    expect(lines[0]?.['reason'] ?? '').toBe('');
  });

  test.each([
    'Blood pressure',
    'Systemic arterial pressure (observable entity)',
    'Blood pressure panel with all children optional',
    'Vital signs',
    'Hemodynamics with CVP',
    'Haemodynamics, PAP',
    'Blutdruck',
    'Pulmonary rehabilitation visit',
    'Atrial fibrillation clinic',
    'Aortenstenose-Ambulanz',
  ])('but "%s" names the circulation, or no place', (display) => {
    expect(seriesOfPanel(display).toSorted()).toEqual(Object.keys(GENERAL).toSorted());
  });
});

describe('the temperature of another place is not that of the body', () => {
  const seriesOf = (more: object): string | undefined =>
    readRecord([
      observation({
        code: { coding: [{ system: LOINC, code: '8310-5' }] },
        valueQuantity: ucum(36.1, 'Cel'),
        ...more,
      }),
    ]).lines[0]?.['series'];

  test.each([
    ['Temperature of joint', 'joint'],
    ['Gelenktemperatur', 'joint'],
    ['Temperature of cervical spine', 'spine'],
    ['Temperature of breast', 'breast'],
    ['Nasal temperature', 'nose'],
    ['Temperature, left foot', 'limb'],
    ['Incubator temperature', 'surroundings'],
    ['Room temperature', 'surroundings'],
  ])('"%s": %s', (text, place) => {
    expect(seriesOf({ code: { coding: [{ system: LOINC, code: '8310-5' }], text } })).toBe(`temp~${place}`);
  });

  test('the site says it too', () => {
    expect(
      seriesOf({ bodySite: { coding: [{ system: SNOMED, code: '39352004', display: 'Joint structure' }] } }),
    ).toBe('temp~joint');
  });

  test.each([
    'Body temperature',
    'Temp',
    'Körpertemperatur',
    'Temperature (hand held thermometer)',
    'Nasopharyngeal temperature',
  ])('"%s" stays one of the body', (text) => {
    expect(seriesOf({ code: { coding: [{ system: LOINC, code: '8310-5' }], text } })).toMatch(
      /^temp(?:-core)?$/,
    );
  });
});
