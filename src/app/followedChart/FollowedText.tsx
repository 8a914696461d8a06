import { clockText } from '../../charts/format/dateText.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useChartFollowing, type ChartFollowing } from '../../parts/openRecord/chartFollowing.ts';
import type { Session } from '../../smart/session/session.ts';
import { followedChartTexts } from './followedChart.messages.ts';
import styles from './FollowedText.module.css';

type FollowedTextProps = {
  readonly session: Session;
  /** The header says this where nothing follows. */
  readonly text: string;
};

/** Says whether the view follows the chart of the EHR. A loss is announced, because the view may be out of date from then on. */
export function FollowedText({ session, text }: FollowedTextProps) {
  const following = useChartFollowing();
  const timeZone = useTimeZone();
  const opened = clockText(session.openedAtMs, timeZone);
  const loss = lossText(following, opened, timeZone);
  return (
    <>
      {loss === '' && (following.state === 'following' ? followedChartTexts('follows', { opened }) : text)}
      <output className={styles.loss}>{loss}</output>
    </>
  );
}

function lossText({ state, sinceMs }: ChartFollowing, opened: string, timeZone: string): string {
  const since = clockText(sinceMs, timeZone);
  if (state === 'lost') return followedChartTexts('lost', { opened, since });
  if (state === 'gone') return followedChartTexts('gone', { opened, since });
  return state === 'denied' ? followedChartTexts('denied', { opened }) : '';
}
