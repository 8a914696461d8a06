import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer } from '../authorization/authorizationServer.ts';
import type { LaunchService } from '../launchService.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { RecordStore } from '../fhir/records.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { settingsFromForm } from '../launchSettings.ts';
import { PortalHandler } from '../portal/portalHandler.ts';
import { pageResponse } from './htmlDocument.ts';
import { ehrPage } from './ehrPage.ts';
import { FaultsHandler } from './faultsHandler.ts';
import { KEEP_FAULTS, launchPage } from './launchPage.ts';
import { scenarioNamed } from '../faults/scenarios.ts';
import { staticFile } from './staticFiles.ts';
import { patientSummary, type PatientSummary } from './patientSummary.ts';

type SiteOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly records: RecordStore;
  readonly launchService: LaunchService;
  readonly authorization: AuthorizationServer;
  readonly faults: ActiveFaults;
};

/**
 * Serves the pages that a person sees: the launch page, the EHR with its frame, the patient portal and the
 * page of faults.
 */
export class Site {
  readonly #options: SiteOptions;
  readonly #portalHandler: PortalHandler;
  readonly #faultsHandler: FaultsHandler;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#portalHandler = new PortalHandler({ ...options, patients: () => this.#patients() });
    this.#faultsHandler = new FaultsHandler(options.faults);
  }

  async handle(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    if (request.method === 'POST') this.#requireOwnOrigin(request);
    const portalUid = /^\/auth\/page\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (portalUid !== undefined) return this.#portalHandler.handle(request, portalUid);
    if (/^\/faults(\/|$)/.test(url.pathname)) return this.#faultsHandler.handle(request, url.pathname);
    const file = staticFile(url.pathname);
    if (file) return file;
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return pageResponse(200, launchPage(this.#patients(), this.#options.faults.current));
      case 'POST /launch':
        return this.#launch(await formBody(request));
      case 'GET /ehr':
        return this.#ehr(url.searchParams.get('launch') ?? '');
      case 'POST /ehr':
        return this.#openOtherPatient(await formBody(request));
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  #patients(): readonly PatientSummary[] {
    return this.#options.records.listed.map(patientSummary);
  }

  /** Starts a launch with the fault that was chosen beside it; a form without this field leaves the faults alone. */
  #launch(form: URLSearchParams): HttpResponse {
    const { launchService, faults } = this.#options;
    const name = form.get('fault') ?? KEEP_FAULTS;
    const scenario = scenarioNamed(name);
    if (name !== '' && name !== KEEP_FAULTS && !scenario)
      throw new HttpError(400, 'There is no such scenario.');
    const { url } = launchService.startLaunch(settingsFromForm(form));
    if (scenario) faults.replace(scenario.faults);
    else if (name === '') faults.clear();
    return seeOther(url);
  }

  #ehr(launchId: string): HttpResponse {
    const { launchService, appOrigin, records } = this.#options;
    const record = records.record(launchService.settingsOf(launchId)?.patient ?? '');
    if (!record)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // The frame passes through our own sign-in on its way back to the app.
    return pageResponse(
      200,
      ehrPage(patientSummary(record), this.#patients(), launchId, launchService.appUrl(launchId)),
      `'self' ${appOrigin}`,
    );
  }

  #openOtherPatient(form: URLSearchParams): HttpResponse {
    const { launchService } = this.#options;
    const settings = launchService.settingsOf(form.get('launch') ?? '');
    if (!settings)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // An encounter named by id belongs to the first patient; another patient gets their own latest one.
    const encounter = settings.encounter !== false;
    return seeOther(
      launchService.startLaunch({ ...settings, encounter, patient: form.get('patient') ?? undefined }).url,
    );
  }

  /** A page elsewhere could post a form here, but its browser says where the form came from. */
  #requireOwnOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.#options.origin) {
      throw new HttpError(403, 'This form belongs to another site.');
    }
  }
}
