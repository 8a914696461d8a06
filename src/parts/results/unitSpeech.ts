import { useSyncExternalStore } from 'react';
import type { spokenComparator, spokenUnit } from '../../charts/format/spokenUnit.ts';

/** Puts units and comparators into words. The words are no curve, so they are loaded after the first chart. */
export type UnitSpeech = {
  readonly spokenUnit: typeof spokenUnit;
  readonly spokenComparator: typeof spokenComparator;
};

/** Says units as they were sent until the words are there, and if they cannot be loaded. */
const AS_SENT: UnitSpeech = { spokenUnit: (unit) => unit, spokenComparator: (value) => value };

let voice = AS_SENT;
const listeners = new Set<() => void>();

export async function loadUnitSpeech(): Promise<void> {
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
const currentUnitSpeech = (): UnitSpeech => voice;

export const useUnitSpeech = (): UnitSpeech => useSyncExternalStore(subscribe, currentUnitSpeech);
