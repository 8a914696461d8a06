import type { FhirResource } from 'fhir/r4';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import { FHIR_JSON } from '../vendors/generic.ts';
import type { VendorBehaviour } from '../vendors/vendorBehaviour.ts';
import { versionHeaders } from './conditionalRead.ts';
import { categoryLimit, allowsCategories, requirePatient, isSameLimit } from './scopeChecks.ts';
import { searchBundle } from './searchBundle.ts';
import { faultyPage } from './faultyPage.ts';
import { faultyResource } from './faultyPatient.ts';
import { historyBundle, versionById } from './history.ts';
import { PageStore, type SearchPage } from './searchPages.ts';
import type { RecordStore } from './records.ts';
import { insufficientScopeError, invalidError, FhirError } from './fhirError.ts';
import { splitAlternatives, findMatches, isInCategories, parseSearch, type Search } from './search.ts';

export type FhirResponse = {
  readonly status: number;
  /** A text is sent unchanged. */
  readonly body: object | string;
  /** This is the media type of the body; it is absent when the body is empty. */
  readonly type?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
};

export const okResponse = (body: object, count = 1): FhirResponse => ({
  status: 200,
  type: FHIR_JSON,
  body,
  headers: {},
  count,
});

/** Reads and searches records and serves the pages of a search, each checked against the token first. */
export class FhirInteractions {
  readonly #records: RecordStore;
  readonly #faults: ActiveFaults;
  readonly #fhirBase: string;
  readonly #behaviour: VendorBehaviour;
  readonly #pageStore: PageStore;

  constructor(records: RecordStore, faults: ActiveFaults, base: string, behaviour: VendorBehaviour) {
    this.#records = records;
    this.#behaviour = behaviour;
    this.#pageStore = new PageStore(behaviour.paging.expiredError);
    this.#faults = faults;
    this.#fhirBase = base;
  }

  read(
    access: TokenAccess,
    type: string,
    id: string,
    query: URLSearchParams,
    fault?: FhirFault,
  ): FhirResponse {
    const unknownParameter = [...query.keys()].find((name) => name !== '_format');
    if (unknownParameter !== undefined)
      throw invalidError(`The parameter ${unknownParameter} is not supported for a read.`);
    const resource = this.#readAllowed(access, type, id);
    return { ...okResponse(faultyResource(resource, fault)), headers: versionHeaders(resource) };
  }

  async search(
    access: TokenAccess,
    type: string,
    query: URLSearchParams,
    fault?: FhirFault,
  ): Promise<FhirResponse> {
    const limit = categoryLimit(access, type, 'search');
    const { paging } = this.#behaviour;
    const adapted = this.#behaviour.adaptSearch(type, query);
    const search = withPageSize(
      parseSearch(type, adapted.query, this.#fhirBase, paging),
      this.#faults.current.pageSize,
    );
    for (const patientId of search.patientIds) requirePatient(access, patientId);
    if (!allowsCategories(limit, adapted.query.getAll('category').flatMap(splitAlternatives))) {
      throw insufficientScopeError('No scope of this token allows this category.');
    }
    const patientId = access.patient ?? '';
    const record = this.#records.record(patientId);
    const key = `${search.key} ${limit?.join(' ') ?? '*'}`;
    const searchedRecord = adapted.findsNothing ? undefined : record;
    const results =
      searchedRecord?.cachedResult(key, () =>
        paging.sortResults(findMatches(search, searchedRecord.resourcesOfType(type), limit), (resource) =>
          searchedRecord.earlierVersions(resource),
        ),
      ) ?? [];
    const searchPage = { search, patientId, limit, results, issues: adapted.issues, offset: 0, number: 1 };
    return this.#bundle(searchPage, fault, `${this.#fhirBase}/${type}?${search.query}`);
  }

  /** Returns all versions of a resource, or the version that is named. */
  history(access: TokenAccess, type: string, id: string, versionId: string | undefined): FhirResponse {
    const resource = this.#readAllowed(access, type, id);
    const earlier = this.#records.record(access.patient ?? '')?.earlierVersions(resource) ?? [];
    const versions = [...earlier, resource];
    if (versionId === undefined) return okResponse(historyBundle(versions, this.#fhirBase), versions.length);
    const version = versionById(versions, versionId);
    return { ...okResponse(version), headers: versionHeaders(version) };
  }

  /** `search` is the query as the client wrote it, since a link must be followed letter by letter. */
  async page(
    access: TokenAccess,
    query: URLSearchParams,
    search: string,
    fault?: FhirFault,
  ): Promise<FhirResponse> {
    const { pageUrl, pageToken } = this.#behaviour.paging;
    const token = pageToken(query) ?? '';
    const searchPage = this.#pageStore.get(token);
    if (search !== new URL(pageUrl(searchPage, this.#fhirBase, token)).search) {
      throw invalidError('A next link is followed as it is.');
    }
    requirePatient(access, searchPage.patientId);
    if (!isSameLimit(categoryLimit(access, searchPage.search.type, 'search'), searchPage.limit)) {
      throw insufficientScopeError('The scopes are not those of this search.');
    }
    return this.#bundle(searchPage, fault, pageUrl(searchPage, this.#fhirBase, token));
  }

  #readAllowed(access: TokenAccess, type: string, id: string): FhirResource {
    const limit = categoryLimit(access, type, 'read');
    const resource = this.#records.record(access.patient ?? '')?.find(type, id);
    if (!resource) {
      if (this.#records.hasResource(type, id))
        throw insufficientScopeError('This token is for another patient.');
      throw new FhirError(404, 'not-found', `There is no ${type} of this id.`);
    }
    if (limit && !isInCategories(type, limit)(resource)) {
      throw insufficientScopeError('No scope of this token allows this category.');
    }
    return resource;
  }

  /** Returns the type that a page of a search belongs to, or undefined when there is no such page. */
  typeOfPage(query: URLSearchParams): string | undefined {
    return this.#pageStore.typeOf(this.#behaviour.paging.pageToken(query) ?? '');
  }

  /** Returns the number of a page after the first. */
  numberOfPage(query: URLSearchParams): number | undefined {
    return this.#pageStore.numberOf(this.#behaviour.paging.pageToken(query) ?? '');
  }

  async #bundle(
    searchPage: SearchPage,
    fault: FhirFault | undefined,
    address: string,
  ): Promise<FhirResponse> {
    const { slowMs, onlyPagesFrom = 1 } = this.#faults.current;
    if (searchPage.number >= onlyPagesFrom) await delay(slowMs);
    const { paging } = this.#behaviour;
    const context = {
      searchPage,
      address,
      fhirBase: this.#fhirBase,
      urlOfSameResults: () => {
        const next = { ...searchPage, number: searchPage.number + 1 };
        return paging.pageUrl(next, this.#fhirBase, this.#pageStore.add(next));
      },
    };
    const bundle = searchBundle(searchPage, { pageStore: this.#pageStore, paging, fhirBase: this.#fhirBase });
    const body = faultyPage(bundle, fault, context);
    return okResponse(body, body.entry?.length ?? 0);
  }
}

const withPageSize = (search: Search, pageSize = Infinity): Search => ({
  ...search,
  count: Math.min(search.count, pageSize),
});
