import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpan.ts';
import type { CourseBar, CourseLayout } from './courseLayout.ts';
import { roundPx } from '../axis/scale.ts';
import axisStyles from '../axis/Axis.module.css';
import marks from './EventMarks.module.css';
import styles from './EventLanes.module.css';

/**
 * These lengths belong to a row of 24 px at a text size of 16 px. A bar stands on its foot, and the dose sets
 * its height between `min` and `max`.
 */
const ROW_PX = { height: 24, foot: 4, min: 10, max: 16, textUp: 7 };
/** A bar has this height when its dose cannot be compared. */
const FLAT_PX = 12;

export const courseRowPx = ({ trackCount }: CourseLayout, textScale: number): number =>
  trackCount * ROW_PX.height * textScale;

type BarPaths = { fill: string; edge: string; unsure: string; notGiven: string; flat: string };

function addBar(paths: BarPaths, bar: CourseBar, textScale: number) {
  const foot = (bar.track * ROW_PX.height + ROW_PX.height - ROW_PX.foot) * textScale;
  const height =
    bar.doseShare === undefined ? FLAT_PX : ROW_PX.min + bar.doseShare * (ROW_PX.max - ROW_PX.min);
  const top = roundPx(foot - height * textScale);
  const [a, sure, b] = [
    roundPx(bar.fromPx),
    roundPx(bar.sureFromPx),
    roundPx(Math.max(bar.toPx, bar.fromPx + 1)),
  ];
  const left = bar.isCutLeft ? `M${a} ${top}` : `M${a} ${foot}V${top}`;
  const right = bar.isOpenRight ? '' : `V${foot}`;
  if (!bar.isGiven) {
    paths.notGiven += `${left}H${b}${right}M${a} ${foot}H${b}`;
    return;
  }
  paths.fill += `M${sure} ${foot}V${top}H${b}V${foot}Z`;
  const isUnsureLeft = sure > a;
  if (isUnsureLeft) paths.unsure += `M${a} ${foot}V${top}H${sure}`;
  if (bar.unsureToPx > bar.toPx) paths.unsure += `M${b} ${top}H${roundPx(bar.unsureToPx)}V${foot}`;
  const edge = `${isUnsureLeft ? `M${sure} ${top}` : left}H${b}${right}`;
  if (bar.doseShare === undefined) paths.flat += edge;
  else paths.edge += edge;
}

type CourseBarsProps = {
  readonly layout: CourseLayout;
  readonly frame: Frame;
  readonly grid: string;
  readonly textScale: number;
};

/**
 * The height of a bar is the dose. A closed end means that it was stopped, an open one that it goes on. What
 * was not given is an outline with its status.
 */
export function CourseBars({ layout, frame, grid, textScale }: CourseBarsProps) {
  const paths: BarPaths = { fill: '', edge: '', unsure: '', notGiven: '', flat: '' };
  for (const bar of layout.bars) addBar(paths, bar, textScale);
  const ticks = layout.crowded.map(({ startMs, precision }) => {
    const px = frame.x(Math.max(frame.startMs, cachedSpan(startMs, precision, frame.timeZone)[0]));
    return `M${roundPx(px)} 0v${4 * textScale}`;
  });
  return (
    <svg
      className={styles.plot}
      width={frame.widthPx}
      height={courseRowPx(layout, textScale)}
      aria-hidden="true"
    >
      <path className={axisStyles.grid} d={grid} />
      <path className={marks.lane} d={paths.fill} />
      <path className={marks.laneEdge} d={paths.edge} />
      {paths.flat && <path className={marks.flat} d={paths.flat} />}
      {paths.unsure && <path className={marks.unsureEdge} d={paths.unsure} />}
      {paths.notGiven && <path className={marks.notGiven} d={paths.notGiven} />}
      {ticks.length > 0 && <path className={marks.tick} d={ticks.join('')} data-ticks={ticks.length} />}
      {layout.bars.map(
        ({ step, track, label }) =>
          label && (
            <text
              key={step.id}
              className={styles.text}
              x={roundPx(label.x)}
              y={roundPx((track * ROW_PX.height + ROW_PX.height - ROW_PX.textUp) * textScale)}
              textAnchor={label.anchor}
            >
              {label.text}
            </text>
          ),
      )}
    </svg>
  );
}
