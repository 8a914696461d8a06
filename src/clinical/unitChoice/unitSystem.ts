/**
 * A unit system is one choice for all analytes: SI (moles, kilopascal) or conventional. It stands for a choice for
 * each analyte or variant that the catalog has in both; those without a safe factor are not among them (rule 16). Where a site
 * says so, SI has g/L for what is conventionally in g/dL: haemoglobin, albumin and protein.
 */
import { catalogMatches } from '../catalog/catalog.ts';
import { convertibleUnits, type UnitChoices } from './unitConversion.ts';

/** Results are shown as reported, in SI units, or in conventional units. */
export type UnitSystem = 'reported' | 'si' | 'conventional';

/** These are the systems in the order in which the shortcut key goes through them. */
export const UNIT_SYSTEMS: readonly UnitSystem[] = ['reported', 'si', 'conventional'];

/** This is what SI means at a site for haemoglobin, albumin and protein. */
export type SiUnits = 'molar' | 'g/L';

const isSi = (unit: string): boolean => /mol|kPa/.test(unit);

function unitOfSystem(system: UnitSystem, units: readonly string[], siUnits: SiUnits): string | undefined {
  const si = siUnits === 'g/L' && units.includes('g/L') ? 'g/L' : units.find(isSi);
  const conventional = units.find((unit) => !isSi(unit) && unit !== 'g/L');
  if (si === undefined || conventional === undefined) return undefined;
  return system === 'si' ? si : conventional;
}

/** Returns the choices that a system stands for; none for results as they were reported. */
export function choicesOfSystem(system: UnitSystem, siUnits: SiUnits = 'molar'): UnitChoices {
  if (system === 'reported') return {};
  return Object.fromEntries(
    [...catalogMatches()].flatMap(({ target }): [string, string][] => {
      const unit = unitOfSystem(system, convertibleUnits(target), siUnits);
      return unit === undefined ? [] : [[target.id, unit]];
    }),
  );
}

const areSameChoices = (a: UnitChoices, b: UnitChoices): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, unit]) => b[id] === unit);

/** Returns the system that the choices are; undefined when units were chosen for single analytes. */
export const systemOfChoices = (choices: UnitChoices, siUnits?: SiUnits): UnitSystem | undefined =>
  UNIT_SYSTEMS.find((system) => areSameChoices(choices, choicesOfSystem(system, siUnits)));

/** Returns the next system; after units chosen one by one it is "as reported". */
export function nextUnitSystem(choices: UnitChoices, siUnits?: SiUnits): UnitSystem {
  const current = systemOfChoices(choices, siUnits);
  return UNIT_SYSTEMS[current === undefined ? 0 : (UNIT_SYSTEMS.indexOf(current) + 1) % UNIT_SYSTEMS.length]!;
}
