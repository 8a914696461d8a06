import { useSyncExternalStore } from 'react';

/** Where the cursor of the overview stands, for all that read themselves out there. */
export type OverviewMoment = { readonly timeMs: number; readonly byKey: boolean } | undefined;

let moment: OverviewMoment;
const listeners = new Set<() => void>();

export function tellMoment(next: OverviewMoment): void {
  moment = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOverviewMoment = (): OverviewMoment => useSyncExternalStore(subscribe, () => moment);
