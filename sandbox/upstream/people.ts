import { FhirError } from '../fhir/fhirError.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import { foreignPatientSummary, listOf, textOf } from './foreignPatient.ts';
import { PageTokens } from './pageTokens.ts';
import { linkBelowBase } from './upstreamBase.ts';
import { elementsOf, type JsonObject, type UpstreamReader } from './upstreamReader.ts';

/** This is one page of people, with the token of the next. */
export type PeoplePage = { readonly people: readonly PatientSummary[]; readonly next: string | undefined };

const PEOPLE_PER_PAGE = 20;
const RESOURCE_ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Finds people at the server behind, a page at a time. It never reads all of them: there may be millions. */
export class PeopleDirectory {
  readonly #reader: UpstreamReader;
  readonly #pages = new PageTokens<string>();

  constructor(reader: UpstreamReader) {
    this.#reader = reader;
  }

  /** Returns the person with this id, or undefined where there is none. */
  async find(id: string): Promise<PatientSummary | undefined> {
    if (!RESOURCE_ID.test(id)) return undefined;
    await this.#reader.requireR4();
    try {
      const patient = await this.#reader.read(`/Patient/${id}`);
      return patient['id'] === id ? foreignPatientSummary(patient) : undefined;
    } catch (error) {
      const { status } = error instanceof FhirError ? error : { status: 0 };
      if ([400, 404, 410].includes(status)) return undefined; // Some servers refuse an id in a form they never give.
      throw error;
    }
  }

  /** Returns the people whose name begins with a text, and before them the one with this id. No text finds anybody. */
  async search(text: string): Promise<PeoplePage> {
    await this.#reader.requireR4();
    const byId = text === '' ? undefined : await this.find(text);
    const query = new URLSearchParams({ _count: String(PEOPLE_PER_PAGE) });
    if (text !== '') query.set('name', text.replaceAll(/[\\,|$]/g, String.raw`\$&`));
    const { people, next } = this.#pageOf(await this.#reader.read(`/Patient?${query.toString()}`));
    const others = people.filter(({ id }) => id !== byId?.id);
    return { people: byId ? [byId, ...others] : others, next };
  }

  async page(token: string): Promise<PeoplePage> {
    const address = this.#pages.get(token);
    if (address === undefined)
      throw new FhirError(410, 'expired', 'This page of people is no longer there. Search again.');
    return this.#pageOf(await this.#reader.readAddress(address));
  }

  #pageOf(bundle: JsonObject): PeoplePage {
    if (bundle['resourceType'] !== 'Bundle')
      throw new FhirError(502, 'exception', 'The server behind answered a search for people with no Bundle.');
    const people = listOf(bundle['entry'])
      .map((entry) => elementsOf(entry['resource']))
      .filter(({ resourceType, id }) => resourceType === 'Patient' && RESOURCE_ID.test(textOf(id)))
      .map(foreignPatientSummary);
    const link = textOf(listOf(bundle['link']).find(({ relation }) => relation === 'next')?.['url']);
    if (link === '') return { people, next: undefined };
    const next = linkBelowBase(link, this.#reader.base);
    if ('refusal' in next) throw new FhirError(502, 'not-supported', next.refusal);
    return { people, next: this.#pages.add(next.address) };
  }
}
