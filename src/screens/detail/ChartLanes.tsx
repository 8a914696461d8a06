import { useMemo, type ReactNode } from 'react';
import type { Precision } from '../../clinical/time/date.ts';
import { frameOf, FRAME_INSET_PX, type Frame } from '../../charts/axis/frame.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { drawnRows, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryWhenText } from '../../charts/reading/readingText.ts';
import {
  frameWidthPx,
  rightMarginPx,
  TREND_HEIGHT_PX,
  type ChartWindow,
} from '../../charts/trend/trendLayout.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Draws events on the frame of a chart and reads them at its cursor. */
export type DrawLanes = (
  frame: Frame,
  cursor: ChartCursor | undefined,
  /** This is the room from the end of the frame to the right edge of the chart. */
  wordsPx: number,
) => ReactNode;

/** This is the position of the cursor of a chart, and the known time of the result there. */
export type ChartCursor = {
  /** This is the moment of the result, or the middle of its day, month or year. */
  readonly atMs: number;
  /** The start of its day, month or year: all results of it count as after (rule 44). */
  readonly fromMs: number;
  readonly precision: Precision;
  readonly label: string;
};

type ChartLanesProps = {
  readonly lanes: DrawLanes | undefined;
  readonly window: ChartWindow;
  /** This is the width of the chart. */
  readonly widthPx: number;
  readonly focused: ChartEntry | undefined;
};

function chartCursorOf(entry: ChartEntry | undefined, timeZone: string): ChartCursor | undefined {
  const row = entry && drawnRows(entry)[0];
  if (!row) return undefined;
  const [fromMs, toMs] = rowTimeSpan(row, timeZone);
  const { precision } = row.kind;
  return { atMs: (fromMs + toMs) / 2, fromMs, precision, label: entryWhenText(entry, timeZone) };
}

/** Draws the lanes of events under the chart, on the same time axis (rule 1). */
export function ChartLanes({ lanes, window, widthPx, focused }: ChartLanesProps) {
  const timeZone = useTimeZone();
  const { fromMs, toMs } = window;
  const frame = useMemo(
    () =>
      frameOf({
        startMs: fromMs,
        endMs: toMs,
        timeZone,
        widthPx: frameWidthPx(widthPx),
        heightPx: TREND_HEIGHT_PX,
      }),
    [fromMs, toMs, timeZone, widthPx],
  );
  const cursor = useMemo(() => chartCursorOf(focused, timeZone), [focused, timeZone]);
  return lanes ? lanes(frame, cursor, rightMarginPx(widthPx) - FRAME_INSET_PX.right) : null;
}
