import { useId, useMemo, useState, type ReactNode } from 'react';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { SinceId, Visit } from '../../clinical/change/sinceChoices.ts';
import type { PatientFacts } from '../../clinical/change/patientFacts.ts';
import { ShowMoreButton, SinceSelect } from './ChangesControls.tsx';
import { ChangesFrame } from './ChangesFrame.tsx';
import { ChangesSummary } from './ChangesSummary.tsx';
import { ChangeCell } from './ChangeCell.tsx';
import { changesInRecord, type ChangesSince } from './changesInRecord.ts';
import type { ChangeItem } from './changesList.ts';
import { changesTexts } from './changes.messages.ts';
import { noChangesText } from './comparedText.ts';
import { sinceTimeText } from './sinceText.ts';
import { newerChanges } from './newerChanges.ts';
import { NewerChangesList } from './NewerChangesList.tsx';
import { MedicationChangeCell } from './MedicationChangeCell.tsx';
import { recentMedicationChanges } from '../events/medicationText.ts';
import { nameQualifiers } from '../results/nameQualifiers.ts';
import { useSinceChoice } from './sinceParameter.ts';
import styles from './ChangesStrip.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';

/**
 * This many results have room, by columns: in one row beside the title, in one row below it, or in a list.
 */
const MAX_RESULTS = { 3: 5, 2: 3, 1: 3 } as const;
const MAX_NAME_LENGTH = 20;
const NO_SERIES: readonly Series[] = [];

type ChangesStripProps = {
  /** These encounters are undefined until they are known. */
  readonly visits: readonly Visit[] | undefined;
  /** These facts end a baseline. */
  readonly facts: PatientFacts;
  /** The medication list is undefined until it is known. */
  readonly courses: readonly MedicationCourse[] | undefined;
  /** Says why the medication list is not known. */
  readonly medicationStatus?: string;
  /** The events may still choose the time since which is compared, and end a baseline. */
  readonly areEventsAwaited?: boolean;
  /** Part of the requested medication could not be read. */
  readonly isListIncomplete?: boolean;
  readonly columns: 1 | 2 | 3;
};

const nothingComparedText = (isComplete: boolean, isEnded: boolean): string => {
  if (isComplete) return changesTexts('nothingCharted');
  return changesTexts(isEnded ? 'incomplete' : 'stillLoading');
};

/**
 * Lists what changed against the patient's own earlier results, above the tiles. It is for clinicians. It needs a
 * completely read record (rules 37 and 39), because a missing page may hold a newer result or change the baseline.
 * Until then it is a frame of the same height.
 */
export function ChangesStrip(props: ChangesStripProps) {
  const { visits, facts, columns, areEventsAwaited } = props;
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const [chosenSince, onChoose] = useSinceChoice();
  const { series = NO_SERIES, ended = false } = record ?? {};
  // While events are awaited that decide what is compared, the record counts as being read.
  const complete = record?.complete === true && !areEventsAwaited;
  const changes = useMemo(
    () => (complete ? changesInRecord(series, visits, facts, timeZone, chosenSince) : undefined),
    [series, complete, visits, facts, timeZone, chosenSince],
  );
  const qualifiers = useMemo(() => nameQualifiers(series), [series]);
  // Nothing is compared in an incomplete record, but a critical result in it is still named.
  const sinceMs = complete ? (changes?.since.sinceMs ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const lead = <Newer {...{ sinceMs, qualifiers, columns }} />;
  if (!complete || !changes)
    return (
      <ChangesFrame {...{ columns, lead }} isLow>
        <p className={styles.note}>{nothingComparedText(complete, ended && !areEventsAwaited)}</p>
      </ChangesFrame>
    );
  return <StripContent {...props} {...{ changes, qualifiers, lead, onChoose }} />;
}

type NewerProps = Pick<ChangesStripProps, 'columns'> & {
  readonly sinceMs: number;
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Names what is newer and on no curve, once all results have been read. */
function Newer({ sinceMs, qualifiers, columns }: NewerProps) {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const { series = NO_SERIES, ended = false } = record ?? {};
  const changes = useMemo(
    () => (ended ? newerChanges(series, sinceMs, timeZone) : []),
    [ended, series, sinceMs, timeZone],
  );
  return <NewerChangesList {...{ changes, qualifiers, columns }} />;
}

type StripContentProps = Omit<ChangesStripProps, 'visits' | 'areEventsAwaited'> & {
  readonly lead: ReactNode;
  readonly changes: ChangesSince;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly onChoose: (id: SinceId) => void;
};

function StripContent(props: StripContentProps) {
  const { changes, qualifiers, facts, lead, onChoose } = props;
  const { courses, medicationStatus = 'loading', isListIncomplete = false, columns } = props;
  const timeZone = useTimeZone();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const { newestMs, choices, since, list } = changes;
  const max = MAX_RESULTS[columns];
  const total = list.items.length + list.withoutDistance.length;
  const date = sinceTimeText(since, newestMs, timeZone);
  const more = total > Math.min(max, list.items.length) && (
    <ShowMoreButton
      total={total}
      max={Math.min(max, list.items.length)}
      {...{ listId, isOpen }}
      onOpen={setIsOpen}
    />
  );
  // If the title has the whole width, the button stands beside it: a finger needs it high, and it then adds no line.
  const isWide = columns < 3;
  const control = (
    <>
      <SinceSelect {...{ choices, since, onChoose }} />
      {isWide && more && <span className={styles.beside}>{more}</span>}
    </>
  );
  return (
    <ChangesFrame {...{ columns, lead, control }}>
      <ChangesSummary {...{ changes, facts }} more={!isWide && more} />
      <Cells {...{ changes, qualifiers, listId, isOpen, max, date }}>
        {(rows) => (
          <MedicationChangeCell
            isListIncomplete={isListIncomplete}
            changes={courses && recentMedicationChanges(courses, since.sinceMs, timeZone)}
            statusText={medicationStatus}
            rows={columns === 1 ? undefined : rows}
          />
        )}
      </Cells>
    </ChangesFrame>
  );
}

type CellsProps = Pick<StripContentProps, 'changes' | 'qualifiers'> & {
  readonly listId: string;
  readonly isOpen: boolean;
  /** This many results are shown while the list is closed. */
  readonly max: number;
  readonly date: string;
  /** Draws the last cell, beside this many rows of results. */
  readonly children: (rows: number) => ReactNode;
};

/** Shows the results in their order, those without a distance as a group of their own, and the medication. */
function Cells({ changes, qualifiers, listId, isOpen, max, date, children }: CellsProps) {
  const { list } = changes;
  const items = isOpen ? list.items : list.items.slice(0, max);
  const count = items.length;
  const cellOf = (item: ChangeItem) => (
    <ChangeCell
      key={item.id}
      item={item}
      qualifier={qualifiers.get(item.id)}
      maxNameLength={MAX_NAME_LENGTH}
    />
  );
  return (
    <ul id={listId} className={styles.cells}>
      {items.map(cellOf)}
      {count === 0 && <li className={styles.nothing}>{noChangesText(list, date)}</li>}
      {isOpen && list.withoutDistance.length > 0 && (
        <>
          <li className={styles.group}>{changesTexts('withoutDistance')}</li>
          {list.withoutDistance.map(cellOf)}
        </>
      )}
      {children(Math.max(1, Math.ceil(count / max)))}
    </ul>
  );
}
