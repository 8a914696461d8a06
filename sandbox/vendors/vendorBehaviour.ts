import type { FhirResource, OperationOutcomeIssue, Bundle } from 'fhir/r4';
import type { Place } from '../fhir/searchPages.ts';
import type { Refusal } from '../fhir/fhirError.ts';
import type { Vendor } from './vendor.ts';

/** How one vendor's record system behaves where FHIR leaves it open, or where the vendor does not keep to FHIR. */
export type Personality = {
  readonly vendor: Vendor;
  /** In the CapabilityStatement, for whoever wonders. */
  readonly description: string;
  /** Of the search parameters that the sandbox knows for a type, those that this vendor takes. */
  readonly takes: (type: string, parameter: string) => boolean;
  /** Whether earlier versions of an Observation can be read. */
  readonly keepsVersions: boolean;
  /** A resource as this vendor writes it: the same values and times in its own codes, units and words. */
  readonly recode: (resource: FhirResource) => FhirResource;
  /** A search without what this vendor ignores; throws the refusal of what it refuses. */
  readonly asked: (type: string, query: URLSearchParams) => Asked;
  readonly pages: Pages;
  /** A refusal as it goes over the wire. */
  readonly problem: (refusal: Refusal) => Problem;
};

export type Asked = {
  readonly query: URLSearchParams;
  /** What the answer says about parameters that were ignored. */
  readonly remarks: readonly OperationOutcomeIssue[];
  /** Understood, and never found. */
  readonly findsNothing?: boolean;
};

export type Pages = {
  readonly usualCount: number;
  readonly mostCount: number;
  /** The order of a result; `earlier` gives the superseded versions of a resource, oldest first. */
  readonly ordered: (results: readonly FhirResource[], earlier: Earlier) => readonly FhirResource[];
  /** The index behind the last result of this page. */
  readonly end: (place: Place) => number;
  /** What a `next` link says about which page it is; undefined for a search. */
  readonly token: (query: URLSearchParams) => string | undefined;
  readonly link: (place: Place, fhirBase: string, token: string) => string;
  readonly gone: () => Refusal;
  /** The last touches to a page: its total, what it says beside its results, how it is empty. */
  readonly finished: (page: SearchBundle, place: Place) => SearchBundle;
};

export type Earlier = (resource: FhirResource) => readonly FhirResource[];

/** Without a body there is no type. */
type Problem = { readonly status: number; readonly type?: string; readonly body: string };

/** A page; its resources may be cut to some of their elements. */
export type SearchBundle = Omit<Bundle, 'entry'> & { readonly entry?: readonly SearchEntry[] };

export type SearchEntry = { readonly fullUrl?: string; readonly resource: object; readonly search: object };
