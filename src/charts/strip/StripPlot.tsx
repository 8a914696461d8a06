import { memo, useMemo } from 'react';
import { lineSegments } from '../../clinical/series/lineSegments.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pixelColumns, spreadPath } from '../axis/pixelColumns.ts';
import type { Frame } from '../axis/frame.ts';
import { tenth } from '../axis/scale.ts';
import { linePath } from '../sparkline/Sparkline.tsx';
import { drawnOf, onOneScale, type Drawn, type Strip } from './strip.ts';
import type { PointMark } from '../marks/pointMarks.ts';
import { ringBox, stripLayout } from './stripLayout.ts';
import { SymbolMark } from '../marks/symbols.tsx';
import { pairBands } from '../trend/pairBands.ts';
import { bandDrawing, type BandWord } from '../trend/trendBands.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import type { TrendLayout } from '../trend/trendLayout.ts';
import { isThinned, trendPointMarks } from '../trend/trendMarks.ts';
import { arePairsThinned, TrendPairs } from '../trend/TrendPairs.tsx';
import { StripComparisonLayer, type StripComparison } from './StripComparison.tsx';
import styles from './StripPlot.module.css';

const RADIUS = 3;

/** What of the drawing the reader may choose, the same for all strips. */
export type StripLook = {
  readonly relative: boolean;
  /** Rule 5: lines may be switched off. */
  readonly lines: boolean;
  /** Rule 8: the thinned drawing of many results may be switched off. */
  readonly everyPoint: boolean;
};

export type StripDrawing = StripLook & {
  readonly strip: Strip;
  readonly drawn: Drawn;
  readonly earlier: StripComparison | undefined;
  readonly layout: TrendLayout;
  readonly thinned: boolean;
  /** Of a blood pressure none: it is drawn as bars. */
  readonly spots: readonly PointMark[];
};

/** What is drawn of a strip, and where; `second` lies under it, in lighter ink. */
export function useStripDrawing(strip: Strip, frame: Frame, look: StripLook, second?: Strip): StripDrawing {
  const { relative, lines, everyPoint } = look;
  const drawn = useMemo(() => drawnOf(strip, relative), [strip, relative]);
  const earlier = useMemo(
    () => second && { strip: second, drawn: drawnOf(second, relative) },
    [second, relative],
  );
  const layout = useMemo(
    () => stripLayout(onOneScale(drawn, earlier?.drawn), frame, relative),
    [drawn, earlier, frame, relative],
  );
  return useMemo(() => {
    const entries = strip.inside.map(({ entry }) => entry);
    const many = strip.partner ? arePairsThinned(entries, layout) : isThinned(drawn.inside, layout);
    const thinned = many && !everyPoint;
    const spots = strip.partner ? [] : trendPointMarks(drawn.inside, thinned ? layout : endless(layout));
    return { relative, lines, everyPoint, strip, drawn, earlier, layout, thinned, spots };
  }, [strip, drawn, earlier, layout, relative, lines, everyPoint]);
}

/** Seen as endless, a frame has room for every symbol. */
export const endless = (layout: TrendLayout): TrendLayout => ({
  ...layout,
  frame: { ...layout.frame, width: Number.POSITIVE_INFINITY },
});

const BREAK_WORDS = /^(?:method|specimen|unit) changed$/;

type LineProps = { readonly series: Series; readonly layout: TrendLayout };

const Words = ({ words }: { readonly words: readonly BandWord[] }) =>
  words.map(({ text, x, y, anchor }) => (
    <text key={`${x} ${text}`} className={styles.words} x={tenth(x)} y={tenth(y)} textAnchor={anchor}>
      {text}
    </text>
  ));

/** The range of a series, and where its method changed. */
function Range({ series, layout }: LineProps) {
  const { areas, edges, limits, breaks, words } = bandDrawing(series, layout);
  return (
    <>
      {areas && <path className={styles.band} data-band="area" d={areas} />}
      {edges && <path className={styles.edge} d={edges} />}
      {limits && <path className={styles.limit} data-band="limit" d={limits} />}
      {breaks && <path className={styles.break} d={breaks} />}
      <Words words={words.filter(({ text }) => BREAK_WORDS.test(text))} />
    </>
  );
}

function PairRange({ series, partner, layout }: LineProps & { readonly partner: Series }) {
  const { systolic, diastolic, words } = pairBands(series, partner, layout);
  return (
    <>
      {systolic && <path className={styles.edge} data-band="systolic" d={systolic} />}
      {diastolic && <path className={styles.lower} data-band="diastolic" d={diastolic} />}
      <Words words={words} />
    </>
  );
}

/** Behind the cursor: the grid and the range. Rule 11: nothing of it reaches beyond the window. */
export const Backdrop = memo(function Backdrop({ drawn: { around, partner }, layout }: StripDrawing) {
  return (
    <>
      <path className={styles.grid} d={layout.frame.grid} />
      {partner ? (
        <PairRange series={around} partner={partner} layout={layout} />
      ) : (
        <Range series={around} layout={layout} />
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
    (run) => `M${run.map(({ px, middle }) => `${px} ${tenth(y(middle))}`).join('L')}h1`,
  );
  return (
    <>
      <path className={styles.spread} d={spreadPath(runs.flat(), y)} />
      <path className={styles.line} data-line="" d={middles.join('')} />
    </>
  );
}

/** From the first to the last moment of the window, and not a pixel more. */
function innerFrame({ x, startMs, endMs, height }: Frame) {
  const [left, right] = [x(startMs), x(endMs)];
  return { x: left, width: right - left, height, viewBox: `${left} 0 ${right - left} ${height}` };
}

type ForegroundProps = StripDrawing & { readonly radius?: number };

/** Over the cursor: the line, and on it every symbol (rule 5). */
export const Foreground = memo(function Foreground(props: ForegroundProps) {
  const { strip, drawn, layout, lines, thinned, spots, radius = RADIUS } = props;
  const { frame, y } = layout;
  if (strip.partner) {
    const entries = strip.inside.map(({ entry }) => entry);
    const roomy = thinned ? layout : endless(layout);
    return <TrendPairs entries={entries} layout={roomy} means={strip.means} />;
  }
  return (
    <>
      {/* The line goes on to the neighbours outside the window; this inner frame cuts it off. */}
      {lines && (
        <svg className={styles.inner} {...innerFrame(frame)}>
          {thinned ? (
            <ThinnedLine series={drawn.around} layout={layout} />
          ) : (
            <path className={styles.line} data-line="" d={linePath(drawn.around, frame, y)} />
          )}
        </svg>
      )}
      {spots.map(({ key, ...spot }) => (
        <SymbolMark key={key} {...spot} r={radius} />
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
  readonly read: ChartEntry | undefined;
  /** Its results are the ones that the arrow keys walk. */
  readonly chosen: boolean;
};

export const upright = (timeMs: number, { frame }: TrendLayout) =>
  `M${tenth(frame.x(timeMs))} 0V${frame.height}`;

/** One series over the shared time axis. A moving cursor redraws the cursor and its ring and nothing else. */
export function StripPlot({ drawing, cursorMs, momentMs, read, chosen }: StripPlotProps) {
  const { layout, relative } = drawing;
  const { width, height, startMs, endMs } = layout.frame;
  const ring = read && ringBox(read, layout, relative);
  return (
    <svg className={styles.plot} width={width} height={height} aria-hidden="true">
      <Backdrop {...drawing} />
      {drawing.earlier && <StripComparisonLayer {...drawing.earlier} layout={layout} lines={drawing.lines} />}
      {momentMs !== undefined && momentMs >= startMs && momentMs <= endMs && (
        <path className={styles.moment} data-moment="" d={upright(momentMs, layout)} />
      )}
      {cursorMs !== undefined && (
        <path className={styles.cursor} data-cursor="" d={upright(cursorMs, layout)} />
      )}
      <Foreground {...drawing} />
      {ring && (
        <rect
          className={chosen ? styles.chosen : styles.ring}
          data-ring=""
          x={tenth(ring.x)}
          y={tenth(ring.y)}
          width={ring.width}
          height={tenth(ring.height)}
          rx={read.sides ? 3 : ring.width / 2}
        />
      )}
    </svg>
  );
}
