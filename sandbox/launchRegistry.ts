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
  /** The launch carries a decision of the consent page. The EHR has not announced it, so it needs no scope `launch`. */
  readonly isConsent: boolean;
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

  /** Returns a launch that was not used yet; undefined for any other. */
  get(id: string): Launch | undefined {
    return this.#launches.get(id);
  }

  /** Returns whether a launch was used up, so that its window needs another one when it is loaded again. */
  isUsed(id: string): boolean {
    return !this.#launches.has(id);
  }

  /**
   * Uses a launch up: it is valid for one authorization, as a code is for one token. Epic's launch tokens are one-time too
   * (https://fhir.epic.com/Documentation?docId=oauth2).
   */
  use(id: string): void {
    this.#launches.delete(id);
  }
}
