import { useState } from 'react';
import { countText } from '../../charts/format/numberText.ts';
import { isUrgent } from '../../parts/results/criticalFirst.ts';
import { isDrawnEntry, type TileEntry } from '../../parts/results/tileLayout.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import { ROWS_AT_ONCE } from '../../parts/recordStatus/rowsAtOnce.ts';
import { BriefRow, ResultGroupHeading } from './BriefResults.tsx';
import { ListedSeriesRow } from './ResultsWithoutChart.tsx';
import styles from './ResultsSoFar.module.css';
import { lazySectionsTexts } from './lazySections.messages.ts';

type ResultsSoFarProps = {
  readonly entries: readonly TileEntry[];
  readonly view: TileView;
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Keeps the order in which the entries came, so that a line stays where it is when another one follows. */
function useInOrderOfArrival(entries: readonly TileEntry[]): readonly TileEntry[] {
  const [order, setOrder] = useState<readonly string[]>([]);
  const known = new Set(order);
  const added = entries.map(({ id }) => id).filter((id) => !known.has(id));
  const now = added.length > 0 ? [...order, ...added] : order;
  if (added.length > 0) setOrder(now);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return now.flatMap((id) => byId.get(id) ?? []);
}

/**
 * Lists under the frames what else has been read so far, each with its newest value. Once the record has been read, its
 * curves and lines take this place.
 */
export function ResultsSoFar({ entries, view, qualifiers }: ResultsSoFarProps) {
  const inOrder = useInOrderOfArrival(entries);
  // A line stays where it is, so an urgent one that comes after these follows them.
  const urgent = inOrder.slice(ROWS_AT_ONCE).filter(isUrgent).slice(0, ROWS_AT_ONCE);
  const count = countText(entries.length);
  const shown = [...inOrder.slice(0, ROWS_AT_ONCE), ...urgent];
  return (
    <section className={styles.soFar} aria-label={lazySectionsTexts('furtherResultsSoFar')}>
      <ResultGroupHeading
        heading={lazySectionsTexts('furtherResultsSoFar')}
        note={view.completeness === 'reading' ? lazySectionsTexts('countStillReading', { count }) : count}
      />
      <ul className={styles.lines}>
        {shown.map((entry) => {
          const { id } = entry;
          if (!isDrawnEntry(entry)) return null;
          return entry.series.rows.length > 0 ? (
            <BriefRow key={id} {...{ entry, view, qualifiers }} />
          ) : (
            <ListedSeriesRow
              key={id}
              series={entry.series}
              newer={entry.newer}
              qualifier={qualifiers.get(id)}
            />
          );
        })}
      </ul>
    </section>
  );
}
