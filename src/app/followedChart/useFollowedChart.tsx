import { useEffect, type ReactNode } from 'react';
import type { Session } from '../../smart/session/session.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';

/** A record that has no chart yet is followed after so long: its patient's name may stand on the screen already. */
const WITHOUT_CHART_MS = 2000;

/** Most launches name no hub, and load nothing of this. */
const isHubNamed = ({ site, hubUrl }: Session): boolean => site.fhircast && hubUrl !== undefined;

/** Follows the chart of the EHR where the launch named a hub, once the first chart is drawn. */
export function useFollowedChart(session: Session, isFirstChartDrawn: boolean): void {
  useEffect(() => {
    if (!isHubNamed(session)) return undefined;
    const follow = (): void =>
      void import('./followChart.ts').then(
        ({ followChart }) => followChart(session),
        () => undefined, // the header then says that the view does not follow
      );
    const timer = setTimeout(follow, isFirstChartDrawn ? 0 : WITHOUT_CHART_MS);
    return () => clearTimeout(timer);
  }, [session, isFirstChartDrawn]);
}

type FollowedTextProps = { readonly session: Session; readonly text: string };

const FollowedText = lazyPart<FollowedTextProps>(
  async () => (await import('./FollowedText.tsx')).FollowedText,
  ({ text }) => text,
);

/** Returns what the header says of the chart: `text`, or how it is followed. */
export const followedText = (session: Session, text: string | undefined): ReactNode =>
  text !== undefined && isHubNamed(session) ? (
    <LazyBoundary fallback={text}>
      <FollowedText session={session} text={text} />
    </LazyBoundary>
  ) : (
    text
  );
