import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';

const BODY_POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';

/**
 * Returns the specimen as it was sent with the result: the words of its reference, or its type when it is contained.
 */
export function specimenOf(observation: FhirElement): string {
  const { reference, display } = elementOf(observation['specimen']);
  const id = trimmedText(reference).replace(/^#/, '');
  const contained = elementsOf(observation['contained']).find(
    (one) => trimmedText(one['id']) === id && id !== '',
  );
  return trimmedText(display) || conceptText(contained?.['type']);
}

/** Returns the CodeableConcept of the body position; undefined when none was sent. */
export const bodyPositionOf = (observation: FhirElement): unknown =>
  elementsOf(observation['extension']).find(({ url }) => url === BODY_POSITION)?.['valueCodeableConcept'];

/** Returns what tells one measurement from another, in the words of the server, joined by ", " (rule 22). */
export function measurementContextOf(observation: FhirElement, method: string, specimen: string): string {
  const words = [
    method,
    conceptText(observation['bodySite']),
    specimen,
    conceptText(bodyPositionOf(observation)),
    trimmedText(elementOf(observation['device'])['display']),
  ];
  return joinTexts(words, ', ');
}

const ROUTE_OR_POSTURE = /\b(?:oral|axillary|rectal|tympanic|temporal|sitting|standing|supine|lying)\b/i;

/**
 * Adds the route of a temperature or the posture to the context. Some vendors say it only in the words of the code
 * ("Temperature Oral").
 */
export function withRoute(context: string, code: unknown): string {
  const concept = elementOf(code);
  const codeTexts = [concept['text'], ...elementsOf(concept['coding']).map(({ display }) => display)];
  const [word = ''] = ROUTE_OR_POSTURE.exec(codeTexts.map(trimmedText).join('\n')) ?? [];
  return context.toLowerCase().includes(word.toLowerCase()) ? context : joinTexts([word, context], ', ');
}
