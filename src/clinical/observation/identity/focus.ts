import { elementOf, exactText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { readSubject, type PatientOfServer } from '../../fhirElements/subject.ts';

/** A result may be about `another` being than its subject, about one `part` of the body, or about a `condition`; '' is the patient. */
export type Focus = '' | 'condition' | 'part' | 'another';

/** What is known of the patient, or was done for the patient, is no being. Contained resources have no type that can be seen here. */
const OF_PATIENT =
  /^(?:https?:\/\/[^#?]+\/)?(?:(BodyStructure)|(?:Condition|Encounter|EpisodeOfCare|CarePlan|Procedure|Medication(?:Request|Statement|Administration)|ServiceRequest))\/[^/#?]+(?:\/_history\/[^/]+)?$/;

/** No server has a longer address. */
const MAX_LENGTH = 1000;

function kindOf(one: unknown, patient: PatientOfServer): Focus {
  if (one === null || readSubject({ subject: one }, patient) === 'this-patient') return '';
  const { reference, type } = elementOf(one);
  const address = exactText(reference) || `${exactText(type)}/-`;
  const found = OF_PATIENT.exec(address.slice(0, MAX_LENGTH));
  if (found === null) return 'another';
  return found[1] === undefined ? 'condition' : 'part';
}

/**
 * Returns what the `focus` of an Observation names (https://hl7.org/fhir/R4/observation-definitions.html#Observation.focus): a fetus
 * and a device are no more the patient than somebody else is, while a cancer and a treatment are the patient's own. Of several the
 * one that is furthest from the patient counts, and what cannot be read is not known to be the patient.
 */
export function focusOf({ focus }: FhirElement, patient: PatientOfServer): Focus {
  if (focus === undefined) return '';
  const kinds = [focus].flat().map((one) => kindOf(one, patient));
  return (['another', 'part', 'condition'] as const).find((kind) => kinds.includes(kind)) ?? '';
}
