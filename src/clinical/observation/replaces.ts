import { elementOf, elementsOf, exactText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { isSameBase, type PatientOfServer } from '../fhirElements/subject.ts';

const REPLACES = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
const OBSERVATION = /^(?:(https?:\/\/[^#?]+)\/)?Observation\/([^/#?]+)(?:\/_history\/[^/]+)?$/;

/**
 * Returns the ids of the Observations of this server that an Observation says to replace, whatever their version: the sender gives a revised
 * value under an id of its own. https://hl7.org/fhir/extensions/StructureDefinition-observation-replaces.html
 */
export const replacesOf = (observation: FhirElement, { fhirBase }: PatientOfServer): readonly string[] =>
  elementsOf(observation['extension']).flatMap(({ url, valueReference }) => {
    if (url !== REPLACES) return [];
    const [, base, id] = OBSERVATION.exec(exactText(elementOf(valueReference)['reference'])) ?? [];
    return id !== undefined && (base === undefined || isSameBase(base, fhirBase)) ? id : [];
  });
