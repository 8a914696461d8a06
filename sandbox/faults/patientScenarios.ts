import type { FhirFault } from './faults.ts';
import type { Scenario } from './scenario.ts';

const patientIs = (kind: NonNullable<FhirFault['patient']>, title: string, does: string): Scenario => ({
  name: `patient-${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  title,
  does,
  faults: { fhir: { type: 'Patient', patient: kind } },
});

export const patientScenarios: readonly Scenario[] = [
  patientIs('merged', 'Merged away', 'The Patient is no longer used: it was replaced by another.'),
  {
    name: 'patient-redirected',
    title: 'Led to another record',
    does: 'The read of the Patient answers with another id, as Epic does for a merged record.',
    faults: { fhir: { type: 'Patient', patientId: 'somebody-else' } },
  },
  patientIs('noName', 'No name', 'The name is absent for a reason.'),
  patientIs('oldName', 'An old name', 'The first name ended years ago.'),
  patientIs('oneNameTwice', 'One name twice', 'The official name is the usual name too.'),
  patientIs(
    'usualName',
    'Another usual name',
    'The usual name differs from the official one and comes first.',
  ),
  patientIs('noSex', 'No sex', 'The gender is absent for a reason.'),
  patientIs('manySexes', 'Several sexes', 'Administrative, at birth, legal and clinical sex differ.'),
  patientIs('manyNumbers', 'Many numbers', 'Of many numbers one is a current medical record number.'),
  patientIs(
    'textNumbers',
    'Numbers with text only',
    'No number says in a code that it is the medical record number.',
  ),
  patientIs('noNumber', 'No number', 'There is no identifier at all.'),
  patientIs('noBirthDate', 'No date of birth', 'The date of birth is absent for a reason.'),
  patientIs('notDeceased', 'Not deceased', 'The Patient says that the person has not died.'),
];
