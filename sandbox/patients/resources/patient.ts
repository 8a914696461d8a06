import type { HumanName, Patient } from 'fhir/r4';
import { medicalRecordNumber } from './codes.ts';

type PatientInput = {
  readonly id: string;
  readonly family: string;
  readonly given: readonly string[];
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly mrn: string;
  readonly deceasedDateTime?: string;
  /**
   * These replace the family and given names when there are more, such as the same name in another script.
   */
  readonly names?: HumanName[];
  /** This is another record of the same person, which replaces this one or is replaced by it. */
  readonly link?: { readonly other: string; readonly type: 'replaced-by' | 'replaces' };
};

export function patientResource({
  id,
  family,
  given,
  gender,
  birthDate,
  mrn,
  deceasedDateTime,
  names,
  link,
}: PatientInput): Patient {
  return {
    resourceType: 'Patient',
    id,
    meta: { versionId: '1', lastUpdated: '2026-11-24T12:00:00.000Z' },
    identifier: [
      {
        use: 'usual',
        type: medicalRecordNumber,
        system: 'https://sandbox-hospital.example/mrn',
        value: mrn,
        assigner: { display: 'Sandbox General Hospital' },
      },
    ],
    active: link?.type !== 'replaced-by',
    name: names ?? [{ use: 'official', family, given: [...given] }],
    gender,
    birthDate,
    ...(deceasedDateTime && { deceasedDateTime }),
    ...(link && { link: [{ other: { reference: `Patient/${link.other}` }, type: link.type }] }),
    managingOrganization: { display: 'Sandbox General Hospital' },
  };
}
