/** This file finds numbers that are no course of the patient, so that they are listed and no line joins them (rule 18). */
import { elementOf, firstText } from '../fhirElements/fhirElement.ts';
import type { ObservationCode } from './code.ts';
import type { SentFlag } from './flag.ts';
import { observationTexts } from './observation.messages.ts';
import type { SentValue } from './value.ts';

const GERM_WORDS = /susceptib|\bmics?\b|\bmhk\b|minim(?:al|um) inhib/i;
const GERM_FLAG =
  /^(?:ms|vs|sdd|ns|(?:(?:not|non|moderately|very)[- ]?)?(?:suscep|sensi|resist)[a-z]{2,8}(?:-dose dependent)?|intermedi[a-z]{1,6})$/i;
/** An "R" of serology is "reactive", so the letters of S, I and R count for what inhibits growth at a concentration or over a width. */
const GERM_LETTER = /^[sir] (?:[uµμ]g|mcg|mg|mm\b)/i;
const GERM_SUFFIX = '~susceptibility';

/**
 * Returns the code of a result that says how a drug inhibits a germ, apart from the level of that drug in the patient, which
 * may have the same code and the same words. The flag or the words say so
 * (https://terminology.hl7.org/CodeSystem-v3-ObservationInterpretation.html). Any other code is returned as it is.
 */
export function ofGerm(
  code: ObservationCode,
  { flag, text }: SentFlag,
  words: string,
  quantity: unknown,
): ObservationCode {
  const { target, baseId } = code;
  if (target !== undefined && !target.analyte.group.startsWith('Drug')) return code;
  const { unit, code: unitCode } = elementOf(quantity);
  const isFlagged = GERM_FLAG.test(text) || GERM_LETTER.test(`${text} ${firstText(unit, unitCode)}`);
  if (!(flag === 'other' && isFlagged) && !GERM_WORDS.test(words)) return code;
  const variant = GERM_WORDS.test(code.text) ? code.variant : observationTexts('susceptibility');
  return { ...code, target: undefined, match: undefined, baseId: baseId + GERM_SUFFIX, variant };
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
