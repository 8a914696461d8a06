// What the kidney story's corrected and withdrawn results said at first.
import type { Observation } from 'fhir/r4';
import { kidneyWithdrawn } from './kidneyNonNumeric.ts';
import { kidneyVisitAt } from './kidneyTreatment.ts';
import { MINUTE_MS } from '../resources/localTime.ts';
import { result } from '../resources/observation.ts';

const FIRST_REPORT = { measure: 'uacr', at: '2023-06-14T08:15', reportedAfterMinutes: 60 };

export function kidneyEarlier(patient: string): readonly Observation[] {
  return [
    result({
      ...FIRST_REPORT,
      patient,
      value: 421,
      flag: 'H',
      range: '0-29',
      method: 'Immunoassay, LC-traceable',
      encounter: kidneyVisitAt(patient, FIRST_REPORT.at),
    }),
    ...kidneyWithdrawn(patient).map(stillStanding),
  ];
}

function stillStanding({ note: _note, meta, ...observation }: Observation): Observation {
  const withdrawnMs = Date.parse(meta?.lastUpdated ?? '');
  const lastUpdated = new Date(withdrawnMs - MINUTE_MS).toISOString();
  return { ...observation, meta: { versionId: '1', lastUpdated }, status: 'final' };
}
