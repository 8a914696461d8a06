// This file fills one patient up with further results for tests of scale. Where the patient has own results
// of a measure, the further ones stay near them, so that the curves still tell the same story; elsewhere they
// stay near a usual value.
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from './resources/bloodPressure.ts';
import { interpretationConcept, type Flag } from './resources/codes.ts';
import { DAY_MS, MINUTE_MS } from './resources/localTime.ts';
import { numericObservation } from './resources/observation.ts';
import { bellCurve, seededRandom } from './resources/seededRandom.ts';
import type { PatientStory } from './story.ts';
import { parseBarRows } from './resources/tableParsing.ts';

/** The columns are: measure, usual value, scatter, decimals, range. Vital signs have no range. */
const MEASURES = `
bp | 128 | 7 | 0 |
hr | 76 | 6 | 0 |
rr | 16 | 2 | 0 |
temp | 36.7 | 0.2 | 1 |
spo2 | 96 | 1 | 0 |
glucose-poc | 118 | 16 | 0 |
k | 4.3 | 0.2 | 1 | 3.5-5.0
na | 139 | 1.5 | 0 | 136-145
cl | 103 | 1.5 | 0 | 98-107
co2 | 25 | 1 | 0 | 22-29
bun | 15 | 2 | 0 | 8-21
creat | 0.92 | 0.05 | 2 | 0.59-1.35
glucose | 104 | 10 | 0 | 70-99
ca | 9.4 | 0.2 | 1 | 8.6-10.2
mg | 2.0 | 0.1 | 1 | 1.6-2.6
phos | 3.5 | 0.3 | 1 | 2.5-4.5
uric | 5.4 | 0.4 | 1 | 3.5-7.2
alb | 4.2 | 0.15 | 1 | 3.5-5.2
alt | 26 | 4 | 0 | 7-56
ast | 24 | 3 | 0 | 10-40
alp | 78 | 8 | 0 | 40-129
tbili | 0.7 | 0.15 | 1 | 0.3-1.2
hgb | 13.6 | 0.3 | 1 | 12.0-17.5
hct | 41.2 | 1 | 1 | 36.0-53.0
wbc | 7.2 | 0.8 | 1 | 4.0-11.0
plt | 242 | 18 | 0 | 150-400
crp | 3.1 | 0.8 | 1 | <5.0
`;
// The results run from the patient's first own result to the last; a patient without any gets the last ten
// years.
const NOW_MS = Date.parse('2026-11-24T12:00:00Z');
const SPAN_WITHOUT_RESULTS_MS = 3652 * DAY_MS;
const SEED = 1000003;

type MeasureKind = {
  readonly usual: number;
  readonly scatter: number;
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
  /** Oxygen saturation ends at 100 %. */
  readonly highest: number;
  /** All results of the measure share this; their value, time and id are filled in. */
  readonly template: Observation;
};
type Point = readonly [timeMs: number, value: number];
type Span = { readonly startMs: number; readonly endMs: number };

/**
 * Returns the same story with exactly `count` Observations: its own, and further ones that are always the
 * same. It throws a RangeError when the story has more already.
 */
export function topUpStory(story: PatientStory, count: number): PatientStory {
  let made: readonly FhirResource[] | undefined;
  return { ...story, resources: () => (made ??= withAddedObservations(story, count)) };
}

function withAddedObservations(story: PatientStory, count: number): readonly FhirResource[] {
  const resources = story.resources();
  const originals = resources.filter((resource) => resource.resourceType === 'Observation');
  const missingCount = count - originals.length;
  if (missingCount < 0) throw new RangeError(`"${story.id}" already has ${originals.length} Observations.`);
  const random = seededRandom(SEED);
  const span = timeSpan(originals);
  const measureKinds = readMeasureKinds(story.id);
  const added = measureKinds.flatMap((measureKind, i) => {
    const share =
      Math.floor(missingCount / measureKinds.length) + (i < missingCount % measureKinds.length ? 1 : 0);
    return addedObservations(measureKind, originalPoints(originals, measureKind), share, span, random);
  });
  return [...resources, ...added];
}

function addedObservations(
  measureKind: MeasureKind,
  originals: readonly Point[],
  share: number,
  { startMs, endMs }: Span,
  random: () => number,
): readonly Observation[] {
  const stepMs = (endMs - startMs) / share;
  let next = 0;
  return Array.from({ length: share }, (_, i) => {
    const timeMs = Math.floor((startMs + (i + random()) * stepMs) / MINUTE_MS) * MINUTE_MS;
    while (next < originals.length && (originals[next]?.[0] ?? 0) < timeMs) next += 1;
    const middle = interpolate(originals[next - 1], originals[next], timeMs) ?? measureKind.usual;
    const value = Number((middle + measureKind.scatter * bellCurve(random)).toFixed(measureKind.decimals));
    return withValue(measureKind, `further-${i}`, timeMs, Math.min(value, measureKind.highest));
  });
}

function withValue(
  { template, low, high }: MeasureKind,
  suffix: string,
  timeMs: number,
  value: number,
): Observation {
  const time = new Date(timeMs).toISOString();
  const flag: Flag | undefined = value < low ? 'L' : value > high ? 'H' : undefined;
  const added: Observation = {
    ...template,
    id: `${template.id}-${suffix}`,
    meta: { versionId: '1', lastUpdated: time },
    effectiveDateTime: time,
    issued: time,
  };
  if (flag) added.interpretation = [interpretationConcept(flag)];
  const [upper, lower] = template.component ?? [];
  if (upper && lower) {
    added.component = [
      { ...upper, valueQuantity: { ...upper.valueQuantity, value } },
      { ...lower, valueQuantity: { ...lower.valueQuantity, value: Math.round(value * 0.58) } },
    ];
  } else added.valueQuantity = { ...template.valueQuantity, value };
  return added;
}

/**
 * Returns the patient's value at a time, on the straight line between two results, or the nearest value
 * outside of them.
 */
function interpolate(
  before: Point | undefined,
  after: Point | undefined,
  timeMs: number,
): number | undefined {
  if (!before || !after) return (before ?? after)?.[1];
  const part = (timeMs - before[0]) / (after[0] - before[0] || 1);
  return before[1] + (after[1] - before[1]) * part;
}

function readMeasureKinds(patient: string): readonly MeasureKind[] {
  const shared = { patient, at: '2026-11-24' };
  return parseBarRows(MEASURES).map(([measure = '', usual, scatter, decimals, range = '']) => ({
    usual: Number(usual),
    scatter: Number(scatter),
    decimals: Number(decimals),
    highest: measure === 'spo2' ? 100 : Infinity,
    ...limitsOf(range),
    template:
      measure === 'bp'
        ? cuffPressure({ ...shared, systolic: 0, diastolic: 0 })
        : numericObservation({ ...shared, measure, value: 0, range }),
  }));
}

function limitsOf(range: string): Pick<MeasureKind, 'low' | 'high'> {
  if (range.startsWith('<')) return { low: -Infinity, high: Number(range.slice(1)) };
  const [low = -Infinity, high = Infinity] = range ? range.split('-').map(Number) : [];
  return { low, high };
}

function originalPoints(originals: readonly Observation[], { template }: MeasureKind): readonly Point[] {
  return originals
    .filter(
      (observation) =>
        loincCode(observation) === loincCode(template) && observation.status !== 'entered-in-error',
    )
    .flatMap((observation) => {
      const value = (observation.component?.[0] ?? observation).valueQuantity?.value;
      return value === undefined ? [] : [[effectiveMs(observation), value] as const];
    })
    .toSorted(([a], [b]) => a - b);
}

function loincCode(observation: Observation): string | undefined {
  return observation.code.coding?.[0]?.code;
}

function timeSpan(originals: readonly Observation[]): Span {
  const timesMs = originals.map(effectiveMs);
  const startMs = timesMs.reduce((first, timeMs) => Math.min(first, timeMs), Infinity);
  return Number.isFinite(startMs)
    ? { startMs, endMs: timesMs.reduce((last, timeMs) => Math.max(last, timeMs), startMs + DAY_MS) }
    : { startMs: NOW_MS - SPAN_WITHOUT_RESULTS_MS, endMs: NOW_MS };
}

function effectiveMs(observation: Observation): number {
  return Date.parse(observation.effectiveDateTime ?? '');
}
