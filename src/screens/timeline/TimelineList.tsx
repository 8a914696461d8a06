import { useEffect, useRef, useState } from 'react';
import { BeforeAfterLink } from './SelectedMoment.tsx';
import { DrugLink } from '../../parts/events/DrugLink.tsx';
import { MoreRows } from '../../parts/recordStatus/MoreRows.tsx';
import type { TimelineEntry } from '../../parts/events/timelineEntries.ts';
import styles from './Timeline.module.css';
import { timelineTexts } from './timeline.messages.ts';

type TimelineListProps = {
  readonly entries: readonly TimelineEntry[];
  readonly timeZoneName: string;
  /** This is the `type/id` of the event that is selected in the lanes. */
  readonly selectedKey: string | undefined;
  /** This is the `type/id` of the event whose row takes the focus, because another screen led to it. */
  readonly focusedKey: string | undefined;
  /** This is the URL of the results before and after the selected event; '' where there are none. */
  readonly beforeAfterUrl: string;
  /** This is the number of rows in the page. */
  readonly rowCount: number;
  readonly onMore: () => void;
};

/** The text is in the page only while it is open, because the texts of all reports may be long. */
type CollapsedTextProps = { readonly title: string; readonly text: string; readonly isAskedFor: boolean };

function CollapsedText({ title, text, isAskedFor }: CollapsedTextProps) {
  const [isOpen, setIsOpen] = useState(isAskedFor);
  return (
    <details className={styles.text} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <p dir="auto">{text}</p>}
    </details>
  );
}

type EntryNoteProps = {
  readonly entry: TimelineEntry;
  /** Somebody came here for this event, and finds its text open. */
  readonly isAskedFor: boolean;
};

/** Shows a short note at once, and a long one or the text of a report on request. Markup in it is shown as text. */
function EntryNote({ entry: { lane, note }, isAskedFor }: EntryNoteProps) {
  if (note === '') return null;
  if (lane !== 'report' && note.length <= 120 && !note.includes('\n'))
    return <p className={styles.note}>{note}</p>;
  return (
    <CollapsedText
      title={lane === 'report' ? timelineTexts('reportText') : timelineTexts('note')}
      text={note}
      isAskedFor={isAskedFor}
    />
  );
}

type TimelineRowProps = Pick<TimelineListProps, 'beforeAfterUrl'> & {
  readonly entry: TimelineEntry;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
};

function TimelineRow({ entry, isSelected, isFocused, beforeAfterUrl }: TimelineRowProps) {
  const rowRef = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) rowRef.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  useEffect(() => {
    if (!isFocused) return;
    rowRef.current?.focus({ preventScroll: true });
    rowRef.current?.scrollIntoView({ block: 'center' });
  }, [isFocused]);
  return (
    <tr
      ref={rowRef}
      tabIndex={isFocused ? -1 : undefined}
      aria-current={isSelected || undefined}
      data-event={entry.lane}
    >
      <td className={styles.time}>{entry.timeText}</td>
      <td className={styles.type}>{entry.typeName}</td>
      <td className={styles.event}>
        <span dir="auto">
          {entry.courseKey === undefined ? (
            entry.text
          ) : (
            <DrugLink text={entry.text} name={entry.text} courseKey={entry.courseKey} />
          )}
        </span>{' '}
        {entry.dose && <span className={styles.dose}>{entry.dose}</span>}
        {isSelected && <BeforeAfterLink url={beforeAfterUrl} />}
        <EntryNote key={String(isFocused)} entry={entry} isAskedFor={isFocused} />
      </td>
      <td className={entry.hasHappened ? styles.status : styles.notGiven}>{entry.status}</td>
    </tr>
  );
}

/** Lists all events of the visible lanes, newest first. */
export function TimelineList({
  entries,
  timeZoneName,
  selectedKey,
  focusedKey,
  beforeAfterUrl,
  rowCount,
  onMore,
}: TimelineListProps) {
  if (entries.length === 0) return null;
  return (
    <section className={styles.list}>
      <h3>{timelineTexts('byDate')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{timelineTexts('date', { zone: timeZoneName })}</th>
            <th scope="col">{timelineTexts('kind')}</th>
            <th scope="col">{timelineTexts('what')}</th>
            <th scope="col">{timelineTexts('status')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, rowCount).map((entry) => (
            <TimelineRow
              key={entry.key}
              {...{ entry, beforeAfterUrl }}
              isSelected={`${entry.type}/${entry.id}` === selectedKey}
              isFocused={`${entry.type}/${entry.id}` === focusedKey}
            />
          ))}
        </tbody>
      </table>
      <MoreRows shownCount={Math.min(rowCount, entries.length)} totalCount={entries.length} onMore={onMore} />
    </section>
  );
}
