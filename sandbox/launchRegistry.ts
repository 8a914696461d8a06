import { randomBytes } from 'node:crypto';

/** What a launch from the EHR, or a decision on the consent page, says about the session to come. */
export type Launch = {
  /** The FHIR server that it is for. */
  readonly fhirBase: string;
  readonly user: string;
  readonly patient: string | undefined;
  readonly encounter: string | undefined;
  readonly banner: boolean | 'absent';
  /** The scopes granted at most; `undefined` grants what the app asks for. */
  readonly scopes: readonly string[] | undefined;
  readonly tokenLifeSeconds: number;
  /** What else SMART lets the token answer say about the context, passed on as it was set. */
  readonly intent: string | undefined;
  readonly tenant: string | undefined;
  readonly fhirContext: readonly unknown[] | undefined;
  readonly styleUrl: string | undefined;
  /** From the consent page: good for one authorization. An EHR launch may be opened again (reload of the frame). */
  readonly isOneTime: boolean;
  readonly isDeclined: boolean;
};

export const CLINICIAN_ID = 'clinician';

/** The launches the EHR has announced, by their opaque `launch` value. */
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

  /** As `get`, and a one-time launch is used up by it. */
  take(id: string): Launch | undefined {
    const launch = this.#launches.get(id);
    if (launch?.isOneTime) this.#launches.delete(id);
    return launch;
  }
}
