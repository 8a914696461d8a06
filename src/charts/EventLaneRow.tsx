import { memo, useMemo, type ReactNode } from 'react';
import type { CareEvent, EventLane } from '../clinical/careEvent.ts';
import { EventMarks, laneRowPx, laneTextOf } from './EventMarks.tsx';
import { layoutLane } from './laneLayout.ts';
import { eventMoments, targetsOf } from './laneMoments.ts';
import { LaneRow, type LaneView } from './LaneRow.tsx';
import { LaneTargets } from './LaneTargets.tsx';
import { eventWords, LANE_TITLES, outsideText } from './laneWords.ts';
import styles from './EventLanes.module.css';

type EventLaneRowProps = {
  readonly lane: EventLane;
  readonly events: readonly CareEvent[];
  /** How this lane stands, where there is something to say. */
  readonly note: ReactNode;
  readonly view: LaneView;
  readonly mostRows: number;
  readonly stop: string | undefined;
  readonly cursorMs: number | undefined;
};

function useLaneLayout(events: readonly CareEvent[], view: LaneView, mostRows: number) {
  const { frame, scale, nowMs } = view;
  return useMemo(() => {
    const layout = layoutLane(events, frame, { rows: mostRows, scale, nowMs, textOf: laneTextOf });
    const rows = Math.max(1, ...layout.labelled.map(({ row }) => row + 1));
    // Visits have no text to lose.
    const crowded = layout.ticks.filter(({ text }) => text !== '').length;
    return { layout, rows, crowded };
  }, [events, frame, scale, nowMs, mostRows]);
}

/** One kind of event on the shared axis, with what the window does not hold. */
export const EventLaneRow = memo(function EventLaneRow(props: EventLaneRowProps) {
  const { lane, events, note, view, mostRows, stop, cursorMs } = props;
  const { frame, scale, grid, onChoose } = view;
  const { layout, rows, crowded } = useLaneLayout(events, view, mostRows);
  const targets = useMemo(
    () => (onChoose ? targetsOf(eventMoments(events, frame.timeZone), frame, scale) : []),
    [events, frame, scale, onChoose],
  );
  const height = laneRowPx(rows, scale);
  const marks = useMemo(
    () => <EventMarks {...{ lane, layout, frame, rows, scale }} grid={grid(height)} />,
    [lane, layout, frame, rows, scale, grid, height],
  );
  const said = [outsideText(layout.outside, lane), crowded > 0 ? `${crowded} without room for a name` : ''];
  const outside = said.filter(Boolean).join('; ');
  return (
    <>
      <LaneRow
        name={LANE_TITLES[lane]}
        quiet=""
        words={eventWords(events, frame, cursorMs)}
        heightPx={height}
        view={view}
      >
        {marks}
        {onChoose && <LaneTargets rowKey={lane} {...{ targets, stop, onChoose }} />}
      </LaneRow>
      {(outside !== '' || note) && (
        <li className={styles.note} style={{ paddingLeft: view.sides?.namePx }}>
          {outside} {note}
        </li>
      )}
    </>
  );
});
