// This is the hand-written course of the intensive-care stay, as drawn in the design. The monitor's readings
// scatter around it: there is one every five minutes for 120 hours, and none while the patient was in the CT
// scanner.
import { bellCurve, seededRandom } from '../resources/seededRandom.ts';

export type MonitorReading = { readonly hour: number; readonly value: number };

/** Each text holds hours since admission and values in turn. */
const COURSES = {
  hr: '0 131 3 127 8 118 16 109 30 101 48 92 70 84 76 99 82 92 100 81 120 78',
  sys: '0 82 2 88 5 101 12 108 30 112 50 119 70 127 76 138 84 131 120 126',
  dia: '0 44 2 48 5 55 12 57 30 60 50 62 70 66 76 72 84 69 120 67',
  spo2: '0 88 1.5 92 4 95 30 95 60 96 74 96 76 92 84 94 100 95 120 96',
  rr: '0 33 1.5 24 3 20 60 18 74 18 76 26 84 23 100 20 120 18',
};
const SCATTER = { hr: 9, sys: 12, dia: 7, spo2: 1.7, rr: 4 };
export type MonitorChannel = keyof typeof COURSES;

const CHARTED_TEMPERATURES =
  '0.3 39.2 4 39.4 8 38.9 12 38.6 16 38.7 20 38.2 24 38.3 28 38.0 32 38.1 36 37.8 40 37.9 48 37.6 52 37.7 56 37.4 60 37.5 ' +
  '68 37.2 76 37.6 84 37.3 92 37.1 100 37.0 108 36.9 116 37.0';

const LAST_STEP = 1440;
const STEPS_PER_HOUR = 12;
const SEED = 20261119;

/** All channels draw from one stream of numbers, so their order is part of the result. */
export function monitorReadings(): Readonly<Record<MonitorChannel, readonly MonitorReading[]>> {
  const random = seededRandom(SEED);
  const hr = channelReadings('hr', random);
  const sys = channelReadings('sys', random);
  const dia = channelReadings('dia', random);
  const spo2 = channelReadings('spo2', random);
  return { hr, sys, dia, spo2, rr: channelReadings('rr', random) };
}

function channelReadings(channel: MonitorChannel, random: () => number): readonly MonitorReading[] {
  const course = parsePoints(COURSES[channel]);
  const readings: MonitorReading[] = [];
  let drift = 0;
  for (let step = 0; step <= LAST_STEP; step += 1) {
    const hour = step / STEPS_PER_HOUR;
    drift = drift * 0.93 + bellCurve(random) * 0.32;
    const value = Math.round(
      interpolate(course, hour) + SCATTER[channel] * (drift * 0.5 + bellCurve(random) * 0.95),
    );
    if (!isInScanner(hour)) readings.push({ hour, value: channel === 'spo2' ? Math.min(100, value) : value });
  }
  return readings;
}

/**
 * Returns the readings of the bladder probe: the charted temperatures at their own times, and one reading
 * every five minutes between them.
 */
export function temperatureReadings(): readonly MonitorReading[] {
  const charted = parsePoints(CHARTED_TEMPERATURES);
  const random = seededRandom(SEED + 1);
  const readings: MonitorReading[] = charted.map(([hour, value]) => ({ hour, value }));
  for (let step = 4; step <= LAST_STEP; step += 1) {
    const hour = step / STEPS_PER_HOUR;
    const value = Math.round((interpolate(charted, hour) + bellCurve(random) * 0.08) * 10) / 10;
    if (!isInScanner(hour) && charted.every(([at]) => Math.abs(at - hour) > 0.04))
      readings.push({ hour, value });
  }
  return readings.toSorted((a, b) => a.hour - b.hour);
}

export function isInScanner(hour: number): boolean {
  return hour > 44.3 && hour < 45.6;
}

function parsePoints(cells: string): readonly (readonly [number, number])[] {
  const numbers = cells.split(' ').map(Number);
  return numbers.flatMap((hour, i) => (i % 2 === 0 ? [[hour, numbers[i + 1] ?? 0] as const] : []));
}

function interpolate(course: readonly (readonly [number, number])[], hour: number): number {
  const next = course.findIndex(([at]) => at >= hour);
  const after = course[next] ?? course.at(-1);
  const before = next > 0 ? course[next - 1] : next === 0 ? course[0] : course.at(-1);
  if (!before || !after || before === after) return after?.[1] ?? 0;
  return before[1] + ((after[1] - before[1]) * (hour - before[0])) / (after[0] - before[0]);
}
