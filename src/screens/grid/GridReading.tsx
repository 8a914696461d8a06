import type { Ref } from 'react';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import { distinctCount, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryFlagText, utcText } from '../../charts/reading/readingText.ts';
import { cellFacts, cellTimeText, cellValueText, type CellResults } from './gridCells.ts';
import type { SeriesRow } from './gridData.ts';
import { columnMomentText } from './gridColumns.ts';
import styles from './GridReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';

type GridReadingProps = {
  readonly ref: Ref<HTMLElement>;
  readonly activeCell: CellResults | undefined;
};

type CellResultProps = { readonly entry: ChartEntry; readonly seriesRow: SeriesRow };

function CellResult({ entry, seriesRow }: CellResultProps) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const { id } = entry.rows[0];
  return (
    <li>
      <b dir="auto">{cellValueText(entry, seriesRow)}</b>
      <ReadingFlags entry={entry} />
      <span dir="auto">{entryFlagText(entry)}</span>
      <time title={utcText(entry)}>{cellTimeText(entry, timeZone)}</time>
      {cellFacts(entry, timeZone).map((text) => (
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

/** Shows every result of the active cell in full below the sheet, for pointer, touch and keyboard alike (rule 12). */
export function GridReading({ ref, activeCell }: GridReadingProps) {
  const timeZone = useTimeZone();
  const resultCount = distinctCount(activeCell?.entries ?? []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section ref={ref} className={styles.reading} aria-label="Results of the chosen cell" tabIndex={0}>
      {activeCell ? (
        <>
          <p>
            <b>{activeCell.seriesRow.name}</b>{' '}
            {activeCell.entries.length === 0 && `no result, ${columnMomentText(activeCell.moment, timeZone)}`}
            {resultCount > 1 && `${resultCount} results`}
          </p>
          <ul>
            {activeCell.entries.map((entry) => (
              <CellResult key={entry.key} entry={entry} seriesRow={activeCell.seriesRow} />
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
