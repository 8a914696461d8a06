import { useEffect } from 'react';
import { isStay } from '../clinical/sinceMoment.ts';
import type { InContext } from './OverviewEvents.tsx';
import type { Stay } from './timeWindow.ts';
import { useEvents } from './useEvents.ts';

type StayInContextProps = {
  readonly of: InContext;
  readonly wanted: boolean;
  readonly onStay: (stay: Stay) => void;
};

/** Tells when the encounter that the app was opened in is a stay in hospital: it is what the reader asks about. */
export function StayInContext({ of, wanted, onStay }: StayInContextProps) {
  const events = useEvents(of, wanted);
  const { encounterId } = of.session;
  const stay = events?.events.find(
    ({ type, id, isNotDone, startMs, ...one }) =>
      type === 'Encounter' && id === encounterId && isStay(one) && !isNotDone && !Number.isNaN(startMs),
  );
  const { startMs, endMs } = stay ?? {};
  useEffect(() => {
    if (startMs !== undefined) onStay({ startMs, endMs });
  }, [startMs, endMs, onStay]);
  return null;
}
