import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../catalog/catalog.ts';
import { unitFactorsOf } from './unitFactors.ts';

const targetOf = (loinc: string) => catalogMatch(loinc)!.target;

/** Returns what `value` in each other unit is in the unit of the series, to nine digits. */
const valuesIn = (loinc: string, seriesUnit: string, value: number) =>
  Object.fromEntries(
    unitFactorsOf(targetOf(loinc), seriesUnit).map(({ unit, toSeries }) => [
      unit,
      Number(toSeries(value).toPrecision(9)),
    ]),
  );

describe('the other units in which a number may have been measured', () => {
  test('are those of the catalog, each converted into the unit of the series', () => {
    expect(valuesIn('718-7', 'g/dL', 140)).toEqual({ 'g/L': 14, 'mmol/L': 225.596 });
    expect(valuesIn('718-7', 'g/L', 14)).toEqual({ 'g/dL': 140, 'mmol/L': 225.596 });
    expect(valuesIn('29463-7', 'kg', 100)).toMatchObject({ g: 0.1, '[lb_av]': 45.359237 });
  });

  test('may have another zero', () => {
    expect(valuesIn('8310-5', 'Cel', 98.6)).toEqual({ '[degF]': 37 });
    expect(valuesIn('8310-5', '[degF]', 37)).toEqual({ Cel: 98.6 });
    expect(valuesIn('4548-4', '%', 53)['mmol/mol']).toBeCloseTo(7, 1);
    expect(Object.keys(valuesIn('4548-4', 'mmol/mol', 7))).toEqual(['%']);
    const kelvin = { factor: 1, offset: -273.15, isExact: true };
    const [other] = unitFactorsOf({ ...targetOf('8310-5'), conversions: new Map([['K', kelvin]]) }, 'Cel');
    expect([other?.unit, other?.toSeries(310.15)]).toEqual(['K', 37]);
  });

  test('are none in which every number is the same', () => {
    expect(Object.keys(valuesIn('777-3', '10*3/uL', 1))).toEqual(['/uL', '10*4/uL']);
    expect(Object.keys(valuesIn('777-3', '10*9/L', 1))).toEqual(['/uL', '10*4/uL']);
    expect(valuesIn('2823-3', 'mmol/L', 4.1)).not.toHaveProperty('meq/L');
  });

  test('are not known for a unit that does not fit the analyte', () => {
    expect(unitFactorsOf(targetOf('718-7'), 'mg')).toEqual([]);
    expect(unitFactorsOf(targetOf('718-7'), '')).toEqual([]);
  });

  test('are found once for each unit of an analyte', () => {
    const hemoglobin = targetOf('718-7');
    expect(unitFactorsOf(hemoglobin, 'g/dL')).toBe(unitFactorsOf(hemoglobin, 'g/dL'));
    expect(unitFactorsOf(hemoglobin, 'g/dL')).not.toBe(unitFactorsOf(hemoglobin, 'g/L'));
  });
});
