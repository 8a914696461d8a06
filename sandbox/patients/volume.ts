/**
 * Volume story: 100,000 results of ten years serve to measure memory and time. The story is built when it is
 * opened, and no list shows it: launch it by its id. Nothing happens in it, and values stay near what is
 * usual.
 *
 * The ids are as long as those of a large vendor. One result in six is a blood pressure with its two
 * components; about half of the others are laboratory results with ranges, methods and flags. The results are
 * always the same, because they come from one seed.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from './resources/bloodPressure.ts';
import { interpretationConcept } from './resources/codes.ts';
import { MINUTE_MS } from './resources/localTime.ts';
import { patientResource } from './resources/patient.ts';
import { numericObservation } from './resources/observation.ts';
import { bellCurve, seededRandom } from './resources/seededRandom.ts';
import type { PatientStory } from './story.ts';
import { parseBarRows } from './resources/tableParsing.ts';

const ID = 'volume';
const COUNT = 100_000;
const START_MS = Date.parse('2016-11-24T12:00:00Z');
const END_MS = Date.parse('2026-11-24T12:00:00Z');
const SEED = 20_261_124;
const BLOOD_PRESSURE_EVERY = 6;

/**
 * The columns are: measure, usual value, scatter, decimals, range, and methods (the first until 2021 and the
 * second since).
 */
const MEASURES = `
hr | 76 | 9 | 0 | |
rr | 16 | 2 | 0 | |
temp | 36.7 | 0.3 | 1 | | Oral; Tympanic
spo2 | 96 | 1.5 | 0 | |
weight | 78.4 | 1.2 | 1 | |
glucose-poc | 128 | 26 | 0 | |
pain | 2 | 1.5 | 0 | |
hr | 74 | 8 | 0 | |
k | 4.3 | 0.35 | 1 | 3.5-5.0 | Ion-selective electrode
na | 139 | 2.5 | 0 | 136-145 | Ion-selective electrode
cl | 103 | 2.5 | 0 | 98-107 |
co2 | 25 | 2 | 0 | 22-29 |
bun | 16 | 4 | 0 | 8-21 |
creat | 0.98 | 0.12 | 2 | 0.74-1.35 | Jaffe; Enzymatic
glucose | 104 | 16 | 0 | 70-99 |
ca | 9.4 | 0.4 | 1 | 8.6-10.2 |
alb | 4.1 | 0.3 | 1 | 3.5-5.2 |
alt | 28 | 9 | 0 | 7-56 |
hgb | 14.1 | 0.7 | 1 | 13.5-17.5 |
wbc | 7.3 | 1.8 | 1 | 4.0-11.0 | Impedance; Flow cytometry
plt | 238 | 36 | 0 | 150-400 | Impedance; Flow cytometry
crp | 3.6 | 1.4 | 1 | <5.0 |
`;
const INTERPRETATIONS = { H: [interpretationConcept('H')], L: [interpretationConcept('L')] };
const METHOD_CHANGED_MS = Date.parse('2021-11-24T12:00:00Z');

type MeasureKind = {
  readonly usual: number;
  readonly scatter: number;
  /** The factor is 10 for one decimal. */
  readonly decimalFactor: number;
  readonly low: number;
  readonly high: number;
  readonly methods: readonly string[];
  /** All results of the measure share this. */
  readonly template: Observation;
};

export const volume: PatientStory = {
  id: ID,
  title: 'Victor Quantum, 70: 100,000 results',
  purpose: 'Volume: ten years of vital signs and laboratory results, to measure memory by.',
  isOnDemand: true,
  resources: (): readonly FhirResource[] => [
    patientResource({
      id: ID,
      family: 'Quantum',
      given: ['Victor'],
      gender: 'male',
      birthDate: '1956-07-01',
      mrn: '099 100 00',
    }),
    ...volumeObservations(),
  ],
};

function volumeObservations(): readonly Observation[] {
  const random = seededRandom(SEED);
  const measureKinds = readMeasureKinds();
  const pressure = cuffPressure({ patient: ID, at: '2016-11-24', systolic: 0, diastolic: 0 });
  const stepMs = (END_MS - START_MS) / COUNT;
  return Array.from({ length: COUNT }, (_, i) => {
    const timeMs = Math.floor((START_MS + (i + random()) * stepMs) / MINUTE_MS) * MINUTE_MS;
    const id = vendorLikeId(i, random);
    if (i % BLOOD_PRESSURE_EVERY === 0) return bloodPressureAt(pressure, id, timeMs, random);
    const measureKind = measureKinds[Math.floor(random() * measureKinds.length)];
    if (!measureKind) throw new Error('There are no kinds of result.');
    return observationAt(measureKind, id, timeMs, random);
  });
}

function observationAt(
  measureKind: MeasureKind,
  id: string,
  timeMs: number,
  random: () => number,
): Observation {
  const { template, usual, scatter, decimalFactor, low, high, methods } = measureKind;
  const value = Math.max(
    0,
    Math.round((usual + scatter * bellCurve(random)) * decimalFactor) / decimalFactor,
  );
  const flag = value < low ? 'L' : value > high ? 'H' : undefined;
  const method = timeMs < METHOD_CHANGED_MS ? methods[0] : (methods[1] ?? methods[0]);
  return {
    ...withTime(template, id, timeMs),
    valueQuantity: { ...template.valueQuantity, value },
    ...(flag && { interpretation: INTERPRETATIONS[flag] }),
    ...(method !== undefined && { method: { text: method } }),
  };
}

function bloodPressureAt(
  template: Observation,
  id: string,
  timeMs: number,
  random: () => number,
): Observation {
  const systolic = Math.round(128 + 12 * bellCurve(random));
  const [upper, lower] = template.component ?? [];
  if (!upper || !lower) throw new Error('A blood pressure has two components.');
  return {
    ...withTime(template, id, timeMs),
    component: [
      { ...upper, valueQuantity: { ...upper.valueQuantity, value: systolic } },
      { ...lower, valueQuantity: { ...lower.valueQuantity, value: Math.round(systolic * 0.6) } },
    ],
  };
}

function withTime(template: Observation, id: string, timeMs: number): Observation {
  const time = new Date(timeMs).toISOString();
  return {
    ...template,
    id,
    meta: { versionId: '1', lastUpdated: time },
    effectiveDateTime: time,
    issued: time,
  };
}

/**
 * Returns an id of 24 characters. It begins with the number of the result, so that no two are the same, and
 * goes on like a vendor's id.
 */
function vendorLikeId(i: number, random: () => number): string {
  return `e${base36(i, 5)}${base36(randomIdPart(random), 6)}${base36(randomIdPart(random), 6)}${base36(randomIdPart(random), 6)}`;
}

const randomIdPart = (random: () => number): number => Math.floor(random() * 36 ** 6);
const base36 = (number: number, length: number): string => number.toString(36).padStart(length, '0');

function readMeasureKinds(): readonly MeasureKind[] {
  return parseBarRows(MEASURES).map(([measure = '', usual, scatter, decimals, range = '', methods = '']) => ({
    usual: Number(usual),
    scatter: Number(scatter),
    decimalFactor: 10 ** Number(decimals),
    ...limitsOf(range),
    methods: methods ? methods.split('; ') : [],
    template: numericObservation({ patient: ID, at: '2016-11-24', measure, value: 0, range }),
  }));
}

function limitsOf(range: string): Pick<MeasureKind, 'low' | 'high'> {
  if (range.startsWith('<')) return { low: -Infinity, high: Number(range.slice(1)) };
  const [low = -Infinity, high = Infinity] = range ? range.split('-').map(Number) : [];
  return { low, high };
}
