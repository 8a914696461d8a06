/** Many pressures are drawn as bars, each with the median of both sides over a span of time. */
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
  /** The bar stands for this many pairs. */
  readonly count: number;
};

/** Returns the shortest interval in hours at which bars stand clear of each other. */
export function barIntervalHours({ startMs, endMs, x }: Frame): number {
  const pxPerHour = ((x(endMs) - x(startMs)) * HOUR_MS) / (endMs - startMs);
  return BAR_HOURS.find((hours) => hours * pxPerHour >= MIN_BAR_PX) ?? BAR_HOURS.at(-1)!;
}

const valueOf = (row: Row | undefined): number[] => (row && row.kind.drawing === 'line' ? [row.value] : []);
const medianOfValues = (values: readonly number[]) => medianOf(values.toSorted((a, b) => a - b));

/**
 * Groups the pressures by the hours of the clock. A bar stands in the middle of its interval, or of the part
 * of it inside the window.
 */
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
