// This server reads FHIR R4 from the patients' stories. It is strict: every request but `metadata` and the
// discovery document needs a valid token whose scopes and patient allow it, and anything that is not
// understood is refused with an OperationOutcome.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FhirResource } from 'fhir/r4';
import { fhirJson } from '../decimals.ts';
import { faultyDiscovery } from '../authorization/faultyDiscovery.ts';
import { smartConfiguration } from '../authorization/smartConfiguration.ts';
import type { authenticationMethods } from '../authorization/confidentialClient.ts';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { withCacheHeaders } from '../cacheHeaders.ts';
import { formBody, HttpError, send } from '../http.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import type { DiscoveryFault } from '../faults/faults.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import type { RequestLog } from '../requestLog.ts';
import type { VendorBehaviour } from '../vendors/vendorBehaviour.ts';
import { VENDOR_SITES } from '../vendors/vendor.ts';
import { acceptsJson } from './contentNegotiation.ts';
import { capabilityStatement } from './capabilityStatement.ts';
import { conditionalRead } from './conditionalRead.ts';
import { corsHeaders, preflight } from './cors.ts';
import { faultyResponse, errorWithStatus, outcomeResponse } from './faultyResponse.ts';
import { isUndelivered, sendWithFault } from './faultySending.ts';
import { okResponse, FhirInteractions, type FhirResponse } from './interactions.ts';
import { readPractitioner } from './practitioner.ts';
import { readRelatedPerson } from './relatedPerson.ts';
import type { RecordStore } from './records.ts';
import { UnknownRouteError, FhirError, unauthorizedError } from './fhirError.ts';
import { SEARCH_DEFINITIONS } from './searchDefinitions.ts';

const DISCOVERY_PATH = '/.well-known/smart-configuration';

/** Who signed in is named in the token, is read by id, and is never searched. */
const READABLE_PEOPLE = new Map<string, (access: TokenAccess, id: string) => FhirResource>([
  ['Practitioner', readPractitioner],
  ['RelatedPerson', readRelatedPerson],
]);

const HISTORY = /^\/Observation\/([^/]+)\/_history(?:\/([^/]+))?$/;

export type FhirServerOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly behaviour: VendorBehaviour;
  readonly records: RecordStore;
  readonly log: RequestLog;
  readonly faults: ActiveFaults;
  readonly findAccess: (authorizationHeader: string | undefined) => Promise<TokenAccess | undefined>;
  /** These are the ways in which clients beside the page prove who they are. */
  readonly authenticationMethods: ReturnType<typeof authenticationMethods>;
};

/** `path` is the part after the FHIR base, such as `/Observation`, or empty. */
type FhirRequest = {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly query: URLSearchParams;
  /** This is the query as the client wrote it. */
  readonly search: string;
  readonly fault: FhirFault & DiscoveryFault;
};

export class FhirServer {
  readonly #options: FhirServerOptions;
  readonly #interactions: FhirInteractions;
  readonly #basePath: string;
  readonly #fhirBase: string;

  constructor(options: FhirServerOptions) {
    const { origin, records, faults, behaviour } = options;
    this.#options = options;
    this.#basePath = VENDOR_SITES[behaviour.vendor].fhirPath;
    this.#fhirBase = origin + this.#basePath;
    this.#interactions = new FhirInteractions(records, faults, this.#fhirBase, behaviour);
  }

  servesPath(path: string): boolean {
    return path === this.#basePath || path.startsWith(`${this.#basePath}/`);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const time = new Date().toISOString();
    const path = url.pathname.slice(this.#basePath.length);
    const query = url.searchParams;
    const { appOrigin, log, faults } = this.#options;
    if (request.method === 'OPTIONS') {
      return send(response, preflight(request, isPublicPath(path), appOrigin, faults.current.maxAgeSeconds));
    }
    const fault: FhirRequest['fault'] = this.#faultOf(path, query) ?? {};
    await delay(fault.slowMs);
    const fhirRequest: FhirRequest = { request, path, query, search: url.search, fault };
    const { status, body, type, headers, count } = await this.#respond(fhirRequest);
    const method = request.method ?? '';
    log.add({ method, path: path + url.search, status: isUndelivered(fault) ? 0 : status, count, time });
    const answer = {
      status,
      ...(path === DISCOVERY_PATH ? { type: 'application/json' } : type !== undefined && { type }),
      body: typeof body === 'string' ? body : fhirJson(body),
      headers: { ...headers, ...corsHeaders(request, isPublicPath(path), appOrigin) },
    };
    const faulty = faultyResponse(answer, fault);
    const current = conditionalRead(withCacheHeaders(faulty, faults.current.cache, request), request);
    await sendWithFault(response, current, fault);
  }

  #faultOf(path: string, query: URLSearchParams): FhirRequest['fault'] | undefined {
    const { faults } = this.#options;
    if (path === DISCOVERY_PATH) return faults.current.discovery;
    if (isPublicPath(path)) return undefined;
    const [, type = '', id] = path.split('/');
    const first = id === undefined || id === '_search' ? 1 : undefined;
    return faults.takeFhirFault(
      this.#interactions.typeOfPage(query) ?? type,
      this.#interactions.numberOfPage(query) ?? first,
      query.get('category') ?? '',
    );
  }

  async #respond(fhirRequest: FhirRequest): Promise<FhirResponse> {
    const refused = outcomeResponse(fhirRequest.fault);
    if (refused) return refused;
    try {
      if (fhirRequest.fault.status !== undefined) throw errorWithStatus(fhirRequest.fault.status);
      return await this.#route(fhirRequest);
    } catch (error) {
      const fhirError = toFhirError(error);
      const { status, type, body } = this.#options.behaviour.errorResponse(fhirError);
      return { status, body, ...(type !== undefined && { type }), headers: fhirError.headers, count: 0 };
    }
  }

  async #route(fhirRequest: FhirRequest): Promise<FhirResponse> {
    const { request, path, query, fault } = fhirRequest;
    const { origin, behaviour } = this.#options;
    requireMethod(request, path.endsWith('/_search') ? 'POST' : 'GET');
    if (path === DISCOVERY_PATH) {
      const isGeneric = behaviour.vendor === 'generic';
      const methods = new Set(this.#options.authenticationMethods);
      if (isGeneric) methods.add('private_key_jwt');
      const document = smartConfiguration(origin, isGeneric, [...methods], isGeneric);
      return publicResponse(faultyDiscovery(document, fault, this.#fhirBase));
    }
    if (!acceptsJson(request.headers.accept, query.get('_format'))) {
      throw new FhirError(406, 'not-supported', 'This server answers in JSON only.');
    }
    if (path === '/metadata') return publicResponse(capabilityStatement(origin, this.#fhirBase, behaviour));
    return this.#routeProtected(fhirRequest);
  }

  async #routeProtected(fhirRequest: FhirRequest): Promise<FhirResponse> {
    const { request, path, query, search, fault } = fhirRequest;
    const access = await this.#requireAccess(request.headers.authorization);
    if (this.#isPage(path, query)) return this.#interactions.page(access, query, search, fault);
    const history = this.#options.behaviour.hasVersions && HISTORY.exec(path);
    if (history) return this.#interactions.history(access, 'Observation', history[1] ?? '', history[2]);
    return this.#routeType(access, fhirRequest);
  }

  async #routeType(access: TokenAccess, { request, path, query, fault }: FhirRequest): Promise<FhirResponse> {
    const [, type = '', id, more] = path.split('/');
    if (id !== undefined && more === undefined) {
      const response = this.#readOnly(access, type, id, query);
      if (response) return response;
    }
    const isOperation = /^[$_](?!search$)/.test(id ?? '');
    if (!Object.hasOwn(SEARCH_DEFINITIONS, type) || more !== undefined || isOperation)
      throw new UnknownRouteError(path);
    if (id === undefined) return this.#interactions.search(access, type, query, fault);
    if (id !== '_search') return this.#interactions.read(access, type, id, query, fault);
    const formParameters = await formBody(request);
    return this.#interactions.search(access, type, new URLSearchParams([...query, ...formParameters]), fault);
  }

  /** Returns what can be read and not searched: who signed in, the devices that results name, and the drugs that orders name. */
  #readOnly(access: TokenAccess, type: string, id: string, query: URLSearchParams): FhirResponse | undefined {
    const readPerson = READABLE_PEOPLE.get(type);
    if (readPerson) return okResponse(readPerson(access, id));
    return type === 'Device' || type === 'Medication'
      ? this.#interactions.read(access, type, id, query)
      : undefined;
  }

  /** A page is found under the base, and under its type too, because a relative link may lead there. */
  #isPage(path: string, query: URLSearchParams): boolean {
    const { vendor, paging } = this.#options.behaviour;
    if (paging.pageToken(query) === undefined) return false;
    if (path === '' || vendor !== 'generic') return true;
    const type = this.#interactions.typeOfPage(query);
    return type !== undefined && path === `/${type}`;
  }

  async #requireAccess(header: string | undefined): Promise<TokenAccess> {
    if (header === undefined) throw unauthorizedError('An access token is required.');
    const access = await this.#options.findAccess(header);
    if (access?.fhirBase !== this.#fhirBase)
      throw unauthorizedError('The access token is not valid, or no longer.', 'invalid_token');
    return access;
  }
}

const publicResponse = (body: object): FhirResponse => ({ ...okResponse(body), count: 0 });

const isPublicPath = (path: string): boolean => path === DISCOVERY_PATH || path === '/metadata';

function requireMethod(request: IncomingMessage, allowed: string): void {
  if (request.method === allowed) return;
  throw new FhirError(405, 'not-supported', `This address answers ${allowed} only.`, {
    // HEAD is answered as GET (server.ts).
    Allow: allowed === 'GET' ? 'GET, HEAD' : allowed,
  });
}

function toFhirError(error: unknown): FhirError {
  if (error instanceof FhirError) return error;
  if (error instanceof HttpError) return new FhirError(error.status, 'invalid', error.message);
  console.error(error);
  return new FhirError(500, 'exception', 'The server failed.');
}
