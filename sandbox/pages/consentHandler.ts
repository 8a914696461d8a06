import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer, ConsentRequest } from '../authorization/authorizationServer.ts';
import { covers, words } from '../authorization/scopes.ts';
import type { Desk } from '../launchService.ts';
import { formBody, HttpRefusal, seeOther, type Answer } from '../http.ts';
import { CLINICIAN, type Launch } from '../launchRegistry.ts';
import { choosesPatient, consentPage } from './consentPage.ts';
import { pageAnswer } from './htmlDocument.ts';
import type { Person } from './patientSummary.ts';

type ConsentOptions = {
  readonly desk: Desk;
  readonly authorization: AuthorizationServer;
  readonly people: () => readonly Person[];
};

/** The consent page of one request: shown, and answered once. */
export class Consent {
  readonly #options: ConsentOptions;

  constructor(options: ConsentOptions) {
    this.#options = options;
  }

  async answer(request: IncomingMessage, uid: string): Promise<Answer> {
    const asked = await this.#options.authorization.consentRequest(uid);
    if (!asked)
      throw new HttpRefusal(
        410,
        'This request was answered already, or has expired. Start again in the app.',
      );
    if (request.method === 'GET') return this.#page(200, asked);
    if (request.method !== 'POST') throw new HttpRefusal(405, 'This page is read and answered.');
    const form = await formBody(request);
    if (form.get('decision') !== 'approve') return this.#decided(uid, this.#declined());
    const patient = choosesPatient(asked) ? (form.get('patient') ?? '') : undefined;
    if (patient !== undefined && !this.#options.people().some(({ id }) => id === patient)) {
      return this.#page(400, asked, 'Choose whose record the app may use.');
    }
    return this.#decided(uid, this.#approved(patient, form.getAll('scope')));
  }

  #page(status: number, request: ConsentRequest, problem?: string): Answer {
    const { desk, people } = this.#options;
    const wanted = this.#wantedScopes();
    const allowed = (scope: string): boolean => !wanted || wanted.some((one) => covers(scope, one));
    const chosen = desk.standalone.patient;
    return pageAnswer(status, consentPage({ request, people: people(), chosen, allowed, problem }));
  }

  /** Who chooses a record signs in as that patient. */
  #approved(patient: string | undefined, ticked: readonly string[]): Launch {
    const { desk } = this.#options;
    const wanted = this.#wantedScopes();
    // What was set on the launch page may be narrower than what can be ticked here.
    const scopes = wanted ? wanted.filter((one) => ticked.some((scope) => covers(scope, one))) : ticked;
    const launch = desk.launchFor(patient, patient ?? CLINICIAN, {
      ...desk.standalone,
      scopes: scopes.join(' '),
    });
    return { ...launch, once: true };
  }

  #declined(): Launch {
    const { desk } = this.#options;
    return { ...desk.launchFor(undefined, CLINICIAN, desk.standalone), once: true, declined: true };
  }

  async #decided(uid: string, decision: Launch): Promise<Answer> {
    const address = await this.#options.authorization.decide(uid, decision);
    this.#options.desk.forgetStandalone();
    return seeOther(address ?? '/');
  }

  #wantedScopes(): readonly string[] | undefined {
    const { scopes } = this.#options.desk.standalone;
    return scopes === undefined ? undefined : words(scopes);
  }
}
