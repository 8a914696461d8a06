import type { Series } from '../../clinical/series/series.ts';
import { compareFragment } from '../../parts/screenUrls/compareUrl.ts';
import type { adjacentSeriesOf } from './adjacentSeries.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import styles from './DetailLinks.module.css';
import { detailTexts } from './detail.messages.ts';

type DetailLinksProps = {
  readonly series: Series;
  readonly adjacent: ReturnType<typeof adjacentSeriesOf>;
};

/** Links to the adjacent results in clinical order, and to the compare screen. */
export function DetailLinks({ series, adjacent: { [-1]: previous, 1: next } }: DetailLinksProps) {
  return (
    <nav className={styles.links} aria-label={detailTexts('otherResults')}>
      {previous && (
        <a
          href={seriesFragment(previous.id)}
          aria-label={detailTexts('previousResult', { name: previous.name })}
        >
          <span aria-hidden="true">‹ </span>
          <span dir="auto">{previous.name}</span>
        </a>
      )}
      {next && (
        <a href={seriesFragment(next.id)} aria-label={detailTexts('nextResult', { name: next.name })}>
          <span dir="auto">{next.name}</span>
          <span aria-hidden="true"> ›</span>
        </a>
      )}
      <a href={compareFragment({ ids: [series.id] })}>{detailTexts('compare')}</a>
    </nav>
  );
}
