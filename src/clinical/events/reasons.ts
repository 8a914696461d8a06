/** Reads why something took place or was ordered. Each version of FHIR has a place of its own for it. */
import { cappedWords } from './longName.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementsOf,
  isElement,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';

/** Returns the words of a CodeableReference, of a CodeableConcept or of a Reference. */
function wordsOf(one: FhirElement): string {
  const { concept, reference } = one;
  return conceptText(concept ?? one) || trimmedText((isElement(reference) ? reference : one)['display']);
}

/** Returns the reasons of a resource, each once; '' without any. */
export function reasonTexts(resource: FhirElement): string {
  const reasons = elementsOf(resource['reason']).flatMap((one) => elementsOf(one['value'] ?? one));
  const named = ['reasonCode', 'reasonCodeableConcept', 'reasonReference'].flatMap((name) =>
    elementsOf(resource[name]),
  );
  return cappedWords(joinTexts([...new Set([...reasons, ...named].map(wordsOf))], ', '));
}
