import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer, ConsentRequest } from '../authorization/authorizationServer.ts';
import { scopeCovers, splitScopes } from '../authorization/scopes.ts';
import type { LaunchService } from '../launchService.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { CLINICIAN_ID, type Launch } from '../launchRegistry.ts';
import { choosesPatient, consentPage } from './consentPage.ts';
import { pageResponse } from './htmlDocument.ts';
import type { Person } from './patientSummary.ts';

type ConsentOptions = {
  readonly launchService: LaunchService;
  readonly authorization: AuthorizationServer;
  readonly people: () => readonly Person[];
};

/** The consent page of one request: shown, and answered once. */
export class Consent {
  readonly #options: ConsentOptions;

  constructor(options: ConsentOptions) {
    this.#options = options;
  }

  async answer(request: IncomingMessage, uid: string): Promise<HttpResponse> {
    const asked = await this.#options.authorization.consentRequest(uid);
    if (!asked)
      throw new HttpError(410, 'This request was answered already, or has expired. Start again in the app.');
    if (request.method === 'GET') return this.#page(200, asked);
    if (request.method !== 'POST') throw new HttpError(405, 'This page is read and answered.');
    const form = await formBody(request);
    if (form.get('decision') !== 'approve') return this.#decided(uid, this.#declined());
    const patient = choosesPatient(asked) ? (form.get('patient') ?? '') : undefined;
    if (patient !== undefined && !this.#options.people().some(({ id }) => id === patient)) {
      return this.#page(400, asked, 'Choose whose record the app may use.');
    }
    return this.#decided(uid, this.#approved(patient, form.getAll('scope')));
  }

  #page(status: number, request: ConsentRequest, problem?: string): HttpResponse {
    const { launchService, people } = this.#options;
    const wanted = this.#wantedScopes();
    const allowed = (scope: string): boolean => !wanted || wanted.some((one) => scopeCovers(scope, one));
    const chosen = launchService.standaloneSettings.patient;
    return pageResponse(status, consentPage({ request, people: people(), chosen, allowed, problem }));
  }

  /** Who chooses a record signs in as that patient. */
  #approved(patient: string | undefined, ticked: readonly string[]): Launch {
    const { launchService } = this.#options;
    const wanted = this.#wantedScopes();
    // What was set on the launch page may be narrower than what can be ticked here.
    const scopes = wanted ? wanted.filter((one) => ticked.some((scope) => scopeCovers(scope, one))) : ticked;
    const launch = launchService.buildLaunch(patient, patient ?? CLINICIAN_ID, {
      ...launchService.standaloneSettings,
      scopes: scopes.join(' '),
    });
    return { ...launch, isOneTime: true };
  }

  #declined(): Launch {
    const { launchService } = this.#options;
    return {
      ...launchService.buildLaunch(undefined, CLINICIAN_ID, launchService.standaloneSettings),
      isOneTime: true,
      isDeclined: true,
    };
  }

  async #decided(uid: string, decision: Launch): Promise<HttpResponse> {
    const address = await this.#options.authorization.completeConsent(uid, decision);
    this.#options.launchService.forgetStandaloneSettings();
    return seeOther(address ?? '/');
  }

  #wantedScopes(): readonly string[] | undefined {
    const { scopes } = this.#options.launchService.standaloneSettings;
    return scopes === undefined ? undefined : splitScopes(scopes);
  }
}
