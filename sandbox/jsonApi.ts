import type { IncomingMessage } from 'node:http';
import type { Hub } from './fhircast/hub.ts';
import { HubApi } from './fhircast/hubApi.ts';
import { fhirJson } from './decimals.ts';
import type { BackendClients } from './bulk/backendClients.ts';
import type { BulkServer } from './bulk/bulkServer.ts';
import type { LaunchService } from './launchService.ts';
import type { ActiveFaults } from './faults/activeFaults.ts';
import { faultsFrom } from './faults/faults.ts';
import type { RecordStore } from './fhir/records.ts';
import { HttpError, jsonResponse, jsonBody, type HttpResponse } from './http.ts';
import { settingsFromJson } from './launchSettings.ts';
import { patientSummary } from './pages/patientSummary.ts';
import type { RequestLog } from './requestLog.ts';
import { isVendor, VENDORS, type Vendor } from './vendors/vendor.ts';

type JsonApiOptions = {
  readonly launchService: LaunchService;
  readonly recordsByVendor: Readonly<Record<Vendor, RecordStore>>;
  readonly log: RequestLog;
  readonly faults: ActiveFaults;
  readonly backendClients: BackendClients;
  readonly bulk: BulkServer;
  readonly hub: Hub | undefined;
};

/** This API is for people and tests on this machine. It needs no token and sends no CORS headers. */
export class JsonApi {
  readonly #options: JsonApiOptions;
  readonly #hubApi: HubApi;

  constructor(options: JsonApiOptions) {
    this.#options = options;
    this.#hubApi = new HubApi(options);
  }

  async handle(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    const { launchService, log } = this.#options;
    const found = this.#named(request, url);
    if (found) return found;
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /api/launch':
        return jsonResponse(200, launchService.startLaunch(settingsFromJson(await jsonBody(request))));
      case 'GET /api/patients':
        return jsonResponse(200, this.#patients());
      case 'GET /api/requests':
        return jsonResponse(200, log.all);
      case 'DELETE /api/requests':
        log.clear();
        return { status: 204 };
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  async #faults(request: IncomingMessage): Promise<HttpResponse> {
    const { faults } = this.#options;
    if (request.method === 'GET') return jsonResponse(200, faults.current);
    if (request.method === 'POST') faults.replace(faultsFrom(await jsonBody(request)));
    else if (request.method === 'DELETE') faults.clear();
    else throw new HttpError(404, 'There is nothing at this address.');
    return { status: 204 };
  }

  /** Registers servers with a key of their own, and tells tests what they asked for. */
  async #backend(request: IncomingMessage, path: string): Promise<HttpResponse> {
    const { backendClients, bulk } = this.#options;
    switch (`${request.method} ${path}`) {
      case 'POST /api/backend-clients':
        backendClients.register(await jsonBody(request));
        return { status: 204 };
      case 'GET /api/backend-clients':
        return jsonResponse(200, backendClients.registered);
      case 'GET /api/backend-requests':
        return jsonResponse(200, { token: backendClients.tokenRequests, bulk: bulk.log });
      case 'DELETE /api/backend-requests':
        backendClients.forgetTokenRequests();
        bulk.forgetLog();
        return { status: 204 };
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  /** Answers where the address names a patient, the faults, the servers with a key, or the hub. */
  #named(request: IncomingMessage, url: URL): HttpResponse | Promise<HttpResponse> | undefined {
    const rawPatient = /^\/api\/raw\/([^/]+)$/.exec(url.pathname)?.[1];
    if (rawPatient !== undefined && request.method === 'GET')
      return this.#raw(rawPatient, url.searchParams.get('vendor') ?? 'generic');
    if (url.pathname === '/api/faults') return this.#faults(request);
    if (url.pathname.startsWith('/api/backend')) return this.#backend(request, url.pathname);
    return url.pathname === '/api/hub' ? this.#hubApi.handle(request, url) : undefined;
  }

  #patients(): object {
    return this.#options.recordsByVendor.generic.listed
      .map(patientSummary)
      .map(({ id, title, purpose, name, birthDate, gender }) => ({
        id,
        title,
        purpose,
        name,
        birthDate,
        gender,
      }));
  }

  #raw(patientId: string, vendor: string): HttpResponse {
    if (!isVendor(vendor)) throw new HttpError(400, `vendor must be one of ${VENDORS.join(', ')}.`);
    const record = this.#options.recordsByVendor[vendor].record(patientId);
    if (!record) throw new HttpError(404, 'There is no such patient.');
    // Each resource is written alone, because a record of 100,000 results is close to the longest string
    // there can be.
    return {
      status: 200,
      type: 'application/json; charset=utf-8',
      body: `[${record.resources.map((resource) => fhirJson(resource)).join(',')}]`,
    };
  }
}
