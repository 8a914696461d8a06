// These are the treatments of the intensive-care patient: procedures, rates as they were set, and antibiotics
// dose by dose.
import type { FhirResource, MedicationAdministration } from 'fhir/r4';
import { conditions } from '../resources/condition.ts';
import { doseAdministrations, infusionAdministrations } from '../resources/medicationEvents.ts';
import {
  ARTERIAL_LINE_HOUR,
  EXTUBATED_HOUR,
  ICU_DRUGS,
  ICU_ID,
  ICU_ENCOUNTER_ID,
  INTUBATED_HOUR,
  localTimeAtHour,
} from './icuStay.ts';
import { procedures } from '../resources/procedure.ts';

/** The columns are those of `conditions`. */
const CONDITIONS = `
2016 | | 2016-09-14 | problem | Hypertension
2026-11-19T12:40 | | 2026-11-19T14:30 | diagnosis | Pneumonia
2026-11-19T13:30 | 2026-11-22T02:00 | 2026-11-19T14:30 | diagnosis | Septic shock
2026-11-19T13:10 | 2026-11-22T17:00 | 2026-11-19T15:15 | diagnosis | Acute respiratory failure
2026-11-20 | | 2026-11-20T06:40 | diagnosis | Acute kidney injury
`;

/** The columns are: hour, last hour, kind, procedure. */
const PROCEDURES = [
  [INTUBATED_HOUR, undefined, 'therapeutic', 'Intubated'],
  [INTUBATED_HOUR, EXTUBATED_HOUR, 'therapeutic', 'Mechanical ventilation'],
  [ARTERIAL_LINE_HOUR, undefined, 'surgical', 'Arterial line'],
  [2.4, undefined, 'surgical', 'Central venous line'],
  [44.4, undefined, 'diagnostic', 'CT chest'],
  [EXTUBATED_HOUR, undefined, 'therapeutic', 'Extubated'],
] as const;

const DOSE_MINUTES = 30;
const ROUTE = 'Intravenous';

export function icuTreatment(): readonly FhirResource[] {
  const table = PROCEDURES.map(([start, end, kind, name]) =>
    [localTimeAtHour(start), end === undefined ? '' : localTimeAtHour(end), kind, name].join(' | '),
  ).join('\n');
  const stayEncounter = (): string => ICU_ENCOUNTER_ID;
  return [
    ...conditions(ICU_ID, CONDITIONS, stayEncounter),
    ...procedures(ICU_ID, table, stayEncounter),
    ...ICU_DRUGS.flatMap(administrationsOf),
  ];
}

function administrationsOf({
  hours,
  ...drug
}: (typeof ICU_DRUGS)[number]): readonly MedicationAdministration[] {
  const shared = { ...drug, patient: ICU_ID, encounter: ICU_ENCOUNTER_ID, route: ROUTE };
  if (drug.isRate) {
    return infusionAdministrations({
      ...shared,
      steps: hours.map(([hour, rate]) => [localTimeAtHour(hour), rate] as const),
    });
  }
  const [first, end] = hours;
  if (!first) return [];
  const [start, dose] = first;
  const times = doseHours(start, end?.[0] ?? LAST_KNOWN_HOUR, drug.every?.period ?? 24).map(localTimeAtHour);
  return doseAdministrations({
    ...shared,
    dose,
    minutes: DOSE_MINUTES,
    times,
    orderedAt: localTimeAtHour(start),
  });
}

/** The stay goes on, but the record ends at this hour. */
const LAST_KNOWN_HOUR = 120;

const doseHours = (start: number, end: number, everyHours: number): readonly number[] =>
  Array.from({ length: Math.ceil((end - start) / everyHours) }, (_, i) => start + i * everyHours);
