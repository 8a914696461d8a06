import type { FhirElement } from '../fhirElements/fhirElement.ts';
import { panelFlagOf, readFlag, type SentFlag } from './flag.ts';
import { panelRangeOf } from './range.ts';
import { hasValue, readValue } from './value.ts';

/** These are the flag and the range that were sent for all components together. */
export type PanelDefaults = { readonly flag: SentFlag; readonly rangeText: string };

const noDefaults: PanelDefaults = { flag: panelFlagOf(undefined), rangeText: '' };

/**
 * Returns the flag and the range of an Observation for its components. When the Observation has a value of its own
 * they are about that value alone.
 */
export function panelDefaultsOf(resource: FhirElement): PanelDefaults {
  if (hasValue(readValue(resource, undefined))) return noDefaults;
  return {
    flag: panelFlagOf(resource['interpretation']),
    rangeText: panelRangeOf(resource['referenceRange']),
  };
}

/** Returns the flag of a row: its own, or for a component without one that of the whole Observation (rule 27). */
export function rowFlag(source: FhirElement, panelDefaults: PanelDefaults | undefined): SentFlag {
  const ownFlag = readFlag(source['interpretation']);
  return ownFlag.flag === '' && panelDefaults !== undefined ? panelDefaults.flag : ownFlag;
}
