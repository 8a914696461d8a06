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

type Keys = { readonly key: string; readonly otherKeys?: readonly string[] };

/**
 * Returns the courses that an address names: one, or those of several strengths of a drug that had one when the address was stored. Where two
 * share a hash, both are meant.
 */
export const coursesNamed = <T extends Keys>(courses: readonly T[], address: string): readonly T[] =>
  courses.filter(({ key, otherKeys = [] }) =>
    [key, ...otherKeys].some((one) => drugAddress(one) === address),
  );
