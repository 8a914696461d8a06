import type { UnitSpellingTable } from '../src/clinical/catalog/catalogFile.ts';

/** This is the part of `unit-spellings.json` that is read here. */
type UnitSpellings = {
  readonly rules: readonly { readonly find: string; readonly put: string }[];
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly units: readonly string[];
};

const lines = (spellings: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(spellings).map(([unit, all]) => [unit, ...all].join('|'));

/**
 * Returns the spellings of units as the app needs them, without the reasons of the rules. Each text has a line for each rule
 * ("find", a tab, "put"), each unit ("unit|spelling|spelling"), or each unit with the spellings that are read only where the
 * analyte has it.
 */
export function unitSpellingTable(json: string): UnitSpellingTable {
  const { rules, spellings, only, units }: UnitSpellings = JSON.parse(json);
  return {
    unitRules: rules.map(({ find, put }) => `${find}\t${put}`).join('\n'),
    unitSpellings: [...lines(spellings), ...units].join('\n'),
    unitsWhereListed: lines(only).join('\n'),
  };
}
