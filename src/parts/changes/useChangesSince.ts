import { useEffect, useState } from 'react';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { sinceIdOf, type SinceId, type Visit } from '../../clinical/change/sinceChoices.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { INSPECT, replaceFragment, useFragment, withParameter } from '../navigation/urlFragment.ts';

const NAME = 'since';

/** "30d" of "#results=new&since=30d": a choice of words, never a date. undefined where nobody chose. */
export const sinceIn = (fragment: string): SinceId | undefined =>
  sinceIdOf(new URLSearchParams(fragment.slice(1)).get(NAME));

export const withSince = (fragment: string, id: SinceId | undefined): string =>
  withParameter(fragment, NAME, id ?? '');

/** Since when results count as new: view state, the same for what changed and for the results by date. */
export const useSinceChoice = () =>
  [sinceIn(useFragment()), (id: SinceId): void => replaceFragment(withSince(location.hash, id))] as const;

/** Links between screens do not name it; what was chosen goes with the reader, as the window does. */
export function useSinceAcrossScreens(): void {
  const fragment = useFragment();
  const said = sinceIn(fragment);
  const [kept, setKept] = useState(said);
  if (said !== undefined && said !== kept) setKept(said);
  useEffect(() => {
    if (kept !== undefined && said === undefined && fragment !== INSPECT)
      replaceFragment(withSince(location.hash, kept));
  }, [kept, said, fragment]);
}

/** When the newest result on a curve was taken: what the moments are counted from. undefined where there is none. */
export function newestResultMs(series: readonly Series[], timeZone: string): number | undefined {
  const newest = series.flatMap(({ rows }): Row[] => rows.slice(-1));
  if (newest.length === 0) return undefined;
  return Math.max(...newest.map((row) => rowTimeSpan(row, timeZone)[0]));
}

const isVisit = ({ lane, isNotDone }: CareEvent): boolean => lane === 'encounter' && !isNotDone;

/** A list that is not whole would hide one: then nothing is said of it. */
export const isEventTypeComplete = (events: EventsSnapshot | undefined, type: string): boolean =>
  events?.states.some((state) => state.type === type && state.state === 'complete') === true;

/** The visits of the patient; undefined while or where they are not all known. */
export const visitsIn = (
  events: EventsSnapshot | undefined,
  encounterId: string | undefined,
): readonly Visit[] | undefined =>
  isEventTypeComplete(events, 'Encounter')
    ? events?.events.filter(isVisit).map((one) => ({ ...one, isInContext: one.id === encounterId }))
    : undefined;
