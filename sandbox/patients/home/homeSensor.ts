// The sensor on his arm sent a glucose value every 15 minutes of one week.
import type { Observation } from 'fhir/r4';
import { localTimeMs, localTimeText, MINUTE_MS } from '../resources/localTime.ts';
import { numericObservation } from '../resources/observation.ts';
import { bellCurve, seededRandom } from '../resources/seededRandom.ts';

const FIRST = '2026-11-17T00:00';
const DAYS = 7;
const READINGS_PER_DAY = 96;
const SEED = 20_261_117;

/** This is the usual glucose of each hour from midnight: low at night, and a rise after each of three meals. */
const USUAL_BY_HOUR = [
  124, 121, 118, 116, 115, 117, 122, 130, 168, 186, 158, 138, 132, 172, 181, 156, 141, 136, 142, 188, 201,
  176, 150, 134,
];

/** He skipped a meal on this day and corrected a large one on another; the values pass through these points. */
const TURNS: readonly (readonly [time: string, change: number])[] = [
  ['2026-11-19T12:15', -68],
  ['2026-11-21T18:30', 78],
];
const TURN_WIDTH_MS = 75 * MINUTE_MS;

export function sensorReadings(patient: string): readonly Observation[] {
  const random = seededRandom(SEED);
  const startMs = localTimeMs(FIRST);
  return Array.from({ length: DAYS * READINGS_PER_DAY }, (_, i) => {
    const timeMs = startMs + i * 15 * MINUTE_MS;
    const value = Math.round(usualAt(timeMs) + changeAt(timeMs) + 5 * bellCurve(random));
    return numericObservation({
      patient,
      measure: 'cgm',
      at: localTimeText(timeMs),
      value,
      reportedAfterMinutes: 1,
    });
  });
}

/** Returns the usual value at a time, on the straight line between two hours. */
function usualAt(timeMs: number): number {
  const hours = (timeMs / (60 * MINUTE_MS)) % 24;
  const hour = Math.floor(hours);
  const before = USUAL_BY_HOUR[hour] ?? 0;
  const after = USUAL_BY_HOUR[(hour + 1) % 24] ?? 0;
  return before + (after - before) * (hours - hour);
}

const changeAt = (timeMs: number): number =>
  TURNS.map(
    ([time, change]) => change * Math.exp(-(((timeMs - localTimeMs(time)) / TURN_WIDTH_MS) ** 2)),
  ).reduce((sum, part) => sum + part, 0);
