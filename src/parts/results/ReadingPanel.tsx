import type { Series } from '../../clinical/series/series.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { SourceButtons } from './table/SourceButtons.tsx';
import { entryNoteText } from '../../charts/reading/attachedText.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { positionText } from '../../charts/reading/resultPosition.ts';
import { rangeText } from '../../charts/format/rangeText.ts';
import { readingTexts } from './reading.messages.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { ReadingFlags } from './ReadingFlags.tsx';
import { entryChangeText, spokenEntry } from '../../charts/reading/spokenReading.ts';
import {
  entryContextText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  entryRangeText,
  entryStatusText,
  utcText,
  entryWhenText,
  zoneAnnotation,
} from '../../charts/reading/readingText.ts';
import keyStyles from '../../ui/Kbd.module.css';
import styles from './ReadingPanel.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type ReadingPanelProps = {
  readonly entry: ChartEntry | undefined;
  readonly series: Series;
  readonly drawn: readonly ChartEntry[];
  readonly isComplete: boolean;
  /** The result was chosen by a key or a press. A hovering pointer is not announced. */
  readonly isAnnounced: boolean;
  /** The note says what else is known of the result in focus. */
  readonly note?: string;
  /** The curves of growth have a reading of their own, and no drag changes them. */
  readonly isGrowth?: boolean;
};

type ReadingFactsProps = Omit<ReadingPanelProps, 'entry' | 'isAnnounced' | 'isGrowth'> & {
  readonly entry: ChartEntry;
};

function ReadingFacts({ entry, series, drawn, isComplete, note = '' }: ReadingFactsProps) {
  const timeZone = useTimeZone();
  const change = isComplete && entry.index >= 0 ? entryChangeText(entry, drawn, series) : '';
  const zone = zoneAnnotation(entry, timeZone);
  const range = entryRangeText(entry);
  const hasRange = entry.rows.some(({ kind }) => rangeText(kind) !== '');
  const more = [
    hasRange ? readingTexts('referenceRange', { range }) : range,
    entryStatusText(entry),
    entryContextText(entry),
    entryNoteText(entry, timeZone),
    entryDrawingText(entry),
    note,
  ];
  return (
    <div className={styles.facts}>
      <p className={styles.main}>
        <b>{entryValue(entry, series)}</b> <bdi className={styles.unit}>{entryUnit(entry, series)}</bdi>
        <ReadingFlags entry={entry} />
        <span dir="auto">{entryFlagText(entry)}</span>
        <time data-tooltip={utcText(entry)}>
          {entryWhenText(entry, timeZone)}
          {zone && ` ${zone}`}
        </time>
        {change && <span>{change}</span>}
        {entry.index >= 0 && (
          <span className={styles.quiet}>
            {readingTexts(isComplete ? 'position' : 'positionSoFar', {
              position: positionText(entry.index, drawn.length),
            })}
          </span>
        )}
      </p>
      <p className={styles.more}>
        {more.filter(Boolean).map((text) => (
          <span key={text} dir="auto">
            {text}
          </span>
        ))}
        <span>
          {readingTexts('resource', { id: entry.rows[0].id })}{' '}
          <SourceButtons entry={entry} when={entryWhenText(entry, timeZone)} />
        </span>
      </p>
    </div>
  );
}

/**
 * Shows the result in focus with all that belongs to it. The text is the same by pointer, touch and keyboard
 * (rule 12).
 */
export function ReadingPanel({ entry, isAnnounced, isGrowth = false, ...context }: ReadingPanelProps) {
  const timeZone = useTimeZone();
  const tableKey = useShortcut('t');
  const note = context.note ? ` ${context.note}.` : '';
  const spoken = entry && isAnnounced ? spokenEntry(entry, { ...context, timeZone }) + note : '';
  return (
    <div className={styles.reading} data-reading="">
      {entry ? (
        <ReadingFacts entry={entry} {...context} />
      ) : (
        <p className={styles.hint}>{readingTexts(isGrowth ? 'hintOfGrowth' : 'hint')}</p>
      )}
      {context.drawn.length > 0 && (
        <p className={styles.keys} aria-hidden="true">
          <kbd className={keyStyles.kbd}>←</kbd> <kbd className={keyStyles.kbd}>→</kbd>
          {` ${readingTexts('keysOfResults')} `}
          <kbd className={keyStyles.kbd}>↑</kbd> <kbd className={keyStyles.kbd}>↓</kbd>
          {` ${readingTexts('keysOfTests')} `}
          <kbd className={keyStyles.kbd}>{readingTexts('homeKey')}</kbd>{' '}
          <kbd className={keyStyles.kbd}>{readingTexts('endKey')}</kbd>
          {tableKey && (
            <>
              {' '}
              <kbd className={keyStyles.kbd}>{tableKey}</kbd>
              {` ${readingTexts('keyOfTable')}`}
            </>
          )}
        </p>
      )}
      <div aria-live="polite">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </div>
  );
}
