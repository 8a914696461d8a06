import { LANE_TITLES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { Button } from '../../ui/Button.tsx';
import { eventsTexts } from './events.messages.ts';

type RetryEventsButtonProps = { readonly lane?: EventLane; readonly onRetry: () => void };

/** Reads again what failed. The other events stay as they are. */
export const RetryEventsButton = ({ lane, onRetry }: RetryEventsButtonProps) => (
  <Button
    variant="link"
    data-retry=""
    aria-label={lane ? eventsTexts('tryAgainLane', { lane: LANE_TITLES[lane] }) : undefined}
    onClick={onRetry}
  >
    {eventsTexts('tryAgain')}
  </Button>
);
