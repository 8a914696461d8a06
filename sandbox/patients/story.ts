import type { FhirResource } from 'fhir/r4';

/** A story is one synthetic patient of the sandbox. `id` is the id of its Patient resource. */
export type PatientStory = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  /** A story that writes absolute references needs the address of the server. */
  readonly resources: (fhirBase?: string) => readonly FhirResource[];
  /** These superseded versions, oldest first, are read by version and never found by a search. */
  readonly earlierVersions?: () => readonly FhirResource[];
  /** Every vendor serves the story unchanged, because its exact form matters. */
  readonly isNeverRecoded?: true;
  /** The story is too large to be built for a list. No page shows it, but it can be launched by its id. */
  readonly isOnDemand?: true;
};
