import type { UnitSystem } from '../../clinical/unitChoice/unitSystem.ts';
import { sessionTexts } from './session.messages.ts';

export const UNIT_SYSTEM_TEXT: Readonly<Record<UnitSystem, string>> = {
  reported: sessionTexts('asReported'),
  si: sessionTexts('si'),
  conventional: sessionTexts('conventional'),
};

/** Returns the announcement after a shortcut changed the units. */
export const unitSystemAnnouncement = (system: UnitSystem): string =>
  system === 'reported'
    ? sessionTexts('unitsAreAsReported')
    : sessionTexts('unitsAreConverted', { units: UNIT_SYSTEM_TEXT[system] });
