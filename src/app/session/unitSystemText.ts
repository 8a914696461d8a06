import type { UnitSystem } from '../../clinical/unitChoice/unitSystem.ts';
import { sessionMenuTexts } from './sessionMenu.messages.ts';

export const UNIT_SYSTEM_TEXT: Readonly<Record<UnitSystem, string>> = {
  reported: sessionMenuTexts('asReported'),
  si: sessionMenuTexts('si'),
  conventional: sessionMenuTexts('conventional'),
};

/** Returns the announcement after a shortcut changed the units. */
export const unitSystemAnnouncement = (system: UnitSystem): string =>
  system === 'reported'
    ? sessionMenuTexts('unitsAreAsReported')
    : sessionMenuTexts('unitsAreConverted', { units: UNIT_SYSTEM_TEXT[system] });
