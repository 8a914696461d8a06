import type { Frame } from '../axis/frame.ts';
import { cachedSpan } from '../axis/cachedSpans.ts';
import type { Bar, CourseLayout } from './courseLayout.ts';
import { tenth } from '../axis/scale.ts';
import marks from './EventMarks.module.css';
import styles from './EventLanes.module.css';

/** Of a row of 24 px at a text size of 16 px: the bar stands on its foot, the dose decides between least and most. */
const ROW = { height: 24, foot: 4, least: 10, most: 16, textUp: 7 };
/** Without a dose that can be compared. */
const FLAT = 12;

export const courseRowPx = ({ tracks }: CourseLayout, scale: number): number => tracks * ROW.height * scale;

type Paths = { fill: string; edge: string; unsure: string; notGiven: string; flat: string };

function addBar(paths: Paths, bar: Bar, scale: number) {
  const foot = (bar.track * ROW.height + ROW.height - ROW.foot) * scale;
  const height = bar.share === undefined ? FLAT : ROW.least + bar.share * (ROW.most - ROW.least);
  const top = tenth(foot - height * scale);
  const [a, sure, b] = [tenth(bar.fromPx), tenth(bar.sureFromPx), tenth(Math.max(bar.toPx, bar.fromPx + 1))];
  const left = bar.cutLeft ? `M${a} ${top}` : `M${a} ${foot}V${top}`;
  const right = bar.openRight ? '' : `V${foot}`;
  if (!bar.isGiven) {
    paths.notGiven += `${left}H${b}${right}M${a} ${foot}H${b}`;
    return;
  }
  paths.fill += `M${sure} ${foot}V${top}H${b}V${foot}Z`;
  const isUnsureLeft = sure > a;
  if (isUnsureLeft) paths.unsure += `M${a} ${foot}V${top}H${sure}`;
  if (bar.unsureToPx > bar.toPx) paths.unsure += `M${b} ${top}H${tenth(bar.unsureToPx)}V${foot}`;
  const edge = `${isUnsureLeft ? `M${sure} ${top}` : left}H${b}${right}`;
  if (bar.share === undefined) paths.flat += edge;
  else paths.edge += edge;
}

type CourseBarsProps = {
  readonly layout: CourseLayout;
  readonly frame: Frame;
  readonly grid: string;
  readonly scale: number;
};

/** Height is dose, a closed end is a stop, an open one goes on. What was not given is an outline with its status. */
export function CourseBars({ layout, frame, grid, scale }: CourseBarsProps) {
  const paths: Paths = { fill: '', edge: '', unsure: '', notGiven: '', flat: '' };
  for (const bar of layout.bars) addBar(paths, bar, scale);
  const ticks = layout.crowded.map(({ startMs, precision }) => {
    const px = frame.x(Math.max(frame.startMs, cachedSpan(startMs, precision, frame.timeZone)[0]));
    return `M${tenth(px)} 0v${4 * scale}`;
  });
  return (
    <svg className={styles.plot} width={frame.width} height={courseRowPx(layout, scale)} aria-hidden="true">
      <path className={marks.grid} d={grid} />
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
              x={tenth(label.x)}
              y={tenth((track * ROW.height + ROW.height - ROW.textUp) * scale)}
              textAnchor={label.anchor}
            >
              {label.text}
            </text>
          ),
      )}
    </svg>
  );
}
