import type { FhirFault } from './fhirFault.ts';
import type { FaultScenario } from './faults.ts';

const patientScenario = (
  kind: NonNullable<FhirFault['patient']>,
  title: string,
  description: string,
): FaultScenario => ({
  name: `patient-${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  title,
  description,
  faults: { fhir: { type: 'Patient', patient: kind } },
});

export const patientScenarios: readonly FaultScenario[] = [
  patientScenario('merged', 'Merged away', 'The Patient is no longer used: it was replaced by another.'),
  {
    name: 'patient-redirected',
    title: 'Led to another record',
    description: 'The read of the Patient answers with another id, as Epic does for a merged record.',
    faults: { fhir: { type: 'Patient', patientId: 'somebody-else' } },
  },
  {
    name: 'patient-moved',
    title: 'Redirected',
    description:
      'The read of the Patient answers with a redirect (302), which no app that holds a token follows.',
    faults: { fhir: { type: 'Patient', status: 302 } },
  },
  patientScenario('noName', 'No name', 'The name is absent for a reason.'),
  patientScenario('oldName', 'An old name', 'The first name ended years ago.'),
  patientScenario('oneNameTwice', 'One name twice', 'The official name is the usual name too.'),
  patientScenario(
    'usualName',
    'Another usual name',
    'The usual name differs from the official one and comes first.',
  ),
  patientScenario('noSex', 'No sex', 'The gender is absent for a reason.'),
  patientScenario('manySexes', 'Several sexes', 'Administrative, at birth, legal and clinical sex differ.'),
  patientScenario('manyNumbers', 'Many numbers', 'Of many numbers one is a current medical record number.'),
  patientScenario(
    'textNumbers',
    'Numbers with text only',
    'No number says in a code that it is the medical record number.',
  ),
  patientScenario('noNumber', 'No number', 'There is no identifier at all.'),
  patientScenario('noBirthDate', 'No date of birth', 'The date of birth is absent for a reason.'),
  patientScenario('notDeceased', 'Not deceased', 'The Patient says that the person has not died.'),
];
