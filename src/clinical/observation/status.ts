import { shortText } from '../fhirElements/shortText.ts';

// These statuses decide how a result is shown (https://hl7.org/fhir/R4/valueset-observation-status.html).
const STATUSES = new Set([
  'final',
  'amended',
  'corrected',
  'preliminary',
  'cancelled',
  'registered',
  'unknown',
]);

// W and D are what HL7 version 2 writes for a result of the wrong patient and for a deleted one (table 0085).
const WITHDRAWN =
  /^(?:ent\w{0,6})?inerr|^(?:[dw]|wrong\w*)$|^(?:error|erroneous|eie|enterederror)$|withdraw|retract|revoke|nullif|^(?:deleted?|void(?:ed)?|annulled|invalidated|expunged)$/;

/**
 * Returns the status of a result in lower case: one of FHIR's when it differs from one only by blanks, hyphens,
 * capitals or unseen characters, and `entered-in-error` for every word that means a withdrawn result (rule 33). Any
 * other word is returned as sent, for the list (rule 36); '' when none was sent.
 */
export function normalizedStatus(value: unknown): string {
  if (typeof value === 'string' && STATUSES.has(value)) return value;
  const sent = shortText(value).toLowerCase();
  const letters = sent.replaceAll(/[\s\p{Pd}_.'"]+/gu, '');
  if (WITHDRAWN.test(letters)) return 'entered-in-error';
  if (letters === 'prelim') return 'preliminary';
  if (letters === 'x') return 'cancelled';
  return STATUSES.has(letters) ? letters : sent;
}
