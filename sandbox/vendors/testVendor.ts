// The tests of the vendors share one running system and a client that follows every link.
import type { Bundle, FhirResource, Observation } from 'fhir/r4';
import { child } from '../patients/child/child.ts';
import { kidney } from '../patients/kidney/kidney.ts';
import { startSandbox } from '../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../testSandbox.ts';
import { fhirBases, type Vendor } from './vendor.ts';

export type VendorClient = {
  readonly base: string;
  readonly get: (path: string) => Promise<Response>;
  readonly bundle: (path: string) => Promise<Bundle<FhirResource>>;
  /** Returns every page of a search, from first to last. */
  readonly pages: (path: string) => Promise<readonly Bundle<FhirResource>[]>;
  /** Returns one Observation of this system by id. */
  readonly readObservation: (id: string) => Promise<Observation>;
  readonly raw: (vendor: Vendor) => Promise<readonly FhirResource[]>;
  readonly close: () => Promise<void>;
};

export async function startVendorClient(vendor: Vendor, patient = 'kidney'): Promise<VendorClient> {
  const sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [kidney, child] });
  const base = fhirBases(sandbox.origin)[vendor];
  const { access_token: token } = await obtainToken(sandbox, { patient, vendor }, { aud: base });
  const get = (path: string): Promise<Response> => fhirGet(base + path, token);
  const bundle = async (path: string): Promise<Bundle<FhirResource>> => (await get(path)).json();
  const raw = async (ofVendor: Vendor): Promise<readonly FhirResource[]> =>
    (await fetch(`${sandbox.origin}/api/raw/${patient}?vendor=${ofVendor}`)).json();
  return {
    base,
    get,
    bundle,
    raw,
    async pages(path) {
      const pages = [await bundle(path)];
      for (let next = nextUrl(pages[0]); next !== undefined; next = nextUrl(pages.at(-1))) {
        // oxlint-disable-next-line no-await-in-loop -- the next link is inside the page
        pages.push(await (await fhirGet(next, token)).json());
      }
      return pages;
    },
    readObservation: async (id) => (await get(`/Observation/${id}`)).json(),
    close: () => sandbox.close(),
  };
}

export const nextUrl = (page: Bundle<FhirResource> | undefined): string | undefined =>
  page?.link?.find(({ relation }) => relation === 'next')?.url;

export const pageObservations = (page: Bundle<FhirResource>): readonly Observation[] =>
  (page.entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource) => resource?.resourceType === 'Observation');

const observations = (resources: readonly FhirResource[]): readonly Observation[] =>
  resources.filter((resource) => resource.resourceType === 'Observation');

/** Returns what every vendor must say alike of an Observation: its value, its time and its status. */
export const comparableValues = (resources: readonly FhirResource[]): readonly unknown[] =>
  observations(resources).map(({ id, effectiveDateTime, valueQuantity, status, component }) => ({
    id,
    effectiveMs: effectiveDateTime === undefined ? undefined : Date.parse(effectiveDateTime),
    value: valueQuantity?.value,
    comparator: valueQuantity?.comparator,
    status,
    components: component?.map((part) => part.valueQuantity?.value),
  }));
