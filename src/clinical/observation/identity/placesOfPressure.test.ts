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

describe('one pressure with the code of a blood pressure', () => {
  const seriesOf = (text: string, panel?: string, more: object = {}): readonly (string | undefined)[] => {
    const part = {
      code: { coding: [{ system: LOINC, code: '8480-6' }], text },
      valueQuantity: ucum(24, 'mm[Hg]'),
    };
    const whole = { code: { text: panel }, component: [part] };
    return readRecord([observation({ ...(panel === undefined ? part : whole), ...more })]).lines.map(
      ({ series }) => series,
    );
  };

  test.each([
    'PASP',
    'sPAP',
    'PA pressure',
    'P.A. systolic',
    'Pulm art systolic',
    'Pulmonary systolic pressure',
    'PSAP',
    'Swan-Ganz systolic',
    'Presión sistólica pulmonar',
    'Pression artère pulmonaire',
    'Longslagaderdruk',
    'Pulmonalisdruck',
  ])('"%s" is that of the pulmonary artery', (text) => {
    expect(seriesOf(text)).toEqual(['pap-sys']);
  });

  test.each([
    ['Presión capilar pulmonar', 'wedge'],
    ['Pression capillaire pulmonaire', 'wedge'],
    ['Wiggedruk', 'wedge'],
    ['PCWP', 'wedge'],
    ['RV systolic', 'right ventricle'],
    ['RVSP', 'right ventricle'],
    ['RVEDP', 'right ventricle'],
    ['Ventricule droit', 'right ventricle'],
    ['LV end diastolic pressure', 'left ventricle'],
    ['LVEDP', 'left ventricle'],
    ['Presión ventricular izquierda', 'left ventricle'],
    ['Linkerventrikeldruk', 'left ventricle'],
    ['RA mean', 'right atrium'],
    ['Druck im rechten Vorhof', 'right atrium'],
    ['Presión auricular derecha', 'right atrium'],
    ['Pression oreillette droite', 'right atrium'],
    ['Rechter atriumdruk', 'right atrium'],
    ['LAP', 'left atrium'],
    ['LA pressure', 'left atrium'],
    ['Pression oreillette gauche', 'left atrium'],
    ['PVC', 'central venous'],
    ['Pression veineuse centrale', 'central venous'],
    ['Centraal veneuze druk', 'central venous'],
    ['SVC pressure', 'central venous'],
    ['Ao systolic', 'aorta'],
    ['Aortendruck', 'aorta'],
    ['Pression aortique', 'aorta'],
    ['IABP systolic', 'aorta'],
    ['Pression intracrânienne', 'intracranial'],
    ['HVPG', 'portal vein'],
    ['Portal pressure', 'portal vein'],
    ['Circuit pressure', 'extracorporeal'],
  ])('"%s": %s', (text, place) => {
    expect(seriesOf(text)).toEqual([`bp-sys~${place}`]);
  });

  test.each([
    'BP (patient portal)',
    'Blood pressure entered via web portal',
    'BP circuit training',
    'Blood pressure (balloon cuff)',
    'Systolic BP post PVC',
    'Systolic BP, PAP therapy',
    'BP in aortic clinic',
    'Central monitoring station BP',
    'Mesure de la pression artérielle',
    'BP on CPAP',
    'Home BP RAP app',
  ])('but "%s" is a blood pressure', (text) => {
    expect(seriesOf(text)).toEqual(['bp-sys']);
  });

  test.each([
    ['PA systolic', 'Hemodynamics', 'pap-sys'],
    ['RA mean', 'Hemodynamic monitoring', 'bp-sys~right atrium'],
    ['CVP', 'Hemodynamics', 'bp-sys~central venous'],
    ['Right ventricular systolic', 'Pulmonary artery catheter', 'bp-sys~right ventricle'],
    ['PAP systolic', 'Invasive pressures (ABP, PAP)', 'pap-sys'],
    ['Systemic systolic', 'Swan-Ganz catheter', 'bp-sys'],
    ['Systolic', 'Invasive pressures (ABP, PAP)', `${LOINC}|76215-3`],
  ])('"%s" of "%s": the words of the part count before those of the panel', (text, panel, series) => {
    expect(seriesOf(text, panel)).toEqual([series]);
  });

  test.each(['UAC systolic', 'Umbilical artery catheter BP', 'Umbilical arterial line'])(
    '"%s" is an invasive one of the newborn, and not one of the cord',
    (text) => {
      expect(seriesOf(text)).toEqual([`${LOINC}|76215-3`]);
    },
  );

  test.each(['Left arm', 'Upper arm', 'Right brachial artery', 'Left radial artery'])(
    'the site "%s" is an ordinary one',
    (site) => {
      expect(seriesOf('Systolic BP', undefined, { bodySite: { text: site } })).toEqual(['bp-sys']);
    },
  );
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
    ['Raumtemperatur', 'surroundings'],
    ['Temperatura ambiente', 'surroundings'],
    ['Température ambiante', 'surroundings'],
    ['Omgevingstemperatuur', 'surroundings'],
    ['Infusate temperature', 'surroundings'],
    ['Dialysis fluid temperature', 'surroundings'],
    ['Airway temperature', 'surroundings'],
    ['Cooling blanket temperature', 'surroundings'],
    ['Temperatur Fuß', 'limb'],
    ['Fingertemperatur', 'limb'],
  ])('"%s": %s', (text, place) => {
    expect(seriesOf({ code: { coding: [{ system: LOINC, code: '8310-5' }], text } })).toBe(`temp~${place}`);
  });

  test.each([
    ['Flap temperature', 'temp-skin'],
    ['Graft temperature', 'temp-skin'],
    ['Hauttemperatur', 'temp-skin'],
    ['Temperatura de la piel', 'temp-skin'],
    ['Temperatura axilar', 'temp-ax'],
    ['Temperatur rektal', 'temp-rect'],
    ['Temperatura timpánica', 'temp-tymp'],
  ])('"%s" has a line of the catalog: %s', (text, series) => {
    expect(seriesOf({ code: { coding: [{ system: LOINC, code: '8310-5' }], text } })).toBe(series);
  });

  test.each([
    ['Room temperature', 21],
    ['Temperature, left foot', 20],
  ])('"%s" of %d Cel is possible there', (text, value) => {
    const { lines } = readRecord([
      observation({
        code: { coding: [{ system: LOINC, code: '8310-5' }], text },
        valueQuantity: ucum(value, 'Cel'),
      }),
    ]);
    expect(lines).toMatchObject([{ drawn: 'yes', reason: '' }]);
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
    'Temperature on room air',
    'Temperature, room 4',
    'Breast feeding: temp',
    'Body temp, warmer on',
    'Nasopharyngeal temperature',
  ])('"%s" stays one of the body', (text) => {
    expect(seriesOf({ code: { coding: [{ system: LOINC, code: '8310-5' }], text } })).toMatch(
      /^temp(?:-core)?$/,
    );
  });
});
