import { useMemo, useState, type ReactNode } from 'react';
import type { MedicationCourse } from '../clinical/careEvent.ts';
import { Button } from '../ui/Button.tsx';
import { CourseLane } from './CourseLane.tsx';
import { besideColumns, type LaneView } from './LaneRow.tsx';
import { changesOutside, LANE_TITLES, NONE_HERE, outsideText } from './laneWords.ts';
import styles from './EventLanes.module.css';

type MedicationProps = {
  readonly all: readonly MedicationCourse[];
  readonly shown: readonly MedicationCourse[];
  readonly view: LaneView;
  readonly note: ReactNode;
  readonly most: number;
  readonly stop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** The medications of which the window holds a stretch, a row each; the rest is counted. */
export function MedicationLanes({ all, shown, view, note, most, stop, cursorMs }: MedicationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { frame } = view;
  const outside = useMemo(() => outsideText(changesOutside(all, frame), 'medication'), [all, frame]);
  const first = isOpen ? shown : shown.slice(0, most);
  const words = [outside, shown.length === 0 && !note ? NONE_HERE : ''].filter(Boolean).join('; ');
  return (
    <>
      <li className={styles.head} style={besideColumns(view.sides)}>
        <b>{LANE_TITLES.medication}</b>
        <span>
          {words && note ? `${words}. ` : words}
          {note}
        </span>
      </li>
      {first.map((course) => (
        <CourseLane key={course.key} {...{ course, view, stop, cursorMs }} />
      ))}
      {first.length < shown.length && (
        <li className={styles.note} style={{ paddingLeft: view.sides?.namePx }}>
          {first.length} of {shown.length} medications of this window shown.{' '}
          <Button onClick={() => setIsOpen(true)}>Show {shown.length - first.length} more</Button>
        </li>
      )}
    </>
  );
}
