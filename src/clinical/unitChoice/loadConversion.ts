import type { seriesInChosenUnits } from './unitConversion.ts';
import type { choicesOfSite } from './unitSystem.ts';

/** This code converts results. Most readers never need it, so it is no part of the first chart. */
type Conversion = {
  readonly seriesInChosenUnits: typeof seriesInChosenUnits;
  readonly choicesOfSite: typeof choicesOfSite;
};

let loaded: Conversion | undefined;

/** Returns the conversion, where it has been loaded already. */
export const loadedConversion = (): Conversion | undefined => loaded;

/** Loads the conversion. After a failure it is asked for again.
 * @throws {TypeError} where its files cannot be had */
export async function loadConversion(): Promise<Conversion> {
  const [conversion, system] = await Promise.all([import('./unitConversion.ts'), import('./unitSystem.ts')]);
  loaded = { seriesInChosenUnits: conversion.seriesInChosenUnits, choicesOfSite: system.choicesOfSite };
  return loaded;
}
