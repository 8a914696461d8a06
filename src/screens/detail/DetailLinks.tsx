import type { Series } from '../../clinical/series/series.ts';
import { compareFragment } from '../../parts/screenUrls/compareUrl.ts';
import type { adjacentSeriesOf } from './adjacentSeries.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './DetailLinks.module.css';

type DetailWaysProps = {
  readonly series: Series;
  readonly neighbours: ReturnType<typeof adjacentSeriesOf>;
};

/** From one result to those beside it in the clinical order, and to the screen that shows it on one axis with others. */
export function DetailLinks({ series, neighbours: { [-1]: before, 1: after } }: DetailWaysProps) {
  return (
    <nav className={styles.ways} aria-label="Other results">
      {before && (
        <a href={fragmentFor(before.id)} aria-label={`Previous result: ${before.name}`}>
          <span aria-hidden="true">‹ </span>
          <span dir="auto">{before.name}</span>
        </a>
      )}
      {after && (
        <a href={fragmentFor(after.id)} aria-label={`Next result: ${after.name}`}>
          <span dir="auto">{after.name}</span>
          <span aria-hidden="true"> ›</span>
        </a>
      )}
      <a href={compareFragment({ ids: [series.id] })}>Compare with others…</a>
    </nav>
  );
}
