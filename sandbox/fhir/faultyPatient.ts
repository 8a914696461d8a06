// These are the Patients that real servers send (docs/fixtures.md, fixtures 77 and 78), made by changing the
// record's own Patient.
import type { Extension, FhirResource, Identifier, Patient } from 'fhir/r4';
import type { FhirFault } from '../faults/fhirFault.ts';

/** Returns a resource as it is read with the fault; only a Patient is changed. */
export function faultyResource(resource: FhirResource, fault: FhirFault | undefined): FhirResource {
  if (resource.resourceType !== 'Patient' || !fault) return resource;
  const { patient: kind, patientId } = fault;
  const patient = kind === undefined ? resource : { ...resource, ...FAULTY_PATIENTS[kind](resource) };
  return patientId === undefined ? patient : { ...patient, id: patientId };
}

const ABSENT: { extension: Extension[] } = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
};
const EPIC_EXTENSION = 'http://open.epic.com/FHIR/StructureDefinition/extension';
const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition';
const SNOMED = 'http://snomed.info/sct';

/** FHIR represents an absent value by the reason in place of the value. */
const NO_GENDER = { gender: undefined, _gender: ABSENT };

const FAULTY_PATIENTS: Record<NonNullable<FhirFault['patient']>, (patient: Patient) => Partial<Patient>> = {
  merged: ({ id }) => ({
    active: false,
    name: [ABSENT],
    ...NO_GENDER,
    link: [{ other: { reference: `Patient/${id}-kept` }, type: 'replaced-by' }],
  }),
  noName: () => ({ name: [ABSENT] }),
  oldName: ({ name = [] }) => ({
    name: [
      {
        use: 'old',
        text: 'FORMERLY, NAMED',
        family: 'Formerly',
        given: ['Named'],
        period: { end: '2015-02-01' },
      },
      ...name.map((one) => ({ ...one, text: 'CAPITALS, ALL IN' })),
    ],
  }),
  oneNameTwice: ({ name = [] }) => ({
    name: [...name, ...name.map((one) => ({ ...one, use: 'usual' as const }))],
  }),
  usualName: ({ name = [] }) => ({
    name: [...name.map((one) => ({ ...one, use: 'usual' as const, given: ['Teddy'] })), ...name],
  }),
  noSex: () => NO_GENDER,
  manySexes: () => ({
    gender: 'female',
    extension: [
      { url: `${US_CORE}/us-core-sex`, valueCode: '248152002' },
      { url: `${US_CORE}/us-core-birthsex`, valueCode: 'F' },
      { url: `${EPIC_EXTENSION}/legal-sex`, valueCodeableConcept: { text: 'Male' } },
      {
        url: `${EPIC_EXTENSION}/sex-for-clinical-use`,
        valueCodeableConcept: { coding: [{ system: SNOMED, code: '248153007' }], text: 'Male' },
      },
    ],
  }),
  manyNumbers: () => ({ identifier: MANY_NUMBERS }),
  textNumbers: () => ({
    identifier: [
      {
        use: 'usual',
        type: { text: 'EPIC' },
        system: 'urn:oid:1.2.840.114350.1.13.0.1.7.5.737384.0',
        value: 'E4011',
      },
      { use: 'usual', type: { text: 'EXTERNAL' }, value: '     Z6129' },
      { use: 'usual', type: { text: 'INTERNAL' }, value: '     Z6129' },
    ],
  }),
  noNumber: () => ({ identifier: undefined }),
  noBirthDate: () => ({ birthDate: undefined, _birthDate: ABSENT }),
  notDeceased: () => ({ deceasedBoolean: false }),
};

const medicalRecord = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }],
  text: 'MRN',
};

/**
 * Oracle Health sends an expired number first, then a number of the community and one with a rendered form.
 */
const MANY_NUMBERS: Identifier[] = [
  {
    use: 'usual',
    type: medicalRecord,
    system: 'urn:oid:1.1.1.1.1.1',
    value: '7777',
    period: { end: '2016-01-01' },
  },
  {
    use: 'usual',
    type: { text: 'Community Medical Record Number' },
    system: 'urn:oid:2.2.2.2.2.2',
    value: '5151',
  },
  {
    use: 'usual',
    type: medicalRecord,
    system: 'urn:oid:1.1.1.1.1.1',
    value: '00000008230',
    _value: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/rendered-value', valueString: '8230' }],
    },
    period: { start: '2016-01-01' },
  },
  { use: 'secondary', type: { text: 'Federated Person Principal' }, value: 'urn:x:9090', _system: ABSENT },
];
