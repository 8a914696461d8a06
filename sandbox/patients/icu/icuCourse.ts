// The hand-written course of the intensive-care stay, as drawn in the design, and the monitor's readings that scatter
// around it: one every five minutes for 120 hours, none while the patient was in the CT scanner.
import { bell, seededRandom } from '../resources/seededRandom.ts';

export type Reading = { readonly hour: number; readonly value: number };

/** Hours since admission and value, in turn. */
const COURSE = {
  hr: '0 131 3 127 8 118 16 109 30 101 48 92 70 84 76 99 82 92 100 81 120 78',
  sys: '0 82 2 88 5 101 12 108 30 112 50 119 70 127 76 138 84 131 120 126',
  dia: '0 44 2 48 5 55 12 57 30 60 50 62 70 66 76 72 84 69 120 67',
  spo2: '0 88 1.5 92 4 95 30 95 60 96 74 96 76 92 84 94 100 95 120 96',
  rr: '0 33 1.5 24 3 20 60 18 74 18 76 26 84 23 100 20 120 18',
};
const WANDER = { hr: 9, sys: 12, dia: 7, spo2: 1.7, rr: 4 };
export type Channel = keyof typeof COURSE;

const TEMPERATURE =
  '0.3 39.2 4 39.4 8 38.9 12 38.6 16 38.7 20 38.2 24 38.3 28 38.0 32 38.1 36 37.8 40 37.9 48 37.6 52 37.7 56 37.4 60 37.5 ' +
  '68 37.2 76 37.6 84 37.3 92 37.1 100 37.0 108 36.9 116 37.0';

const LAST_STEP = 1440;
const STEPS_PER_HOUR = 12;
const SEED = 20261119;

/** All channels draw from one stream of numbers, so their order is part of the result. */
export function monitorReadings(): Readonly<Record<Channel, readonly Reading[]>> {
  const random = seededRandom(SEED);
  const hr = readings('hr', random);
  const sys = readings('sys', random);
  const dia = readings('dia', random);
  const spo2 = readings('spo2', random);
  return { hr, sys, dia, spo2, rr: readings('rr', random) };
}

function readings(channel: Channel, random: () => number): readonly Reading[] {
  const course = points(COURSE[channel]);
  const found: Reading[] = [];
  let drift = 0;
  for (let step = 0; step <= LAST_STEP; step += 1) {
    const hour = step / STEPS_PER_HOUR;
    drift = drift * 0.93 + bell(random) * 0.32;
    const value = Math.round(follow(course, hour) + WANDER[channel] * (drift * 0.5 + bell(random) * 0.95));
    if (!inScanner(hour)) found.push({ hour, value: channel === 'spo2' ? Math.min(100, value) : value });
  }
  return found;
}

/** The bladder probe: the charted temperatures at their own times, and between them one reading every five minutes. */
export function temperatureReadings(): readonly Reading[] {
  const charted = points(TEMPERATURE);
  const random = seededRandom(SEED + 1);
  const found: Reading[] = charted.map(([hour, value]) => ({ hour, value }));
  for (let step = 4; step <= LAST_STEP; step += 1) {
    const hour = step / STEPS_PER_HOUR;
    const value = Math.round((follow(charted, hour) + bell(random) * 0.08) * 10) / 10;
    if (!inScanner(hour) && charted.every(([at]) => Math.abs(at - hour) > 0.04)) found.push({ hour, value });
  }
  return found.toSorted((a, b) => a.hour - b.hour);
}

export function inScanner(hour: number): boolean {
  return hour > 44.3 && hour < 45.6;
}

function points(cells: string): readonly (readonly [number, number])[] {
  const numbers = cells.split(' ').map(Number);
  return numbers.flatMap((hour, i) => (i % 2 === 0 ? [[hour, numbers[i + 1] ?? 0] as const] : []));
}

function follow(course: readonly (readonly [number, number])[], hour: number): number {
  const next = course.findIndex(([at]) => at >= hour);
  const after = course[next] ?? course.at(-1);
  const before = next > 0 ? course[next - 1] : next === 0 ? course[0] : course.at(-1);
  if (!before || !after || before === after) return after?.[1] ?? 0;
  return before[1] + ((after[1] - before[1]) * (hour - before[0])) / (after[0] - before[0]);
}
