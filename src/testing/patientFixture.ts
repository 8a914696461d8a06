/** This file holds the patient of most tests. */
import type { PatientIdentity } from '../clinical/patient/patient.ts';

/** Most tests show the record of this patient. */
export const marlowe: PatientIdentity = {
  id: 'p1',
  name: 'MARLOWE, Edwin',
  born: '14 Mar 1959',
  age: '67 y',
  gender: 'Male',
  identifier: { label: 'MRN', value: '004 829 17' },
  deceased: '',
};
