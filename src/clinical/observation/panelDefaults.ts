import { elementsOf, type FhirElement } from '../fhirElements/fhirElement.ts';
import { flagSeverity, panelFlagOf, readFlag, type SentFlag } from './flag.ts';
import { panelRangeOf } from './range.ts';
import { hasValue, readValue } from './value.ts';

/** These are the flag and the range that were sent for all components together. */
export type PanelDefaults = {
  readonly flag: SentFlag;
  /** Each component has a flag, and none is as severe as that of the whole: it is true of one that says otherwise. */
  readonly isUnexplained: boolean;
  readonly rangeText: string;
};

const noDefaults: PanelDefaults = { flag: panelFlagOf(undefined), isUnexplained: false, rangeText: '' };

/**
 * Returns the flag and the range of an Observation for its components. When the Observation has a value of its own
 * they are about that value alone.
 */
export function panelDefaultsOf(resource: FhirElement): PanelDefaults {
  if (hasValue(readValue(resource, undefined))) return noDefaults;
  const flag = panelFlagOf(resource['interpretation']);
  const severity = flagSeverity(flag.flag);
  const isLess = ({ interpretation }: FhirElement): boolean => {
    const { flag: own } = readFlag(interpretation);
    return own !== '' && flagSeverity(own) < severity;
  };
  return {
    flag,
    isUnexplained: severity > 0 && elementsOf(resource['component']).every(isLess),
    rangeText: panelRangeOf(resource['referenceRange']),
  };
}

/**
 * Returns the flag of a row: its own, or for a component without one, or where no component explains it, that of the whole
 * Observation (rule 27).
 */
export function rowFlag(source: FhirElement, panelDefaults: PanelDefaults | undefined): SentFlag {
  const ownFlag = readFlag(source['interpretation']);
  if (panelDefaults === undefined) return ownFlag;
  const { flag, isUnexplained } = panelDefaults;
  if (ownFlag.flag === '') return flag;
  return isUnexplained ? { ...flag, text: `${ownFlag.text}, ${flag.text}` } : ownFlag;
}
