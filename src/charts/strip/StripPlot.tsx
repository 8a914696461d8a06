import { memo, useMemo } from 'react';
import { lineSegments } from '../../clinical/series/lineSegments.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pixelColumns, spreadPath } from '../axis/pixelColumns.ts';
import type { Frame } from '../axis/frame.ts';
import { roundPx } from '../axis/scale.ts';
import { linePath } from '../sparkline/Sparkline.tsx';
import { drawnSeriesOf, withSharedScale, type DrawnSeries, type Strip } from './strip.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import { ringBox, stripLayout } from './stripLayout.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import { pairBands } from '../trend/pairBands.ts';
import { bandDrawing, type BandLabel } from '../trend/trendBands.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { isLineThinned, trendPointMarks } from '../trend/trendMarks.ts';
import { arePairsThinned, TrendPairs } from '../trend/TrendPairs.tsx';
import { StripComparisonLayer, type StripComparison } from './StripComparison.tsx';
import styles from './StripPlot.module.css';

const RADIUS_PX = 3;

/** What of the drawing the reader may choose, the same for all strips. */
export type StripOptions = {
  readonly isRelative: boolean;
  /** Rule 5: lines may be switched off. */
  readonly hasLines: boolean;
  /** Rule 8: the thinned drawing of many results may be switched off. */
  readonly hasEveryPoint: boolean;
};

export type StripDrawing = StripOptions & {
  readonly strip: Strip;
  readonly drawn: DrawnSeries;
  readonly comparison: StripComparison | undefined;
  readonly layout: TrendLayout;
  readonly isThinned: boolean;
  /** Of a blood pressure none: it is drawn as bars. */
  readonly marks: readonly PointMark[];
};

/** What is drawn of a strip, and where; `second` lies under it, in lighter ink. */
export function useStripDrawing(
  strip: Strip,
  frame: Frame,
  options: StripOptions,
  second?: Strip,
): StripDrawing {
  const { isRelative, hasLines, hasEveryPoint } = options;
  const drawn = useMemo(() => drawnSeriesOf(strip, isRelative), [strip, isRelative]);
  const comparison = useMemo(
    () => second && { strip: second, drawn: drawnSeriesOf(second, isRelative) },
    [second, isRelative],
  );
  const layout = useMemo(
    () => stripLayout(withSharedScale(drawn, comparison?.drawn), frame, isRelative),
    [drawn, comparison, frame, isRelative],
  );
  return useMemo(() => {
    const entries = strip.inside.map(({ entry }) => entry);
    const many = strip.partner ? arePairsThinned(entries, layout) : isLineThinned(drawn.inside, layout);
    const isThinned = many && !hasEveryPoint;
    const marks = strip.partner
      ? []
      : trendPointMarks(drawn.inside, isThinned ? layout : unthinnedLayout(layout));
    return {
      isRelative,
      hasLines,
      hasEveryPoint,
      strip,
      drawn,
      comparison,
      layout,
      isThinned,
      marks,
    };
  }, [strip, drawn, comparison, layout, isRelative, hasLines, hasEveryPoint]);
}

/** Seen as endless, a frame has room for every symbol. */
export const unthinnedLayout = (layout: TrendLayout): TrendLayout => ({
  ...layout,
  frame: { ...layout.frame, widthPx: Number.POSITIVE_INFINITY },
});

const BREAK_WORDS = /^(?:method|specimen|unit) changed$/;

type LineProps = { readonly series: Series; readonly layout: TrendLayout };

const BandLabels = ({ words }: { readonly words: readonly BandLabel[] }) =>
  words.map(({ text, x, y, anchor }) => (
    <text key={`${x} ${text}`} className={styles.words} x={roundPx(x)} y={roundPx(y)} textAnchor={anchor}>
      {text}
    </text>
  ));

/** The range of a series, and where its method changed. */
function SeriesRange({ series, layout }: LineProps) {
  const { areas, edges, limits, breaks, labels } = bandDrawing(series, layout);
  return (
    <>
      {areas && <path className={styles.band} data-band="area" d={areas} />}
      {edges && <path className={styles.edge} d={edges} />}
      {limits && <path className={styles.limit} data-band="limit" d={limits} />}
      {breaks && <path className={styles.break} d={breaks} />}
      <BandLabels words={labels.filter(({ text }) => BREAK_WORDS.test(text))} />
    </>
  );
}

function PressureRange({ series, partner, layout }: LineProps & { readonly partner: Series }) {
  const { systolic, diastolic, labels } = pairBands(series, partner, layout);
  return (
    <>
      {systolic && <path className={styles.edge} data-band="systolic" d={systolic} />}
      {diastolic && <path className={styles.lower} data-band="diastolic" d={diastolic} />}
      <BandLabels words={labels} />
    </>
  );
}

/** Behind the cursor: the grid and the range. Rule 11: nothing of it reaches beyond the window. */
export const StripBackground = memo(function Backdrop({ drawn: { around, partner }, layout }: StripDrawing) {
  return (
    <>
      <path className={styles.grid} d={layout.frame.grid} />
      {partner ? (
        <PressureRange series={around} partner={partner} layout={layout} />
      ) : (
        <SeriesRange series={around} layout={layout} />
      )}
    </>
  );
});

/** More results than there is room for: the middle of each pixel column, over all that lies in it from lowest to highest. */
function ThinnedLine({ series, layout: { frame, y } }: LineProps) {
  const runs = lineSegments(series, frame.endMs - frame.startMs).map(([from, to]) =>
    pixelColumns(series, frame.x, from, to),
  );
  const middles = runs.map(
    (run) => `M${run.map(({ px, median }) => `${px} ${roundPx(y(median))}`).join('L')}h1`,
  );
  return (
    <>
      <path className={styles.spread} d={spreadPath(runs.flat(), y)} />
      <path className={styles.line} data-line="" d={middles.join('')} />
    </>
  );
}

/** From the first to the last moment of the window, and not a pixel more. */
function innerFrame({ x, startMs, endMs, heightPx }: Frame) {
  const [left, right] = [x(startMs), x(endMs)];
  return { x: left, width: right - left, height: heightPx, viewBox: `${left} 0 ${right - left} ${heightPx}` };
}

type StripForegroundProps = StripDrawing & { readonly radiusPx?: number };

/** Over the cursor: the line, and on it every symbol (rule 5). */
export const StripForeground = memo(function Foreground(props: StripForegroundProps) {
  const { strip, drawn, layout, hasLines, isThinned, marks, radiusPx = RADIUS_PX } = props;
  const { frame, y } = layout;
  if (strip.partner) {
    const entries = strip.inside.map(({ entry }) => entry);
    const roomy = isThinned ? layout : unthinnedLayout(layout);
    return <TrendPairs entries={entries} layout={roomy} means={strip.means} />;
  }
  return (
    <>
      {/* The line goes on to the neighbours outside the window; this inner frame cuts it off. */}
      {hasLines && (
        <svg className={styles.inner} {...innerFrame(frame)}>
          {isThinned ? (
            <ThinnedLine series={drawn.around} layout={layout} />
          ) : (
            <path className={styles.line} data-line="" d={linePath(drawn.around, frame, y)} />
          )}
        </svg>
      )}
      {marks.map(({ key, ...spot }) => (
        <SymbolMark key={key} {...spot} r={radiusPx} />
      ))}
    </>
  );
});

type StripPlotProps = {
  readonly drawing: StripDrawing;
  readonly cursorMs: number | undefined;
  /** The moment that before and after are counted from. */
  readonly momentMs: number | undefined;
  /** What is read at the cursor, if it is drawn there. */
  readonly focusedEntry: ChartEntry | undefined;
  /** Its results are the ones that the arrow keys walk. */
  readonly isSelected: boolean;
};

export const verticalLinePath = (timeMs: number, { frame }: TrendLayout) =>
  `M${roundPx(frame.x(timeMs))} 0V${frame.heightPx}`;

/** One series over the shared time axis. A moving cursor redraws the cursor and its ring and nothing else. */
export function StripPlot({ drawing, cursorMs, momentMs, focusedEntry, isSelected }: StripPlotProps) {
  const { layout, isRelative } = drawing;
  const { widthPx, heightPx, startMs, endMs } = layout.frame;
  const ring = focusedEntry && ringBox(focusedEntry, layout, isRelative);
  return (
    <svg className={styles.plot} width={widthPx} height={heightPx} aria-hidden="true">
      <StripBackground {...drawing} />
      {drawing.comparison && (
        <StripComparisonLayer {...drawing.comparison} layout={layout} hasLines={drawing.hasLines} />
      )}
      {momentMs !== undefined && momentMs >= startMs && momentMs <= endMs && (
        <path className={styles.moment} data-moment="" d={verticalLinePath(momentMs, layout)} />
      )}
      {cursorMs !== undefined && (
        <path className={styles.cursor} data-cursor="" d={verticalLinePath(cursorMs, layout)} />
      )}
      <StripForeground {...drawing} />
      {ring && (
        <rect
          className={isSelected ? styles.chosen : styles.ring}
          data-ring=""
          x={roundPx(ring.x)}
          y={roundPx(ring.y)}
          width={ring.width}
          height={roundPx(ring.height)}
          rx={focusedEntry.sides ? 3 : ring.width / 2}
        />
      )}
    </svg>
  );
}
