// FHIR R4 over the stories, read only. It forgives nothing: every request but `metadata` and the discovery document
// needs a live token whose scopes and patient allow it, and whatever is not understood is refused with an
// OperationOutcome.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fhirJson } from '../decimals.ts';
import { faultyDiscovery } from '../authorization/faultyDiscovery.ts';
import { smartConfiguration } from '../authorization/smartConfiguration.ts';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { formBody, HttpError, send } from '../http.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import type { DiscoveryFault } from '../faults/faults.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import type { RequestLog } from '../requestLog.ts';
import type { Personality } from '../vendors/vendorBehaviour.ts';
import { VENDOR_SITES } from '../vendors/vendor.ts';
import { acceptsJson } from './contentNegotiation.ts';
import { capabilityStatement } from './capabilityStatement.ts';
import { corsHeaders, preflight } from './cors.ts';
import { faultyAnswer, refusalWith, refusedBy } from './faultyResponse.ts';
import { isLost, sendFaulty } from './faultySending.ts';
import { answered, Interactions, type Served } from './interactions.ts';
import { readPractitioner } from './practitioner.ts';
import type { Records } from './records.ts';
import { NoRoute, Refusal, unauthorized } from './fhirError.ts';
import { SEARCH_TYPES } from './searchDefinitions.ts';

const DISCOVERY_PATH = '/.well-known/smart-configuration';

const HISTORY = /^\/Observation\/([^/]+)\/_history(?:\/([^/]+))?$/;

export type FhirServerOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly personality: Personality;
  readonly records: Records;
  readonly log: RequestLog;
  readonly faults: ActiveFaults;
  readonly findAccess: (authorizationHeader: string | undefined) => Promise<TokenAccess | undefined>;
};

/** `path` is what follows the FHIR base: `/Observation`, or empty. */
type Asked = {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it came. */
  readonly search: string;
  readonly fault: FhirFault & DiscoveryFault;
};

export class FhirServer {
  readonly #options: FhirServerOptions;
  readonly #interactions: Interactions;
  readonly #path: string;
  readonly #base: string;

  constructor(options: FhirServerOptions) {
    const { origin, records, faults, personality } = options;
    this.#options = options;
    this.#path = VENDOR_SITES[personality.vendor].fhirPath;
    this.#base = origin + this.#path;
    this.#interactions = new Interactions(records, faults, this.#base, personality);
  }

  answers(path: string): boolean {
    return path === this.#path || path.startsWith(`${this.#path}/`);
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const time = new Date().toISOString();
    const path = url.pathname.slice(this.#path.length);
    const query = url.searchParams;
    const { appOrigin, log, faults } = this.#options;
    if (request.method === 'OPTIONS') {
      return send(response, preflight(request, isOpen(path), appOrigin, faults.current.maxAgeSeconds));
    }
    const fault: Asked['fault'] = this.#faultOf(path, query) ?? {};
    await delay(fault.slowMs);
    const asked: Asked = { request, path, query, search: url.search, fault };
    const { status, body, type, headers, count } = await this.#served(asked);
    const method = request.method ?? '';
    log.add({ method, path: path + url.search, status: isLost(fault) ? 0 : status, count, time });
    const answer = {
      status,
      ...(path === DISCOVERY_PATH ? { type: 'application/json' } : type !== undefined && { type }),
      body: typeof body === 'string' ? body : fhirJson(body),
      headers: { ...headers, ...corsHeaders(request, isOpen(path), appOrigin) },
    };
    await sendFaulty(response, faultyAnswer(answer, fault), fault);
  }

  #faultOf(path: string, query: URLSearchParams): Asked['fault'] | undefined {
    const { faults } = this.#options;
    if (path === DISCOVERY_PATH) return faults.current.discovery;
    if (isOpen(path)) return undefined;
    const [, type = '', id] = path.split('/');
    const first = id === undefined || id === '_search' ? 1 : undefined;
    return faults.takeFhirFault(
      this.#interactions.typeOfPage(query) ?? type,
      this.#interactions.numberOfPage(query) ?? first,
    );
  }

  async #served(asked: Asked): Promise<Served> {
    const refused = refusedBy(asked.fault);
    if (refused) return refused;
    try {
      if (asked.fault.status !== undefined) throw refusalWith(asked.fault.status);
      return await this.#routed(asked);
    } catch (error) {
      const refusal = refusalOf(error);
      const { status, type, body } = this.#options.personality.problem(refusal);
      return { status, body, ...(type !== undefined && { type }), headers: refusal.headers, count: 0 };
    }
  }

  async #routed(asked: Asked): Promise<Served> {
    const { request, path, query, fault } = asked;
    const { origin, personality } = this.#options;
    requireMethod(request, path.endsWith('/_search') ? 'POST' : 'GET');
    if (path === DISCOVERY_PATH) {
      const document = smartConfiguration(origin, personality.vendor === 'generic');
      return open(faultyDiscovery(document, fault, this.#base));
    }
    if (!acceptsJson(request.headers.accept, query.get('_format'))) {
      throw new Refusal(406, 'not-supported', 'This server answers in JSON only.');
    }
    if (path === '/metadata') return open(capabilityStatement(origin, this.#base, personality));
    return this.#ofTheRecord(asked);
  }

  async #ofTheRecord(asked: Asked): Promise<Served> {
    const { request, path, query, search, fault } = asked;
    const access = await this.#liveAccess(request.headers.authorization);
    if (this.#isPage(path, query)) return this.#interactions.page(access, query, search, fault);
    const history = this.#options.personality.keepsVersions && HISTORY.exec(path);
    if (history) return this.#interactions.history(access, 'Observation', history[1] ?? '', history[2]);
    return this.#ofType(access, asked);
  }

  async #ofType(access: TokenAccess, { request, path, query, fault }: Asked): Promise<Served> {
    const [, type = '', id, more] = path.split('/');
    if (type === 'Practitioner' && id !== undefined && more === undefined) {
      return answered(readPractitioner(access, id));
    }
    if (!Object.hasOwn(SEARCH_TYPES, type) || more !== undefined) throw new NoRoute(path);
    if (id === undefined) return this.#interactions.search(access, type, query, fault);
    if (id !== '_search') return this.#interactions.read(access, type, id, query, fault);
    const posted = await formBody(request);
    return this.#interactions.search(access, type, new URLSearchParams([...query, ...posted]), fault);
  }

  /** A page is found under the base and, because a relative link may lead there, under its type. */
  #isPage(path: string, query: URLSearchParams): boolean {
    const { vendor, pages } = this.#options.personality;
    if (pages.token(query) === undefined) return false;
    if (path === '' || vendor !== 'generic') return true;
    const type = this.#interactions.typeOfPage(query);
    return type !== undefined && path === `/${type}`;
  }

  async #liveAccess(header: string | undefined): Promise<TokenAccess> {
    if (header === undefined) throw unauthorized('An access token is required.');
    const access = await this.#options.findAccess(header);
    if (access?.fhirBase !== this.#base)
      throw unauthorized('The access token is not valid, or no longer.', 'invalid_token');
    return access;
  }
}

const open = (body: object): Served => ({ ...answered(body), count: 0 });

const isOpen = (path: string): boolean => path === DISCOVERY_PATH || path === '/metadata';

function requireMethod(request: IncomingMessage, allowed: string): void {
  if (request.method === allowed) return;
  throw new Refusal(405, 'not-supported', `This address answers ${allowed} only.`, { Allow: allowed });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpError) return new Refusal(error.status, 'invalid', error.message);
  console.error(error);
  return new Refusal(500, 'exception', 'The server failed.');
}
