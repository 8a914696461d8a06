import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';

const BODY_POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';

/** The specimen as sent beside the result: by the words of its reference, or by its type where it is contained. */
export function specimenOf(observation: FhirElement): string {
  const { reference, display } = elementOf(observation['specimen']);
  const id = trimmedText(reference).replace(/^#/, '');
  const contained = elementsOf(observation['contained']).find(
    (one) => trimmedText(one['id']) === id && id !== '',
  );
  return trimmedText(display) || conceptText(contained?.['type']);
}

/** Rule 22: what tells one measurement from another, in the server's words. */
export function measurementContextOf(observation: FhirElement, method: string, specimen: string): string {
  const position = elementsOf(observation['extension']).find(({ url }) => url === BODY_POSITION);
  const words = [
    method,
    conceptText(observation['bodySite']),
    specimen,
    conceptText(position?.['valueCodeableConcept']),
    trimmedText(elementOf(observation['device'])['display']),
  ];
  return joinTexts(words, ', ');
}

const ROUTE_OR_POSTURE = /\b(?:oral|axillary|rectal|tympanic|temporal|sitting|standing|supine|lying)\b/i;

/** Some vendors say the route of a temperature or the posture in the words of the code alone ("Temperature Oral"). */
export function withRoute(context: string, code: unknown): string {
  const concept = elementOf(code);
  const said = [concept['text'], ...elementsOf(concept['coding']).map(({ display }) => display)];
  const [word = ''] = ROUTE_OR_POSTURE.exec(said.map(trimmedText).join('\n')) ?? [];
  return context.toLowerCase().includes(word.toLowerCase()) ? context : joinTexts([word, context], ', ');
}
