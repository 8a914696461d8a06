/**
 * Why a read failed, as the screens need to tell it. `session`: the token is no longer taken; `not-allowed`: 403;
 * `refused`: the server does not know this search (400, 404, 405, 422); `gone`: 410; `busy`: 429 or 503 after the waits;
 * `unreadable`: HTML, broken JSON, another resource than asked; `origin`: an address that must not get the token.
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
  | 'aborted';

/** A failed read. The message names the resource type, never the address: FHIR addresses carry patient ids. */
export class FhirError extends Error {
  override name = 'FhirError' as const;
  readonly failure: FhirFailure;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;

  constructor(failure: FhirFailure, resourceType: string, status?: number) {
    super(`${resourceType}: ${failure}${status === undefined ? '' : ` (${status})`}`);
    this.failure = failure;
    this.status = status;
  }
}
