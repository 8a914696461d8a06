/**
 * The address of the page, its history and this browser's storage name a series by the codes of the catalog, and by a hash of
 * what was sent where there is no such code: the words, local codes and units of a server may say something of a person
 * (docs/decisions/0044-an-address-names-a-series-by-code-or-hash.md).
 */
import { analyteOf } from '../catalog/analyteProperties.ts';
import { hashText } from '../fhirElements/hash.ts';
import { isIdentityWords } from '../observation/identity/identityWords.ts';
import { isKnownUnit } from '../units/canonicalUnit.ts';

const LOINC = /^http:\/\/loinc\.org\|\d{1,7}-\d$/;
const CALCULATED = /^[a-z\d-]{1,30}(?:~\d{1,7}-\d)?~calculated$/;
const OWN_SUFFIX = /^(?:\d{1,7}-\d|no unit|two measures|another subject)$/;
const HASHED = /^[a-z\d-]{1,30}~x[\da-f]{16}$/;

/** A suffix is ours when it is the LOINC of a variant, a unit of the catalog, or words of our own lists. */
const isOwnSuffix = (suffix: string): boolean =>
  OWN_SUFFIX.test(suffix) || isKnownUnit(suffix) || isIdentityWords(suffix);

/**
 * Returns the id under which addresses and storage name a series: its id where that is made of codes of the catalog and of
 * our own words, else a hash, with the analyte before it where one is known (`glucose~x…`, else `sent~x…`). It is the same
 * for the same id at any time, and the same when it is applied again.
 */
export function addressId(seriesId: string): string {
  if (HASHED.test(seriesId) || CALCULATED.test(seriesId)) return seriesId;
  const [base = '', ...suffixes] = seriesId.split('~');
  const isAnalyte = analyteOf(base) !== undefined;
  if ((isAnalyte || LOINC.test(base)) && suffixes.every(isOwnSuffix)) return seriesId;
  return `${isAnalyte ? base : 'sent'}~x${hashText(seriesId)}`;
}

/**
 * Returns the series that has this id, or this id in an address. Where two series of one record share a hash, neither is
 * meant, so that no result is opened in the place of another.
 */
export function seriesNamed<T extends { readonly id: string }>(
  all: readonly T[],
  name: string,
  idInAddress = addressId,
): T | undefined {
  if (!HASHED.test(name)) return all.find(({ id }) => id === name);
  // A unit may have been sent that looks like the hash of another series.
  const [one, another] = all.filter(({ id }) => id === name || idInAddress(id) === name);
  return another === undefined ? one : undefined;
}
