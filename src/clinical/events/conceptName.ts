/** Names what a CodeableConcept stands for, for somebody who cannot look codes up. */
import {
  elementOf,
  elementsOf,
  firstTextOf,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** The codes of these systems say why nothing is known, and stand for no drug, procedure or diagnosis. */
const NOTHING_KNOWN = /(?:data-absent-reason|NullFlavor|2\.16\.840\.1\.113883\.5\.1008)$/i;

const meaningfulCodings = (concept: unknown): readonly FhirElement[] =>
  elementsOf(elementOf(concept)['coding']).filter(({ system }) => !NOTHING_KNOWN.test(trimmedText(system)));

/** Returns the codings with a code that stands for something, which one of `data-absent-reason` or `NullFlavor` does not. */
export const knownCodings = (concept: unknown): readonly FhirElement[] =>
  meaningfulCodings(concept).filter(({ code }) => trimmedText(code) !== '');

/** https://terminology.hl7.org/external_terminologies.html */
const SYSTEM_KEYS: readonly (readonly [RegExp, string])[] = [
  [/\/rxnorm$|\.6\.88$/i, 'rxnorm'],
  [/snomed\.info\/sct|\.6\.96$/i, 'snomed'],
  [/\/sid\/ndc$|\.6\.69$/i, 'ndc'],
  [/whocc\.no\/atc$|\.6\.73$/i, 'atc'],
  [/\/sid\/cvx$/i, 'cvx'],
  [/loinc\.org$|\.6\.1$/i, 'loinc'],
  [/ama-assn\.org\/go\/cpt$|\.6\.12$/i, 'cpt'],
  [/\/sid\/icd-10-cm$|\.6\.90$/i, 'icd10cm'],
  [/\/sid\/icd-10-pcs$|\/icd10PCS$|\.6\.4$/i, 'icd10pcs'],
  [/\/sid\/icd-10\b|\.6\.3$/i, 'icd10'],
];

/** Returns the key of a system of codes that is known here: 'rxnorm', 'snomed', …; '' for any other. */
export const codeSystemKey = (system: unknown): string =>
  SYSTEM_KEYS.find(([pattern]) => pattern.test(trimmedText(system)))?.[1] ?? '';

/**
 * Returns the words of a CodeableConcept, as `conceptText` does. A code alone is named with its system, "RxNorm 860975", because
 * a bare number could be taken for an amount. It is '' where nothing is known.
 */
export function conceptName(concept: unknown): string {
  const displays = meaningfulCodings(concept).map(({ display }) => display);
  const words = firstTextOf([elementOf(concept)['text'], ...displays]);
  const [coded] = knownCodings(concept);
  if (words !== '' || coded === undefined) return words;
  return careEventsTexts('codeAlone', {
    system: codeSystemKey(coded['system']),
    code: trimmedText(coded['code']),
  });
}

/** Returns the names of several CodeableConcepts, each once, joined by ", ". */
export const conceptNames = (concepts: unknown): string =>
  [...new Set(elementsOf(concepts).map(conceptName))].filter(Boolean).join(', ');
