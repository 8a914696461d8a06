import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementsOf,
  firstText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { flagOfWords } from './flagWords.ts';
import type { Flag } from '../resultRow.ts';
import { observationTexts } from '../observation.messages.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';

/** The flag of the laboratory has the kind of symbol that it asks for, and its words as they were sent. */
export type SentFlag = { readonly flag: Flag; readonly text: string };

const noFlag: SentFlag = { flag: '', text: '' };

// These are the spellings of the standard system, http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation, and of
// the older table of HL7 version 2 with the same codes.
const INTERPRETATION_SYSTEM =
  /(?:^|v3[-/]ObservationInterpretation|v2[-/](?:table)?0078|\/observation-interpretation|^(?:urn:oid:)?2\.16\.840\.1\.113883\.(?:5\.83|12\.78))(?:\|[^|]*|\/)?$/i;
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

// HU and LU mean significantly high and low, HX and LX beyond a threshold, and an asterisk a critical result. The older
// spellings of HU and LU are "H>" and "L<".
const OTHER_SPELLINGS = lookupTable<Flag>({
  HU: 'H',
  'H>': 'H',
  HX: 'H',
  HI: 'H',
  LU: 'L',
  'L<': 'L',
  LX: 'L',
  LO: 'L',
  EX: 'A',
  ABN: 'A',
  'H*': 'HH',
  'L*': 'LL',
  'A*': 'AA',
  CR: 'AA',
  CRIT: 'AA',
});

/** Beyond the scale of the instrument is not beyond the range of health, so these codes have words and no direction. */
const OFF_SCALE = lookupTable<string>({
  '>': observationTexts('offScaleHigh'),
  '<': observationTexts('offScaleLow'),
});

const plainCode = (code: string): string => code.replaceAll(/\s/g, '').toUpperCase();

function flagOf(code: string): Flag {
  const plain = plainCode(code);
  return OTHER_SPELLINGS[plain] ?? (isFlag(plain) ? plain : 'other');
}

/**
 * Returns the most severe of all interpretations sent, codes and words alike, so that words never weaken a code (rules
 * 26 and 27). A code of another system than the standard one says nothing, but the words beside it do; where it has none, the
 * code is all that was written and is read as a word: "H" of a laboratory's own table is a flag, "211" is not. "(NONE)" is no
 * flag, and nothing is ever derived here. The words of the others stand behind it, so that none is lost.
 */
export function readFlag(interpretation: unknown): SentFlag {
  const all = conceptsOf(interpretation).map(flagOfConcept);
  const worst = strongest(all);
  const others = all.filter((one) => one.flag === 'other' && one.text !== worst.text).map(({ text }) => text);
  return others.length === 0
    ? worst
    : { ...worst, text: shortText([worst.text, ...new Set(others)].join(', ')) };
}

/** A flag that was sent as a mere text is one all the same. */
function conceptsOf(interpretation: unknown): readonly FhirElement[] {
  const sent: readonly unknown[] = Array.isArray(interpretation) ? interpretation : [interpretation];
  return sent.flatMap((one) => (typeof one === 'string' ? { text: one } : elementsOf(one)));
}

/** This note follows the words of a flag or a range that was sent for all parts of an Observation together. */
export const PANEL_FLAG_NOTE = observationTexts('wholePanel');

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

/** Returns the codes that an interpretation has of the standard system, without spaces and in capital letters. */
export const standardCodesOf = (interpretation: unknown): readonly string[] =>
  conceptsOf(interpretation)
    .flatMap((concept) => elementsOf(concept['coding'] ?? concept))
    .filter(({ system }) => trimmedText(system) !== '' && INTERPRETATION_SYSTEM.test(trimmedText(system)))
    .map(({ code }) => plainCode(trimmedText(code)));

const OPPOSITES = lookupTable<Flag>({ H: 'L', L: 'H', HH: 'LL', LL: 'HH' });

/** The first of two flags with the same severity counts. */
const mostSevere = (flags: readonly SentFlag[]): SentFlag =>
  flags.reduce((worst, one) => (SEVERITY[one.flag] > SEVERITY[worst.flag] ? one : worst), noFlag);

/**
 * "Critical" beside the code H is critically high: the one says how severe it is, the other in which direction. "High" and "low" of
 * one result contradict each other, so that no direction is known.
 */
function strongest(flags: readonly SentFlag[]): SentFlag {
  const worst = mostSevere(flags);
  const opposite = flags.find(({ flag }) => flag === OPPOSITES[worst.flag]);
  if (opposite !== undefined) {
    const texts = new Set([worst, opposite].flatMap(({ flag, text }) => [flag, text]));
    return { flag: worst.flag.length === 1 ? 'A' : 'AA', text: [...texts].join(', ') };
  }
  if (worst.flag !== 'AA') return worst;
  const [up, down] = ['H', 'L'].map((letter) => flags.some(({ flag }) => flag === letter));
  return up === down ? worst : { ...worst, flag: up ? 'HH' : 'LL' };
}

function flagOfConcept(concept: FhirElement): SentFlag {
  // A coding that was sent without its concept is read as one, or a critical flag would be lost.
  const codings = elementsOf(concept['coding'] ?? concept);
  const coded = codings.map((coding) => flagOfCoding(coding, concept['text']));
  const hasStandard = coded.some(({ flag }) => flag !== '' && flag !== 'other');
  const worded = [{ display: concept['text'] }, ...codings].flatMap(({ display, code }: FhirElement) => [
    flagOfSent(display),
    flagOfCodeAsWord(code, firstText(concept['text'], display), hasStandard),
  ]);
  const found = strongest([...coded, ...worded]);
  if (found !== noFlag) return found;
  const text = shortText(conceptText(concept));
  return text === '' || /^\(?none\)?$/i.test(text) ? noFlag : { flag: 'other', text };
}

/** Beside words, or by one letter beside a standard code, a code says only that a result is critical, which must never be lost. */
function flagOfCodeAsWord(code: unknown, words: string, hasStandard: boolean): SentFlag {
  const text = shortText(code, 200).replaceAll(JOINED, ' ');
  if (text === '' || NO_WORD.test(text)) return noFlag;
  const sent = flagOfSent(text);
  if (words === '' && (!hasStandard || text.length > 2)) return { ...sent, text: shortText(code) };
  // "Below critical" beside "High" is high, and not so high that it is critical.
  const isOfLimit = /\b(?:below|under|above|over)\b/i.test(text);
  const isOpposite = OPPOSITES[flagOfWords(words)] === sent.flag.charAt(0);
  return isCriticalFlag(sent.flag) && !(isOfLimit && isOpposite)
    ? { ...sent, text: joinTexts([shortText(words), shortText(code)], ', ') }
    : noFlag;
}

function flagOfSent(sent: unknown): SentFlag {
  const text = shortText(sent, 200).replaceAll(JOINED, ' ');
  return { flag: flagOfLetters(text) || flagOfWords(text), text: shortText(sent) };
}

/** Such a code is the number of a table, or says of something else that it is, or is not, critical. */
const NO_WORD = /\d|\b(?:sub|near|pre|former|less|resolved|care|delta|criticality)\b|[\s:=-](?:no?|false)$/i;

/** A code joins its words: "CRITICAL_HIGH", "criticalHigh". */
const JOINED = /_|(?<=\p{Ll}{3})(?=\p{Lu})/gu;

/** Words of one or two letters are a flag only where no other meaning is known: CR may be a complete response. */
function flagOfLetters(text: string): Exclude<Flag, 'other'> {
  const flag = /^(?:[hlan]\*?|hh|ll|aa|[hl]u|hi|lo)$/i.test(text) ? flagOf(text) : '';
  return flag === 'other' ? '' : flag;
}

function flagOfCoding({ system, code, display }: FhirElement, text: unknown): SentFlag {
  const sent = shortText(code);
  if (sent === '' || !INTERPRETATION_SYSTEM.test(trimmedText(system))) return noFlag;
  const flag = flagOf(sent);
  const words = flag === 'other' ? firstText(display, OFF_SCALE[sent]) : '';
  return { flag, text: shortText(firstText(text, words, sent)) };
}
