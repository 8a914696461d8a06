import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { readCode, type ObservationCode } from '../code.ts';
import { createRowKinds } from '../rowKinds.ts';
import type { MeasurementFacts } from './measurementRule.ts';
import { withIdentity } from './seriesIdentity.ts';

type Facts = Partial<MeasurementFacts>;
const none: MeasurementFacts = {
  specimen: '',
  method: '',
  device: '',
  bodySite: '',
  position: '',
  codeWords: '',
  ownWords: '',
};
const read = (code: object, facts: Facts, kinds = createRowKinds()): ObservationCode =>
  withIdentity(readCode(code), { ...none, ...facts }, kinds);
const idOf = (code: string, facts: Facts): string => read(loinc(code), facts).baseId;

describe('what a known code was measured in', () => {
  const unlike = (id: string, kind: string) => `${id}~specimen ${kind}, unlike its code`;

  test.each([
    ['2823-3', 'Serum', 'k'],
    ['2823-3', 'Venous blood', 'k'],
    ['2823-3', 'Whole blood', 'k-bld'],
    ['2823-3', 'Arterial blood', 'k-bld~32713-0'],
    ['2823-3', 'Capillary blood', 'k-bld~39790-1'],
    ['2823-3', 'Mixed venous blood', 'k~mixed venous blood'],
    ['2823-3', 'Urine', unlike('k', 'urine')],
    ['718-7', 'Arterial blood', 'hgb-art'],
    ['718-7', 'Capillary blood', 'hgb-cap'],
    ['718-7', 'Venous blood', 'hgb'],
    ['718-7', 'Whole blood', 'hgb'],
    ['11557-6', 'Arterial blood', 'pco2-art'],
    ['11557-6', 'Venous blood', 'pco2-ven'],
    ['2019-8', 'Arterial blood', 'pco2-art'],
    ['2019-8', 'Whole blood', 'pco2-art'],
    ['2019-8', 'Venous blood', unlike('pco2-art', 'venous blood')],
    ['2021-4', 'Arterial blood', unlike('pco2-ven', 'arterial blood')],
    ['6298-4', 'Serum', 'k-bld'],
    ['6298-4', 'Whole blood', 'k-bld'],
    ['6298-4', 'Arterial blood', 'k-bld~32713-0'],
    ['6298-4', 'Venous blood', 'k-bld~39789-3'],
    ['32713-0', 'Whole blood', 'k-bld~32713-0'],
    ['32713-0', 'Venous blood', unlike('k-bld~32713-0', 'venous blood')],
    ['2339-0', 'Arterial blood', 'glucose-bld~41651-1'],
    ['8310-5', 'Arterial blood', 'temp'],
    ['21377-7', 'Venous blood', 'mg-bld'],
    ['28646-8', 'Arterial cord blood', 'ph-cord-a'],
  ])('%s in %s: %s', (code, specimen, id) => {
    expect(idOf(code, { specimen })).toBe(id);
  });

  test.each([
    ['2955-3', 'Urine', 'u-na'],
    ['2955-3', 'Serum', unlike('u-na', 'blood')],
    ['2955-3', '24 h urine', unlike('u-na', '24 h urine')],
    ['2956-1', '24 hour urine', 'u-na~2956-1'],
    ['2956-1', 'Urine', 'u-na~2956-1'],
    ['2956-1', 'Serum', unlike('u-na~2956-1', 'blood')],
    ['2164-2', 'Urine', 'crcl-24h'],
    ['5195-3', 'Urine', 'hbsag'],
    ['49135-7', 'Urine', 'fena'],
    ['9318-7', 'Serum', unlike('uacr', 'blood')],
    ['5778-6', 'CSF', unlike('ua-color', 'CSF')],
    ['2342-4', 'CSF', 'csf-glu'],
    ['2342-4', 'Serum', unlike('csf-glu', 'blood')],
    ['2342-4', 'Body fluid', unlike('csf-glu', 'body fluid')],
    ['2881-1', 'Body fluid', 'fld-prot'],
    ['2881-1', 'Pleural fluid', 'fld-prot~pleural fluid'],
    ['2881-1', 'Bile', 'fld-prot~bile'],
    ['2881-1', 'CSF', 'fld-prot~CSF'],
    ['2881-1', 'Urine', unlike('fld-prot', 'urine')],
    ['2882-9', 'Body fluid', 'fld-prot~2882-9'],
    ['2882-9', 'Pleural fluid', 'fld-prot~2882-9'],
    ['2882-9', 'Peritoneal fluid', unlike('fld-prot~2882-9', 'peritoneal fluid')],
  ])('%s in %s: %s', (code, specimen, id) => {
    expect(idOf(code, { specimen })).toBe(id);
  });

  test('the words of the code say what an ordinary specimen of blood is', () => {
    const codeWords = 'Potassium, arterial blood';
    expect(idOf('2823-3', { specimen: 'Serum', codeWords })).toBe('k-bld~32713-0');
    expect(idOf('2823-3', { codeWords })).toBe('k-bld~32713-0');
    expect(idOf('2823-3', { specimen: 'Urine', codeWords })).toBe(unlike('k', 'urine'));
    expect(idOf('2823-3', { specimen: 'Blood', bodySite: 'Radial artery' })).toBe('k-bld~32713-0');
  });

  test('a contradiction is in the name, and the limits of the code do not hold for it', () => {
    const { target } = read(loinc('32717-1'), { specimen: 'Venous blood' });
    expect(target?.variant).toBe('arterial, specimen venous blood, unlike its code');
    expect(target?.plausibleBounds).toBeUndefined();
    const { target: mixed } = read(loinc('2951-2'), { specimen: 'Mixed venous blood' });
    expect([mixed?.variant, mixed?.plausibleBounds]).toEqual(['mixed venous blood', [50, 260]]);
  });
});

describe('how, where and when a known code was measured', () => {
  test.each([
    ['8310-5', { bodySite: 'Axilla' }, 'temp-ax'],
    ['8328-7', { bodySite: 'Axilla' }, 'temp-ax'],
    ['8328-7', { bodySite: 'Rectum' }, 'temp-ax~rectal, unlike its code'],
    ['8334-5', { bodySite: 'Bladder' }, 'temp-core~8334-5'],
    ['8480-6', { bodySite: 'Thigh' }, 'bp-sys~leg'],
    ['8480-6', { bodySite: 'Thigh', position: 'Standing' }, 'bp-sys~8460-8~leg'],
    ['8460-8', { position: 'Standing' }, 'bp-sys~8460-8'],
    ['8460-8', { position: 'Lying' }, 'bp-sys~8460-8~supine, unlike its code'],
    ['8480-6', { method: 'Arterial line' }, 'http://loinc.org|76215-3'],
    ['8480-6', { method: '24 h average' }, 'sbp-24h'],
    ['8478-0', { bodySite: 'Wrist' }, 'map~wrist'],
    ['59408-5', { specimen: 'Venous blood' }, 'so2-ven'],
    ['59408-5', { method: 'Blood gas' }, 'sao2-art'],
    ['2708-6', { method: 'Pulse oximetry' }, 'spo2'],
    ['13457-7', { method: 'Calculated' }, 'ldl'],
    ['13457-7', { method: 'Direct' }, 'ldl~direct, unlike its code'],
    ['18262-6', { method: 'Direct' }, 'ldl-direct'],
    ['18262-6', { method: 'Calculated' }, 'ldl-direct~calculated, unlike its code'],
    ['2089-1', { method: 'Calculated' }, 'ldl'],
    ['98979-8', { method: '2021' }, 'egfr'],
    ['98979-8', { method: 'MDRD' }, 'egfr~MDRD, unlike its code'],
    ['33914-3', { method: '2021' }, 'egfr~33914-3~CKD-EPI 2021, unlike its code'],
    ['10839-9', { method: 'High sensitivity' }, 'tni-hs'],
    ['2345-7', { codeWords: 'Glucose 2 h post' }, 'ogtt-2h-75-g'],
    ['2345-7', { codeWords: 'Glucose tolerance' }, 'glucose~after a load'],
    ['2345-7', { codeWords: 'Glucose tolerance', specimen: 'Mixed venous blood' }, 'glucose~after a load'],
    ['2345-7', { specimen: 'Capillary blood', device: 'Interstitial sensor' }, 'cgm'],
    ['2345-7', { specimen: 'Arterial blood', codeWords: 'Glucose 1 h post' }, 'glucose~1 h after a load'],
  ] as const)('%s with %j: %s', (code, facts, id) => {
    expect(idOf(code, facts)).toBe(id);
  });

  test.each([
    ['2823-3', { method: 'Point of care' }, 'k~point of care'],
    ['2823-3', { method: 'Blood gas analyser' }, 'k-bld'],
    ['2951-2', { method: 'Blood gas analyser', specimen: 'Serum' }, 'na-bld'],
    ['2823-3', { method: 'Point of care', specimen: 'Arterial blood' }, 'k-bld~32713-0'],
    ['2823-3', { method: 'Peak, point of care' }, 'k~peak'],
    ['2089-1', { method: 'Calculated, point of care' }, 'ldl~point of care'],
    ['1988-5', { method: 'Blood gas analyser' }, 'crp~blood gas analyser'],
    ['6298-4', { method: 'Blood gas' }, 'k-bld'],
    ['2019-8', { method: 'Blood gas analyser' }, 'pco2-art'],
    ['1994-3', { method: 'Point of care' }, 'ica'],
    ['1995-0', { method: 'Point of care' }, 'ica-ser'],
    ['5792-7', { method: 'Point of care' }, 'ua-glu~5792-7'],
    ['41653-7', { method: 'POCT' }, 'glucose-poc'],
    ['34714-6', { device: 'Meter' }, 'inr-bld'],
    ['6301-6', { method: 'Point of care' }, 'inr-bld'],
    ['2345-7', { method: 'Glucometer', specimen: 'Capillary blood' }, 'glucose-poc'],
    ['2345-7', { method: 'Glucometer', specimen: 'Urine' }, 'glucose-poc~specimen urine, unlike its code'],
  ] as const)('beside the patient, %s with %j: %s', (code, facts, id) => {
    expect(idOf(code, facts)).toBe(id);
  });

  test.each([
    ['20578-1', 'peak', 'vanc-peak'],
    ['20578-1', 'trough', 'vanc'],
    ['4092-3', 'trough', 'vanc'],
    ['4092-3', 'peak', 'vanc~peak, unlike its code'],
    ['4090-7', 'trough', 'vanc-peak~trough, unlike its code'],
    ['4090-7', 'random', 'vanc-peak~random, unlike its code'],
    ['10535-3', 'trough', 'digoxin~trough'],
    ['10535-3', 'random', 'digoxin~random'],
    ['2823-3', 'peak', 'k~peak'],
    ['2823-3', 'random', 'k'],
    ['8310-5', 'peak', 'temp'],
    ['19935-6', 'peak', 'pef'],
  ])('%s at its %s: %s', (code, codeWords, id) => {
    expect(idOf(code, { codeWords })).toBe(id);
    expect(idOf(code, { specimen: codeWords })).toBe(id);
  });
});

describe('a code that the catalog does not know', () => {
  const vendor = { coding: [{ system: 'urn:v', code: '1' }] };

  test.each([
    [{ text: 'x' }, { specimen: 'Urine', codeWords: 'x' }, 'text:x~urine'],
    [{ text: 'x, urine' }, { specimen: 'Urine', codeWords: 'x, urine' }, 'text:x, urine'],
    [{ text: 'x' }, { specimen: 'Serum' }, 'text:x'],
    [{ text: 'x' }, { specimen: 'Venous blood' }, 'text:x'],
    [{ text: 'x' }, { method: 'Point of care' }, 'text:x~point of care'],
    [{ text: 'x poct' }, { method: 'POCT', codeWords: 'x poct' }, 'text:x poct'],
    [loinc('99999-9'), { codeWords: 'x urine' }, 'http://loinc.org|99999-9'],
    [loinc('99999-9'), { codeWords: 'x poct' }, 'http://loinc.org|99999-9'],
    [loinc('99999-9'), { specimen: 'Sputum' }, 'http://loinc.org|99999-9'],
    [loinc('99999-9'), { specimen: 'Urine', codeWords: 'x' }, 'http://loinc.org|99999-9~urine'],
    [loinc('99999-9'), { device: 'POCT' }, 'http://loinc.org|99999-9~point of care'],
    [vendor, { codeWords: 'x urine' }, 'urn:v|1~urine'],
    [vendor, { codeWords: 'x poct' }, 'urn:v|1~point of care'],
    [vendor, { specimen: 'Sputum', codeWords: 'x urine' }, 'urn:v|1~sputum'],
    [vendor, { specimen: 'Serum', codeWords: 'x urine' }, 'urn:v|1~urine'],
    [vendor, { device: 'CGM' }, 'urn:v|1~sensor'],
    [vendor, { codeWords: 'blood gas: lactate' }, 'urn:v|1~blood gas analyser'],
    [vendor, { codeWords: 'extracorporeal gas exchange flow rate' }, 'urn:v|1'],
    [vendor, { codeWords: 'fresh gas flow' }, 'urn:v|1'],
    [vendor, { codeWords: 'oxygen in inhaled gas' }, 'urn:v|1'],
    [vendor, { specimen: 'Urine', method: 'Trough' }, 'urn:v|1~urine, trough'],
  ] as const)('%j with %j: %s', (code, facts, baseId) => {
    const words = baseId.split('~')[1] ?? '';
    expect(read(code, facts)).toMatchObject({ baseId, target: undefined, variant: words });
  });
});

describe('another being', () => {
  test.each([
    ['2823-3', { specimen: 'Cord blood' }, 'k~cord'],
    ['2823-3', { specimen: 'Cord blood', codeWords: 'Fetal potassium' }, 'k~fetal'],
    ['2823-3', { method: 'Control', specimen: 'Arterial blood' }, 'k-bld~32713-0~control'],
    ['2345-7', { device: 'POCT', codeWords: 'Fetal' }, 'glucose-poc~fetal'],
    ['99999-9', { codeWords: 'Fetal x' }, 'http://loinc.org|99999-9'],
    ['99999-9', { specimen: 'Cord blood' }, 'http://loinc.org|99999-9~cord'],
  ] as const)('%s with %j: %s', (code, facts, id) => {
    expect(idOf(code, facts)).toBe(id);
  });

  test('is told from the patient unless the words of a text or the code itself name it', () => {
    const text = (words: string, facts: Facts = {}) =>
      read({ text: words }, { codeWords: words, ...facts }).baseId;
    expect(text('Fetal x')).toBe('text:fetal x');
    expect(text('x', { specimen: 'Cord blood' })).toBe('text:x~cord');
    const vendor = { coding: [{ system: 'urn:v', code: '1' }] };
    expect(read(vendor, { codeWords: 'Fetal x' }).baseId).toBe('urn:v|1~fetal');
    expect(read(vendor, { codeWords: 'Infant x' }).baseId).toBe('urn:v|1~newborn');
    // A child drinks these itself, and has siblings.
    for (const codeWords of [
      'Measured volume of intake of infant formula',
      'Frequency of infant feeding',
      'Donor breast milk intake',
      'Donor breastmilk intake',
      'Intake of maternal expressed breast milk',
      'Number of siblings',
    ])
      expect(read(vendor, { codeWords }).baseId).toBe('urn:v|1');
    expect(read(vendor, { codeWords: 'Donor x' }).baseId).toBe('urn:v|1~donor');
    expect(idOf('28646-8', { specimen: 'Cord blood' })).toBe('ph-cord-a');
    expect(idOf('28646-8', { specimen: 'Cord blood', codeWords: 'Donor' })).toBe('ph-cord-a~donor');
  });
});

test('facts in different places are told apart, and one series has one target', () => {
  const kinds = createRowKinds();
  const potassium = (facts: Facts) => read(loinc('2823-3'), facts, kinds);
  expect(potassium({ method: 'Urine' }).baseId).toBe('k');
  expect(potassium({ specimen: 'Urine' }).baseId).toBe('k~specimen urine, unlike its code');
  expect(potassium({ specimen: 'Urine' }).target).toBe(potassium({ specimen: 'urine!' }).target);
});
