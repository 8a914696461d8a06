/**
 * The address of Compare names a medication by a hash of its key: codes and words of a medication list may say something of a
 * person (docs/decisions/0044-an-address-names-a-series-by-code-or-hash.md).
 */
import { hashText } from '../../clinical/fhirElements/hash.ts';
import { COMPARE_FRAGMENT } from './urlFragment.ts';

const DRUG = /^x[\da-f]{16}$/;

/** Returns the name that an address has for the medication with this key. */
const drugAddress = (courseKey: string): string => `x${hashText(courseKey)}`;

export const isDrugAddress = (text: string): boolean => DRUG.test(text);

/** Returns the fragment that opens Compare with the lane of this medication first and the tests that go with it. */
export const drugFragment = (courseKey: string): string =>
  `${COMPARE_FRAGMENT}&drug=${drugAddress(courseKey)}`;

/** Returns what the name of a medication beside its lane opens. */
export const drugHref = ({ key }: { readonly key: string }): string => drugFragment(key);

/** Returns the medication that an address names. Where two share a hash, neither is meant. */
export function courseNamed<T extends { readonly key: string }>(
  courses: readonly T[],
  address: string,
): T | undefined {
  const [one, another] = courses.filter(({ key }) => drugAddress(key) === address);
  return another === undefined ? one : undefined;
}
