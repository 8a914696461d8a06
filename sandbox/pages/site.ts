import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AuthorizationServer } from '../authorization/authorizationServer.ts';
import type { Desk } from '../launchService.ts';
import type { FaultBoard } from '../faults/activeFaults.ts';
import type { Records } from '../fhir/records.ts';
import { formBody, HttpRefusal, seeOther, type Answer } from '../http.ts';
import { settingsFromForm } from '../launchSettings.ts';
import { Consent } from './consentHandler.ts';
import { pageAnswer } from './htmlDocument.ts';
import { ehrPage } from './ehrPage.ts';
import { FaultsPanel } from './faultsHandler.ts';
import { launchPage } from './launchPage.ts';
import { personOf, type Person } from './patientSummary.ts';

type SiteOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly records: Records;
  readonly desk: Desk;
  readonly authorization: AuthorizationServer;
  readonly faults: FaultBoard;
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

  async answer(request: IncomingMessage, url: URL): Promise<Answer> {
    if (request.method === 'POST') this.#requireOwnOrigin(request);
    const consent = /^\/auth\/page\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (consent !== undefined) return this.#consent.answer(request, consent);
    if (/^\/faults(\/|$)/.test(url.pathname)) return this.#faultsPanel.answer(request, url.pathname);
    const type = FILES[url.pathname];
    if (type !== undefined) return { status: 200, type, body: file(url.pathname) };
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return pageAnswer(200, launchPage(this.#people(), this.#options.faults.current));
      case 'POST /launch':
        return seeOther(this.#options.desk.start(settingsFromForm(await formBody(request))).url);
      case 'GET /ehr':
        return this.#ehr(url.searchParams.get('launch') ?? '');
      case 'POST /ehr':
        return this.#otherPatient(await formBody(request));
      default:
        throw new HttpRefusal(404, 'There is nothing at this address.');
    }
  }

  #people(): readonly Person[] {
    return this.#options.records.all.map(personOf);
  }

  #ehr(launch: string): Answer {
    const { desk, appOrigin, records } = this.#options;
    const record = records.record(desk.settingsOf(launch)?.patient ?? '');
    if (!record)
      throw new HttpRefusal(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // The frame passes through our own sign-in on its way back to the app.
    return pageAnswer(
      200,
      ehrPage(personOf(record), this.#people(), launch, desk.appUrl(launch)),
      `'self' ${appOrigin}`,
    );
  }

  #otherPatient(form: URLSearchParams): Answer {
    const { desk } = this.#options;
    const settings = desk.settingsOf(form.get('launch') ?? '');
    if (!settings)
      throw new HttpRefusal(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    // An encounter named by id belongs to the first patient; another one gets their own latest.
    const encounter = settings.encounter !== false;
    return seeOther(desk.start({ ...settings, encounter, patient: form.get('patient') ?? undefined }).url);
  }

  /** A page elsewhere could post a form here; its browser says where the form came from. */
  #requireOwnOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.#options.origin) {
      throw new HttpRefusal(403, 'This form belongs to another site.');
    }
  }
}

const file = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`.${path}`, import.meta.url)), 'utf8');
