import { randomBytes } from 'node:crypto';
import type { FhirResource, OperationOutcomeIssue } from 'fhir/r4';
import type { Limit } from './scopeChecks.ts';
import type { Refusal } from './fhirError.ts';
import type { Search } from './search.ts';

const PAGE_LIFE_MS = 10 * 60 * 1000;

/** A place in a search result. `number` is 1 for the first page. */
export type Place = {
  readonly search: Search;
  readonly patientId: string;
  readonly limit: Limit;
  readonly results: readonly FhirResource[];
  /** What this page says about parameters that were ignored. */
  readonly remarks: readonly OperationOutcomeIssue[];
  readonly offset: number;
  readonly number: number;
};

/** The `next` links handed out. They say nothing about the search, so a client can only follow them. */
export class Paging {
  readonly #places = new Map<string, { readonly place: Place; readonly expiresAtMs: number }>();
  readonly #gone: () => Refusal;

  constructor(gone: () => Refusal) {
    this.#gone = gone;
  }

  add(place: Place): string {
    this.#forgetExpired();
    const token = randomBytes(18).toString('base64url');
    this.#places.set(token, { place, expiresAtMs: Date.now() + PAGE_LIFE_MS });
    return token;
  }

  get(token: string): Place {
    this.#forgetExpired();
    const known = this.#places.get(token);
    if (!known) throw this.#gone();
    return known.place;
  }

  /** The type of a page that is still there. */
  typeOf(token: string): string | undefined {
    return this.#places.get(token)?.place.search.type;
  }

  numberOf(token: string): number | undefined {
    return this.#places.get(token)?.place.number;
  }

  /** All pages live equally long, so the oldest stand first. */
  #forgetExpired(): void {
    const nowMs = Date.now();
    for (const [token, { expiresAtMs }] of this.#places) {
      if (expiresAtMs > nowMs) return;
      this.#places.delete(token);
    }
  }
}
