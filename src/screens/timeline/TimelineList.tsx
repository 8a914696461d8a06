import { useEffect, useRef, useState } from 'react';
import { BeforeAfterLink } from './SelectedMoment.tsx';
import { MoreRows } from '../../parts/recordStatus/MoreRows.tsx';
import type { TimelineEntry } from '../../parts/events/timelineEntries.ts';
import styles from './Timeline.module.css';

type TimelineListProps = {
  readonly entries: readonly TimelineEntry[];
  readonly timeZoneName: string;
  /** `type/id` of the one that was chosen in the lanes. */
  readonly chosen: string | undefined;
  /** From that one to the results before and after it; '' where there is none. */
  readonly way: string;
  /** As many as are in the page. */
  readonly shown: number;
  readonly onMore: () => void;
};

/** In the page only while it is open: the texts of all reports may be long. */
function LongText({ title, text }: { readonly title: string; readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.text} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <p dir="auto">{text}</p>}
    </details>
  );
}

/** Text of a report: as text only, behind a fold; a note of one line stands there. */
function Note({ entry: { lane, note } }: { readonly entry: TimelineEntry }) {
  if (note === '') return null;
  if (lane !== 'report' && note.length <= 120 && !note.includes('\n'))
    return <p className={styles.note}>{note}</p>;
  return <LongText title={lane === 'report' ? 'Text of the report' : 'Note'} text={note} />;
}

type LineProps = Pick<TimelineListProps, 'way'> & {
  readonly entry: TimelineEntry;
  readonly isChosen: boolean;
};

function Line({ entry, isChosen, way }: LineProps) {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <tr ref={line} aria-current={isChosen || undefined} data-event={entry.lane}>
      <td className={styles.when}>{entry.timeText}</td>
      <td className={styles.type}>{entry.typeName}</td>
      <td className={styles.what}>
        <span dir="auto">{entry.text}</span> {entry.dose && <span className={styles.dose}>{entry.dose}</span>}
        {isChosen && <BeforeAfterLink way={way} />}
        <Note entry={entry} />
      </td>
      <td className={entry.hasHappened ? styles.status : styles.notGiven}>{entry.status}</td>
    </tr>
  );
}

/** All events of the lanes shown, newest first. */
export function TimelineList({ entries, timeZoneName, chosen, way, shown, onMore }: TimelineListProps) {
  if (entries.length === 0) return null;
  return (
    <section className={styles.list}>
      <h3>By date, newest first</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Date ({timeZoneName})</th>
            <th scope="col">Kind</th>
            <th scope="col">What</th>
            <th scope="col">Status as sent</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map((entry) => (
            <Line key={entry.key} {...{ entry, way }} isChosen={`${entry.type}/${entry.id}` === chosen} />
          ))}
        </tbody>
      </table>
      <MoreRows shownCount={Math.min(shown, entries.length)} totalCount={entries.length} onMore={onMore} />
    </section>
  );
}
