/**
 * Says why a read failed, in the words that the screens need:
 * - `session`: the server no longer takes the token.
 * - `not-allowed`: status 403.
 * - `refused`: the server does not know this search (400, 404, 405 or 422).
 * - `gone`: status 410, or a search that the server dropped half way.
 * - `busy`: still 429 or 503 after all waits.
 * - `unreadable`: HTML, broken JSON, a redirect, or another resource than the one asked for.
 * - `origin`: the address must not get the token.
 * - `limit`: the search has more pages or entries, or the answer more bytes or entries, than Longview reads at once, or its pages brought
 *   nothing new for long.
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

/** This is a failed read. The message names the resource type but not the address, because FHIR addresses carry patient ids. */
export class FhirError extends Error {
  override name = 'FhirError' as const;
  readonly failure: FhirFailure;
  /** The HTTP status is undefined when no answer came, and 0 for a redirect. */
  readonly status: number | undefined;
  /** The server says that it keeps back these results. */
  readonly shortfalls: readonly Shortfall[];

  constructor(
    failure: FhirFailure,
    resourceType: string,
    status?: number,
    shortfalls: readonly Shortfall[] = [],
  ) {
    super(`${resourceType}: ${failure}${status === undefined ? '' : ` (${status || 'redirect'})`}`);
    this.failure = failure;
    this.status = status;
    this.shortfalls = shortfalls;
  }
}

/**
 * Says why an answer lacks results, by the server's own word or by what it sent:
 * - `outside`: records of other organizations are not included.
 * - `suppressed`: the server left results out.
 * - `protected`: the chart is protected ("break the glass").
 * - `partial`: the answer may not be the whole record.
 * - `incomplete`: something else went wrong.
 * - `unreadable`: some entries are no resource at all, and may have been results.
 */
export type Shortfall = 'outside' | 'suppressed' | 'protected' | 'partial' | 'incomplete' | 'unreadable';
