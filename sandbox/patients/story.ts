import type { FhirResource } from 'fhir/r4';

/** One synthetic patient of the sandbox. `id` is the id of its Patient resource. */
export type Story = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly resources: () => readonly FhirResource[];
};
