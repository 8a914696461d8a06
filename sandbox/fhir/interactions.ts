import type { FhirResource } from 'fhir/r4';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import { FHIR_JSON } from '../vendors/generic.ts';
import type { Personality } from '../vendors/vendorBehaviour.ts';
import { limitOf, permitsCategories, requirePatient, sameLimit } from './scopeChecks.ts';
import { bundleOf } from './searchBundle.ts';
import { faultyPage } from './faultyPage.ts';
import { faultyResource } from './faultyPatient.ts';
import { historyOf, versionOf } from './history.ts';
import { Paging, type Place } from './searchPages.ts';
import type { Records } from './records.ts';
import { insufficientScope, invalid, Refusal } from './fhirError.ts';
import { alternatives, found, inCategories, searchOf, type Search } from './search.ts';

export type Served = {
  readonly status: number;
  /** Text is sent as it is. */
  readonly body: object | string;
  /** Of the body; absent for an empty one. */
  readonly type?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
};

/** What was asked for, as FHIR JSON. */
export const answered = (body: object, count = 1): Served => ({
  status: 200,
  type: FHIR_JSON,
  body,
  headers: {},
  count,
});

/** Read, search and the pages of a search, each checked against the token first. */
export class Interactions {
  readonly #records: Records;
  readonly #faults: ActiveFaults;
  readonly #base: string;
  readonly #personality: Personality;
  readonly #paging: Paging;

  constructor(records: Records, faults: ActiveFaults, base: string, personality: Personality) {
    this.#records = records;
    this.#personality = personality;
    this.#paging = new Paging(personality.pages.gone);
    this.#faults = faults;
    this.#base = base;
  }

  read(access: TokenAccess, type: string, id: string, query: URLSearchParams, fault?: FhirFault): Served {
    const stranger = [...query.keys()].find((name) => name !== '_format');
    if (stranger !== undefined) throw invalid(`The parameter ${stranger} is not supported for a read.`);
    const resource = this.#readable(access, type, id);
    return answered(faultyResource(resource, fault));
  }

  async search(
    access: TokenAccess,
    type: string,
    query: URLSearchParams,
    fault?: FhirFault,
  ): Promise<Served> {
    const limit = limitOf(access, type, 'search');
    const { pages } = this.#personality;
    const asked = this.#personality.asked(type, query);
    const search = withPageSize(
      searchOf(type, asked.query, this.#base, pages),
      this.#faults.current.pageSize,
    );
    for (const patientId of search.patientIds) requirePatient(access, patientId);
    if (!permitsCategories(limit, asked.query.getAll('category').flatMap(alternatives))) {
      throw insufficientScope('No scope of this token allows this category.');
    }
    const patientId = access.patient ?? '';
    const record = this.#records.record(patientId);
    const key = `${search.key} ${limit?.join(' ') ?? '*'}`;
    const held = asked.findsNothing ? undefined : record;
    const results =
      held?.result(key, () =>
        pages.ordered(found(search, held.ofType(type), limit), (resource) => held.earlierVersions(resource)),
      ) ?? [];
    const place = { search, patientId, limit, results, remarks: asked.remarks, offset: 0, number: 1 };
    return this.#bundle(place, fault, `${this.#base}/${type}?${search.query}`);
  }

  /** All versions of a resource, or the one named. */
  history(access: TokenAccess, type: string, id: string, versionId: string | undefined): Served {
    const resource = this.#readable(access, type, id);
    const earlier = this.#records.record(access.patient ?? '')?.earlierVersions(resource) ?? [];
    const versions = [...earlier, resource];
    const body = versionId === undefined ? historyOf(versions, this.#base) : versionOf(versions, versionId);
    return answered(body, versionId === undefined ? versions.length : 1);
  }

  /** `search` is the query as it came, since a link is to be followed letter by letter. */
  async page(
    access: TokenAccess,
    query: URLSearchParams,
    search: string,
    fault?: FhirFault,
  ): Promise<Served> {
    const { link, token: tokenIn } = this.#personality.pages;
    const token = tokenIn(query) ?? '';
    const place = this.#paging.get(token);
    if (search !== new URL(link(place, this.#base, token)).search) {
      throw invalid('A next link is followed as it is.');
    }
    requirePatient(access, place.patientId);
    if (!sameLimit(limitOf(access, place.search.type, 'search'), place.limit)) {
      throw insufficientScope('The scopes are not those of this search.');
    }
    return this.#bundle(place, fault, link(place, this.#base, token));
  }

  #readable(access: TokenAccess, type: string, id: string): FhirResource {
    const limit = limitOf(access, type, 'read');
    const resource = this.#records.record(access.patient ?? '')?.find(type, id);
    if (!resource) {
      if (this.#records.holds(type, id)) throw insufficientScope('This token is for another patient.');
      throw new Refusal(404, 'not-found', `There is no ${type} of this id.`);
    }
    if (limit && !inCategories(type, limit)(resource)) {
      throw insufficientScope('No scope of this token allows this category.');
    }
    return resource;
  }

  /** The type that a page of a search belongs to; undefined when there is no such page. */
  typeOfPage(query: URLSearchParams): string | undefined {
    return this.#paging.typeOf(this.#personality.pages.token(query) ?? '');
  }

  /** The number of a page of a search after its first. */
  numberOfPage(query: URLSearchParams): number | undefined {
    return this.#paging.numberOf(this.#personality.pages.token(query) ?? '');
  }

  async #bundle(place: Place, fault: FhirFault | undefined, address: string): Promise<Served> {
    const { slowMs, onlyPagesFrom = 1 } = this.#faults.current;
    if (place.number >= onlyPagesFrom) await delay(slowMs);
    const { pages } = this.#personality;
    const standing = {
      place,
      address,
      fhirBase: this.#base,
      nextWithTheSame: () => {
        const next = { ...place, number: place.number + 1 };
        return pages.link(next, this.#base, this.#paging.add(next));
      },
    };
    const bundle = bundleOf(place, { paging: this.#paging, pages, fhirBase: this.#base });
    const body = faultyPage(bundle, fault, standing);
    return answered(body, body.entry?.length ?? 0);
  }
}

const withPageSize = (search: Search, pageSize = Infinity): Search => ({
  ...search,
  count: Math.min(search.count, pageSize),
});
