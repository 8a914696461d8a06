import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { EVENT_TYPES } from '../../smart/authorization/eventTypes.ts';
import type { OpenedSession } from '../openRecord/openedSession.ts';
import { useSession } from '../openRecord/openRecordContexts.ts';

const NO_EVENTS_QUERY = queryOptions<EventsSnapshot, Error, EventsSnapshot, string[]>({
  // oxlint-disable-next-line longview/texts-in-catalogs -- the key of a query
  queryKey: ['no events'],
  queryFn: skipToken,
});

/** A fault of ours must not look like an empty record, so every type is shown as failed. */
const FAILED: EventsSnapshot = {
  states: EVENT_TYPES.map((type) => ({ type, state: 'failed', received: 0 })),
  events: [],
  courses: [],
  leftOut: { strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0 },
  ended: true,
  readAtMs: 0,
};

/** This is what a record has opened before, so that whoever needs it next has it with the first drawing. */
const openedBefore = new WeakMap<OpenedSession['openEvents'], OpenEvents>();

/**
 * Returns the events around the results. The reading begins when it is first needed and then goes on. The
 * result is undefined until something is known.
 */
export function useEvents(isNeeded: boolean): EventsSnapshot | undefined {
  const { openEvents } = useSession();
  const [opened, setOpened] = useState<OpenEvents | 'failed'>();
  const before = openedBefore.get(openEvents);
  if (opened === undefined && isNeeded && before) setOpened(before);
  useEffect(() => {
    if (!isNeeded || opened !== undefined) return undefined;
    let isUnmounted = false;
    const show = (one: OpenEvents | 'failed'): void => {
      if (one !== 'failed') openedBefore.set(openEvents, one);
      if (!isUnmounted) setOpened(one);
    };
    openEvents().then(show, () => show('failed'));
    return () => void (isUnmounted = true);
  }, [openEvents, isNeeded, opened]);
  const isOpen = opened !== undefined && opened !== 'failed';
  const { data, error } = useQuery<EventsSnapshot, Error, EventsSnapshot, string[]>(
    isOpen ? opened.events : NO_EVENTS_QUERY,
  );
  const hasFailed = opened === 'failed' || error !== null;
  return useMemo(
    () => (hasFailed ? { ...(data ?? FAILED), states: FAILED.states, ended: true } : data),
    [data, hasFailed],
  );
}

/** Returns an action that tries again to read what failed. */
export function useRetryEvents(): () => void {
  const { openEvents } = useSession();
  return useCallback(() => void openEvents().then(({ retry }) => retry()), [openEvents]);
}
