import { useSyncExternalStore } from 'react';
import type { spokenComparator, spokenUnit } from '../../charts/format/spokenUnit.ts';

/** Puts units and comparators into words. The words are no curve, so they are loaded after the first chart. */
export type Voice = {
  readonly spokenUnit: typeof spokenUnit;
  readonly spokenComparator: typeof spokenComparator;
};

/** Says units as they were sent until the words are there, and if they cannot be loaded. */
const AS_SENT: Voice = { spokenUnit: (unit) => unit, spokenComparator: (value) => value };

let voice = AS_SENT;
const listeners = new Set<() => void>();

export async function loadVoice(): Promise<void> {
  if (voice !== AS_SENT) return;
  try {
    voice = await import('../../charts/format/spokenUnit.ts');
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const voiceNow = (): Voice => voice;

export const useVoice = (): Voice => useSyncExternalStore(subscribe, voiceNow);
