import { FlagText } from '../../charts/marks/FlagText.tsx';
import { symbolPath } from '../../charts/marks/symbols.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { ResultFlag } from '../../parts/results/ReadingFlags.tsx';
import { cellContentOf, lettersBeforeValue, markedRow, statusTag, type CellContent } from './gridCells.ts';
import type { SeriesRow } from './gridData.ts';
import styles from './GridSheet.module.css';

/** Rule 34: a hollow dashed circle stands for a preliminary result. */
export const Preliminary = () => (
  <svg
    className={styles.preliminary}
    data-symbol="preliminary"
    width="12"
    height="12"
    viewBox="0 0 12 12"
    aria-hidden="true"
  >
    <path d={symbolPath('preliminary', 6, 6, 2.4)} />
  </svg>
);

/** Shows the flag of a result, and whether it may still change. */
export function CellFlag({ entry, status }: { readonly entry: ChartEntry; readonly status: string }) {
  const { kind } = markedRow(entry);
  if (status !== 'preliminary') return <FlagText kind={kind} />;
  return (
    <>
      <Preliminary />
      {kind.flag !== 'N' && <ResultFlag kind={kind} />}
    </>
  );
}

function valueClass({ isTextual, isListed, isDerived, isFlagged }: CellContent): string {
  const classes = [
    isTextual && styles.words,
    isListed && styles.listed,
    isFlagged && styles.flagged,
    isDerived && styles.derived,
  ];
  return classes.filter(Boolean).join(' ');
}

type FirstResultProps = {
  readonly entry: ChartEntry;
  readonly seriesRow: SeriesRow;
  /** This is the number of results in the cell, each counted once. */
  readonly count: number;
};

export function FirstResult({ entry, seriesRow, count }: FirstResultProps) {
  const content = cellContentOf(entry, seriesRow);
  const tag = statusTag(content);
  // The blanks part the letters for a voice that is told to choose the cell by what is seen.
  const hasLetters = lettersBeforeValue(entry, count, seriesRow) !== '';
  return (
    <>
      <span className={styles.mark}>
        <CellFlag entry={entry} status={content.status} />
        {tag && <i className={styles.tag}> {tag}</i>}
        {count > 1 && (
          <i className={styles.count} data-symbol="several">
            {' '}
            ×{count}
          </i>
        )}
      </span>
      {hasLetters && ' '}
      <span
        className={valueClass(content)}
        data-symbol={content.isListed ? 'listed' : content.isDerived ? 'derived-text' : undefined}
        dir={content.isTextual ? 'auto' : undefined}
      >
        {content.text}
        {!entry.sides && !content.isTextual && <span className={styles.fraction}>{content.fraction}</span>}
      </span>
    </>
  );
}
