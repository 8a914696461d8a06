import type { FhirElement } from '../fhirElements/fhirElement.ts';
import { panelFlagOf, readFlag, type SentFlag } from './flag.ts';
import { panelRangeOf } from './range.ts';
import { hasValue, readValue } from './value.ts';

/** What was sent for all components together. */
export type PanelDefaults = { readonly flag: SentFlag; readonly rangeText: string };

const nothing: PanelDefaults = { flag: panelFlagOf(undefined), rangeText: '' };

/** Beside a value of its own the flag and range of an Observation are about that value. */
export function panelDefaultsOf(resource: FhirElement): PanelDefaults {
  if (hasValue(readValue(resource, undefined))) return nothing;
  return {
    flag: panelFlagOf(resource['interpretation']),
    rangeText: panelRangeOf(resource['referenceRange']),
  };
}

/** The flag of a row: its own, or of a component without one that of the whole. */
export function rowFlag(source: FhirElement, whole: PanelDefaults | undefined): SentFlag {
  const own = readFlag(source['interpretation']);
  return own.flag === '' && whole !== undefined ? whole.flag : own;
}
