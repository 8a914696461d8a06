import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer, ConsentRequest } from '../authorization/authorizationServer.ts';
import { scopeCovers, splitScopes } from '../authorization/scopes.ts';
import { CLINICIAN_NAME } from '../fhir/practitioner.ts';
import type { LaunchService } from '../launchService.ts';
import { formBody, HttpError, seeOther, type HttpResponse } from '../http.ts';
import { CLINICIAN_ID, type Launch } from '../launchRegistry.ts';
import { pageResponse } from '../pages/htmlDocument.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import { consentStep } from './consentStep.ts';
import { fullName, personFor, proxyNamed, recordsOf } from './people.ts';
import { choosesPatient } from './portalPage.ts';
import { deviceLanguage, languageNamed, type Language } from './language.ts';
import { speechOf, type Speech } from './portalWords.ts';
import { recordStep } from './recordStep.ts';
import { signInStep } from './signInStep.ts';

type PortalOptions = {
  readonly launchService: LaunchService;
  readonly authorization: AuthorizationServer;
  readonly patients: () => readonly PatientSummary[];
};

/** Anything else declines. The last two lead back to a step before. */
const DECISIONS = ['approve', 'continue', 'signIn', 'record'];

/**
 * Leads a person through the portal: who signs in, whose record it is, and consent. Each step is a form that sends on
 * what was chosen before, so the server keeps nothing until the request is answered, once.
 */
export class PortalHandler {
  readonly #options: PortalOptions;

  constructor(options: PortalOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, uid: string): Promise<HttpResponse> {
    const consentRequest = await this.#options.authorization.consentRequest(uid);
    if (!consentRequest)
      throw new HttpError(410, 'This request was answered already, or has expired. Start again in the app.');
    const language = deviceLanguage(request.headers['accept-language']);
    if (request.method === 'GET') return new PortalVisit(this.#options, consentRequest, language).firstPage();
    if (request.method !== 'POST') throw new HttpError(405, 'This page is read and answered.');
    const form = await formBody(request);
    const chosen = languageNamed(form.get('speak')) ?? languageNamed(form.get('language')) ?? language;
    const answer = new PortalVisit(this.#options, consentRequest, chosen).answer(form);
    return 'status' in answer ? answer : this.#redirectAfter(uid, answer);
  }

  async #redirectAfter(uid: string, decision: Launch): Promise<HttpResponse> {
    const address = await this.#options.authorization.completeConsent(uid, decision);
    this.#options.launchService.forgetStandaloneSettings();
    return seeOther(address ?? '/');
  }
}

/** This is what a person has said so far. Without a person, the patient is who signs in. */
type Said = {
  readonly person: string | undefined;
  readonly patient: string;
  readonly scopes: readonly string[];
};

class PortalVisit {
  readonly #options: PortalOptions;
  readonly #request: ConsentRequest;
  readonly #patients: readonly PatientSummary[];
  readonly #speech: Speech;

  constructor(options: PortalOptions, request: ConsentRequest, language: Language) {
    this.#options = options;
    this.#request = request;
    this.#speech = speechOf(language);
    this.#patients = options.patients();
  }

  /** A launch that says who signs in begins at the consent, and one for nobody's record has no other step. */
  firstPage(): HttpResponse {
    const { user, patient = '' } = this.#options.launchService.standaloneSettings;
    const scopes = this.#request.requestedScopes.filter((scope) => this.#isAllowed(scope));
    if (!choosesPatient(this.#request)) return this.#consentPage({ person: CLINICIAN_ID, patient, scopes });
    // The portal lists no record that is built on demand, and nobody signs in for one.
    return user === undefined || !this.#patients.some(({ id }) => id === patient)
      ? this.#signInPage({ person: undefined, patient, scopes })
      : this.#consentPage({ person: personFor(user, patient), patient, scopes });
  }

  /** Returns the page that follows, or the decision. */
  answer(form: URLSearchParams): HttpResponse | Launch {
    const said: Said = {
      person: form.get('person') ?? undefined,
      patient: form.get('patient') ?? '',
      scopes: form.getAll('scope'),
    };
    // The switch of the language shows the same step once more, with all that was chosen on it.
    const decision = form.has('speak') ? stepNamed(form.get('step')) : form.get('decision');
    if (!DECISIONS.some((one) => one === decision)) return this.#declined();
    if (!choosesPatient(this.#request)) {
      return decision === 'approve'
        ? this.#approved(CLINICIAN_ID, undefined, said.scopes)
        : this.#consentPage({ ...said, person: CLINICIAN_ID });
    }
    if (decision === 'signIn') return this.#signInPage({ ...said, patient: said.person ?? said.patient });
    return said.person === undefined
      ? this.#afterSignIn(said, decision === 'approve')
      : this.#afterRecord({ ...said, person: said.person }, decision);
  }

  /** Who signs in may approve at once, and then opens their own record. */
  #afterSignIn(said: Said, isApproved: boolean): HttpResponse | Launch {
    const person = said.patient;
    const records = this.#recordsOf(person);
    const [first] = records;
    if (!first) return this.#signInPage(said, this.#noRecord);
    if (isApproved && first.id === person) return this.#approved(person, person, said.scopes);
    return records.length === 1
      ? this.#consentPage({ ...said, person, patient: first.id })
      : this.#recordPage({ ...said, person, patient: person });
  }

  #afterRecord(said: Said & { readonly person: string }, decision: string | null): HttpResponse | Launch {
    const { person, patient, scopes } = said;
    const records = this.#recordsOf(person);
    if (records.length === 0) return this.#signInPage(said, this.#noRecord);
    if (decision === 'record') return this.#recordPage(said);
    if (!records.some(({ id }) => id === patient)) return this.#recordPage(said, this.#noRecord);
    return decision === 'approve' ? this.#approved(person, patient, scopes) : this.#consentPage(said);
  }

  #signInPage(said: Said, problem?: string): HttpResponse {
    return pageResponse(
      statusOf(problem),
      signInStep({ ...this.#content(said, problem), chosen: said.patient }),
    );
  }

  #recordPage(said: Said & { readonly person: string }, problem?: string): HttpResponse {
    const { person, patient } = said;
    const content = { ...this.#content(said, problem), ...this.#signedIn(person) };
    return pageResponse(
      statusOf(problem),
      recordStep({ ...content, records: this.#recordsOf(person), chosen: patient }),
    );
  }

  #consentPage(said: Said & { readonly person: string }): HttpResponse {
    const { person, patient } = said;
    const record = choosesPatient(this.#request)
      ? this.#patients.find(({ id }) => id === patient)
      : undefined;
    const { tokenLifeSeconds } = this.#options.launchService.standaloneSettings;
    return pageResponse(
      200,
      consentStep({
        ...this.#content(said, undefined),
        ...this.#signedIn(person),
        record,
        tokenLifeSeconds,
        stepBefore: record && (this.#recordsOf(person).length > 1 ? 'record' : 'signIn'),
      }),
    );
  }

  #content({ scopes }: Said, problem: string | undefined) {
    return { request: this.#request, patients: this.#patients, scopes, problem, speech: this.#speech };
  }

  #signedIn(person: string) {
    const proxy = proxyNamed(person);
    const patient = this.#patients.find(({ id }) => id === person);
    return { person, name: patient?.name ?? (proxy ? fullName(proxy) : CLINICIAN_NAME) };
  }

  #recordsOf(person: string): readonly PatientSummary[] {
    const ids = recordsOf(
      person,
      this.#patients.map(({ id }) => id),
    );
    return ids.flatMap((id) => this.#patients.filter((patient) => patient.id === id));
  }

  #approved(person: string, patient: string | undefined, tickedScopes: readonly string[]): Launch {
    const { launchService } = this.#options;
    const configured = this.#configuredScopes();
    // The settings of the launch page may be narrower than the scopes that can be ticked here.
    const scopes = configured
      ? configured.filter((one) => tickedScopes.some((scope) => scopeCovers(scope, one)))
      : tickedScopes;
    const launch = launchService.buildLaunch(patient, person, {
      ...launchService.standaloneSettings,
      scopes: scopes.join(' '),
    });
    return { ...launch, isConsent: true };
  }

  #declined(): Launch {
    const { launchService } = this.#options;
    return {
      ...launchService.buildLaunch(undefined, CLINICIAN_ID, launchService.standaloneSettings),
      isConsent: true,
      isDeclined: true,
    };
  }

  get #noRecord(): string {
    return this.#speech.words.chooseRecord;
  }

  #isAllowed(scope: string): boolean {
    const configured = this.#configuredScopes();
    return !configured || configured.some((one) => scopeCovers(scope, one));
  }

  #configuredScopes(): readonly string[] | undefined {
    const { scopes } = this.#options.launchService.standaloneSettings;
    return scopes === undefined ? undefined : splitScopes(scopes);
  }
}

/** These show a step, and answer nothing. */
const STEPS = ['signIn', 'record', 'continue'];

const stepNamed = (text: string | null): string => STEPS.find((step) => step === text) ?? 'signIn';

const statusOf = (problem: string | undefined): number => (problem === undefined ? 200 : 400);
