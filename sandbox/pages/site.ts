import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer } from '../authorization/authorizationServer.ts';
import type { LaunchRegistry } from '../launchRegistry.ts';
import type { LaunchService } from '../launchService.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { ImportedPeople } from '../imported/importedPeople.ts';
import type { RecordStore } from '../fhir/records.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { settingsFromForm } from '../launchSettings.ts';
import { PortalHandler } from '../portal/portalHandler.ts';
import { pageResponse } from './htmlDocument.ts';
import { chartPage, ehrPage } from './ehrPage.ts';
import { FaultsHandler } from './faultsHandler.ts';
import type { ImportedContent } from './importedChoice.ts';
import { KEEP_FAULTS, launchPage } from './launchPage.ts';
import { scenarioNamed } from '../faults/scenarios.ts';
import { staticFile } from './staticFiles.ts';
import { patientSummary, type PatientSummary } from './patientSummary.ts';

type SiteOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly records: RecordStore;
  readonly imported: ImportedPeople;
  readonly launchService: LaunchService;
  readonly launchRegistry: LaunchRegistry;
  readonly authorization: AuthorizationServer;
  readonly faults: ActiveFaults;
};

/** After these actions the window of the EHR shows no chart. */
const LEAVING = ['close', 'sign-out'];

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
    this.#portalHandler = new PortalHandler({
      ...options,
      patients: () => this.#patients(options.launchService.standaloneSettings.patient),
    });
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
        return pageResponse(
          200,
          launchPage(this.#patients(), this.#options.faults.current, this.#importedContent(url.searchParams)),
        );
      case 'POST /launch':
        return this.#launch(await formBody(request));
      case 'GET /ehr':
        return this.#ehr(url.searchParams.get('launch') ?? '');
      case 'POST /ehr':
        return this.#openOtherPatient(await formBody(request));
      case 'POST /ehr/chart':
        return this.#changeChart(await formBody(request));
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  /** Returns the invented people, and the imported one who is open. */
  #patients(open?: string): readonly PatientSummary[] {
    const { records, imported } = this.#options;
    const listed = records.listed.map(patientSummary);
    const summary = open === undefined ? undefined : imported.summary(open);
    return summary && !listed.some(({ id }) => id === open) ? [summary, ...listed] : listed;
  }

  /** Returns a page of the imported people; undefined where there are none. */
  #importedContent(query: URLSearchParams): ImportedContent | undefined {
    const { imported, records } = this.#options;
    if (imported.count === 0) return undefined;
    const find = (query.get('find') ?? '').trim().slice(0, 100);
    const { people, found, nextPage } = imported.search(find, pageNumber(query.get('page')));
    // The invented person of a name has the launch.
    const hidden = records.stories.filter(({ id }) => imported.has(id)).length;
    const shown = people.filter(({ id }) => !records.stories.some((story) => story.id === id));
    const next = nextPage === undefined ? undefined : new URLSearchParams({ find, page: String(nextPage) });
    return { find, people: shown, found, hidden, nextAddress: next && `/?${next.toString()}` };
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
    const { launchService, launchRegistry, appOrigin, records } = this.#options;
    const settings = launchService.settingsOf(launchId);
    const record = records.record(settings?.patient ?? '');
    if (!record || !settings)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // The page was loaded again, and so is its frame.
    if (launchRegistry.isUsed(launchId))
      return seeOther(launchService.startLaunch(settings, launchService.topicOf(launchId)).url);
    const summary = this.#options.imported.summary(record.story.id) ?? patientSummary(record);
    // The frame passes through our own sign-in on its way back to the app.
    return pageResponse(
      200,
      ehrPage(summary, this.#patients(summary.id), launchId, {
        appUrl: launchService.appUrl(launchId),
        hasHub: launchService.topicOf(launchId) !== undefined,
      }),
      `'self' ${appOrigin}`,
    );
  }

  /**
   * Opens or closes a chart in the window of a launch, or signs its user out, without a new launch: the hub tells the app, and the page shows the
   * chart that is sent here once the app has answered.
   */
  async #changeChart(form: URLSearchParams): Promise<HttpResponse> {
    const { launchService, records, imported } = this.#options;
    const launchId = form.get('launch') ?? '';
    if (launchService.topicOf(launchId) === undefined) throw new HttpError(404, 'This launch has no hub.');
    const record = records.record(form.get('patient') ?? '');
    if (!record) throw new HttpError(400, 'There is no such patient.');
    const patient = imported.summary(record.story.id) ?? patientSummary(record);
    const action = form.get('action') ?? '';
    if (action === 'sign-out') await launchService.signOut(launchId);
    else if (action === 'close') await launchService.closeChart(launchId, patient.id);
    else await launchService.openChart(launchId, patient.id);
    const open = LEAVING.includes(action) ? undefined : patient;
    return pageResponse(200, chartPage(open, this.#patients(patient.id), launchId));
  }

  #openOtherPatient(form: URLSearchParams): HttpResponse {
    const { launchService } = this.#options;
    const settings = launchService.settingsOf(form.get('launch') ?? '');
    if (!settings)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // Without a script the page sends the end of a chart here too.
    if (LEAVING.includes(form.get('action') ?? '')) return seeOther('/');
    // An encounter named by id belongs to the first patient; another patient gets their own latest one.
    const encounter = settings.encounter !== false;
    return seeOther(
      launchService.startLaunch(
        { ...settings, encounter, patient: form.get('patient') ?? undefined },
        launchService.topicOf(form.get('launch') ?? ''),
      ).url,
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

const pageNumber = (text: string | null): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1);
