import { memo, useMemo, type ReactNode } from 'react';
import type { CareEvent, EventLane } from '../../clinical/events/careEvent.ts';
import { EventMarks, laneRowPx } from './EventMarks.tsx';
import { layoutLane, type LaneLayout } from './laneLayout.ts';
import { eventMoments, targetsOf } from './laneMoments.ts';
import { LaneRow, type LaneView } from './LaneRow.tsx';
import { LaneTargets } from './LaneTargets.tsx';
import { laneLabel } from './laneLabel.ts';
import { eventSummary, LANE_TITLES } from './laneSummary.ts';
import styles from './EventLanes.module.css';

/** One lane, laid out; the same numbers for what is drawn and for what is said of it. */
export const laneLayoutOf = (events: readonly CareEvent[], view: LaneView, mostRows: number): LaneLayout =>
  layoutLane(events, view.frame, {
    rows: mostRows,
    scale: view.scale,
    nowMs: view.nowMs,
    textOf: laneLabel,
  });

type EventLaneRowProps = {
  readonly lane: EventLane;
  readonly events: readonly CareEvent[];
  readonly layout: LaneLayout;
  /** Why the lane is empty, where it is. */
  readonly state: ReactNode;
  readonly view: LaneView;
  readonly stop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** One kind of event on the shared axis. */
export const EventLaneRow = memo(function EventLaneRow(props: EventLaneRowProps) {
  const { lane, events, layout, state, view, stop, cursorMs } = props;
  const { frame, scale, grid, onChoose } = view;
  const rows = Math.max(1, ...layout.labelled.map(({ row }) => row + 1));
  const targets = useMemo(
    () => (onChoose ? targetsOf(eventMoments(events, frame), frame, scale) : []),
    [events, frame, scale, onChoose],
  );
  const height = laneRowPx(rows, scale);
  const marks = useMemo(
    () => <EventMarks {...{ layout, frame, rows, scale }} grid={grid(height)} />,
    [layout, frame, rows, scale, grid, height],
  );
  const words = state ? NO_WORDS : eventSummary(events, frame, cursorMs);
  return (
    <LaneRow
      name={LANE_TITLES[lane]}
      quiet=""
      words={words}
      heightPx={height}
      isAtCursor={cursorMs !== undefined}
      isEvent
      view={view}
    >
      {marks}
      {state && <p className={styles.state}>{state}</p>}
      {onChoose && <LaneTargets rowKey={lane} {...{ targets, stop, onChoose }} />}
    </LaneRow>
  );
});

const NO_WORDS = ['', ''] as const;
