// All events of a patient share these elements: the patient, the visit, and since when the record holds them.
import type { Meta, Reference } from 'fhir/r4';
import { instantMs } from './localTime.ts';

/** Returns the id of the visit that an event of this time belongs to, if there is one. */
export type EncounterAt = (when: string) => string | undefined;

export const patientReference = (patient: string): Reference => ({ reference: `Patient/${patient}` });

export const encounterElement = (encounter: string | undefined): { encounter?: Reference } =>
  encounter === undefined ? {} : { encounter: { reference: `Encounter/${encounter}` } };

/** Returns an id such as "kidney-procedure-renal-ultrasound-20210609". */
export const eventId = (patient: string, kind: string, name: string, when: string): string =>
  `${patient}-${kind}-${slug(name)}-${when.replaceAll(/[-:T]/g, '')}`;

/** The name is cut so that an id has no more than 64 characters. */
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
