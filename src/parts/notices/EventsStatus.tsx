import { OtherPatientEventsNotice } from '../events/OtherPatientEventsNotice.tsx';
import { eventGaps } from '../events/eventGaps.ts';
import { useEvents, useRetryEvents } from '../events/useEvents.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { ClockNotice } from './ClockNotice.tsx';
import { noticesTexts } from './notices.messages.ts';
import { Notice } from '../../ui/Notice.tsx';

const TITLES = {
  failed: noticesTexts('incomplete'),
  incomplete: noticesTexts('incomplete'),
  'not-granted': noticesTexts('notAllowed'),
} as const;

/**
 * Says at the top of a screen that events are another patient's (rule 48), and which are missing, with one notice for each reason (decision 38). Where results
 * failed too, their button tries again all that failed, so that there is one button only.
 */
function EventsNotices() {
  const events = useEvents(true);
  const onRetry = useRetryEvents();
  const { record } = useRecord();
  const hasFailedResults =
    record?.searches.some(({ state, failure }) => state === 'failed' && failure !== 'limit') ?? false;
  if (!events?.ended) return null;
  return (
    <>
      <OtherPatientEventsNotice events={events} />
      {eventGaps(events).map(({ kind, text, canRetry }) => (
        <Notice
          key={text}
          kind={kind}
          title={TITLES[kind]}
          action={
            canRetry && !hasFailedResults
              ? { label: noticesTexts('tryAgain'), onPress: onRetry, isRetry: true }
              : undefined
          }
        >
          {text}
        </Notice>
      ))}
    </>
  );
}

/** Says what is known once all results have been read: of the clock that they were judged by, and of the events. */
export const EndedNotices = () => (
  <>
    <ClockNotice />
    <EventsNotices />
  </>
);

/** Says beside the account that its tick does not stand for the events. */
export function EventsAccount() {
  const events = useEvents(true);
  return events?.ended && eventGaps(events).length > 0 ? <b> {noticesTexts('eventsIncomplete')}</b> : null;
}
