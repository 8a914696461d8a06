import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { compareFragment } from '../../parts/screenUrls/compareUrl.ts';
import styles from './SelectedMoment.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** To the results before and after a moment, which an address counts in days before the newest; '' where there are none after it. */
export function beforeAfterLink(chosen: LaneMoment | undefined, newestMs = Number.NaN): string {
  const momentDays = chosen ? (newestMs - chosen.atMs) / DAY_MS : Number.NaN;
  return momentDays >= 0 ? compareFragment({ ids: [], momentDays }) : '';
}

/** In sight beside what was chosen, and near by the tab key under the lanes that it was chosen in. */
export const BeforeAfterLink = ({ way }: { readonly way: string }) =>
  way === '' ? null : (
    <a className={styles.way} href={way}>
      Results before and after it ›
    </a>
  );

type ChosenMomentProps = { readonly chosen: LaneMoment | undefined; readonly way: string };

/** What was chosen in a lane, in words; its line in the list is further down. */
export const SelectedMoment = ({ chosen, way }: ChosenMomentProps) => (
  <p className={styles.chosen}>
    <output>{chosen?.label}</output>
    <BeforeAfterLink way={way} />
  </p>
);
