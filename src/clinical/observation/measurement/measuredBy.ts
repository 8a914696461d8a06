/** Reads who measured a result, as far as it was sent. Nothing is concluded from the value, the time or the measure. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { readSubject, type PatientOfServer } from '../../fhirElements/subject.ts';
import { containedOf } from '../measurementContext.ts';
import type { MeasuredBy } from '../resultRow.ts';

/** These types may stand in `Observation.performer` (https://hl7.org/fhir/R4/observation-definitions.html#Observation.performer). */
type Performer = MeasuredBy | 'organization';
const BY_TYPE: Readonly<Record<string, Performer>> = {
  RelatedPerson: 'family',
  Practitioner: 'clinic',
  PractitionerRole: 'clinic',
  Organization: 'organization',
  CareTeam: 'organization',
  Device: 'device',
};

const REFERENCE = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/#?]+(?:\/_history\/[^/]+)?$/;
const NAMES_PATIENT = /^(?:the )?(?:patient|self)$/i;
const AT_HOME =
  /(?<!\bnot )\bat[- ]home\b|(?<!\bnursing )\bhome[- ](?:monitor(?:ing|ed)?|measured|measurements?|readings?|blood pressure|bp|glucose)\b|\bself[- ](?:measured|measurements?|monitor(?:ing|ed)|reported)\b|\bpatient[- ](?:reported|measured|generated|entered)\b/i;

/** Returns who measured an Observation. `hasEncounter` says whether it belongs to a visit. */
export function measuredByOf(
  observation: FhirElement,
  patient: PatientOfServer,
  hasEncounter: boolean,
): MeasuredBy {
  const performers = elementsOf(observation['performer']);
  const named = new Set(performers.map((one) => readPerformer(one, observation, patient)));
  const person = (['person', 'family'] as const).find((one) => named.has(one));
  const isOrganization = named.has('organization');
  if (person !== undefined) return named.has('clinic') || isOrganization ? '' : person;
  if (named.has('clinic')) return 'clinic';
  // An organization answers for what is measured at home too: the clinic of a program, or the maker of a device.
  if (named.has('device') && !isOrganization) return 'device';
  if (AT_HOME.test(placeWords(observation))) return 'home';
  if (isOrganization) return 'clinic';
  return hasEncounter ? 'visit' : '';
}

function readPerformer(
  performer: FhirElement,
  observation: FhirElement,
  patient: PatientOfServer,
): Performer {
  // Another patient may be a mother or a donor. Nobody knows what that means for the reading.
  if (readSubject({ subject: performer }, patient) === 'this-patient') return 'person';
  const reference = exactText(performer['reference']);
  const type = reference.startsWith('#')
    ? exactText(containedOf(observation, performer)['resourceType'])
    : (REFERENCE.exec(reference)?.[1] ?? exactText(performer['type']));
  if (type !== '') return Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type]! : '';
  return NAMES_PATIENT.test(trimmedText(performer['display'])) ? 'person' : '';
}

/** Returns the words of method, category and device, of which some say that it was measured at home. */
const placeWords = (observation: FhirElement): string =>
  [
    conceptText(observation['method']),
    ...elementsOf(observation['category']).map(conceptText),
    trimmedText(elementOf(observation['device'])['display']),
  ]
    .join('\n')
    .slice(0, 1000);
