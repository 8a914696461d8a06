import { elementsOf, type JsonObject } from './upstreamReader.ts';

/** The element that says whose a resource is: https://hl7.org/fhir/R4/compartmentdefinition-patient.html */
const OWNER_ELEMENTS: Readonly<Record<string, string>> = {
  Observation: 'subject',
  Encounter: 'subject',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  MedicationAdministration: 'subject',
  MedicationDispense: 'subject',
  Condition: 'subject',
  Procedure: 'subject',
  Immunization: 'patient',
  AllergyIntolerance: 'patient',
  DiagnosticReport: 'subject',
  Device: 'patient',
};

const PATIENT_REFERENCE = /^(?:(https?:\/\/[^#?]+)\/)?Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

export const ownerElement = (type: string): string | undefined =>
  Object.hasOwn(OWNER_ELEMENTS, type) ? OWNER_ELEMENTS[type] : undefined;

/**
 * Returns whether a resource is of this type and of this patient. An identifier, a contained resource or a URN names nobody
 * for certain, so it does not count.
 */
export function isOfPatient(resource: JsonObject, type: string, patientId: string, base: string): boolean {
  if (resource['resourceType'] !== type) return false;
  if (type === 'Patient') return resource['id'] === patientId;
  // A drug is nobody's: https://hl7.org/fhir/R4/medication.html
  if (type === 'Medication') return true;
  const element = ownerElement(type);
  const reference = element === undefined ? undefined : elementsOf(resource[element])['reference'];
  const [, writtenBase, id] = (typeof reference === 'string' && PATIENT_REFERENCE.exec(reference)) || [];
  return id === patientId && (writtenBase === undefined || writtenBase === base);
}
