import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { icu } from './icu.ts';

const observations = icu.resources().filter((resource) => resource.resourceType === 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const last = (code: string): number | undefined => coded(code).at(-1)?.valueQuantity?.value;
const pressureAt = (parts: Observation['component'], i: number): number =>
  parts?.[i]?.valueQuantity?.value ?? Number.NaN;
const hourOf = (each: Observation): number =>
  (Date.parse(each.effectiveDateTime ?? '') - Date.parse('2026-11-19T14:00:00-06:00')) / 3_600_000;

test('the monitor sends a reading every five minutes, and none from the CT scanner', () => {
  for (const code of ['8867-4', '9279-1', '59408-5']) {
    const hours = coded(code).map(hourOf);
    expect(hours).toHaveLength(1425);
    expect(hours.filter((hour) => hour > 44.3 && hour < 45.6)).toEqual([]);
    expect(Math.max(...hours)).toBe(120);
  }
});

test('the last readings are those of the drawing', () => {
  expect([last('8867-4'), last('9279-1')]).toEqual([82, 18]);
});

test('arterial and cuff pressures are separate by their codes, the line beginning when it was placed', () => {
  const line = coded('76212-0');
  const cuff = coded('85354-9');
  expect(line.every((each) => hourOf(each) >= 1.9)).toBe(true);
  expect(line[0]?.component?.map((part) => part.code.coding?.[0]?.code)).toEqual([
    '76215-3',
    '76213-8',
    '76214-6',
  ]);
  expect(cuff[0]?.component?.map((part) => part.code.coding?.[0]?.code)).toEqual(['8480-6', '8462-4']);
});

test('in every pressure the upper side is above the lower', () => {
  const pairs = [...coded('76212-0'), ...coded('85354-9')].map((each) => each.component ?? []);
  expect(pairs.filter((parts) => !(pressureAt(parts, 0) > pressureAt(parts, 1)))).toEqual([]);
});

test('oxygen flow is sent only while a mask or cannula was worn', () => {
  const withFlow = coded('59408-5').filter((each) =>
    each.component?.some((part) => part.code.text === 'Inhaled oxygen flow rate'),
  );
  expect(withFlow.filter((each) => hourOf(each) >= 1.2 && hourOf(each) < 75)).toEqual([]);
  expect(withFlow.length).toBeGreaterThan(500);
});

test('lactate falls from 5.8, critically high, to 1.1', () => {
  const lactate = coded('2524-7');
  expect(lactate[0]?.interpretation?.[0]?.coding?.[0]?.code).toBe('HH');
  expect([lactate[0]?.valueQuantity?.value, lactate.at(-1)?.valueQuantity?.value]).toEqual([5.8, 1.1]);
});
