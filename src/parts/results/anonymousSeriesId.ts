import { analyteOf } from '../../clinical/catalog/analytes.ts';
import { derivedRules } from '../../clinical/derived/derivedRules.ts';
import { analyteIdOf } from './pins.ts';

const LOINC = /^http:\/\/loinc\.org\|\d{1,7}-\d$/;
const VARIANT = /^[^~]+(?:~(?:\d{1,7}-\d|no unit))?$/;

/**
 * Whether a series id may stay in the browser: an analyte of the catalog, with the LOINC of its variant at most, or a LOINC.
 * Any other holds words, a local code or a unit as somebody sent them, and these may say something of a person.
 */
export const isAnonymousSeriesId = (id: string): boolean =>
  LOINC.test(id) || (VARIANT.test(id) && analyteOf(analyteIdOf(id)) !== undefined);

/** One of our own formulas: no word of anybody stands in it. */
export const isKnownDerivedId = (id: string): boolean => derivedRules.some((rule) => rule.id === id);
