import { useSyncExternalStore } from 'react';
import type { HubState } from '../../smart/hub/hubConnection.ts';

/** The header says whether the view follows the chart, and since when it is so. */
export type ChartFollowing = {
  /** It is undefined where nothing follows. */
  readonly state: HubState | undefined;
  /** The state began at this time, in epoch ms. */
  readonly sinceMs: number;
};

let following: ChartFollowing = { state: undefined, sinceMs: 0 };
const listeners = new Set<() => void>();

/** Says how the chart is followed from now on. */
export function tellChartFollowing(state: HubState | undefined): void {
  if (state === following.state) return;
  following = { state, sinceMs: Date.now() };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Returns how the chart is followed now. */
export const chartFollowing = (): ChartFollowing => following;

export const useChartFollowing = (): ChartFollowing => useSyncExternalStore(subscribe, chartFollowing);
