import type { FhirResource, OperationOutcomeIssue, Bundle } from 'fhir/r4';
import type { SearchPage } from '../fhir/searchPages.ts';
import type { FhirError } from '../fhir/fhirError.ts';
import type { Vendor } from './vendor.ts';

/**
 * Describes how one vendor's record system behaves where FHIR leaves it open, or where the vendor does not
 * follow FHIR.
 */
export type VendorBehaviour = {
  readonly vendor: Vendor;
  /** The CapabilityStatement shows this text. */
  readonly description: string;
  /** Returns whether this vendor supports a search parameter that the sandbox knows for the type. */
  readonly supportsParameter: (type: string, parameter: string) => boolean;
  /** Says whether earlier versions of an Observation can be read. */
  readonly hasVersions: boolean;
  /**
   * Returns a resource as this vendor writes it: with the same values and times in its own codes, units and
   * words.
   */
  readonly recode: (resource: FhirResource) => FhirResource;
  /**
   * Returns a search without the parameters that this vendor ignores, and throws the error for what it
   * refuses.
   */
  readonly adaptSearch: (type: string, query: URLSearchParams) => AdaptedSearch;
  readonly paging: VendorPaging;
  /** Returns an error as this vendor sends it. */
  readonly errorResponse: (error: FhirError) => ErrorResponse;
};

export type AdaptedSearch = {
  readonly query: URLSearchParams;
  /** These issues tell which parameters were ignored. */
  readonly issues: readonly OperationOutcomeIssue[];
  /** The search is understood, but it never finds anything. */
  readonly findsNothing?: boolean;
};

export type VendorPaging = {
  readonly defaultCount: number;
  readonly maxCount: number;
  /**
   * Returns the results in this vendor's order. `earlierVersions` returns the superseded versions of a
   * resource, oldest first.
   */
  readonly sortResults: (
    results: readonly FhirResource[],
    earlierVersions: EarlierVersions,
  ) => readonly FhirResource[];
  /** Returns the index after the last result of this page. */
  readonly endOffset: (searchPage: SearchPage) => number;
  /** Returns the token of a `next` link that says which page it is, or undefined for a new search. */
  readonly pageToken: (query: URLSearchParams) => string | undefined;
  readonly pageUrl: (searchPage: SearchPage, fhirBase: string, pageToken: string) => string;
  readonly expiredError: () => FhirError;
  /** Completes a page with its total, its issues, and the form of an empty page. */
  readonly finishPage: (page: SearchBundle, searchPage: SearchPage) => SearchBundle;
};

export type EarlierVersions = (resource: FhirResource) => readonly FhirResource[];

/** There is no type without a body. */
type ErrorResponse = { readonly status: number; readonly type?: string; readonly body: string };

/** The resources of a page may be cut to some of their elements. */
export type SearchBundle = Omit<Bundle, 'entry'> & { readonly entry?: readonly SearchEntry[] };

export type SearchEntry = { readonly fullUrl?: string; readonly resource: object; readonly search: object };
