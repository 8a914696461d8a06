import type { UnitSystem } from '../../clinical/unitChoice/unitSystem.ts';

export const UNIT_SYSTEM_TEXT: Readonly<Record<UnitSystem, string>> = {
  reported: 'as reported',
  si: 'SI',
  conventional: 'conventional',
};

/** Returns the announcement after a shortcut changed the units. */
export const unitSystemAnnouncement = (system: UnitSystem): string =>
  system === 'reported'
    ? 'Units: as reported.'
    : `Units: ${UNIT_SYSTEM_TEXT[system]}, where a result is known in both. Converted values are calculated by Longview.`;
