import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { derivedRules } from '../../clinical/derived/derivedRules.ts';
import { analyteIdOf } from './pins.ts';

const LOINC = /^http:\/\/loinc\.org\|\d{1,7}-\d$/;
const VARIANT = /^[^~]+(?:~(?:\d{1,7}-\d|no unit))?$/;

/**
 * Returns whether a series id may be kept in the browser: an analyte of the catalog, at most with the LOINC
 * of its variant, or a LOINC. Any other id holds words, a local code or a unit as somebody sent them, which
 * may say something about a person.
 */
export const isAnonymousSeriesId = (id: string): boolean =>
  LOINC.test(id) || (VARIANT.test(id) && analyteOf(analyteIdOf(id)) !== undefined);

/** Returns whether the id is that of one of our formulas, which holds no word of a record. */
export const isKnownDerivedId = (id: string): boolean => derivedRules.some((rule) => rule.id === id);
