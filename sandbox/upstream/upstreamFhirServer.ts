// This server checks each request by the sandbox's own rules, reads the FHIR server behind, and passes on what belongs to
// the patient of the token. It holds no record itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { smartConfiguration } from '../authorization/smartConfiguration.ts';
import type { TokenAccess } from '../authorization/authorizationServer.ts';
import { capabilityStatement } from '../fhir/capabilityStatement.ts';
import { acceptsJson } from '../fhir/contentNegotiation.ts';
import { corsHeaders, preflight } from '../fhir/cors.ts';
import {
  FhirError,
  insufficientScopeError,
  unauthorizedError,
  UnknownRouteError,
} from '../fhir/fhirError.ts';
import { readPractitioner } from '../fhir/practitioner.ts';
import { categoryLimit, requirePatient } from '../fhir/scopeChecks.ts';
import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import { send, type HttpResponse } from '../http.ts';
import type { RequestLog } from '../requestLog.ts';
import { rebaseUrls } from '../rebaseUrls.ts';
import { FHIR_JSON, generic } from '../vendors/generic.ts';
import { VENDOR_SITES } from '../vendors/vendor.ts';
import { isOfPatient } from './compartment.ts';
import { writeExact } from './exactJson.ts';
import type { UpstreamReader } from './upstreamReader.ts';
import { isInLimit, UpstreamSearch } from './upstreamSearch.ts';

const BASE_PATH = VENDOR_SITES.generic.fhirPath;
const DISCOVERY_PATH = '/.well-known/smart-configuration';
const RESOURCE_ID = /^[A-Za-z0-9.-]{1,64}$/;
/** A result names its device and an order its drug, which are read by their ids and never searched. */
const READABLE_TYPES: readonly string[] = [...SEARCHABLE_TYPES, 'Device', 'Medication'];

type UpstreamFhirOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly reader: UpstreamReader;
  readonly log: RequestLog;
  readonly findAccess: (authorizationHeader: string | undefined) => Promise<TokenAccess | undefined>;
};

export class UpstreamFhirServer {
  readonly #options: UpstreamFhirOptions;
  readonly #fhirBase: string;
  readonly #search: UpstreamSearch;

  constructor(options: UpstreamFhirOptions) {
    this.#options = options;
    this.#fhirBase = options.origin + BASE_PATH;
    this.#search = new UpstreamSearch(options.reader, this.#fhirBase);
  }

  servesPath(path: string): boolean {
    return path === BASE_PATH || path.startsWith(`${BASE_PATH}/`);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const time = new Date().toISOString();
    const { appOrigin, log } = this.#options;
    const path = url.pathname.slice(BASE_PATH.length);
    const isPublic = path === DISCOVERY_PATH || path === '/metadata';
    if (request.method === 'OPTIONS')
      return send(response, preflight(request, isPublic, appOrigin, undefined));
    const answer = await this.#respond(request, path, url.searchParams);
    const { status, headers } = answer;
    log.add({ method: request.method ?? '', path: path + url.search, status, count: 0, time });
    send(response, { ...answer, headers: { ...headers, ...corsHeaders(request, isPublic, appOrigin) } });
  }

  async #respond(request: IncomingMessage, path: string, query: URLSearchParams): Promise<HttpResponse> {
    try {
      const body = await this.#route(request, path, query);
      // Links and references that the server behind wrote with its own address lead through the sandbox.
      const text = rebaseUrls(writeExact(body), this.#options.reader.base, this.#fhirBase);
      return { status: 200, type: path === DISCOVERY_PATH ? 'application/json' : FHIR_JSON, body: text };
    } catch (error) {
      if (!(error instanceof FhirError)) console.error(error);
      const fhirError =
        error instanceof FhirError ? error : new FhirError(500, 'exception', 'The server failed.');
      const { status, outcome, headers } = fhirError;
      return { status, type: FHIR_JSON, body: writeExact(outcome), headers };
    }
  }

  async #route(request: IncomingMessage, path: string, query: URLSearchParams): Promise<object> {
    const { origin } = this.#options;
    if (request.method !== 'GET')
      throw new FhirError(405, 'not-supported', 'This server is read with GET only.', { Allow: 'GET' });
    if (path === DISCOVERY_PATH) return smartConfiguration(origin, true);
    if (!acceptsJson(request.headers.accept, query.get('_format')))
      throw new FhirError(406, 'not-supported', 'This server answers in JSON only.');
    if (path === '/metadata') return capabilityStatement(origin, this.#fhirBase, BEHAVIOUR);
    const access = await this.#options.findAccess(request.headers.authorization);
    if (access?.fhirBase !== this.#fhirBase)
      throw unauthorizedError('The access token is not valid, or no longer.', 'invalid_token');
    if (path === '' && query.has('page')) return this.#search.page(access, query);
    return this.#routeType(access, path, query);
  }

  async #routeType(access: TokenAccess, path: string, query: URLSearchParams): Promise<object> {
    const [, type = '', id, more] = path.split('/');
    if (more !== undefined || (id !== undefined && !RESOURCE_ID.test(id))) throw new UnknownRouteError(path);
    if (id !== undefined && type === 'Practitioner') return readPractitioner(access, id);
    if (id !== undefined && READABLE_TYPES.includes(type)) return this.#read(access, type, id, query);
    if (id !== undefined || !SEARCHABLE_TYPES.some((one) => one === type)) throw new UnknownRouteError(path);
    return this.#search.search(access, type, query);
  }

  async #read(access: TokenAccess, type: string, id: string, query: URLSearchParams): Promise<object> {
    const unknownParameter = [...query.keys()].find((name) => name !== '_format');
    if (unknownParameter !== undefined)
      throw new FhirError(400, 'invalid', `The parameter ${unknownParameter} is not supported for a read.`);
    const limit = categoryLimit(access, type, 'read');
    const { reader } = this.#options;
    // The server behind is not even asked for another patient.
    if (type === 'Patient') requirePatient(access, id);
    const resource = await reader.read(`/${type}/${id}`);
    if (resource['id'] !== id || !isOfPatient(resource, type, access.patient ?? '', reader.base))
      throw insufficientScopeError('This is not of the patient of this token.');
    if (!isInLimit(resource, type, limit))
      throw insufficientScopeError('No scope of this token allows this category.');
    return resource;
  }
}

const BEHAVIOUR = {
  ...generic,
  description: 'The records of another FHIR server, read only',
  hasVersions: false,
};
