import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { addEventMark, isVirtualVisit, isDrawnAsBar, emptyMarkPaths } from './eventMarkPaths.ts';
import type { Frame } from '../axis/frame.ts';
import { crossesText, type LaneLayout, type LaneMark } from './laneLayout.ts';
import { roundPx } from '../axis/scale.ts';
import axisStyles from '../axis/Axis.module.css';
import { EventShapes } from './EventShapes.tsx';
import styles from './EventLanes.module.css';

/** These lengths belong to a text size of 16 px. */
const FIRST_ROW = 24;
const NEXT_ROW = 16;
const TICK = { top: 5, height: 14 };
const SHORT = { visit: 10, remote: 5, leftOver: 4 };
const LINE = { up: 4, height: 2 };
const STAY = { top: 7, height: 10 };
const TEXT_DOWN = 16;

export const laneRowPx = (rows: number, textScale: number): number =>
  (FIRST_ROW + (rows - 1) * NEXT_ROW) * textScale;

type EventMarksProps = {
  readonly layout: LaneLayout;
  readonly frame: Frame;
  readonly grid: string;
  readonly rows: number;
  readonly textScale: number;
};

function boxOf(event: CareEvent, row: number, isOver: boolean) {
  const top = row * NEXT_ROW;
  if (isOver && event.lane === 'encounter') return { y: top + TICK.top, height: TICK.height };
  if (isOver) return { y: top + FIRST_ROW - LINE.up, height: LINE.height };
  return isDrawnAsBar(event)
    ? { y: top + STAY.top, height: STAY.height }
    : { y: top + TICK.top, height: TICK.height };
}

/**
 * A visit without a text is a tick in the row of its lane. Anything else that found no room is a tick at the
 * upper edge, and so is a visit that would run through the text of another one.
 */
export function tickBox(tick: LaneMark<CareEvent>, { labelled }: Pick<LaneLayout, 'labelled'>) {
  const event = tick.item;
  if (event.lane !== 'encounter' || crossesText(tick, labelled)) return { y: 0, height: SHORT.leftOver };
  if (isDrawnAsBar(event)) return { y: STAY.top, height: STAY.height };
  const height = isVirtualVisit(event) ? SHORT.remote : SHORT.visit;
  return { y: STAY.top + STAY.height - height, height };
}

export function EventMarks({ layout, frame, grid, rows, textScale }: EventMarksProps) {
  const paths = emptyMarkPaths();
  const scaled = ({ y, height }: { y: number; height: number }) => ({
    y: y * textScale,
    height: height * textScale,
    frame,
  });
  for (const mark of layout.labelled)
    addEventMark(paths, mark, scaled(boxOf(mark.item, mark.row, mark.isLabelOver)));
  // Without room for the label the beginning is what counts.
  for (const tick of layout.ticks)
    addEventMark(
      paths,
      tick.isLabelOver ? { ...tick, toPx: tick.fromPx } : tick,
      scaled(tickBox(tick, layout)),
    );
  return (
    <svg className={styles.plot} width={frame.widthPx} height={laneRowPx(rows, textScale)} aria-hidden="true">
      <path className={axisStyles.grid} d={grid} />
      <EventShapes paths={paths} />
      {layout.labelled.map(({ item, row, label, textX, anchor }) => (
        <text
          key={item.id}
          className={styles.eventText}
          x={roundPx(textX)}
          y={roundPx((row * NEXT_ROW + TEXT_DOWN) * textScale)}
          textAnchor={anchor}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}
