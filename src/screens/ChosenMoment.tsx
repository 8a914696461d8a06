import { DAY_MS } from '../charts/format.ts';
import type { LaneMoment } from '../charts/laneMoments.ts';
import { compareFragment } from './compareFragment.ts';
import styles from './ChosenMoment.module.css';

type ChosenMomentProps = {
  readonly chosen: LaneMoment | undefined;
  /** Of the results on a curve: what an address counts its days from. undefined where there is none. */
  readonly newestMs: number | undefined;
};

/** What was chosen in a lane, and the way to the results before and after it; those of a time without results have none. */
export function ChosenMoment({ chosen, newestMs = Number.NaN }: ChosenMomentProps) {
  const days = chosen ? (newestMs - chosen.atMs) / DAY_MS : Number.NaN;
  return (
    <p className={styles.chosen}>
      <output>{chosen?.label}</output>
      {days >= 0 && (
        <a href={compareFragment({ ids: [], momentDays: days })}>Results before and after it ›</a>
      )}
    </p>
  );
}
