// These are the first versions of the kidney story's corrected and withdrawn results, and the withdrawn
// results themselves.
import type { Observation } from 'fhir/r4';
import { kidneyEncounterIdAt } from './kidneyTreatment.ts';
import { MINUTE_MS } from '../resources/localTime.ts';
import { numericObservation } from '../resources/observation.ts';

const FIRST_URINE_ALBUMIN = { measure: 'uacr', at: '2023-06-14T08:15', reportedAfterMinutes: 60 };

export function kidneyEarlierVersions(patient: string): readonly Observation[] {
  return [
    numericObservation({
      ...FIRST_URINE_ALBUMIN,
      patient,
      value: 421,
      flag: 'H',
      range: '0-29',
      method: 'Immunoassay, LC-traceable',
      encounter: kidneyEncounterIdAt(patient, FIRST_URINE_ALBUMIN.at),
    }),
    ...kidneyWithdrawnObservations(patient).map(versionBeforeWithdrawal),
  ];
}

function versionBeforeWithdrawal({ note: _note, meta, ...observation }: Observation): Observation {
  const withdrawnMs = Date.parse(meta?.lastUpdated ?? '');
  const lastUpdated = new Date(withdrawnMs - MINUTE_MS).toISOString();
  return { ...observation, meta: { versionId: '1', lastUpdated }, status: 'final' };
}

/**
 * Two results were entered in error: one has a slipped decimal point, and one is of another person's blood.
 */
export function kidneyWithdrawnObservations(patient: string): readonly Observation[] {
  const status = 'entered-in-error';
  const weighed = '2026-11-12T08:35';
  const drawn = '2025-05-14T08:35';
  return [
    numericObservation({
      patient,
      measure: 'weight',
      at: weighed,
      status,
      value: 939,
      encounter: kidneyEncounterIdAt(patient, weighed),
      suffix: 'error',
    }),
    {
      ...numericObservation({
        patient,
        measure: 'creat',
        at: drawn,
        status,
        value: 0.61,
        flag: 'L',
        range: '0.74-1.35',
        suffix: 'error',
      }),
      note: [{ text: 'Withdrawn: specimen of another patient.' }],
    },
  ];
}
