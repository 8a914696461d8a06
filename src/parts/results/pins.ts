/**
 * This file keeps the pinned results of a reader for one site in this browser: ids of analytes, never of a
 * person. docs/decisions/0021.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { currentSeriesId } from '../../clinical/catalog/analyteProperties.ts';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { readPreference } from '../../ui/preferences.ts';
import { tileTexts } from './tile.messages.ts';
import type { TileEntry } from './tileLayout.ts';

export const PINS_PREFERENCE = 'pins';
export const PINNED_GROUP = tileTexts('pinned');
/** A reader may pin this many results. */
export const MAX_PINS = 9;

const readText = (siteId: string): string => readPreference(siteId, PINS_PREFERENCE);

const pinsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((id) => currentSeriesId(id.trim()))
    .filter(Boolean)
    .slice(0, MAX_PINS);

/** Returns the pins in the order in which they were made. Anything else in the storage matches no series. */
export const readPins = (siteId: string): readonly string[] => pinsIn(readText(siteId));

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('storage', changed);
  return () => removeEventListener('storage', changed);
};

/** Returns the pins, and follows what another browser window does: a digit opens the pin with that number, which has to be the one that is seen. */
export function usePins(siteId: string): readonly string[] {
  const text = useSyncExternalStore(subscribe, () => readText(siteId));
  return useMemo(() => pinsIn(text), [text]);
}

/** Returns the id without formula, specimen and unit. */
export const analyteIdOf = (id: string): string => id.split('~', 1)[0] ?? '';

/**
 * Returns the entries with the pinned ones first, under a heading of their own. If a record lacks a pinned
 * series, those of its analyte take its place.
 */
export function pinnedFirst(entries: readonly TileEntry[], pins: readonly string[]): readonly TileEntry[] {
  const pinned = new Set(
    pins.flatMap((pin) => {
      // Calculated values have a place of their own, and a measured one of that name is something else.
      if (isDerivedId(pin)) return [];
      const exact = entries.filter(({ id }) => id === pin);
      return exact.length > 0 ? exact : entries.filter(({ id }) => analyteIdOf(id) === analyteIdOf(pin));
    }),
  );
  return [
    ...[...pinned].map((entry): TileEntry => ({ ...entry, group: PINNED_GROUP })),
    ...entries.filter((entry) => !pinned.has(entry)),
  ];
}
