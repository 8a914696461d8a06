import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

const UNITS: Readonly<Record<string, string>> = {
  '8310-5': 'Cel',
  '8867-4': '/min',
  '9279-1': '/min',
  '29463-7': 'kg',
  '8480-6': 'mm[Hg]',
  '59408-5': '%',
};
const seriesIdOf = (code: string, text: string): string =>
  readRow({ code: { ...loinc(code), text }, valueQuantity: quantity(36, UNITS[code]) }).kind.seriesId;

describe('rule 18: words that name another thing than a general code keep a number off its line', () => {
  test.each([
    ['8310-5', 'Myocardial temperature', 'temp~heart muscle'],
    ['8310-5', 'Myokardtemperatur', 'temp~heart muscle'],
    ['8310-5', 'Brain temperature', 'temp~brain'],
    ['8310-5', 'Hirntemperatur', 'temp~brain'],
    ['8310-5', 'Urine temperature', 'temp~urine'],
    ['8310-5', 'Isolette temp', 'temp~surroundings'],
    ['8310-5', 'Dialysattemperatur', 'temp~surroundings'],
    ['8310-5', 'TTM target temp', 'temp~target'],
    ['8867-4', 'Atrial rate', 'hr~atrial'],
    ['8867-4', 'Schrittmacherfrequenz', 'hr~setting'],
    ['8867-4', 'Frecuencia de marcapasos', 'hr~setting'],
    ['9279-1', 'Mandatory breath rate', 'rr~setting'],
    ['29463-7', 'Dressing weight', 'weight~material'],
    ['29463-7', 'Diaper weight', 'weight~material'],
    ['29463-7', 'Wheelchair weight', 'weight~material'],
    ['29463-7', 'Weight loss', 'weight~change'],
    ['29463-7', 'Weight gain since admission', 'weight~change'],
    ['29463-7', 'Gewichtsverlust', 'weight~change'],
    ['29463-7', 'Pérdida de peso', 'weight~change'],
    ['29463-7', 'Dosing weight', 'weight~for dosing'],
    ['29463-7', 'Trockengewicht', 'weight-dry'],
    ['29463-7', 'Peso seco', 'weight-dry'],
    ['8480-6', 'Arterieller Blutdruck invasiv systolisch', '76215-3'],
    ['8480-6', 'Presión arterial sistólica invasiva', '76215-3'],
    ['8480-6', 'PAPsys', 'pap-sys'],
    ['8480-6', 'Systolic pressure gradient', 'bp-sys~gradient'],
    ['59408-5', 'Cerebral oximetry (rSO2)', 'spo2~tissue'],
    ['59408-5', 'Tissue oxygen saturation StO2', 'spo2~tissue'],
  ])('%s "%s" stands in %s', (code, text, expected) => {
    expect(seriesIdOf(code, text)).toContain(expected);
  });

  test.each([
    ['8310-5', 'Temperature - Emergency Room', 'temp'],
    ['8310-5', 'Temp, warm blanket applied', 'temp'],
    ['8310-5', 'Temp before urine sample', 'temp'],
    ['8867-4', 'Heart rate (paced)', 'hr'],
    ['8867-4', 'Pulse (pacemaker patient)', 'hr'],
    ['8867-4', 'Heart rate in atrial fibrillation', 'hr'],
    ['8867-4', 'Ventricular rate', 'hr'],
    ['9279-1', 'Respiratory rate', 'rr'],
    ['29463-7', 'Bed weight', 'weight'],
    ['29463-7', 'Weight (wheelchair scale)', 'weight'],
    ['29463-7', 'Weight without dressing', 'weight'],
    ['8480-6', 'Systolischer Blutdruck, nicht invasiv', 'bp-sys'],
    ['8480-6', 'Presión arterial sistólica no invasiva', 'bp-sys'],
    ['8480-6', 'Systolisk blodtryk, ikke-invasiv', 'bp-sys'],
    ['8480-6', 'Bloeddruk systolisch niet-invasief', 'bp-sys'],
    ['8480-6', 'Pression systolique non invasive', 'bp-sys'],
    ['59408-5', 'First SpO2', 'spo2'],
  ])('near it, %s "%s" stays in %s', (code, text, expected) => {
    expect(seriesIdOf(code, text)).toBe(expected);
  });
});
