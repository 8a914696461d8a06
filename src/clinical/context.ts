import { conceptText, elementOf, elementsOf, joined, textOf, type Element } from './element.ts';

const BODY_POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';

/** Rule 22: what tells one measurement from another, in the server's words. */
export function contextOf(observation: Element, method: string): string {
  const position = elementsOf(observation['extension']).find(({ url }) => url === BODY_POSITION);
  const words = [
    method,
    conceptText(observation['bodySite']),
    textOf(elementOf(observation['specimen'])['display']),
    conceptText(position?.['valueCodeableConcept']),
    textOf(elementOf(observation['device'])['display']),
  ];
  return joined(words, ', ');
}

const ROUTE_OR_POSTURE = /\b(?:oral|axillary|rectal|tympanic|temporal|sitting|standing|supine|lying)\b/i;

/** Some vendors say the route of a temperature or the posture in the words of the code alone ("Temperature Oral"). */
export function withRoute(context: string, code: unknown): string {
  const concept = elementOf(code);
  const said = [concept['text'], ...elementsOf(concept['coding']).map(({ display }) => display)];
  const [word = ''] = ROUTE_OR_POSTURE.exec(said.map(textOf).join('\n')) ?? [];
  return context.toLowerCase().includes(word.toLowerCase()) ? context : joined([word, context], ', ');
}
