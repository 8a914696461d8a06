import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { resourcesOfType, decodedText } from '../testRecord.ts';
import { icu } from './icu.ts';

const resources = icu.resources();
const observations = resourcesOfType(resources, 'Observation');
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
  const parsePairs = [...coded('76212-0'), ...coded('85354-9')].map((each) => each.component ?? []);
  expect(parsePairs.filter((parts) => !(pressureAt(parts, 0) > pressureAt(parts, 1)))).toEqual([]);
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

const hoursFrom = (time: string | undefined): number =>
  Math.round((Date.parse(time ?? '') - Date.parse('2026-11-19T14:00:00-06:00')) / 36_000) / 100;
const given = (drug: string) =>
  resourcesOfType(resources, 'MedicationAdministration').filter(
    (each) => each.medicationCodeableConcept?.text === drug,
  );

test('norepinephrine runs at the six rates of the drawing, each until the next, and is off after 60 hours', () => {
  const rates = given('Norepinephrine').map(({ effectivePeriod, dosage }) => [
    hoursFrom(effectivePeriod?.start),
    dosage?.rateQuantity?.value,
    hoursFrom(effectivePeriod?.end),
  ]);
  expect(rates).toEqual([
    [0.7, 0.08, 2],
    [2, 0.2, 5],
    [5, 0.28, 18],
    [18, 0.2, 30],
    [30, 0.12, 48],
    [48, 0.06, 60],
  ]);
});

test('piperacillin was given every six hours, fifteen times, until ceftriaxone followed', () => {
  const starts = given('Piperacillin / tazobactam').map((each) => hoursFrom(each.effectivePeriod?.start));
  expect(starts).toHaveLength(15);
  expect(
    new Set(starts.slice(1).map((start, i) => Math.round((start - (starts[i] ?? 0)) * 10) / 10)),
  ).toEqual(new Set([6]));
  expect(given('Ceftriaxone').map((each) => hoursFrom(each.effectivePeriod?.start))).toEqual([88, 112]);
});

test('she was ventilated from the intubation to the extubation, with both lines placed', () => {
  const procedures = resourcesOfType(resources, 'Procedure').map(
    ({ code, performedDateTime, performedPeriod }) => [
      code?.text,
      hoursFrom(performedDateTime ?? performedPeriod?.start),
      ...(performedPeriod ? [hoursFrom(performedPeriod.end)] : []),
    ],
  );
  expect(procedures).toEqual([
    ['Intubated', 1.2],
    ['Mechanical ventilation', 1.2, 75],
    ['Arterial line', 1.9],
    ['Central venous line', 2.4],
    ['CT chest', 44.4],
    ['Extubated', 75],
  ]);
});

test('the first blood culture is final and says what grew; the second is not yet', () => {
  const cultures = resourcesOfType(resources, 'DiagnosticReport').filter(
    ({ code }) => code.text === 'Blood culture',
  );
  expect(cultures.map(({ status, result }) => [status, result?.[0]?.reference])).toEqual([
    ['final', 'Observation/icu-blood-culture-202611191436'],
    ['preliminary', undefined],
  ]);
  expect(decodedText(cultures[0]?.presentedForm?.[0]?.data)).toContain(
    'Streptococcus pneumoniae, 2 of 2 sets',
  );
});
