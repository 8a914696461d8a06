// What everything that happened to a patient shares: whose it is, at which visit, and since when it stands in the record.
import type { Meta, Reference } from 'fhir/r4';
import { instantMs } from './localTime.ts';

/** The visit that something of this time belongs to, if any. */
export type EncounterAt = (when: string) => string | undefined;

export const patientReference = (patient: string): Reference => ({ reference: `Patient/${patient}` });

export const encounterElement = (encounter: string | undefined): { encounter?: Reference } =>
  encounter === undefined ? {} : { encounter: { reference: `Encounter/${encounter}` } };

/** "kidney-procedure-renal-ultrasound-20210609" */
export const eventId = (patient: string, kind: string, name: string, when: string): string =>
  `${patient}-${kind}-${slug(name)}-${when.replaceAll(/[-:T]/g, '')}`;

/** Short enough that an id has no more than 64 letters. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 28)
    .replaceAll(/^-|-$/g, '');

export const metaSince = (when: string): Meta => ({
  versionId: '1',
  lastUpdated: new Date(instantMs(when)).toISOString(),
});
