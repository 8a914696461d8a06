/** Many pressures as bars: of each stretch of time the median of both sides. */
import { medianOf } from '../../clinical/change/median.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Frame } from '../axis/frame.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { wallClockMs } from '../format/timeZone.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';

const BAR_HOURS = [1, 2, 3, 4, 6, 8, 12, 24];
/** A bar with its caps needs four pixels. */
const MIN_BAR_PX = 4;

export type PressureBar = {
  readonly timeMs: number;
  readonly systolic: number | undefined;
  readonly diastolic: number | undefined;
  /** How many pairs it stands for. */
  readonly count: number;
};

/** The shortest stretch whose bars stand clear of each other. */
export function barIntervalHours({ startMs, endMs, x }: Frame): number {
  const pxPerHour = ((x(endMs) - x(startMs)) * HOUR_MS) / (endMs - startMs);
  return BAR_HOURS.find((hours) => hours * pxPerHour >= MIN_BAR_PX) ?? BAR_HOURS.at(-1)!;
}

const valueOf = (row: Row | undefined): number[] => (row && row.kind.drawing === 'line' ? [row.value] : []);
const medianOfValues = (values: readonly number[]) => medianOf(values.toSorted((a, b) => a - b));

/** By the hours of the clock; a bar stands in the middle of its stretch, or of what the window holds of it. */
export function pressureBars(entries: readonly ChartEntry[], frame: Frame): readonly PressureBar[] {
  const { startMs, endMs, timeZone } = frame;
  const stepMs = barIntervalHours(frame) * HOUR_MS;
  const stretches = new Map<number, ChartEntry[]>();
  for (const entry of entries) {
    if (valueOf(entry.sides?.systolic).length + valueOf(entry.sides?.diastolic).length === 0) continue;
    const step = Math.floor(wallClockMs(entry.timeMs, timeZone) / stepMs);
    const held = stretches.get(step);
    if (held) held.push(entry);
    else stretches.set(step, [entry]);
  }
  return [...stretches].map(([step, held]) => {
    const first = held[0]!.timeMs;
    const fromMs = first - (wallClockMs(first, timeZone) - step * stepMs);
    return {
      timeMs: (Math.max(fromMs, startMs) + Math.min(fromMs + stepMs, endMs)) / 2,
      systolic: medianOfValues(held.flatMap(({ sides }) => valueOf(sides?.systolic))),
      diastolic: medianOfValues(held.flatMap(({ sides }) => valueOf(sides?.diastolic))),
      count: held.length,
    };
  });
}
