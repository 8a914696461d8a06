/** Tells a dose that is taken only when it is needed from one that is taken every time: https://hl7.org/fhir/R4/dosage-definitions.html#Dosage.asNeeded_x_ */
import {
  elementsOf,
  isElement,
  isTrue,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';

/**
 * These words stand in an order that is taken only when it is needed, in the languages of the orders that were seen. Advice to call a doctor then, or to take
 * more, is no such order.
 */
export const AS_NEEDED =
  /\b(?:as|when|if|where) (?:needed|required|necessary)\b|\bp\.? ?r\.? ?n\b|\bsi (?:precisa|(?:(?:es|fuera|fuese) )?necesario|dolor)\b|\bseg[uú]n (?:necesidad|sea necesario|precise)\b|\b(?:bei|b\.) ?bed(?:arf\b|\.)|\bau besoin\b|\bal bisogno\b|\bse necess[aá]rio\b|\ba demanda\b|\bsos\b(?! m[eé]d)|\b(?:si (?:tiene dolor|besoin|n[eé]cessaire)|(?:[ei]n|em) cas[eo]? d[ei] (?:besoin|d(?:ouleur|olore|or))|(?<!nicht (?:ein)?nehmen |nicht anwenden |absetzen )bei (?:schmerzen|fieber)|zo nodig|v[ei]d behov)\b(?![^.;]{0,60}\b(?:augment|appel|consult|[ck]onta[ck]?t|llam|procur|ophog|verhog|arzt|absetz))/i;

/**
 * Returns whether a dose is taken only when it is needed. Many servers say so in words alone, beside a timing that reads as if
 * it were taken every time.
 */
export const isAsNeeded = (dosage: FhirElement): boolean =>
  isTrue(dosage['asNeededBoolean']) ||
  isTrue(dosage['asNeeded']) ||
  isElement(dosage['asNeededCodeableConcept']) ||
  elementsOf(dosage['asNeededFor']).length > 0 ||
  AS_NEEDED.test(trimmedText(dosage['text']));
