import { useMemo, type ReactNode } from 'react';
import { frameOf, knownSpan, type Frame } from '../charts/frame.ts';
import { drawnRows, type Entry } from '../charts/trendEntries.ts';
import { frameWidth, TREND_HEIGHT, type TimeWindow } from '../charts/trendLayout.ts';

/** Draws what happened, on the frame of a chart and at its cursor. */
export type ChartLanesOf = (frame: Frame, cursorMs: number | undefined) => ReactNode;

type ChartLanesProps = {
  readonly lanes: ChartLanesOf | undefined;
  readonly window: TimeWindow;
  /** Of the chart; undefined until it is measured. */
  readonly width: number | undefined;
  readonly timeZone: string;
  readonly focused: Entry | undefined;
};

/** Where the cursor of the chart stands: of a date without a time in the middle of what is known. */
function momentOf(entry: Entry | undefined, timeZone: string): number | undefined {
  const row = entry && drawnRows(entry)[0];
  if (!row) return undefined;
  const [fromMs, toMs] = knownSpan(row, timeZone);
  return (fromMs + toMs) / 2;
}

/** Under the chart on the same time axis (rule 1). */
export function ChartLanes({ lanes, window, width, timeZone, focused }: ChartLanesProps) {
  const { fromMs, toMs } = window;
  const frame = useMemo(
    () =>
      width === undefined
        ? undefined
        : frameOf({
            startMs: fromMs,
            endMs: toMs,
            timeZone,
            width: frameWidth(width),
            height: TREND_HEIGHT,
          }),
    [fromMs, toMs, timeZone, width],
  );
  return lanes && frame ? lanes(frame, momentOf(focused, timeZone)) : null;
}
