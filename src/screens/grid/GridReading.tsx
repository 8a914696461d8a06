import type { ReactNode, Ref } from 'react';
import { ReadingFlags } from '../../parts/results/ReadingFlags.tsx';
import { distinctCount, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { entryFlagText, utcText } from '../../charts/reading/readingText.ts';
import { cellFacts, cellTimeText, cellValueText, type CellResults } from './gridCells.ts';
import type { SeriesRow } from './gridData.ts';
import { columnMomentText } from './gridColumns.ts';
import styles from './GridReading.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';
import { gridTexts } from './grid.messages.ts';

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
        {gridTexts('source', { id })}
      </button>
    </li>
  );
}

const drawItalic = (part: ReactNode, key: number) => <i key={key}>{part}</i>;
const drawUnderlined = (part: ReactNode, key: number) => <u key={key}>{part}</u>;

/** Shows every result of the active cell in full below the sheet, for pointer, touch and keyboard alike (rule 12). */
export function GridReading({ ref, activeCell }: GridReadingProps) {
  const timeZone = useTimeZone();
  const resultCount = distinctCount(activeCell?.entries ?? []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section ref={ref} className={styles.reading} aria-label={gridTexts('chosenCell')} tabIndex={0}>
      {activeCell ? (
        <>
          <p>
            <b>{activeCell.seriesRow.name}</b>{' '}
            {activeCell.entries.length === 0 &&
              gridTexts('noResultAt', { moment: columnMomentText(activeCell.moment, timeZone) })}
            {resultCount > 1 && gridTexts('results', { count: String(resultCount) })}
          </p>
          <ul>
            {activeCell.entries.map((entry) => (
              <CellResult key={entry.key} entry={entry} seriesRow={activeCell.seriesRow} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.legend}>
          <span>{gridTexts('legendOutside')}</span>
          <span>{gridTexts('legendPreliminary')}</span>
          <span>{gridTexts.rich('legendListed', { i: drawItalic })}</span>
          <span>{gridTexts.rich('legendDerived', { u: drawUnderlined })}</span>
          <span>{gridTexts('legendSeveral')}</span>
          <span>{gridTexts('legendEmpty')}</span>
        </p>
      )}
    </section>
  );
}
