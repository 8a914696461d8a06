import type { Element } from '../fhirElements/fhirElement.ts';
import { flagOfWhole, readFlag, type SentFlag } from './flag.ts';
import { rangeOfWhole } from './range.ts';
import { hasValue, readValue } from './value.ts';

/** What was sent for all components together. */
export type Whole = { readonly flag: SentFlag; readonly rangeText: string };

const nothing: Whole = { flag: flagOfWhole(undefined), rangeText: '' };

/** Beside a value of its own the flag and range of an Observation are about that value. */
export function wholeOf(resource: Element): Whole {
  if (hasValue(readValue(resource, undefined))) return nothing;
  return {
    flag: flagOfWhole(resource['interpretation']),
    rangeText: rangeOfWhole(resource['referenceRange']),
  };
}

/** The flag of a row: its own, or of a component without one that of the whole. */
export function flagFor(source: Element, whole: Whole | undefined): SentFlag {
  const own = readFlag(source['interpretation']);
  return own.flag === '' && whole !== undefined ? whole.flag : own;
}
