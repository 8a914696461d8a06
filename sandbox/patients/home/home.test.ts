import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { merged } from '../merged.ts';
import { resourcesOfType } from '../testRecord.ts';
import { home } from './home.ts';

const resources = home.resources();
const observations = resourcesOfType(resources, 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const isOwn = ({ performer }: Observation): boolean => performer?.[0]?.reference === 'Patient/home';
const pressureOf = ({ component = [] }: Observation): readonly (number | undefined)[] =>
  component.map(({ valueQuantity }) => valueQuantity?.value);

test('he measured his blood pressure 79 times at home, twice a day with gaps, and the clinic six times', () => {
  const pressures = coded('85354-9');
  const own = pressures.filter(isOwn);
  expect([own.length, pressures.length - own.length]).toEqual([79, 6]);
  expect(own[0]?.effectiveDateTime).toBe('2026-10-14T07:13:00-05:00');
  expect(own.at(-1)?.effectiveDateTime).toBe('2026-11-24T07:17:00-06:00');
  expect(pressureOf(own.at(-1)!)).toEqual([131, 78]);
  const evenings = own.filter(({ effectiveDateTime = '' }) => effectiveDateTime.slice(11, 13) === '20');
  expect(evenings).toHaveLength(38);
});

test('his blood pressure fell after the dose was doubled on 27 Oct', () => {
  const mean = (from: string, to: string): number => {
    const values = coded('85354-9')
      .filter(isOwn)
      .filter(({ effectiveDateTime = '' }) => effectiveDateTime >= from && effectiveDateTime < to)
      .map((each) => pressureOf(each)[0] ?? Number.NaN);
    return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
  expect(mean('2026-10-14', '2026-10-27') - mean('2026-11-17', '2026-11-25')).toBeGreaterThan(12);
});

test('what he measured names him and his device, and belongs to no visit', () => {
  const own = observations.filter(isOwn);
  expect(own).toHaveLength(79 + 79 + 41 + 28);
  expect(own.filter(({ device, encounter }) => !device?.reference || encounter)).toEqual([]);
  expect(new Set(own.map(({ method }) => method?.text))).toEqual(
    new Set([
      'Bathroom scale, at home',
      'Blood pressure monitor, upper arm, at home',
      'Glucose meter, finger stick, at home',
    ]),
  );
});

test('the sensor sends 672 values of one week, 15 minutes apart, and is named as what measured', () => {
  const sensor = coded('99504-3');
  expect(sensor).toHaveLength(672);
  const times = sensor.map(({ effectiveDateTime }) => Date.parse(effectiveDateTime ?? ''));
  expect(new Set(times.slice(1).map((time, i) => time - (times[i] ?? 0)))).toEqual(new Set([900_000]));
  expect(sensor[0]?.performer?.[0]?.reference).toBe('Device/home-device-sensor');
  const values = sensor.map(({ valueQuantity }) => valueQuantity?.value ?? 0);
  expect([Math.min(...values), Math.max(...values), values.at(-1)]).toEqual([69, 252, 128]);
});

test('he pricked his finger four times a day of that week, once low and once high', () => {
  const values = coded('41653-7').map(({ valueQuantity }) => valueQuantity?.value ?? 0);
  expect([values.length, Math.min(...values), Math.max(...values), values.at(-1)]).toEqual([
    28, 66, 224, 137,
  ]);
});

test('the clinic measured its own weights and glucose beside his', () => {
  const weights = coded('29463-7');
  expect([weights.filter(isOwn).length, weights.filter((each) => !isOwn(each)).length]).toEqual([41, 6]);
  expect(weights.at(-1)?.valueQuantity?.value).toBe(82.1);
  expect(coded('2345-7').map(({ valueQuantity }) => valueQuantity?.value)).toEqual([148, 153, 166, 141]);
  expect(coded('4548-4').map(({ valueQuantity }) => valueQuantity?.value)).toEqual([7.5, 7.8, 8.1, 7.4]);
});

test('this record and the one it replaced name each other, and only this one is active', () => {
  const [kept] = resourcesOfType(resources, 'Patient');
  const [old] = resourcesOfType(merged.resources(), 'Patient');
  expect(kept).toMatchObject({
    active: true,
    link: [{ other: { reference: 'Patient/merged' }, type: 'replaces' }],
  });
  expect(old).toMatchObject({
    active: false,
    link: [{ other: { reference: 'Patient/home' }, type: 'replaced-by' }],
  });
  expect(old?.birthDate).toBe(kept?.birthDate);
  expect(old?.identifier?.[0]?.value).not.toBe(kept?.identifier?.[0]?.value);
});

test('medicines were started, changed and stopped', () => {
  const told = resourcesOfType(resources, 'MedicationRequest').map(
    ({ medicationCodeableConcept, status, dosageInstruction }) =>
      `${medicationCodeableConcept?.text} ${dosageInstruction?.[0]?.text}: ${status}`,
  );
  expect(told).toEqual([
    'Metformin 1000 mg daily: completed',
    'Metformin 2000 mg daily: active',
    'Lisinopril 10 mg daily: completed',
    'Lisinopril 20 mg daily: active',
    'Amlodipine 5 mg daily: stopped',
    'Atorvastatin 20 mg daily: active',
  ]);
});
