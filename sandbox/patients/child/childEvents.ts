// These events surround the girl's curves: the vaccines that her visits mention, and her diagnoses.
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../resources/allergy.ts';
import { CHILD_IMMUNIZATIONS } from './childTables.ts';
import { conditions } from '../resources/condition.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { immunization } from '../resources/immunization.ts';
import { procedures } from '../resources/procedure.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2018-08-15 | 2018-11-14 | 2018-08-20 | problem | Iron deficiency anemia
2018-11-27 | 2018-12-04 | 2018-11-27T16:30 | diagnosis | Otitis media
2023-02-03 | 2023-02-10 | 2023-02-03T11:40 | diagnosis | Influenza
`;

/** The columns are those of `procedures`. */
const PROCEDURES = `
2017-08-16T10:20 | | diagnostic | Newborn hearing screening
2017-08-16T11:00 | | diagnostic | Newborn blood spot screening
`;

export function childEvents(patient: string, encounterAt: EncounterAt): readonly FhirResource[] {
  return [
    ...conditions(patient, CONDITIONS, encounterAt),
    ...procedures(patient, PROCEDURES, encounterAt),
    ...Object.entries(CHILD_IMMUNIZATIONS).flatMap(([day, vaccines]) =>
      vaccines.split(', ').map((vaccine) => immunization(patient, day, vaccine, encounterAt(day))),
    ),
    allergy({ patient, name: 'No known allergy', noted: '2018-08-15' }),
  ];
}
