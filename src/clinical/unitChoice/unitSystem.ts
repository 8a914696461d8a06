/**
 * One choice of units for all analytes: SI (moles, kilopascal) or conventional. It stands for a choice for each analyte, and
 * variant of one, that the catalog has in both; what has no safe factor is not among them (display rule 16).
 */
import { catalogMatches } from '../catalog/catalog.ts';
import { convertibleUnits, type UnitChoices } from './unitConversion.ts';

export type UnitSystem = 'reported' | 'si' | 'conventional';

/** In the order in which a key goes from one to the next. */
export const UNIT_SYSTEMS: readonly UnitSystem[] = ['reported', 'si', 'conventional'];

const isSi = (unit: string): boolean => /mol|kPa/.test(unit);

/** The choices that a system stands for; none of them for results as they were reported. */
export function choicesOfSystem(system: UnitSystem): UnitChoices {
  if (system === 'reported') return {};
  return Object.fromEntries(
    [...catalogMatches()].flatMap(({ target }): [string, string][] => {
      const units = convertibleUnits(target);
      const unit = units.length > 1 && units.find((one) => isSi(one) === (system === 'si'));
      return unit ? [[target.id, unit]] : [];
    }),
  );
}

const isSame = (a: UnitChoices, b: UnitChoices): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, unit]) => b[id] === unit);

/** undefined where units were chosen for single analytes. */
export const systemOfChoices = (choices: UnitChoices): UnitSystem | undefined =>
  UNIT_SYSTEMS.find((system) => isSame(choices, choicesOfSystem(system)));

/** The one after it; from units chosen one by one back to as reported. */
export function nextUnitSystem(choices: UnitChoices): UnitSystem {
  const now = systemOfChoices(choices);
  return UNIT_SYSTEMS[now === undefined ? 0 : (UNIT_SYSTEMS.indexOf(now) + 1) % UNIT_SYSTEMS.length]!;
}
