import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { compareFragment } from '../../parts/screenUrls/compareUrl.ts';
import styles from './SelectedMoment.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { timelineTexts } from './timeline.messages.ts';

/**
 * Returns the URL of the compare screen with the results before and after a moment, which it counts in days before the newest
 * result. Returns '' where no result is newer than the moment.
 */
export function beforeAfterUrlOf(selected: LaneMoment | undefined, newestMs = Number.NaN): string {
  const momentDays = selected ? (newestMs - selected.atMs) / DAY_MS : Number.NaN;
  return momentDays >= 0 ? compareFragment({ ids: [], momentDays }) : '';
}

/** Links to the results before and after a moment, beside its text under the lanes and in its row of the list. */
export const BeforeAfterLink = ({ url }: { readonly url: string }) =>
  url === '' ? null : (
    <a className={styles.link} href={url}>
      {timelineTexts('resultsBeforeAndAfter')}
    </a>
  );

type SelectedMomentProps = { readonly selected: LaneMoment | undefined; readonly beforeAfterUrl: string };

/** Names under the lanes what was selected in them, because its row of the list is further down. */
export const SelectedMoment = ({ selected, beforeAfterUrl }: SelectedMomentProps) => (
  <p className={styles.selected}>
    <output>{selected?.label}</output>
    <BeforeAfterLink url={beforeAfterUrl} />
  </p>
);
