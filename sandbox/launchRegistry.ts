import { randomBytes } from 'node:crypto';

/** A launch from the EHR, or a decision on the consent page, says this about the session to come. */
export type Launch = {
  /** The launch is valid at this FHIR server only. */
  readonly fhirBase: string;
  readonly user: string;
  readonly patient: string | undefined;
  readonly encounter: string | undefined;
  readonly banner: boolean | 'absent';
  /** These are the scopes that are granted at most; `undefined` grants what the app requests. */
  readonly scopes: readonly string[] | undefined;
  readonly tokenLifeSeconds: number;
  /** SMART lets the token answer say this about the context too. It is passed on as it was set. */
  readonly intent: string | undefined;
  readonly tenant: string | undefined;
  readonly fhirContext: readonly unknown[] | undefined;
  readonly styleUrl: string | undefined;
  readonly appContext: string | undefined;
  /** The hub tells of the chart in this session, to an app that was granted to hear of it. */
  readonly hub: { readonly url: string; readonly topic: string } | undefined;
  /**
   * A launch from the consent page is valid for one authorization. An EHR launch may be opened again, when
   * its frame is reloaded.
   */
  readonly isOneTime: boolean;
  readonly isDeclined: boolean;
};

export const CLINICIAN_ID = 'clinician';

/** Holds the launches that the EHR has announced, by their opaque `launch` value. */
export class LaunchRegistry {
  readonly #launches = new Map<string, Launch>();

  add(launch: Launch): string {
    const id = randomBytes(24).toString('base64url');
    this.#launches.set(id, launch);
    return id;
  }

  get(id: string): Launch | undefined {
    return this.#launches.get(id);
  }

  /** Returns the launch as `get` does, and removes it when it is a one-time launch. */
  take(id: string): Launch | undefined {
    const launch = this.#launches.get(id);
    if (launch?.isOneTime) this.#launches.delete(id);
    return launch;
  }
}
