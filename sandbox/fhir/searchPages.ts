import { randomBytes } from 'node:crypto';
import type { FhirResource, OperationOutcomeIssue } from 'fhir/r4';
import type { CategoryLimit } from './scopeChecks.ts';
import type { FhirError } from './fhirError.ts';
import type { Search } from './search.ts';

const PAGE_LIFE_MS = 10 * 60 * 1000;

/**
 * This is a page of a search result: the search, and where in its results the page begins. `number` is 1 for
 * the first page.
 */
export type SearchPage = {
  readonly search: Search;
  readonly patientId: string;
  readonly limit: CategoryLimit;
  readonly results: readonly FhirResource[];
  /** These issues tell which parameters were ignored. */
  readonly issues: readonly OperationOutcomeIssue[];
  readonly offset: number;
  readonly number: number;
};

/**
 * Keeps the pages that `next` links lead to. The links say nothing about the search, so that a client can
 * only follow them.
 */
export class PageStore {
  readonly #pages = new Map<string, { readonly searchPage: SearchPage; readonly expiresAtMs: number }>();
  readonly #expiredError: () => FhirError;

  constructor(expiredError: () => FhirError) {
    this.#expiredError = expiredError;
  }

  add(searchPage: SearchPage): string {
    this.#forgetExpired();
    const token = randomBytes(18).toString('base64url');
    this.#pages.set(token, { searchPage, expiresAtMs: Date.now() + PAGE_LIFE_MS });
    return token;
  }

  get(token: string): SearchPage {
    this.#forgetExpired();
    const known = this.#pages.get(token);
    if (!known) throw this.#expiredError();
    return known.searchPage;
  }

  /** Returns the type of a page that has not expired. */
  typeOf(token: string): string | undefined {
    return this.#pages.get(token)?.searchPage.search.type;
  }

  numberOf(token: string): number | undefined {
    return this.#pages.get(token)?.searchPage.number;
  }

  /** All pages live equally long, so the oldest stand first. */
  #forgetExpired(): void {
    const nowMs = Date.now();
    for (const [token, { expiresAtMs }] of this.#pages) {
      if (expiresAtMs > nowMs) return;
      this.#pages.delete(token);
    }
  }
}
