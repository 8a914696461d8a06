import type { Ref } from 'react';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryFlagText, utcText } from '../../charts/reading/readingText.ts';
import { factsOf, cellTimeText, cellValueText, type FlaggedCell } from './gridCells.ts';
import type { GridRowSeries } from './gridLines.ts';
import { columnMomentText } from './gridColumns.ts';
import styles from './GridReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';

type GridReadingProps = {
  readonly ref: Ref<HTMLElement>;
  /** The cell under the pointer or the focus. */
  readonly spotted: FlaggedCell | undefined;
};

type ResultProps = { readonly entry: ChartEntry; readonly line: GridRowSeries };

function Result({ entry, line }: ResultProps) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const { id } = entry.rows[0];
  return (
    <li>
      <b dir="auto">{cellValueText(entry, line)}</b>
      <ReadingFlags entry={entry} />
      <span dir="auto">{entryFlagText(entry)}</span>
      <time title={utcText(entry)}>{cellTimeText(entry, timeZone)}</time>
      {factsOf(entry).map((text) => (
        <span key={text} dir="auto">
          {text}
        </span>
      ))}
      <button type="button" className={styles.source} onClick={() => openSource(id)}>
        source Observation/{id}
      </button>
    </li>
  );
}

/** Below the sheet, in full: every result of one cell with all that belongs to it, by pointer, touch and key (rule 12). */
export function GridReading({ ref, spotted }: GridReadingProps) {
  const timeZone = useTimeZone();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section ref={ref} className={styles.reading} aria-label="Results of the chosen cell" tabIndex={0}>
      {spotted ? (
        <>
          <p>
            <b>{spotted.line.name}</b>{' '}
            {spotted.entries.length === 0 && `no result, ${columnMomentText(spotted.moment, timeZone)}`}
            {spotted.entries.length > 1 && `${spotted.entries.length} results`}
          </p>
          <ul>
            {spotted.entries.map((entry) => (
              <Result key={entry.key} entry={entry} line={spotted.line} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.legend}>
          <span>△ ▽ outside the range sent, no flag sent</span>
          <span>◌ preliminary</span>
          <span>
            <i>slanted</i> listed, not drawn
          </span>
          <span>
            <u>underlined</u> converted, or read from a text
          </span>
          <span>×2 several results at this time</span>
          <span>empty: no result then</span>
        </p>
      )}
    </section>
  );
}
