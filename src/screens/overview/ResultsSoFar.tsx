import { useEffect, useState } from 'react';
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

/** A record that is read sooner has each of its lines once, where it stays. Most records are. */
const LINES_AFTER_MS = 1000;

function useHasPassed(timeMs: number): boolean {
  const [hasPassed, setHasPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasPassed(true), timeMs);
    return () => clearTimeout(timer);
  }, [timeMs]);
  return hasPassed;
}

type LineProps = Omit<ResultsSoFarProps, 'entries'> & { readonly entry: TileEntry };

function LineSoFar({ entry, view, qualifiers }: LineProps) {
  if (!isDrawnEntry(entry)) return null;
  const { id, series, newer } = entry;
  return series.rows.length > 0 ? (
    <BriefRow {...{ entry, view, qualifiers }} />
  ) : (
    <ListedSeriesRow series={series} newer={newer} qualifier={qualifiers.get(id)} />
  );
}

/**
 * Lists under the frames what else has been read so far, each with its newest value. Once the record has been read, its
 * curves and lines take this place. At first the lines have only their room, so that what stands below them does not move.
 */
export function ResultsSoFar({ entries, view, qualifiers }: ResultsSoFarProps) {
  const inOrder = useInOrderOfArrival(entries);
  const areDrawn = useHasPassed(LINES_AFTER_MS);
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
      {areDrawn ? (
        <ul className={styles.lines}>
          {shown.map((entry) => (
            <LineSoFar key={entry.id} entry={entry} {...{ view, qualifiers }} />
          ))}
        </ul>
      ) : (
        <div className={styles.lines} aria-hidden="true">
          {shown.map(({ id }) => (
            <div key={id} className={styles.room} />
          ))}
        </div>
      )}
    </section>
  );
}
