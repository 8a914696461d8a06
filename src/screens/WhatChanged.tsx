import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import { firstSince, sinceChoices, type Since, type SinceId, type Visit } from '../clinical/sinceMoment.ts';
import { knownSpan } from '../charts/frame.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { ChangedCell } from './ChangedCell.tsx';
import { changedSince, type Changed } from './changedItems.ts';
import { comparedTitle, nothingWords, SINCE_WORDS, sinceText } from './changedWords.ts';
import { MedicationCell, type MedicationChange } from './MedicationCell.tsx';
import { toldApart } from './toldApart.ts';
import styles from './WhatChanged.module.css';

/** How many results have room: in one row beside the title, in one row below it, in a list; and how long their names may be. */
const ROOM = { 3: 5, 2: 3, 1: 5 } as const;
const NAME_ROOM = 20;

type WhatChangedProps = {
  readonly record: RecordSnapshot;
  readonly todayMs: number;
  readonly timeZone: string;
  /** Encounters; undefined while or where they are not known. */
  readonly visits: readonly Visit[] | undefined;
  /** Newest first; undefined while or where the medication list is not known. */
  readonly medicationChanges: readonly MedicationChange[] | undefined;
  readonly columns: 1 | 2 | 3;
};

/**
 * What is farthest from the patient's own usual, in one look above the tiles. Only from a completely read record (rules 37
 * and 39): a page that is missing may hold a newer result or what is usual. Until then a frame of the same height.
 */
export function WhatChanged({ record, visits, timeZone, columns, ...rest }: WhatChangedProps) {
  const [chosen, setChosen] = useState<SinceId>();
  const { series, complete, ended } = record;
  const found = useMemo(
    () => (complete ? findChanged(series, visits, timeZone, chosen) : undefined),
    [series, complete, visits, timeZone, chosen],
  );
  const apart = useMemo(() => toldApart(series), [series]);
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
  return <Filled {...rest} {...{ found, apart, timeZone, columns }} onChoose={setChosen} />;
}

type Found = {
  readonly newestMs: number;
  readonly choices: readonly Since[];
  readonly since: Since;
  readonly changed: Changed;
};

function findChanged(
  series: readonly Series[],
  visits: readonly Visit[] | undefined,
  timeZone: string,
  chosen: SinceId | undefined,
): Found | undefined {
  const newest = series.flatMap(({ rows }): Row[] => rows.slice(-1));
  if (newest.length === 0) return undefined;
  const newestMs = Math.max(...newest.map((row) => knownSpan(row, timeZone)[0]));
  const choices = sinceChoices(newestMs, visits);
  const changedOf = ({ sinceMs }: Since) => changedSince(series, sinceMs, timeZone);
  const since =
    choices.find(({ id }) => id === chosen) ?? firstSince(choices, (one) => changedOf(one).compared > 0);
  return since && { newestMs, choices, since, changed: changedOf(since) };
}

type StripProps = Pick<WhatChangedProps, 'columns'> & {
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
        {SINCE_WORDS[id]}
      </option>
    ))}
  </select>
);

type FilledProps = Pick<WhatChangedProps, 'todayMs' | 'timeZone' | 'medicationChanges' | 'columns'> & {
  readonly found: Found;
  readonly apart: ReadonlyMap<string, string>;
  readonly onChoose: (id: SinceId) => void;
};

function Filled({ found, apart, medicationChanges, columns, onChoose, ...when }: FilledProps) {
  const { newestMs, choices, since, changed } = found;
  const date = sinceText(since, newestMs, when.timeZone);
  const shown = changed.items.slice(0, ROOM[columns]);
  const more =
    changed.items.length > shown.length ? ` ${shown.length} of ${changed.items.length} shown.` : '';
  return (
    <Strip columns={columns} control={<Choice {...{ choices, since, onChoose }} />}>
      <p className={styles.note} title={comparedTitle(since, changed)}>
        since {date}, by distance from the patient’s own usual. A sort only, it sets no flag.{more}
      </p>
      <ul className={medicationChanges ? styles.withMedications : styles.cells}>
        {shown.map((item) => (
          <ChangedCell key={item.id} {...{ item, ...when }} apart={apart.get(item.id)} nameRoom={NAME_ROOM} />
        ))}
        {shown.length === 0 && <li className={styles.nothing}>{nothingWords(changed, date)}</li>}
        {medicationChanges && <MedicationCell changes={medicationChanges} />}
      </ul>
    </Strip>
  );
}
