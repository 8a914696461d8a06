import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { eventsTexts } from './events.messages.ts';
import { countText } from '../../charts/format/numberText.ts';

/**
 * Counts the events that belong to another patient and are left out. The red notice stands as long as there
 * are any (rule 48).
 */
export function OtherPatientEventsNotice({ events }: { readonly events: EventsSnapshot | undefined }) {
  const { record } = useRecord();
  const n = events?.leftOut.strangers ?? 0;
  // The notice of the results counts these events, too: one red notice is enough.
  const isSaidWithResults =
    record?.excluded.some(({ reason, count }) => reason === 'other-patient' && count > 0) ?? false;
  return n === 0 || isSaidWithResults ? null : (
    <Notice kind="wrong-patient" isWrongPatient title={eventsTexts('otherPatientTitle')}>
      {eventsTexts('otherPatient', { count: countText(n) })}
    </Notice>
  );
}
