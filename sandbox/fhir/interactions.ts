import type { Access } from '../authorization/server.ts';
import { pause, type FaultBoard } from '../faults/board.ts';
import type { FhirFault } from '../faults/faults.ts';
import { limitOf, permitsCategories, requirePatient, sameLimit } from './access.ts';
import { bundleOf } from './bundle.ts';
import { faultyPage } from './faultyPage.ts';
import { Paging, type Place } from './paging.ts';
import type { Records } from './records.ts';
import { insufficientScope, invalid, Refusal } from './Refusal.ts';
import { alternatives, found, inCategories, searchOf } from './search.ts';

export type Served = {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
};

/** Read, search and the pages of a search, each checked against the token first. */
export class Interactions {
  readonly #records: Records;
  readonly #faults: FaultBoard;
  readonly #base: string;
  readonly #paging = new Paging();

  constructor(records: Records, faults: FaultBoard, base: string) {
    this.#records = records;
    this.#faults = faults;
    this.#base = base;
  }

  read(access: Access, type: string, id: string, query: URLSearchParams, fault?: FhirFault): Served {
    const stranger = [...query.keys()].find((name) => name !== '_format');
    if (stranger !== undefined) throw invalid(`The parameter ${stranger} is not supported for a read.`);
    const limit = limitOf(access, type, 'read');
    const resource = this.#records.record(access.patient ?? '')?.find(type, id);
    if (!resource) {
      if (this.#records.holds(type, id)) throw insufficientScope('This token is for another patient.');
      throw new Refusal(404, 'not-found', `There is no ${type} of this id.`);
    }
    if (limit && !inCategories(type, limit)(resource)) {
      throw insufficientScope('No scope of this token allows this category.');
    }
    const { patientId } = fault ?? {};
    const isMisnamed = type === 'Patient' && patientId !== undefined;
    const body = isMisnamed ? { ...resource, id: patientId } : resource;
    return { status: 200, body, headers: {}, count: 1 };
  }

  async search(access: Access, type: string, query: URLSearchParams, fault?: FhirFault): Promise<Served> {
    const limit = limitOf(access, type, 'search');
    const search = searchOf(type, query, this.#base);
    for (const patientId of search.patientIds) requirePatient(access, patientId);
    if (!permitsCategories(limit, query.getAll('category').flatMap(alternatives))) {
      throw insufficientScope('No scope of this token allows this category.');
    }
    const patientId = access.patient ?? '';
    const record = this.#records.record(patientId);
    const key = `${search.key} ${limit?.join(' ') ?? '*'}`;
    const results = record?.result(key, () => found(search, record.ofType(type), limit)) ?? [];
    const place = { search, patientId, limit, results, offset: 0, number: 1 };
    return this.#bundle(place, fault, `${this.#base}/${type}?${search.query}`);
  }

  async page(access: Access, query: URLSearchParams, fault?: FhirFault): Promise<Served> {
    if (query.size > 1) throw invalid('A next link is followed as it is.');
    const place = this.#paging.get(query.get('page') ?? '');
    requirePatient(access, place.patientId);
    if (!sameLimit(limitOf(access, place.search.type, 'search'), place.limit)) {
      throw insufficientScope('The scopes are not those of this search.');
    }
    return this.#bundle(place, fault, `${this.#base}?${query.toString()}`);
  }

  /** The type that a page of a search belongs to; undefined when there is no such page. */
  typeOfPage(query: URLSearchParams): string | undefined {
    return this.#paging.typeOf(query.get('page') ?? '');
  }

  async #bundle(place: Place, fault: FhirFault | undefined, address: string): Promise<Served> {
    const { slowMs, onlyPagesFrom = 1 } = this.#faults.current;
    if (place.number >= onlyPagesFrom) await pause(slowMs);
    const { type } = place.search;
    const standing = { address, type, fhirBase: this.#base };
    const body = faultyPage(bundleOf(place, this.#paging, this.#base), fault, standing);
    return { status: 200, body, headers: {}, count: body.entry?.length ?? 0 };
  }
}
