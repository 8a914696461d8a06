import type { FhirResource, OperationOutcomeIssue, Bundle } from 'fhir/r4';
import type { SearchPage } from '../fhir/searchPages.ts';
import type { FhirError } from '../fhir/fhirError.ts';
import type { Vendor } from './vendor.ts';

/** How one vendor's record system behaves where FHIR leaves it open, or where the vendor does not keep to FHIR. */
export type VendorBehaviour = {
  readonly vendor: Vendor;
  /** In the CapabilityStatement, for whoever wonders. */
  readonly description: string;
  /** Of the search parameters that the sandbox knows for a type, those that this vendor takes. */
  readonly supportsParameter: (type: string, parameter: string) => boolean;
  /** Whether earlier versions of an Observation can be read. */
  readonly hasVersions: boolean;
  /** A resource as this vendor writes it: the same values and times in its own codes, units and words. */
  readonly recode: (resource: FhirResource) => FhirResource;
  /** A search without what this vendor ignores; throws the refusal of what it refuses. */
  readonly adaptSearch: (type: string, query: URLSearchParams) => AdaptedSearch;
  readonly paging: VendorPaging;
  /** A refusal as it goes over the wire. */
  readonly errorResponse: (error: FhirError) => ErrorResponse;
};

export type AdaptedSearch = {
  readonly query: URLSearchParams;
  /** What the answer says about parameters that were ignored. */
  readonly issues: readonly OperationOutcomeIssue[];
  /** Understood, and never found. */
  readonly findsNothing?: boolean;
};

export type VendorPaging = {
  readonly defaultCount: number;
  readonly maxCount: number;
  /** The order of a result; `earlier` gives the superseded versions of a resource, oldest first. */
  readonly sortResults: (
    results: readonly FhirResource[],
    earlierVersions: EarlierVersions,
  ) => readonly FhirResource[];
  /** The index behind the last result of this page. */
  readonly endOffset: (searchPage: SearchPage) => number;
  /** What a `next` link says about which page it is; undefined for a search. */
  readonly pageToken: (query: URLSearchParams) => string | undefined;
  readonly pageUrl: (searchPage: SearchPage, fhirBase: string, pageToken: string) => string;
  readonly expiredError: () => FhirError;
  /** The last touches to a page: its total, what it says beside its results, how it is empty. */
  readonly finishPage: (page: SearchBundle, searchPage: SearchPage) => SearchBundle;
};

export type EarlierVersions = (resource: FhirResource) => readonly FhirResource[];

/** Without a body there is no type. */
type ErrorResponse = { readonly status: number; readonly type?: string; readonly body: string };

/** A page; its resources may be cut to some of their elements. */
export type SearchBundle = Omit<Bundle, 'entry'> & { readonly entry?: readonly SearchEntry[] };

export type SearchEntry = { readonly fullUrl?: string; readonly resource: object; readonly search: object };
