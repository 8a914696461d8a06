import type { KeyboardEvent, PointerEvent } from 'react';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { nearestEntry, type TrendLayout } from './trendLayout.ts';
import { positionText } from '../reading/resultPosition.ts';
import { trendTexts } from './trend.messages.ts';

const INDEX_STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowRight: (index, last) => Math.min(last, index + 1),
  Home: () => 0,
  End: (_, last) => last,
};

type SliderOptions = {
  readonly name: string;
  readonly describedBy: string;
  readonly drawn: readonly ChartEntry[];
  /** The record has this many results with a point, in the window and outside. */
  readonly recordCount: number;
  readonly layout: TrendLayout;
  readonly focusIndex: number | undefined;
  readonly onFocus: (index: number, byKey: boolean) => void;
  /** The step leads to the series above (-1) or below (1) in the clinical order. */
  readonly onSeriesStep?: ((seriesStep: -1 | 1) => void) | undefined;
};

const NONE_CHOSEN = trendTexts('noneChosen');
const SERIES_STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * The plot is a slider over the results, because a slider is the role whose arrow keys a screen reader leaves
 * to the page. The reading announces the result, so the value here is only the place, as the reading counts it: among
 * all results of the record, of which the keys reach those in the window.
 */
export function sliderProps({
  name,
  describedBy,
  drawn,
  recordCount,
  layout,
  focusIndex,
  onFocus,
  onSeriesStep,
}: SliderOptions) {
  const last = drawn.length - 1;
  const place = focusIndex ?? last;
  const indexAt = (i: number): number => drawn[i]?.index ?? i;
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': name,
    'aria-describedby': describedBy,
    'aria-valuemin': indexAt(0) + 1,
    'aria-valuemax': indexAt(last) + 1,
    'aria-valuenow': indexAt(place) + 1,
    'aria-valuetext': focusIndex === undefined ? NONE_CHOSEN : positionText(indexAt(focusIndex), recordCount),
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const [stepIndex, seriesStep] = [INDEX_STEPS[event.key], SERIES_STEPS[event.key]];
      if (seriesStep && onSeriesStep) onSeriesStep(seriesStep);
      if (stepIndex || (seriesStep && onSeriesStep)) event.preventDefault();
      if (!stepIndex) return;
      // The first key reads the newest result, because a reader looks for that one.
      const isFirst = focusIndex === undefined && event.key !== 'Home';
      onFocus(isFirst ? last : stepIndex(place, last), true);
    },
    /** A press and a passing pointer both read the result under them. */
    onPoint: point,
  };

  function point(event: PointerEvent<HTMLElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - left - layout.shiftPx, event.clientY - top];
    onFocus(nearestEntry(drawn, layout, px, py), event.type === 'pointerdown');
  }
}
