import type { IncomingMessage } from 'node:http';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { faultsFrom } from '../faults/faults.ts';
import { scenarioNamed } from '../faults/scenarios.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { pageResponse } from './htmlDocument.ts';
import { faultsPage } from './faultsPage.ts';

export class FaultsHandler {
  readonly #faults: ActiveFaults;

  constructor(faults: ActiveFaults) {
    this.#faults = faults;
  }

  async handle(request: IncomingMessage, path: string): Promise<HttpResponse> {
    switch (`${request.method} ${path}`) {
      case 'GET /faults':
        return pageResponse(200, faultsPage({ faults: this.#faults.current }));
      case 'POST /faults':
        return this.#fromJson((await formBody(request)).get('json') ?? '');
      case 'POST /faults/scenario':
        return this.#fromScenario((await formBody(request)).get('scenario') ?? '');
      case 'POST /faults/clear':
        return this.#cleared((await formBody(request)).get('page'));
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  #cleared(page: string | null): HttpResponse {
    this.#faults.clear();
    return seeOther(page === '/' ? page : '/faults');
  }

  #fromScenario(name: string): HttpResponse {
    const scenario = scenarioNamed(name);
    if (!scenario) throw new HttpError(400, 'There is no such scenario.');
    this.#faults.replace(scenario.faults);
    return seeOther('/faults');
  }

  #fromJson(json: string): HttpResponse {
    try {
      this.#faults.replace(faultsFrom(parseJson(json)));
      return seeOther('/faults');
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const { status, message } = error;
      return pageResponse(status, faultsPage({ faults: this.#faults.current, json, problem: message }));
    }
  }
}

function parseJson(json: string): unknown {
  if (json.trim() === '') return {};
  try {
    return JSON.parse(json);
  } catch {
    throw new HttpError(400, 'This is not JSON.');
  }
}
