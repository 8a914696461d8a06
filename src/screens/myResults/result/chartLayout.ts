/** This is where everything of the chart stands, in px. It follows the clinician's rules for lines, gaps and ranges (rules 1 to 7 and 28 to 30). */
import { frameOf, FRAME_INSET_PX, type Frame } from '../../../charts/axis/frame.ts';
import { linearScale, roundPx, type Scale } from '../../../charts/axis/scale.ts';
import { tickTexts, valueTicks } from '../../../charts/axis/valueTicks.ts';
import { lineBreaks, type LineBreak } from '../../../charts/marks/lineBreaks.ts';
import { linePath } from '../../../charts/marks/linePath.ts';
import { bandSteps, hasRangeChanged } from '../../../clinical/series/bandSteps.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { lineSegments } from '../../../clinical/series/gaps/lineSegments.ts';
import { yDomain } from '../../../clinical/series/yDomain.ts';
import { readTextScale } from '../../../ui/layout/textScale.ts';
import { givenBy, type GivenBy } from '../card/cards.ts';
import { finalSeries } from '../card/notFinal.ts';
import type { EntryCard } from './entryWords.ts';
import { pointMark, type ResultMark } from './pointMark.ts';
import type { ChartPoint } from './resultFacts.ts';

export const PLOT_HEIGHT_PX = 200;
export const CHART_MARGIN_PX = { top: 28, right: 10, bottom: 26 };
const CHARACTER_PX = 6.6;
/** More results than this lie so close that one path draws them all. */
const MAX_SINGLE_MARKS = 400;
/** The range of a single result is at least this wide. */
const MIN_STEP_PX = 8;

export type ChartLayout = {
  readonly widthPx: number;
  readonly leftPx: number;
  readonly frame: Frame;
  readonly y: Scale;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly lines: string;
  readonly areas: string;
  /** These are the edges of a range, and single limits. */
  readonly edges: string;
  readonly limits: string;
  readonly breaks: readonly LineBreak[];
  readonly breakLines: string;
  readonly marks: readonly ResultMark[];
  readonly isDense: boolean;
  readonly olderCount: number;
  readonly hasGaps: boolean;
  readonly isRangeChanged: boolean;
  readonly isExtended: boolean;
  /** Says whether the ranges are a laboratory's. */
  readonly rangesBy: GivenBy;
};

const isDefined = <T>(one: T | undefined): one is T => one !== undefined;

function valueAxis(low: number, high: number, y: Scale) {
  const values = valueTicks([low, high], 4);
  const texts = tickTexts(values);
  return values
    .map((value, i) => ({ value, y: roundPx(y(value)), text: texts[i] ?? '' }))
    .filter(({ value }) => value >= low && value <= high);
}

type Place = { readonly frame: Frame; readonly y: Scale };

/** Returns the ranges as steps, each as wide as the results that came with it (rule 28). Those of a blood pressure are lines alone. */
function rangePaths(all: readonly Series[], { frame, y }: Place) {
  let [areas, edges, limits] = ['', '', ''];
  const [start, end] = [0, frame.widthPx];
  const steps = all.map(bandSteps).flatMap((own) =>
    own.map(({ band, fromMs, toMs }, i) => {
      const from = frame.x(fromMs) - (i === 0 ? FRAME_INSET_PX.left : 0);
      const to = Math.max(
        frame.x(toMs) + (i === own.length - 1 ? FRAME_INSET_PX.right : 0),
        from + MIN_STEP_PX,
      );
      return { band, from: roundPx(Math.max(start, from)), to: roundPx(Math.min(end, to)) };
    }),
  );
  for (const { band, from, to } of steps) {
    if (to <= start || from >= end) continue;
    const [low, high] = [band.low, band.high].map((limit) =>
      limit === undefined ? undefined : roundPx(y(limit)),
    );
    if (low === undefined || high === undefined) limits += `M${from} ${high ?? low}H${to}`;
    else {
      if (all.length === 1) areas += `M${from} ${high}H${to}V${low}H${from}Z`;
      edges += `M${from} ${high}H${to}M${from} ${low}H${to}`;
    }
  }
  return { areas, edges, limits };
}

type Options = {
  readonly card: EntryCard;
  readonly points: readonly ChartPoint[];
  readonly window: readonly [startMs: number, endMs: number];
  readonly widthPx: number;
  readonly timeZone: string;
};

/** Lays the chart out; undefined where no result has a number to draw. */
export function chartLayout({ card, points, window, widthPx, timeZone }: Options): ChartLayout | undefined {
  if (!points.some(({ isDrawn }) => isDrawn)) return undefined;
  const all = [card.series, card.diastolic].filter(isDefined);
  const [first, second] = all.map(finalSeries);
  const { low, high, isExtended } = yDomain(first!, second);
  const y = linearScale([low, high], [PLOT_HEIGHT_PX, 0]);
  const ticks = valueAxis(low, high, y);
  const leftPx =
    Math.ceil(Math.max(...ticks.map(({ text }) => text.length), 2) * CHARACTER_PX * readTextScale()) + 8;
  const [startMs, endMs] = window;
  const plotPx = Math.max(120, widthPx - leftPx - CHART_MARGIN_PX.right);
  const frame = frameOf({ startMs, endMs, timeZone, widthPx: plotPx, heightPx: PLOT_HEIGHT_PX });
  const marks = points
    .filter(({ toMs, fromMs }) => toMs >= startMs && fromMs <= endMs)
    .map((point) => pointMark(point, frame, y));
  const breaks = card.diastolic ? [] : lineBreaks(card.series);
  const inView = breaks.filter(({ timeMs }) => timeMs >= startMs && timeMs <= endMs);
  return {
    widthPx,
    leftPx,
    frame,
    y,
    ticks,
    lines: card.diastolic ? '' : linePath(card.series, frame, y),
    ...rangePaths([first!, ...(second ? [second] : [])], { frame, y }),
    breaks: inView,
    breakLines: inView.map(({ timeMs }) => `M${roundPx(frame.x(timeMs) - 5)} 0V${PLOT_HEIGHT_PX}`).join(''),
    marks,
    isDense: marks.length > MAX_SINGLE_MARKS,
    olderCount: points.filter(({ toMs }) => toMs < startMs).length,
    hasGaps: !card.diastolic && lineSegments(card.series, endMs - startMs).length > 1,
    isRangeChanged: all.map(finalSeries).some(hasRangeChanged),
    isExtended,
    rangesBy: givenBy(card),
  };
}
