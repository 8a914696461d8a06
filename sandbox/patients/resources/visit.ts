import type { Encounter } from 'fhir/r4';
import { encounterClass } from './codes.ts';
import { instantMs, withUtcOffset } from './localTime.ts';

const KINDS = {
  office: encounterClass('AMB', 'ambulatory'),
  telephone: encounterClass('VR', 'virtual'),
  inpatient: encounterClass('IMP', 'inpatient encounter'),
  emergency: encounterClass('EMER', 'emergency'),
};

type Visit = {
  readonly patient: string;
  readonly kind: keyof typeof KINDS;
  readonly text: string;
  readonly start: string;
  /** The visit is not over when this is undefined. */
  readonly end: string | undefined;
};

export function visitId(patient: string, start: string): string {
  return `${patient}-visit-${start.slice(0, 10).replaceAll('-', '')}`;
}

export function visit({ patient, kind, text, start, end }: Visit): Encounter {
  return {
    resourceType: 'Encounter',
    id: visitId(patient, start),
    meta: { versionId: '1', lastUpdated: new Date(instantMs(end ?? start)).toISOString() },
    status: end ? 'finished' : 'in-progress',
    class: KINDS[kind],
    type: [{ text }],
    subject: { reference: `Patient/${patient}` },
    period: { start: withUtcOffset(start), ...(end && { end: withUtcOffset(end) }) },
    serviceProvider: { display: 'Sandbox General Hospital' },
  };
}
