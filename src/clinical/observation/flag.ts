import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementsOf, firstText, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { Flag } from './resultRow.ts';

/** The flag of the laboratory has the kind of symbol that it asks for, and its words as they were sent. */
export type SentFlag = { readonly flag: Flag; readonly text: string };

const noFlag: SentFlag = { flag: '', text: '' };

// This is the standard system, http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation, and the older
// forms of the same codes.
const INTERPRETATION_SYSTEM = /^$|v3[-/]ObservationInterpretation$|v2[-/]0078$/;

const SEVERITY: Readonly<Record<Flag, number>> = {
  '': 0,
  N: 1,
  other: 2,
  A: 3,
  H: 4,
  L: 4,
  AA: 5,
  HH: 6,
  LL: 6,
};

/** Returns how severe a flag is: 0 without one that names an abnormal result, 3 and 4 abnormal, 5 and 6 critical. */
export const flagSeverity = (flag: Flag): number => (SEVERITY[flag] < SEVERITY.A ? 0 : SEVERITY[flag]);

/** Returns whether a flag calls a result critical. */
export const isCriticalFlag = (flag: Flag): boolean => SEVERITY[flag] >= SEVERITY.AA;

const isFlag = (code: string): code is Flag => Object.hasOwn(SEVERITY, code);

/** HU and LU, significantly high and low, have the symbol of H and L. */
function flagOf(code: string): Flag {
  const plain = code.replace(/^([HL])U$/, '$1');
  return isFlag(plain) ? plain : 'other';
}

/**
 * Returns the most severe of all interpretations sent (rules 26 and 27). A code of another system than the standard
 * one never gets a direction; only its words are shown. "(NONE)" is no flag, and nothing is ever derived here.
 */
export function readFlag(interpretation: unknown): SentFlag {
  return mostSevere(elementsOf(interpretation).map(flagOfConcept));
}

/** This note follows the words of a flag or a range that was sent for all parts of an Observation together. */
export const PANEL_FLAG_NOTE = '(whole panel)';

/**
 * Returns the flag of the whole Observation for a component that has none of its own. Which component is high or low
 * was not said, so the symbol has no direction. The words stay as sent.
 */
export function panelFlagOf(interpretation: unknown): SentFlag {
  const { flag, text } = readFlag(interpretation);
  if (flag === '') return noFlag;
  const shape = flag.replace(/^[HL]$/, 'A').replace(/^(?:HH|LL)$/, 'AA');
  return { flag: flagOf(shape), text: `${text} ${PANEL_FLAG_NOTE}` };
}

/** The first of two flags with the same severity counts. */
const mostSevere = (flags: readonly SentFlag[]): SentFlag =>
  flags.reduce((worst, one) => (SEVERITY[one.flag] > SEVERITY[worst.flag] ? one : worst), noFlag);

function flagOfConcept(concept: FhirElement): SentFlag {
  const coded = mostSevere(
    elementsOf(concept['coding']).map((coding) => flagOfCoding(coding, concept['text'])),
  );
  if (coded !== noFlag) return coded;
  const text = conceptText(concept);
  if (text === '' || /^\(?none\)?$/i.test(text)) return noFlag;
  return { flag: flagOf(text), text };
}

function flagOfCoding({ system, code, display }: FhirElement, text: unknown): SentFlag {
  const sent = trimmedText(code);
  if (sent === '' || !INTERPRETATION_SYSTEM.test(trimmedText(system))) return noFlag;
  const flag = flagOf(sent.toUpperCase());
  return { flag, text: firstText(text, flag === 'other' ? display : '', sent) };
}
