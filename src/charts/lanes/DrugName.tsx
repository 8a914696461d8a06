import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { LaneView } from './LaneRow.tsx';
import { lanesTexts } from './lanes.messages.ts';
import styles from './DrugName.module.css';

/** Returns the key of the name among the places of the lanes that a key reaches. */
export const nameKey = ({ key }: MedicationCourse): string => `${key}#name`;

type DrugNameProps = {
  readonly course: MedicationCourse;
  readonly view: Pick<LaneView, 'drugHref'>;
  readonly tabStop: string | undefined;
};

/** Names a medication. Where the screen says what the name opens, it is a link there, for the pointer and for the keys of the lanes. */
export function DrugName({ course, view: { drugHref }, tabStop }: DrugNameProps) {
  const name = course.name || lanesTexts('noName');
  if (!drugHref) return <span dir="auto">{name}</span>;
  const place = nameKey(course);
  return (
    <a
      className={`${styles.drug} ${styles.inLane}`}
      dir="auto"
      href={drugHref(course)}
      tabIndex={place === tabStop ? 0 : -1}
      data-lane-target={place}
    >
      {name}
    </a>
  );
}
