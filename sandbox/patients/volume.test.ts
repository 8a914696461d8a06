import { expect, test } from 'vitest';
import { RecordStore } from '../fhir/records.ts';
import { healthy } from './healthy.ts';
import { volume } from './volume.ts';

const observations = volume.resources().filter((resource) => resource.resourceType === 'Observation');

test('holds 100,000 results, each with an id of its own as long as a vendor’s', () => {
  expect(observations).toHaveLength(100_000);
  expect(new Set(observations.map(({ id }) => id)).size).toBe(100_000);
  expect(observations.filter(({ id = '' }) => !/^[A-Za-z0-9]{24}$/.test(id))).toEqual([]);
});

test('one result in six is a blood pressure with two components', () => {
  const pressures = observations.filter(({ component }) => component?.length === 2);
  expect(pressures).toHaveLength(Math.ceil(100_000 / 6));
});

test('goes over ten years, with ranges, flags and changed methods', () => {
  expect(observations[0]?.effectiveDateTime).toMatch(/^2016-11-24/);
  expect(observations.at(-1)?.effectiveDateTime).toMatch(/^2026-11-24/);
  expect(observations.filter(({ referenceRange }) => referenceRange).length).toBeGreaterThan(40_000);
  expect(observations.filter(({ interpretation }) => interpretation).length).toBeGreaterThan(2_000);
  const methods = observations
    .filter(({ code }) => code.text === 'Creatinine')
    .map(({ method }) => method?.text);
  expect(new Set(methods)).toEqual(new Set(['Jaffe', 'Enzymatic']));
});

test('is the same each time it is made', () => {
  const again = volume.resources().slice(1);
  const few = (list: readonly unknown[]) => list.filter((_, i) => i % 97 === 0);
  expect(few(again)).toEqual(few(observations));
}, 20_000);

test('is made when its patient is asked for, and no list asks', () => {
  let made = 0;
  const counted = {
    ...volume,
    resources: () => {
      made += 1;
      return volume.resources().slice(0, 3);
    },
  };
  const records = new RecordStore([healthy, counted], 'http://127.0.0.1/fhir/r4');
  expect(records.listed.map(({ story }) => story.id)).toEqual(['healthy']);
  expect(records.hasResource('Observation', 'unknown')).toBe(false);
  expect(made).toBe(0);
  expect(records.record('volume')?.patient.id).toBe('volume');
  expect(records.record('volume')?.resources).toHaveLength(3);
  expect(records.listed.map(({ story }) => story.id)).toEqual(['healthy']);
  expect(made).toBe(1);
}, 20_000);
