/**
 * Why a read failed, as the screens need to tell it. `session`: the token is no longer taken; `not-allowed`: 403;
 * `refused`: the server does not know this search (400, 404, 405, 422); `gone`: 410, or a search that was dropped half way;
 * `busy`: 429 or 503 after the waits; `unreadable`: HTML, broken JSON, another resource than asked; `origin`: an address
 * that must not get the token; `limit`: more pages than Longview reads at once.
 */
export type FhirFailure =
  | 'session'
  | 'not-allowed'
  | 'refused'
  | 'gone'
  | 'busy'
  | 'server'
  | 'network'
  | 'unreadable'
  | 'origin'
  | 'limit'
  | 'aborted';

/** A failed read. The message names the resource type, never the address: FHIR addresses carry patient ids. */
export class FhirError extends Error {
  override name = 'FhirError' as const;
  readonly failure: FhirFailure;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** What the server said of the results that it keeps back. */
  readonly shortfalls: readonly Shortfall[];

  constructor(
    failure: FhirFailure,
    resourceType: string,
    status?: number,
    shortfalls: readonly Shortfall[] = [],
  ) {
    super(`${resourceType}: ${failure}${status === undefined ? '' : ` (${status})`}`);
    this.failure = failure;
    this.status = status;
    this.shortfalls = shortfalls;
  }
}

/**
 * What an answer lacks by the server's own word. `outside`: outside records (Epic 59204); `suppressed`: left out;
 * `protected`: "break the glass"; `partial`: may not be the whole record; `incomplete`: anything else that went wrong.
 */
export type Shortfall = 'outside' | 'suppressed' | 'protected' | 'partial' | 'incomplete';
