import { describe, expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';
import { codedIn, drawnAs, MDC, readCoded, SNOMED } from './otherSystemsFixture.ts';

describe('a vital sign that has a code of SNOMED CT and no LOINC', () => {
  test.each([
    ['Systolic blood pressure', '271649006', 128, 'mm[Hg]', 'bp-sys'],
    ['Systolic arterial pressure', '72313002', 128, 'mm[Hg]', 'bp-sys'],
    ['Diastolic blood pressure', '271650006', 76, 'mm[Hg]', 'bp-dia'],
    ['Diastolic arterial pressure', '1091811000000102', 76, 'mm[Hg]', 'bp-dia'],
    ['Mean blood pressure', '6797001', 93, 'mm[Hg]', 'map'],
    ['Heart rate', '364075005', 71, '/min', 'hr'],
    ['Pulse rate', '78564009', 71, '/min', 'hr'],
    ['Resting heart rate', '444981005', 58, '/min', 'hr-rest'],
    ['Respiratory rate', '86290005', 16, '/min', 'rr'],
    ['Peripheral oxygen saturation', '431314004', 97, '%', 'spo2'],
    ['Body temperature', '386725007', 37.1, 'Cel', 'temp'],
    ['Oral temperature', '415945006', 37.1, 'Cel', 'temp-oral'],
    ['Axillary temperature', '415882003', 36.6, 'Cel', 'temp-ax'],
    ['Rectal temperature', '307047009', 37.6, 'Cel', 'temp-rect'],
    ['Tympanic temperature', '415974002', 37.2, 'Cel', 'temp-tymp'],
    ['Body weight', '27113001', 71.5, 'kg', 'weight'],
    ['Dry body weight', '445541000', 70, 'kg', 'weight-dry'],
    ['Birth weight', '364589006', 3450, 'g', 'birth-weight'],
    ['Body height measure', '50373000', 171, 'cm', 'height'],
    ['Body height', '1153637007', 171, 'cm', 'height'],
    ['Standing height', '248333004', 171, 'cm', 'height'],
    ['Body mass index', '60621009', 24.4, 'kg/m2', 'bmi'],
    ['Head circumference', '363812007', 38.5, 'cm', 'hc'],
    ['Glasgow coma score', '248241002', 14, '{score}', 'gcs'],
    ['Glasgow Coma Score eye opening subscore', '281395000', 4, '{score}', 'gcs-eye'],
    ['Glasgow Coma Scale verbal response subscore', '281397008', 4, '{score}', 'gcs-verbal'],
    ['Glasgow Coma Score motor response subscore', '281396004', 6, '{score}', 'gcs-motor'],
    ['Delivered oxygen flow rate', '427081008', 2, 'L/min', 'o2flow'],
    ['Inspired oxygen concentration', '250774007', 35, '%', 'fio2'],
    ['Central venous pressure', '71420008', 8, 'mm[Hg]', 'cvp'],
    ['Intracranial pressure', '250844005', 11, 'mm[Hg]', 'icp'],
    ['NEWS2 total score', '1104051000000101', 6, '{score}', 'news2'],
    ['NEWS2 total score in words of the NHS', '1104051000000101', 6, '{ScoreOf}', 'news2'],
  ])('%s (%s) is a result of its measure', (_, code, value, unit, seriesId) => {
    expect(readCoded(codedIn([[SNOMED, code]]), value, unit)).toMatchObject(drawnAs(seriesId, value));
  });

  test.each([
    ['Core body temperature, which some send for every thermometer', '276885007', 37.1, 'Cel'],
    ['Oxygen saturation of haemoglobin, without a vessel', '103228002', 97, '%'],
    ['Waist circumference, at no place', '276361009', 90, 'cm'],
    ['Pain score, on no scale', '225908003', 3, '{score}'],
    ['Standing systolic blood pressure', '400974009', 118, 'mm[Hg]'],
    ['Brachial pulse rate', '422119006', 70, '/min'],
    ['NEWS2 pulse score', '1104351000000103', 1, '{score}'],
    ['Modified early warning score', '445416009', 3, '{score}'],
  ])('%s (%s) joins nothing', (_, code, value, unit) => {
    expect(readCoded(codedIn([[SNOMED, code, 'Name']]), value, unit).seriesId).toMatch(`${SNOMED}|${code}`);
  });
});

describe('a device that has a code of IEEE 11073 and no LOINC', () => {
  test.each([
    ['MDC_PRESS_BLD_NONINV_SYS', '150021', 131, 'mm[Hg]', 'bp-sys'],
    ['MDC_PRESS_CUFF_SYS', '150301', 131, 'mm[Hg]', 'bp-sys'],
    ['MDC_PRESS_BLD_NONINV_DIA', '150022', 79, 'mm[Hg]', 'bp-dia'],
    ['MDC_PRESS_CUFF_DIA', '150302', 79, 'mm[Hg]', 'bp-dia'],
    ['MDC_PRESS_BLD_NONINV_MEAN', '150023', 96, 'mm[Hg]', 'map-nibp'],
    ['MDC_PRESS_CUFF_MEAN', '150303', 96, 'mm[Hg]', 'map-nibp'],
    ['MDC_PRESS_BLD_ART_SYS', '150033', 118, 'mm[Hg]', `${LOINC}|76215-3`],
    ['MDC_PRESS_BLD_ART_ABP_SYS', '150037', 118, 'mm[Hg]', `${LOINC}|76215-3`],
    ['MDC_PRESS_BLD_ART_DIA', '150034', 62, 'mm[Hg]', `${LOINC}|76213-8`],
    ['MDC_PRESS_BLD_ART_ABP_DIA', '150038', 62, 'mm[Hg]', `${LOINC}|76213-8`],
    ['MDC_PRESS_BLD_ART_MEAN', '150035', 81, 'mm[Hg]', `${LOINC}|76214-6`],
    ['MDC_PRESS_BLD_ART_ABP_MEAN', '150039', 81, 'mm[Hg]', `${LOINC}|76214-6`],
    ['MDC_PRESS_BLD_ART_PULM_SYS', '150045', 30, 'mm[Hg]', 'pap-sys'],
    ['MDC_PRESS_BLD_ART_PULM_DIA', '150046', 12, 'mm[Hg]', 'pap-dia'],
    ['MDC_PRESS_BLD_ART_PULM_MEAN', '150047', 18, 'mm[Hg]', 'pap-mean'],
    ['MDC_PRESS_BLD_VEN_CENT', '150084', 8, 'mm[Hg]', 'cvp'],
    ['MDC_PRESS_BLD_VEN_CENT_MEAN', '150087', 8, 'mm[Hg]', 'cvp'],
    ['MDC_PRESS_INTRA_CRAN', '153608', 11, 'mm[Hg]', 'icp'],
    ['MDC_PRESS_INTRA_CRAN_MEAN', '153611', 11, 'mm[Hg]', 'icp'],
    ['MDC_ECG_HEART_RATE', '147842', 74, '/min', 'hr'],
    ['MDC_PULS_RATE', '149514', 74, '/min', 'hr'],
    ['MDC_PULS_RATE_NON_INV', '149546', 74, '/min', 'hr'],
    ['MDC_PULS_OXIM_PULS_RATE', '149530', 74, '/min', 'hr-ox'],
    ['MDC_RESP_RATE', '151562', 15, '/min', 'rr'],
    ['MDC_PULS_OXIM_SAT_O2', '150456', 97, '%', 'spo2'],
    ['MDC_SAT_O2_ART', '150324', 95, '%', 'sao2-art'],
    ['MDC_AWAY_CO2_ET', '151708', 36, 'mm[Hg]', 'etco2'],
    ['MDC_TEMP_BODY', '150364', 37, 'Cel', 'temp'],
    ['MDC_TEMP_CORE', '150368', 37, 'Cel', 'temp-core'],
    ['MDC_TEMP_SKIN', '150388', 33, 'Cel', 'temp-skin'],
    ['MDC_TEMP_TYMP', '150392', 37, 'Cel', 'temp-tymp'],
    ['MDC_TEMP_EAR', '188428', 37, 'Cel', 'temp-tymp'],
    ['MDC_TEMP_RECT', '188420', 37, 'Cel', 'temp-rect'],
    ['MDC_TEMP_ORAL', '188424', 37, 'Cel', 'temp-oral'],
    ['MDC_TEMP_AXILLA', '188452', 37, 'Cel', 'temp-ax'],
    ['MDC_MASS_BODY_ACTUAL', '188736', 71.5, 'kg', 'weight'],
    ['MDC_LEN_BODY_ACTUAL', '188740', 171, 'cm', 'height'],
    ['MDC_RATIO_MASS_BODY_LEN_SQ', '188752', 24.4, 'kg/m2', 'bmi'],
    ['MDC_BODY_FAT', '188748', 27, '%', 'body-fat'],
    ['MDC_CIRCUM_HEAD', '153856', 38.5, 'cm', 'hc'],
    ['MDC_CONC_GLU_CAPILLARY_WHOLEBLOOD', '160184', 104, 'mg/dL', 'glucose-poc'],
    ['MDC_CONC_GLU_ISF', '160212', 104, 'mg/dL', 'cgm'],
    ['MDC_CONC_HBA1C', '160220', 6.4, '%', 'a1c'],
    ['MDC_FLOW_AWAY_EXP_FORCED_PEAK', '152584', 410, 'L/min', 'pef'],
    ['MDC_VOL_AWAY_EXP_FORCED_1S', '152586', 2.6, 'L', 'fev1'],
    ['MDC_ECG_TIME_PD_QT_GL', '147232', 390, 'ms', 'qt'],
    ['MDC_ECG_TIME_PD_QTc', '147236', 421, 'ms', 'qtc'],
  ])('%s (%s) is a result of its measure', (name, code, value, unit, seriesId) => {
    expect(readCoded(codedIn([[MDC, code, name]]), value, unit)).toMatchObject(drawnAs(seriesId, value));
    expect(readCoded(codedIn([[MDC, code]], 'Measured at home'), value, unit)).toMatchObject({ value });
  });

  test.each([
    ['MDC_TEMP', '150344', 37, 'Cel'],
    ['MDC_PRESS_BLD_SYS', '150017', 120, 'mm[Hg]'],
    ['MDC_TTHOR_RESP_RATE', '151578', 16, '/min'],
    ['MDC_CO2_RESP_RATE', '151594', 16, '/min'],
    ['MDC_CONC_GLU_CAPILLARY_PLASMA', '160188', 104, 'mg/dL'],
    ['MDC_HF_HR', '8454258', 120, '/min'],
  ])('%s (%s) joins nothing', (name, code, value, unit) => {
    expect(readCoded(codedIn([[MDC, code, name]]), value, unit).seriesId).toMatch(`${MDC}|${code}`);
  });

  test('the same numbers under another system are other codes', () => {
    expect(readCoded(codedIn([['urn:example:devices', '150021', 'Name']]), 131, 'mm[Hg]').seriesId).toBe(
      'urn:example:devices|150021',
    );
    expect(readCoded(codedIn([[SNOMED, '150021', 'Name']]), 131, 'mm[Hg]').seriesId).toBe(`${SNOMED}|150021`);
    expect(readCoded(codedIn([[MDC, '364075005', 'Name']]), 71, '/min').seriesId).toBe(`${MDC}|364075005`);
    expect(readCoded(codedIn([[MDC, '0150021', 'Name']]), 131, 'mm[Hg]').seriesId).toBe(`${MDC}|0150021`);
  });

  test('the control solution of a glucometer says nothing of the patient', () => {
    expect(readCoded(codedIn([[MDC, '160208', 'MDC_CONC_GLU_CONTROL']]), 118, 'mg/dL')).toMatchObject({
      reason: 'quality-control',
      drawing: 'listed',
    });
  });
});

describe('a measure whose method is not given breaks no line, whichever of its codes a server sends', () => {
  test.each([
    ['a mean pressure', '8478-0', SNOMED, '6797001', 93, 'mm[Hg]'],
    ['a saturation', '2708-6', MDC, '150324', 95, '%'],
  ])('%s', (_, loinc, system, other, value, unit) => {
    const kindOf = (...codings: readonly (readonly [string, string])[]) =>
      readRow({ code: codedIn(codings), valueQuantity: quantity(value, unit) }).kind;
    const kinds = [
      kindOf([LOINC, loinc]),
      kindOf([system, other]),
      kindOf([LOINC, loinc], [system, other]),
      kindOf([system, other], [LOINC, loinc]),
    ];
    expect(new Set(kinds.map(({ method }) => method)).size).toBe(1);
    expect(kinds.map(({ mark }) => mark)).toEqual(Array(4).fill('method not given'));
    expect(kinds.map(({ code }) => code)).toEqual([loinc, other, loinc, loinc]);
  });
});
