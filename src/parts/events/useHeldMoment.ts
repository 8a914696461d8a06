import { useState } from 'react';
import type { LaneMoment } from '../../charts/lanes/laneMoments.ts';
import { factsOfEvent, type TimelineEntry } from './timelineEntries.ts';

/**
 * Holds the event that a reader chose in the lanes while all that is known of it stays as it was: a refresh may correct it, withdraw it or
 * take it away, and its words must not stand on.
 */
export function useHeldMoment(entries: readonly TimelineEntry[]) {
  const [chosen, setChosen] = useState<{ readonly moment: LaneMoment; readonly facts: string }>();
  const isAsItWas = chosen !== undefined && factsOfEvent(entries, chosen.moment) === chosen.facts;
  const choose = (moment: LaneMoment | undefined): void =>
    setChosen(moment && { moment, facts: factsOfEvent(entries, moment) });
  return [isAsItWas ? chosen.moment : undefined, choose] as const;
}
