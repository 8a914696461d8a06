import type { IncomingMessage } from 'node:http';
import { fhirJson } from './decimals.ts';
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
};

/** This API is for people and tests on this machine. It needs no token and sends no CORS headers. */
export class JsonApi {
  readonly #options: JsonApiOptions;

  constructor(options: JsonApiOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    const { launchService, log, faults } = this.#options;
    const rawPatient = /^\/api\/raw\/([^/]+)$/.exec(url.pathname)?.[1];
    if (rawPatient !== undefined && request.method === 'GET') {
      return this.#raw(rawPatient, url.searchParams.get('vendor') ?? 'generic');
    }
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
      case 'GET /api/faults':
        return jsonResponse(200, faults.current);
      case 'POST /api/faults':
        faults.replace(faultsFrom(await jsonBody(request)));
        return { status: 204 };
      case 'DELETE /api/faults':
        faults.clear();
        return { status: 204 };
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
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
