/**
 * The odd record is nobody's story. It holds everything that servers are known to send, on one patient. Every
 * fixture of docs/fixtures.md that is an Observation is here under its number, and further oddities are here
 * under a name; `oddBuilders.ts` says how to find one.
 *
 * Nothing in it is meant to be believed. Results of strangers, repeated pages and the like are faults of the
 * server and not results of this patient; they are switched on at the page of faults.
 */
import type { FhirResource } from 'fhir/r4';
import { oddSubjects } from './oddSubjects.ts';
import { oddCodes } from './oddCodes.ts';
import { oddEvents } from './oddEvents.ts';
import { ODD_ID } from './oddBuilders.ts';
import { oddLocalCodes } from './oddLocalCodes.ts';
import { oddNumbers } from './oddNumbers.ts';
import { oddComponents } from './oddComponents.ts';
import { oddRanges } from './oddRanges.ts';
import { oddStatus } from './oddStatus.ts';
import { oddTexts } from './oddTexts.ts';
import { oddTimes } from './oddTimes.ts';
import { oddUnits } from './oddUnits.ts';
import { oddValues } from './oddValues.ts';
import { patientResource } from '../resources/patient.ts';
import type { PatientStory } from '../story.ts';
import { visit } from '../resources/visit.ts';

export const odd: PatientStory = {
  id: ODD_ID,
  title: 'Odette Quirk, 40: everything odd',
  purpose: 'Every shape that servers are known to send, one of each, named by its fixture.',
  isNeverRecoded: true,
  resources: (fhirBase = 'https://sandbox-hospital.example/fhir/r4'): readonly FhirResource[] => [
    patientResource({
      id: ODD_ID,
      family: 'Quirk',
      given: ['Odette'],
      gender: 'female',
      birthDate: '1986-02-28',
      mrn: '099 000 01',
    }),
    ...['2026-01-05', '2026-01-06'].map((day) =>
      visit({
        patient: ODD_ID,
        kind: 'office',
        text: 'Office visit',
        start: `${day}T01:30`,
        end: `${day}T03:00`,
      }),
    ),
    ...oddEvents(),
    ...oddCodes(),
    ...oddLocalCodes(),
    ...oddUnits(),
    ...oddValues(),
    ...oddStatus(),
    ...oddRanges(),
    ...oddTimes(),
    ...oddSubjects(fhirBase),
    ...oddNumbers(),
    ...oddTexts(),
    ...oddComponents(),
  ],
};
