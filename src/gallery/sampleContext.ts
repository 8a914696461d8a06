/** This file makes up the session, the patient and the windows that components need. */
import { type PatientIdentity, readPatient } from '../clinical/patient/patient.ts';
import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { NOW_MS } from './fixedClock.ts';

export const noop = (): void => {};

/** This is the patient as a server sends him. */
const MARLOWE = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ use: 'official', family: 'Marlowe', given: ['Edwin'] }],
  birthDate: '1959-03-14',
  gender: 'male',
  identifier: [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      value: '004 829 17',
    },
  ],
};
export const patientOf = (changes: object = {}): PatientIdentity =>
  readPatient({ ...MARLOWE, ...changes }, NOW_MS);

/** Returns a window that was chosen from a whole record. */
export const tileViewOf = (startMs: number, endMs: number, more: Partial<ViewWindow> = {}): ViewWindow => ({
  whole: { startMs, endMs },
  visible: { startMs, endMs },
  choice: 'all',
  isChosen: false,
  encounterChoice: '',
  isStay: false,
  onChoose: noop,
  ...more,
});
