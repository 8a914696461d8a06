/**
 * A unit system is one choice for all analytes: SI (moles, kilopascal) or conventional. It stands for a choice for
 * each analyte or variant that the catalog has in both; those without a safe factor are not among them (rule 16). The site file
 * says which system holds until the reader chooses, and what SI means for what is conventionally in g/dL.
 */
import { catalogMatches } from '../catalog/catalog.ts';
import { convertibleUnits, type UnitChoices } from './unitConversion.ts';

/** Results are shown as reported, in SI units, or in conventional units. */
export type UnitSystem = 'reported' | 'si' | 'conventional';

/** These are the systems in the order in which the shortcut key goes through them. */
export const UNIT_SYSTEMS: readonly UnitSystem[] = ['reported', 'si', 'conventional'];

/**
 * The site file has one of these (docs/contract.md, section 2): the units until the reader chooses. With `si-mass`, SI is in g/L for
 * haemoglobin, albumin and protein; else it is in moles for haemoglobin and leaves the others as they were sent.
 */
export type Concentrations = 'as-sent' | 'si' | 'si-mass' | 'conventional';

const SYSTEM_OF_SITE = {
  'as-sent': 'reported',
  si: 'si',
  'si-mass': 'si',
  conventional: 'conventional',
} as const satisfies Record<Concentrations, UnitSystem>;

const isSi = (unit: string): boolean => /mol|kPa/.test(unit);

function unitOfSystem(system: UnitSystem, units: readonly string[], hasMass: boolean): string | undefined {
  const si = hasMass && units.includes('g/L') ? 'g/L' : units.find(isSi);
  const conventional = units.find((unit) => !isSi(unit) && unit !== 'g/L');
  if (si === undefined || conventional === undefined) return undefined;
  return system === 'si' ? si : conventional;
}

/** Returns the choices that a system stands for; none for results as they were reported. */
export function choicesOfSystem(system: UnitSystem, concentrations: Concentrations): UnitChoices {
  if (system === 'reported') return {};
  return Object.fromEntries(
    [...catalogMatches()].flatMap(({ target }): [string, string][] => {
      const unit = unitOfSystem(system, convertibleUnits(target), concentrations === 'si-mass');
      return unit === undefined ? [] : [[target.id, unit]];
    }),
  );
}

/** Returns the choices that hold at a site until the reader makes one. */
export const choicesOfSite = (concentrations: Concentrations): UnitChoices =>
  choicesOfSystem(SYSTEM_OF_SITE[concentrations], concentrations);

const areSameChoices = (a: UnitChoices, b: UnitChoices): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, unit]) => b[id] === unit);

/** Returns the system that the choices are; undefined when units were chosen for single analytes. */
export const systemOfChoices = (
  choices: UnitChoices,
  concentrations: Concentrations,
): UnitSystem | undefined =>
  UNIT_SYSTEMS.find((system) => areSameChoices(choices, choicesOfSystem(system, concentrations)));

/** Returns the next system; after units chosen one by one it is "as reported". */
export function nextUnitSystem(choices: UnitChoices, concentrations: Concentrations): UnitSystem {
  const current = systemOfChoices(choices, concentrations);
  return UNIT_SYSTEMS[current === undefined ? 0 : (UNIT_SYSTEMS.indexOf(current) + 1) % UNIT_SYSTEMS.length]!;
}
