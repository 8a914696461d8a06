import type { FhirResource } from 'fhir/r4';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { FhirError, insufficientScopeError, invalidError } from '../fhir/fhirError.ts';
import {
  allowsCategories,
  categoryLimit,
  isSameLimit,
  requirePatient,
  type CategoryLimit,
} from '../fhir/scopeChecks.ts';
import { isInCategories, parseSearch, splitAlternatives } from '../fhir/search.ts';
import { generic } from '../vendors/generic.ts';
import { isOfPatient, ownerElement } from './compartment.ts';
import { PageTokens } from './pageTokens.ts';
import { linkBelowBase } from './upstreamBase.ts';
import { elementsOf, type JsonObject, type UpstreamReader } from './upstreamReader.ts';

/** A page of a search belongs to this person, and was found under these scopes. */
type Owner = { readonly type: string; readonly patientId: string; readonly limit: CategoryLimit };
type NextPage = Owner & ({ readonly address: string } | { readonly refusal: string });

const OWN_PARAMETERS = ['patient', 'subject', '_count', '_summary', '_elements', '_format'];

/** Searches the server behind for one patient, and passes on only what is of this patient. */
export class UpstreamSearch {
  readonly #reader: UpstreamReader;
  readonly #fhirBase: string;
  readonly #pages = new PageTokens<NextPage>();

  constructor(reader: UpstreamReader, fhirBase: string) {
    this.#reader = reader;
    this.#fhirBase = fhirBase;
  }

  async search(access: TokenAccess, type: string, query: URLSearchParams): Promise<JsonObject> {
    const limit = categoryLimit(access, type, 'search');
    // The sandbox's own grammar knows no chains, modifiers, includes or operations, and refuses what it does not know.
    const search = parseSearch(type, query, this.#fhirBase, generic.paging);
    for (const id of search.patientIds) requirePatient(access, id);
    if (!allowsCategories(limit, query.getAll('category').flatMap(splitAlternatives)))
      throw insufficientScopeError('No scope of this token allows this category.');
    const patientId = access.patient ?? '';
    const sent = upstreamQuery(type, query, search, { patientId, limit });
    const bundle = await this.#reader.read(`/${type}?${sent.toString()}`);
    const address = `${this.#fhirBase}/${type}?${query.toString()}`;
    return this.#ownBundle(bundle, { type, patientId, limit }, address);
  }

  async page(access: TokenAccess, query: URLSearchParams): Promise<JsonObject> {
    const token = query.get('page') ?? '';
    if (query.size !== 1) throw invalidError('A next link is followed as it is.');
    const page = this.#pages.get(token);
    if (!page) throw new FhirError(410, 'expired', 'This page is no longer there. Search again.');
    requirePatient(access, page.patientId);
    if (!isSameLimit(categoryLimit(access, page.type, 'search'), page.limit))
      throw insufficientScopeError('The scopes are not those of this search.');
    if ('refusal' in page) throw new FhirError(502, 'not-supported', page.refusal);
    const bundle = await this.#reader.readAddress(page.address);
    return this.#ownBundle(bundle, page, `${this.#fhirBase}?page=${token}`);
  }

  #ownBundle(bundle: JsonObject, { type, patientId, limit }: Owner, address: string): JsonObject {
    if (bundle['resourceType'] !== 'Bundle')
      throw new FhirError(502, 'exception', 'The server behind answered a search with no Bundle.');
    const owner = { type, patientId, limit };
    const entries = listOf(bundle['entry']).filter(
      (entry) => elementsOf(entry['search'])['mode'] !== 'outcome',
    );
    const kept = entries.filter(({ resource }) => this.#isAllowed(elementsOf(resource), owner));
    const leftOut = entries.length - kept.length;
    const next = listOf(bundle['link']).find(({ relation }) => relation === 'next')?.['url'];
    const link = [{ relation: 'self', url: address }];
    if (typeof next === 'string') {
      const token = this.#pages.add({ ...owner, ...linkBelowBase(next, this.#reader.base) });
      link.push({ relation: 'next', url: `${this.#fhirBase}?page=${token}` });
    }
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      // The count of the server behind includes what was left out.
      ...(typeof bundle['total'] === 'number' && leftOut === 0 && { total: bundle['total'] }),
      link,
      entry: [
        ...kept.map(({ fullUrl, resource }) => ({
          ...(typeof fullUrl === 'string' && { fullUrl }),
          resource,
          search: { mode: 'match' },
        })),
        ...(leftOut > 0 ? [leftOutEntry(leftOut)] : []),
      ],
    };
  }

  #isAllowed(resource: JsonObject, { type, patientId, limit }: Owner): boolean {
    return isOfPatient(resource, type, patientId, this.#reader.base) && isInLimit(resource, type, limit);
  }
}

/** Returns whether a resource is in one of the categories that the scopes allow. */
export function isInLimit(resource: JsonObject, type: string, limit: CategoryLimit): boolean {
  if (!limit) return true;
  try {
    return isInCategories(type, limit)(fhirResource(resource));
  } catch {
    return false; // A category in another form than FHIR's is none.
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- others wrote the resource, and whoever reads it may throw
const fhirResource = (resource: JsonObject): FhirResource => resource as unknown as FhirResource;

/** Returns the query for the server behind, with the one patient, the page size and the categories that the scopes allow. */
function upstreamQuery(
  type: string,
  query: URLSearchParams,
  search: ReturnType<typeof parseSearch>,
  { patientId, limit }: { readonly patientId: string; readonly limit: CategoryLimit },
): URLSearchParams {
  const sent = new URLSearchParams(
    type === 'Patient' ? { _id: patientId } : { patient: `Patient/${patientId}` },
  );
  for (const [name, value] of query) {
    if (OWN_PARAMETERS.includes(name) || (type === 'Patient' && name === '_id')) continue;
    sent.append(name, value);
  }
  if (limit) sent.append('category', limit.join(','));
  if (search.isCountOnly) sent.set('_summary', 'count');
  else sent.set('_count', String(search.count));
  // Every answer must say to whom a resource belongs.
  const owner = ownerElement(type);
  if (search.elements)
    sent.set(
      '_elements',
      [...new Set([...search.elements, ...(owner === undefined ? [] : [owner, 'category'])])].join(','),
    );
  return sent;
}

const listOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.map(elementsOf) : []);

const leftOutEntry = (count: number) => ({
  resource: {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'suppressed',
        diagnostics: `${count} entries of the server behind were left out, because they are not of this patient or this search.`,
      },
    ],
  },
  search: { mode: 'outcome' },
});
