/** This file finds the time axis of the chart that a pointer is over. */
import { FRAME_INSET_PX } from '../../charts/axis/frame.ts';
import type { TimeWindow } from './recordWindow.ts';

/** This is a chart, a time axis or the ribbon, as far as a pointer needs it. */
export type ChartUnderPointer = {
  readonly element: HTMLElement;
  /** This is the time that it shows. */
  readonly window: TimeWindow;
  /** The first moment stands this far from the left edge of the screen, and the last one so much further. */
  readonly leftPx: number;
  readonly widthPx: number;
};

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Number(text);

/** Returns the chart; undefined beside the charts. A chart that shows another time than the screen says so itself. */
export function chartUnderPointer(target: EventTarget | null, visible: TimeWindow | undefined) {
  if (!(target instanceof Element)) return undefined;
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  const element = target.closest<HTMLElement>('[data-time-width], [data-plot]');
  if (!element) return undefined;
  const { timeWidth, timeLeft, timeStart, timeEnd, plot } = element.dataset;
  const [startMs, endMs] = [numberOf(timeStart) ?? visible?.startMs, numberOf(timeEnd) ?? visible?.endMs];
  if (startMs === undefined || endMs === undefined) return undefined;
  const box = element.getBoundingClientRect();
  const widthPx = numberOf(timeWidth ?? plot) ?? box.width;
  return {
    element,
    window: { startMs, endMs },
    leftPx: box.left + (numberOf(timeLeft) ?? 0) + FRAME_INSET_PX.left,
    widthPx: Math.max(1, widthPx - FRAME_INSET_PX.left - FRAME_INSET_PX.right),
  } satisfies ChartUnderPointer;
}

/** Returns how far along the axis a pointer is: 0 at its start and 1 at its end, and never beyond. */
export const fractionAt = ({ leftPx, widthPx }: ChartUnderPointer, clientX: number): number =>
  Math.min(1, Math.max(0, (clientX - leftPx) / widthPx));
