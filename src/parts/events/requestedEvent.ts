/**
 * Another screen asks the timeline to show one event. The request is not in the address: the id of a resource would be read
 * there by others.
 */
import { useSyncExternalStore } from 'react';
import type { EventType } from '../../clinical/events/careEvent.ts';

export type RequestedEvent = { readonly type: EventType; readonly id: string };

let requested: RequestedEvent | undefined;
const listeners = new Set<() => void>();

function setRequested(next: RequestedEvent | undefined): void {
  requested = next;
  for (const listener of listeners) listener();
}

/** Asks the timeline to show this event once it is open. */
export const requestEvent = (event: RequestedEvent): void => setRequested(event);

/** The timeline has shown the event, or was left before it could. */
export const endEventRequest = (): void => setRequested(undefined);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Returns the event that the timeline was asked to show. */
export const useRequestedEvent = (): RequestedEvent | undefined =>
  useSyncExternalStore(subscribe, () => requested);
