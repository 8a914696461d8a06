import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { countText } from '../../charts/format/format.ts';

/**
 * Counts the events that belong to another patient and are left out. The red notice stands as long as there
 * are any (rule 48).
 */
export function OtherPatientEventsNotice({ events }: { readonly events: EventsSnapshot | undefined }) {
  const n = events?.leftOut.strangers ?? 0;
  return n === 0 ? null : (
    <Notice kind="wrong-patient" isWrongPatient title="The server sent events of another patient.">
      {countText(n)} left out and shown nowhere. Everything on this screen belongs to the patient named above.
    </Notice>
  );
}
