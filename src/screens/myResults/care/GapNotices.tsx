import { useRetryEvents } from '../../../parts/events/useEvents.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { careTexts } from './care.messages.ts';
import { careGaps, type CarePart } from './careGaps.ts';

type GapNoticesProps = { readonly events: EventsSnapshot | undefined; readonly part: CarePart };

/** Says what of one part is missing, and offers to try again where that may help (rules 37 and 38). */
export function GapNotices({ events, part }: GapNoticesProps) {
  const retry = useRetryEvents();
  return careGaps(events, part).map(({ kind, text, canRetry }) => (
    <Notice
      key={text}
      kind={kind}
      title={text}
      action={canRetry ? { label: careTexts('tryAgain'), onPress: retry, isRetry: true } : undefined}
    />
  ));
}
