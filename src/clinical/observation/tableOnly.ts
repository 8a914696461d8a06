/** This file finds numbers that are no course of the patient, so that they are listed and no line joins them (rule 18). */
import { elementOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { ObservationCode } from './code.ts';
import { standardCodesOf, type SentFlag } from './flag/flag.ts';
import { observationTexts } from './observation.messages.ts';
import type { SentValue } from './value.ts';

const GERM_WORDS = /susceptib|\bmics?\b|\bmhk\b|minim(?:al|um) inhib/i;
const GERM_FLAG =
  /^(?:ms|vs|sdd|ns|(?:(?:not|non|moderately|very)[- ]?)?(?:suscep|sensi|resist)[a-z]{2,8}(?:-dose dependent)?|intermedi[a-z]{1,6})$/i;
const GERM_LETTER = /^[sir]$/i;
/** These codes of the standard system mean nothing else. */
const GERM_CODE = /^(?:[SIR]|MS|VS|SDD|NS)$/;
/** A drug inhibits growth at a concentration or over a width. Spaces and letter case do not count. */
const GERM_UNIT = /^(?:(?:[uµμ]g|mcg|micrograms?)(?:\/|per)(?:ml|milliliter)|mg\/l|mm|millimeters?)$/i;
const GERM_SUFFIX = '~susceptibility';

/**
 * Returns the code of a result that says how a drug inhibits a germ, apart from the level of that drug in the patient, which
 * may have the same code and the same words. The flag or the words say so
 * (https://terminology.hl7.org/CodeSystem-v3-ObservationInterpretation.html). Any other code is returned as it is.
 */
export function ofGerm(
  code: ObservationCode,
  flag: SentFlag,
  words: string,
  { valueQuantity, interpretation }: FhirElement,
): ObservationCode {
  const { target, baseId } = code;
  if (target !== undefined && !target.analyte.group.startsWith('Drug')) return code;
  if (!isGermFlag(flag, valueQuantity, interpretation) && !GERM_WORDS.test(words)) return code;
  const variant = GERM_WORDS.test(code.text) ? code.variant : observationTexts('susceptibility');
  return { ...code, target: undefined, match: undefined, baseId: baseId + GERM_SUFFIX, variant };
}

/** "Intermediate" may be a risk and "R" of serology is "reactive", so a flag counts in a unit of a germ only, or as a code with its words. */
function isGermFlag({ text }: SentFlag, quantity: unknown, interpretation: unknown): boolean {
  // "Abnormal" may stand beside "resistant".
  const words = text.split(', ');
  const isInWords = words.some((one) => GERM_FLAG.test(one));
  const isCoded = standardCodesOf(interpretation).some((one) => GERM_CODE.test(one));
  if (!isInWords && !isCoded && !words.some((one) => GERM_LETTER.test(one))) return false;
  const { unit, code } = elementOf(quantity);
  return (
    [unit, code].some((one) => GERM_UNIT.test(trimmedText(one).replaceAll(' ', ''))) || (isInWords && isCoded)
  );
}

/** Returns whether a code is about a germ. */
export const isOfGerm = ({ baseId }: ObservationCode): boolean => baseId.endsWith(GERM_SUFFIX);

const TITER_UNIT = /^\{?(?:tit(?:er|re)s?|dil(?:ution)?s?)\}?$/i;
const TITER_WORDS = /tit(?:er|re)s?\b|\bt[ií]tulo/i;

/** Returns whether a number is not one of a course: an answer, a titer, or what inhibits a germ. */
export function isTableOnly(code: ObservationCode, { unit, unitCode }: SentValue): boolean {
  const { target, text } = code;
  if (target !== undefined) return target.analyte.isListedOnly;
  const sent = unit || unitCode;
  return isOfGerm(code) || TITER_UNIT.test(sent) || (sent === '' && TITER_WORDS.test(text));
}
