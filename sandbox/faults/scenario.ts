import type { Faults } from './faults.ts';

/** Faults that a person can choose by name. */
export type Scenario = {
  readonly name: string;
  readonly title: string;
  /** One sentence for a person. */
  readonly does: string;
  readonly faults: Faults;
};
