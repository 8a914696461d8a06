import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AuthorizationServer } from '../authorization/authorizationServer.ts';
import type { LaunchService } from '../launchService.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { Records } from '../fhir/records.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { settingsFromForm } from '../launchSettings.ts';
import { Consent } from './consentHandler.ts';
import { pageResponse } from './htmlDocument.ts';
import { ehrPage } from './ehrPage.ts';
import { FaultsPanel } from './faultsHandler.ts';
import { launchPage } from './launchPage.ts';
import { personOf, type Person } from './patientSummary.ts';

type SiteOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly records: Records;
  readonly launchService: LaunchService;
  readonly authorization: AuthorizationServer;
  readonly faults: ActiveFaults;
};

const FILES: Readonly<Record<string, string>> = {
  '/sandbox.css': 'text/css; charset=utf-8',
  '/launchPage.js': 'text/javascript; charset=utf-8',
};

/** The pages a person sees: the launch page, the EHR with its frame, and the consent page. */
export class Site {
  readonly #options: SiteOptions;
  readonly #consent: Consent;
  readonly #faultsPanel: FaultsPanel;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#consent = new Consent({ ...options, people: () => this.#people() });
    this.#faultsPanel = new FaultsPanel(options.faults);
  }

  async answer(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    if (request.method === 'POST') this.#requireOwnOrigin(request);
    const consent = /^\/auth\/page\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (consent !== undefined) return this.#consent.answer(request, consent);
    if (/^\/faults(\/|$)/.test(url.pathname)) return this.#faultsPanel.answer(request, url.pathname);
    const type = FILES[url.pathname];
    if (type !== undefined) return { status: 200, type, body: file(url.pathname) };
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return pageResponse(200, launchPage(this.#people(), this.#options.faults.current));
      case 'POST /launch':
        return seeOther(
          this.#options.launchService.startLaunch(settingsFromForm(await formBody(request))).url,
        );
      case 'GET /ehr':
        return this.#ehr(url.searchParams.get('launch') ?? '');
      case 'POST /ehr':
        return this.#otherPatient(await formBody(request));
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  #people(): readonly Person[] {
    return this.#options.records.all.map(personOf);
  }

  #ehr(launch: string): HttpResponse {
    const { launchService, appOrigin, records } = this.#options;
    const record = records.record(launchService.settingsOf(launch)?.patient ?? '');
    if (!record)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // The frame passes through our own sign-in on its way back to the app.
    return pageResponse(
      200,
      ehrPage(personOf(record), this.#people(), launch, launchService.appUrl(launch)),
      `'self' ${appOrigin}`,
    );
  }

  #otherPatient(form: URLSearchParams): HttpResponse {
    const { launchService } = this.#options;
    const settings = launchService.settingsOf(form.get('launch') ?? '');
    if (!settings)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // An encounter named by id belongs to the first patient; another one gets their own latest.
    const encounter = settings.encounter !== false;
    return seeOther(
      launchService.startLaunch({ ...settings, encounter, patient: form.get('patient') ?? undefined }).url,
    );
  }

  /** A page elsewhere could post a form here; its browser says where the form came from. */
  #requireOwnOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.#options.origin) {
      throw new HttpError(403, 'This form belongs to another site.');
    }
  }
}

const file = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`.${path}`, import.meta.url)), 'utf8');
