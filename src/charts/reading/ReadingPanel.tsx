import type { Series } from '../../clinical/series/series.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { SourceButtons, type OnOpenSource } from './SourceButtons.tsx';
import type { Entry } from './chartEntries.ts';
import { TrendFlags } from './ReadingFlags.tsx';
import { changeWords, entryBefore, spokenWords } from './spokenReading.ts';
import {
  contextWords,
  countWords,
  drawingWords,
  entryUnit,
  entryValue,
  flagWords,
  offsetWords,
  rangeWords,
  statusWords,
  utcWords,
  whenWords,
  zoneWords,
} from './readingText.ts';
import styles from './ReadingPanel.module.css';

type TrendReadingProps = {
  readonly entry: Entry | undefined;
  readonly series: Series;
  readonly drawn: readonly Entry[];
  readonly timeZone: string;
  readonly complete: boolean;
  /** The result was chosen by a key or a press; a hovering pointer is not announced. */
  readonly announce: boolean;
  readonly onOpenSource: OnOpenSource;
  /** What else is known of the result in focus. */
  readonly note?: string;
};

type ShownProps = Omit<TrendReadingProps, 'entry' | 'announce'> & { readonly entry: Entry };

function Shown({ entry, series, drawn, timeZone, complete, onOpenSource, note = '' }: ShownProps) {
  const change = complete && entry.index >= 0 ? changeWords(entry, entryBefore(drawn, entry), series) : '';
  const zone = zoneWords(entry, timeZone);
  const range = rangeWords(entry);
  const more = [
    range === 'no range sent' ? range : `range sent ${range}`,
    statusWords(entry),
    contextWords(entry),
    drawingWords(entry),
    note,
    offsetWords(entry),
  ];
  return (
    <div className={styles.facts}>
      <p className={styles.main}>
        <b>{entryValue(entry, series)}</b> <bdi className={styles.unit}>{entryUnit(entry, series)}</bdi>
        <TrendFlags entry={entry} />
        <span dir="auto">{flagWords(entry)}</span>
        <time title={utcWords(entry)}>
          {whenWords(entry, timeZone)}
          {zone && ` ${zone}`}
        </time>
        {change && <span>{change}</span>}
        {entry.index >= 0 && (
          <span className={styles.quiet}>
            result {countWords(entry.index + 1)} of {countWords(drawn.length)}
            {!complete && ' read so far'}
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
          source Observation/{entry.rows[0].id}{' '}
          <SourceButtons entry={entry} when={whenWords(entry, timeZone)} onOpenSource={onOpenSource} />
        </span>
      </p>
    </div>
  );
}

/** The result in focus with all that belongs to it: the same text by pointer, touch and keyboard (rule 12). */
export function TrendReading({ entry, announce, ...context }: TrendReadingProps) {
  const note = context.note ? ` ${context.note}.` : '';
  const spoken = entry && announce ? spokenWords(entry, context) + note : '';
  return (
    <div className={styles.reading} data-reading="">
      {entry ? (
        <Shown entry={entry} {...context} />
      ) : (
        <p className={styles.hint}>
          Point at a result or press a key to read its exact value, time, range and source. Drag across the
          chart to zoom in.
        </p>
      )}
      {context.drawn.length > 0 && (
        <p className={styles.keys} aria-hidden="true">
          <kbd>←</kbd> <kbd>→</kbd> result <kbd>↑</kbd> <kbd>↓</kbd> series <kbd>Home</kbd> <kbd>End</kbd>
        </p>
      )}
      <div aria-live="polite">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </div>
  );
}
