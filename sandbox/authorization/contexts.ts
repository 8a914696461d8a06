import type { Launch } from '../launchRegistry.ts';

/** The launch behind a grant and the scopes granted for it: one per authorization, found by grant id. */
export type Context = {
  readonly launch: Launch;
  readonly scopes: readonly string[];
  /** Only an app that asked for a patient (`launch`, `launch/patient`) is told which one. */
  readonly tellsPatient: boolean;
};

export type Contexts = Map<string, Context>;
