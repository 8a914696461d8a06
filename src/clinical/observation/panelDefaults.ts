import { elementsOf, type FhirElement } from '../fhirElements/fhirElement.ts';
import { shortText } from '../fhirElements/shortText.ts';
import { flagSeverity, isCriticalFlag, panelFlagOf, readFlag, type SentFlag } from './flag/flag.ts';
import { panelRangeOf } from './range.ts';
import type { Flag } from './resultRow.ts';
import { hasValue, readValue } from './value.ts';

/** These are the flag and the range that were sent for all components together. */
export type PanelDefaults = {
  readonly flag: SentFlag;
  /** Components with a flag of one of these kinds have that of the whole too, since no component explains it. */
  readonly raised: readonly Flag[];
  readonly rangeText: string;
  /** This is the value of the Observation itself in words; '' when it has none. */
  readonly ownValue: string;
};

const noDefaults: PanelDefaults = { flag: panelFlagOf(undefined), raised: [], rangeText: '', ownValue: '' };

/**
 * Returns the flag and the range of an Observation for its components. When the Observation has a value of its own
 * they are about that value alone.
 */
export function panelDefaultsOf(resource: FhirElement): PanelDefaults {
  const value = readValue(resource, undefined);
  if (hasValue(value)) return { ...noDefaults, ownValue: shortText(value.text) };
  const flag = panelFlagOf(resource['interpretation']);
  const own = elementsOf(resource['component']).map(({ interpretation }) => readFlag(interpretation).flag);
  const rangeText = panelRangeOf(resource['referenceRange']);
  return { ...noDefaults, flag, raised: raisedBy(flag.flag, own), rangeText };
}

const KINDS: readonly (readonly Flag[])[] = [['H', 'L', 'A'], ['other'], ['N']];

/**
 * Returns the flags of components of which one must be meant by a flag of the whole that none of them explains: abnormal ones by a
 * critical flag, else those in other words, else those that are called normal. A component without a flag has that of the whole
 * anyway, and "positive" explains "abnormal".
 */
function raisedBy(flag: Flag, own: readonly Flag[]): readonly Flag[] {
  if (flagSeverity(flag) === 0 || own.includes('') || own.some(isCriticalFlag)) return [];
  const kind = KINDS.find((one) => own.some((each) => one.includes(each))) ?? [];
  return isCriticalFlag(flag) || kind.includes('N') ? kind : [];
}

/** A part that is high is critically high, where the whole is critical. */
const DIRECTED: Partial<Record<Flag, Flag>> = { H: 'HH', L: 'LL' };

/**
 * Returns the flag of a row: its own, or for a component without one, or where no component explains it, that of the whole
 * Observation (rule 27).
 */
export function rowFlag(source: FhirElement, panelDefaults: PanelDefaults | undefined): SentFlag {
  const ownFlag = readFlag(source['interpretation']);
  if (panelDefaults === undefined) return ownFlag;
  const { flag, raised } = panelDefaults;
  if (ownFlag.flag === '') return flag;
  if (!raised.includes(ownFlag.flag)) return ownFlag;
  return { flag: DIRECTED[ownFlag.flag] ?? flag.flag, text: `${ownFlag.text}, ${flag.text}` };
}
