import { useId, useMemo, useState, type ReactNode } from 'react';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { Series } from '../../clinical/series/series.ts';
import {
  defaultSince,
  sinceChoices,
  type SinceChoice,
  type SinceId,
  type Visit,
} from '../../clinical/change/sinceChoices.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { ChangeCell } from './ChangeCell.tsx';
import { changesSince, type ChangesList } from './changesList.ts';
import { comparedTitle, noChangesText, SINCE_TEXT, sinceTimeText } from './changesText.ts';
import { MedicationChangeCell } from './MedicationChangeCell.tsx';
import { recentMedicationChanges } from '../events/medicationText.ts';
import { Button } from '../../ui/Button.tsx';
import { nameQualifiers } from '../results/nameQualifiers.ts';
import { newestResultMs } from './sinceMoments.ts';
import { useSinceChoice } from './sinceParameter.ts';
import styles from './ChangesStrip.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** How many results have room: in one row beside the title, in one row below it, in a list; and how long their names may be. */
const ROOM = { 3: 5, 2: 3, 1: 5 } as const;
const NAME_ROOM = 20;

type ChangesStripProps = {
  readonly record: RecordSnapshot;
  readonly todayMs: number;
  /** Encounters; undefined while or where they are not known. */
  readonly visits: readonly Visit[] | undefined;
  /** undefined while or where the medication list is not known. */
  readonly courses: readonly MedicationCourse[] | undefined;
  /** Not all that was asked about medication could be read. */
  readonly isListIncomplete?: boolean;
  readonly columns: 1 | 2 | 3;
};

/**
 * What is farthest from the patient's own usual, in one look above the tiles. Only from a completely read record (rules 37
 * and 39): a page that is missing may hold a newer result or what is usual. Until then a frame of the same height.
 */
export function ChangesStrip({ record, visits, columns, ...rest }: ChangesStripProps) {
  const timeZone = useTimeZone();
  const [chosen, onChoose] = useSinceChoice();
  const { series, complete, ended } = record;
  const found = useMemo(
    () => (complete ? findChanged(series, visits, timeZone, chosen) : undefined),
    [series, complete, visits, timeZone, chosen],
  );
  const qualifiers = useMemo(() => nameQualifiers(series), [series]);
  if (!complete)
    return (
      <Strip columns={columns}>
        <p className={styles.note}>{ended ? 'incomplete: not all results were read' : 'still reading'}</p>
      </Strip>
    );
  if (!found)
    return (
      <Strip columns={columns}>
        <p className={styles.note}>no result with a number on a curve</p>
      </Strip>
    );
  return <Filled {...rest} {...{ found, qualifiers, columns, onChoose }} />;
}

type Found = {
  readonly newestMs: number;
  readonly choices: readonly SinceChoice[];
  readonly since: SinceChoice;
  readonly changed: ChangesList;
};

function findChanged(
  series: readonly Series[],
  visits: readonly Visit[] | undefined,
  timeZone: string,
  chosen: SinceId | undefined,
): Found | undefined {
  const newestMs = newestResultMs(series, timeZone);
  if (newestMs === undefined) return undefined;
  const choices = sinceChoices(newestMs, visits);
  const changedOf = ({ sinceMs }: SinceChoice) => changesSince(series, sinceMs, timeZone);
  const since =
    choices.find(({ id }) => id === chosen) ??
    defaultSince(choices, (one) => changedOf(one).comparedCount > 0);
  return since && { newestMs, choices, since, changed: changedOf(since) };
}

type StripProps = Pick<ChangesStripProps, 'columns'> & {
  /** Beside the title. */
  readonly control?: ReactNode;
  readonly children: ReactNode;
};

function Strip({ columns, control, children }: StripProps) {
  const id = useId();
  return (
    <section className={styles.strip} data-columns={columns} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>What changed</h2>
        {control}
      </div>
      {children}
    </section>
  );
}

type ChoiceProps = Pick<Found, 'choices' | 'since'> & { readonly onChoose: (id: SinceId) => void };

const Choice = ({ choices, since, onChoose }: ChoiceProps) => (
  <select
    className={styles.choice}
    aria-label="What changed since"
    value={since.id}
    onChange={({ target }) => {
      const one = choices.find(({ id }) => id === target.value);
      if (one) onChoose(one.id);
    }}
  >
    {choices.map(({ id }) => (
      <option key={id} value={id}>
        {SINCE_TEXT[id]}
      </option>
    ))}
  </select>
);

type MoreProps = {
  readonly of: number;
  readonly room: number;
  readonly list: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** The rest of the list in its place, and back; the button stays where it is, and so does the focus. */
const More = ({ of, room, list, isOpen, onOpen }: MoreProps) => (
  <>
    {' '}
    {isOpen ? `All ${of}` : `${room} of ${of}`} shown,{' '}
    <span className={styles.more}>
      <Button variant="link" aria-expanded={isOpen} aria-controls={list} onClick={() => onOpen(!isOpen)}>
        {isOpen ? `only ${room}` : `${of - room} more`}
      </Button>
    </span>
  </>
);

type FilledProps = Pick<ChangesStripProps, 'todayMs' | 'courses' | 'isListIncomplete' | 'columns'> & {
  readonly found: Found;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly onChoose: (id: SinceId) => void;
};

function Filled({
  found,
  qualifiers,
  courses,
  isListIncomplete = false,
  columns,
  onChoose,
  todayMs,
}: FilledProps) {
  const timeZone = useTimeZone();
  const [isOpen, setIsOpen] = useState(false);
  const list = useId();
  const { newestMs, choices, since, changed } = found;
  const { items } = changed;
  const room = ROOM[columns];
  const date = sinceTimeText(since, newestMs, timeZone);
  const shown = isOpen ? items : items.slice(0, room);
  const more = items.length > room && (
    <More of={items.length} {...{ room, list, isOpen }} onOpen={setIsOpen} />
  );
  // Beside the title where that has the whole width, so that the button, which a finger needs high, adds no line.
  const isWide = columns < 3;
  const control = (
    <>
      <Choice {...{ choices, since, onChoose }} />
      {isWide && more && <span className={styles.beside}>{more}</span>}
    </>
  );
  return (
    <Strip columns={columns} control={control}>
      <p className={styles.note} title={comparedTitle(since, changed)}>
        since {date}, by distance from the patient’s own usual. A sort only, it sets no flag.
        {!isWide && more}
      </p>
      <ul id={list} className={courses ? styles.withMedications : styles.cells}>
        {shown.map((item) => (
          <ChangeCell
            key={item.id}
            {...{ item, todayMs }}
            qualifier={qualifiers.get(item.id)}
            maxNameLength={NAME_ROOM}
          />
        ))}
        {shown.length === 0 && <li className={styles.nothing}>{noChangesText(changed, date)}</li>}
        {courses && (
          <MedicationChangeCell
            isListIncomplete={isListIncomplete}
            changes={recentMedicationChanges(courses, since.sinceMs, timeZone)}
            rows={columns === 1 ? undefined : Math.max(1, Math.ceil(shown.length / room))}
          />
        )}
      </ul>
    </Strip>
  );
}
