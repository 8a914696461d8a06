import { conceptText, elementsOf, firstText, textOf, type Element } from './element.ts';
import type { Flag } from './row.ts';

/** The laboratory's flag: the shape it asks for and its words as sent. */
export type SentFlag = { readonly flag: Flag; readonly text: string };

const noFlag: SentFlag = { flag: '', text: '' };

// http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation and the older forms of the same codes.
const CODES = new Map<string, Flag>(
  Object.entries({ N: 'N', H: 'H', L: 'L', HH: 'HH', LL: 'LL', A: 'A', AA: 'AA', HU: 'H', LU: 'L' } as const),
);
const SYSTEM = /v3[-/]ObservationInterpretation$|v2[-/]0078$/;

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

/**
 * The most severe of all interpretations sent (display rule 27). A code of a system that is not the standard one never
 * gets a direction: its words are shown. "(NONE)" is no flag. Nothing is ever derived here.
 */
export function readFlag(interpretation: unknown): SentFlag {
  let worst = noFlag;
  for (const concept of elementsOf(interpretation)) {
    const flag = ofConcept(concept);
    if (SEVERITY[flag.flag] > SEVERITY[worst.flag]) worst = flag;
  }
  return worst;
}

function ofConcept(concept: Element): SentFlag {
  let worst = noFlag;
  for (const coding of elementsOf(concept['coding'])) {
    const system = textOf(coding['system']);
    const code = textOf(coding['code']).toUpperCase();
    if (code === '' || !(system === '' || SYSTEM.test(system))) continue;
    const flag = CODES.get(code) ?? 'other';
    const text = firstText(concept['text'], flag === 'other' ? coding['display'] : '', coding['code']);
    if (SEVERITY[flag] > SEVERITY[worst.flag]) worst = { flag, text };
  }
  if (worst !== noFlag) return worst;
  const text = conceptText(concept);
  if (text === '' || /^\(?none\)?$/i.test(text)) return noFlag;
  return { flag: CODES.get(text) ?? 'other', text };
}
