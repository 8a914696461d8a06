import type { FhirResource } from 'fhir/r4';

/** One synthetic patient of the sandbox. `id` is the id of its Patient resource. */
export type PatientStory = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  /** The address of the server is for a story that names it, as an absolute reference does. */
  readonly resources: (fhirBase?: string) => readonly FhirResource[];
  /** Superseded versions of some of them, oldest first: read by version, never found by a search. */
  readonly earlierVersions?: () => readonly FhirResource[];
  /** Every vendor serves it as it is here, because what matters is how it is written. */
  readonly isNeverRecoded?: true;
  /** Too large to be made for a list: no page shows it, but it can be launched by its id. */
  readonly isOnDemand?: true;
};
