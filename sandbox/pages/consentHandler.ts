import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer, ConsentRequest } from '../authorization/authorizationServer.ts';
import { scopeCovers, splitScopes } from '../authorization/scopes.ts';
import type { LaunchService } from '../launchService.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { CLINICIAN_ID, type Launch } from '../launchRegistry.ts';
import { choosesPatient, consentPage } from './consentPage.ts';
import { pageResponse } from './htmlDocument.ts';
import type { PatientSummary } from './patientSummary.ts';

type ConsentOptions = {
  readonly launchService: LaunchService;
  readonly authorization: AuthorizationServer;
  readonly patients: () => readonly PatientSummary[];
};

/** Shows the consent page of one request and answers it once. */
export class ConsentHandler {
  readonly #options: ConsentOptions;

  constructor(options: ConsentOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, uid: string): Promise<HttpResponse> {
    const consentRequest = await this.#options.authorization.consentRequest(uid);
    if (!consentRequest)
      throw new HttpError(410, 'This request was answered already, or has expired. Start again in the app.');
    if (request.method === 'GET') return this.#page(200, consentRequest);
    if (request.method !== 'POST') throw new HttpError(405, 'This page is read and answered.');
    const form = await formBody(request);
    if (form.get('decision') !== 'approve') return this.#redirectAfter(uid, this.#declinedLaunch());
    const patient = choosesPatient(consentRequest) ? (form.get('patient') ?? '') : undefined;
    if (patient !== undefined && !this.#options.patients().some(({ id }) => id === patient)) {
      return this.#page(400, consentRequest, 'Choose whose record the app may use.');
    }
    return this.#redirectAfter(uid, this.#approvedLaunch(patient, form.getAll('scope')));
  }

  #page(status: number, request: ConsentRequest, problem?: string): HttpResponse {
    const { launchService, patients } = this.#options;
    const configured = this.#configuredScopes();
    const isAllowed = (scope: string): boolean =>
      !configured || configured.some((one) => scopeCovers(scope, one));
    const chosen = launchService.standaloneSettings.patient;
    return pageResponse(status, consentPage({ request, patients: patients(), chosen, isAllowed, problem }));
  }

  /** A person who chooses a record signs in as that patient. */
  #approvedLaunch(patient: string | undefined, tickedScopes: readonly string[]): Launch {
    const { launchService } = this.#options;
    const configured = this.#configuredScopes();
    // The settings of the launch page may be narrower than the scopes that can be ticked here.
    const scopes = configured
      ? configured.filter((one) => tickedScopes.some((scope) => scopeCovers(scope, one)))
      : tickedScopes;
    const launch = launchService.buildLaunch(patient, patient ?? CLINICIAN_ID, {
      ...launchService.standaloneSettings,
      scopes: scopes.join(' '),
    });
    return { ...launch, isOneTime: true };
  }

  #declinedLaunch(): Launch {
    const { launchService } = this.#options;
    return {
      ...launchService.buildLaunch(undefined, CLINICIAN_ID, launchService.standaloneSettings),
      isOneTime: true,
      isDeclined: true,
    };
  }

  async #redirectAfter(uid: string, decision: Launch): Promise<HttpResponse> {
    const address = await this.#options.authorization.completeConsent(uid, decision);
    this.#options.launchService.forgetStandaloneSettings();
    return seeOther(address ?? '/');
  }

  #configuredScopes(): readonly string[] | undefined {
    const { scopes } = this.#options.launchService.standaloneSettings;
    return scopes === undefined ? undefined : splitScopes(scopes);
  }
}
