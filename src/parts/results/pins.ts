/** What a reader pinned to the top of the overview, for one site and this browser: ids of analytes, never of a person. docs/decisions/0021. */
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { readPreference } from '../../ui/preferences.ts';
import type { TileEntry } from './tileLayout.ts';

export const PINS_PREFERENCE = 'pins';
export const PINNED_GROUP = 'Pinned';
/** More than these are no longer first. */
export const MAX_PINS = 9;

/** In the order in which they were pinned. What else stands there names no series, so it finds none. */
export const readPins = (siteId: string): readonly string[] =>
  readPreference(siteId, PINS_PREFERENCE)
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
    .slice(0, MAX_PINS);

/** The id without a formula, a specimen or a unit. */
export const analyteIdOf = (id: string): string => id.split('~', 1)[0] ?? '';

/** Pinned entries first, under their own heading. Where a record has not that very series, those of its analyte. */
export function pinnedFirst(entries: readonly TileEntry[], pins: readonly string[]): readonly TileEntry[] {
  const pinned = new Set(
    pins.flatMap((pin) => {
      // What Longview calculates has its own place; a measured one of that name is another thing.
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
