import { Fragment, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../format/numberText.ts';
import { CourseLane } from './CourseLane.tsx';
import { DrugName } from './DrugName.tsx';
import type { UnchangedCourse } from './courseOrder.ts';
import type { LaneView } from './LaneRow.tsx';
import { lanesTexts } from './lanes.messages.ts';
import styles from './EventLanes.module.css';

type UnchangedLanesProps = {
  readonly unchanged: readonly UnchangedCourse[];
  readonly view: LaneView;
  readonly tabStop: string | undefined;
  readonly cursorMs: number | undefined;
};

/** Says in one line which medications kept their dose in the window. A press draws their lanes below it. */
export function UnchangedLanes({ unchanged, view, tabStop, cursorMs }: UnchangedLanesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const count = countText(unchanged.length);
  return (
    <>
      <li className={styles.note} style={{ paddingLeft: view.columns?.namePx }} data-unchanged="">
        <bdi>
          {lanesTexts('unchanged', { count })}
          {!isOpen &&
            unchanged.map(({ course, dose }, i) => (
              <Fragment key={course.key}>
                {i > 0 && ','} <DrugName {...{ course, view, tabStop }} /> {dose}
              </Fragment>
            ))}
        </bdi>{' '}
        <Button variant="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {lanesTexts(isOpen ? 'hideUnchanged' : 'showUnchanged')}
        </Button>
      </li>
      {isOpen &&
        unchanged.map(({ course }) => (
          <CourseLane key={course.key} {...{ course, view, tabStop, cursorMs }} />
        ))}
    </>
  );
}
