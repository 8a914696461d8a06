/** A saturation by an oximeter is no blood gas, also where its only LOINC is that of arterial blood (rule 18). */
import { describe, expect, test } from 'vitest';
import { LOINC } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

const SATURATION = { system: LOINC, code: '2708-6', display: 'Oxygen saturation in Arterial blood' };
const VITAL = 'http://terminology.hl7.org/CodeSystem/observation-category';
const category = (...codes: readonly string[]) => ({
  category: codes.map((code) => ({ coding: [{ system: VITAL, code }] })),
});

/** Returns the id of the series of one saturation of 96 % with these fields. */
const seriesIdOf = (fields: object): string => {
  const [only] = readRecord([
    observation({ code: { coding: [SATURATION] }, valueQuantity: ucum(96, '%'), ...fields }),
  ]).series;
  return only?.id ?? '';
};

describe('is told by the words of another code beside it', () => {
  test.each([
    'Peripheral oxygen saturation',
    'MDC_PULS_OXIM_SAT_O2',
    'Pulse oximetry',
    'Periphere Sauerstoffsättigung',
    'Pulsoxymetrie',
    'Pulsoximetrie',
    'Perifere zuurstofsaturatie',
    'Saturación periférica de oxígeno',
    'Pulsioximetría',
    'Saturazione periferica',
    'Pulsossimetria',
    'Oxymétrie de pouls',
    'SpO2',
  ])('%s', (display) => {
    const coding = [{ system: 'https://codes.example', code: '1', display }, SATURATION];
    expect(seriesIdOf({ code: { coding } })).toBe('spo2');
  });
});

describe('is told by its category', () => {
  test('a vital sign, as the profile of vital signs sends a saturation', () => {
    expect(seriesIdOf(category('vital-signs'))).toBe('spo2');
    const text = { category: [{ coding: [{ system: VITAL, code: 'vital-signs' }], text: 'Vital Signs' }] };
    expect(seriesIdOf(text)).toBe('spo2');
  });

  test.each([
    ['no category', {}],
    ['a laboratory', category('laboratory')],
    ['a laboratory and vital signs', category('vital-signs', 'laboratory')],
    ['vital signs and a laboratory', category('laboratory', 'vital-signs')],
    ['a vital sign with a specimen', { ...category('vital-signs'), specimen: { display: 'Arterial blood' } }],
    ['a vital sign by a blood gas', { ...category('vital-signs'), method: { text: 'Blood gas analyser' } }],
    ['a vital sign by a CO-oximeter', { ...category('vital-signs'), method: { text: 'CO-oximetry' } }],
    ['a vital sign named SaO2', { ...category('vital-signs'), code: { coding: [SATURATION], text: 'SaO2' } }],
    [
      'a vital sign named ABG',
      { ...category('vital-signs'), code: { coding: [SATURATION], text: 'O2 Sat ABG' } },
    ],
    [
      'a vital sign that is called arterial',
      { ...category('vital-signs'), code: { coding: [SATURATION], text: 'Arterial O2 Sat' } },
    ],
    [
      'a vital sign that is called arterial in German',
      { ...category('vital-signs'), code: { coding: [SATURATION], text: 'Arterielle Sättigung' } },
    ],
    [
      'a vital sign that is called arterial at its end',
      { ...category('vital-signs'), code: { coding: [SATURATION], text: 'O2 Sat, arteriële' } },
    ],
    ['an arterial line', { code: { coding: [SATURATION], text: 'O2 sat, peripheral arterial line' } }],
  ])('%s leaves it with the blood gases', (_, fields) => {
    expect(seriesIdOf(fields)).toBe('sao2-art');
  });
});

test.each([
  'Oxygen saturation in arterial blood',
  'Sauerstoffsättigung im arteriellen Blut',
  'Saturación de oxígeno en sangre arterial',
  'Saturazione di ossigeno nel sangue arterioso',
  'Zuurstofsaturatie in arterieel bloed',
])('the name of the usual code is no blood gas: "%s"', (text) => {
  expect(seriesIdOf({ ...category('vital-signs'), code: { coding: [SATURATION], text } })).toBe('spo2');
});

describe('sits somewhere on the body', () => {
  const at = (text: string) => ({ ...category('vital-signs'), bodySite: { text } });

  test.each(['Finger', 'Left index finger', 'Earlobe', 'Right ear', 'Heel', 'Forehead', 'Right hand'])(
    'at "%s" it is no blood gas and no drop of blood',
    (site) => {
      expect(seriesIdOf(at(site))).toBe('spo2');
      expect(seriesIdOf({ ...at(site), method: { text: 'Pulse oximetry' } })).toBe('spo2');
    },
  );

  test.each(['Radial artery', 'Arteria radialis', 'Left femoral artery'])(
    'no oximeter is at "%s"',
    (site) => {
      expect(seriesIdOf(at(site))).toBe('sao2-art');
    },
  );

  test.each(['Vein', 'Right atrium', 'Umbilical vein', 'Umbilical artery'])(
    'nor at "%s", and it is no arterial gas of the patient that is not in doubt',
    (site) => {
      expect(seriesIdOf(at(site))).not.toMatch(/^spo2/);
    },
  );
});
