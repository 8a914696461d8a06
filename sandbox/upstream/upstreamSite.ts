import type { IncomingMessage } from 'node:http';
import type { AuthorizationServer, ConsentRequest } from '../authorization/authorizationServer.ts';
import { FhirError } from '../fhir/fhirError.ts';
import { formBody, HttpError, jsonBody, jsonResponse, seeOther, type HttpResponse } from '../http.ts';
import { CLINICIAN_ID, type LaunchRegistry } from '../launchRegistry.ts';
import { settingsFromForm, settingsFromJson } from '../launchSettings.ts';
import { ehrPage } from '../pages/ehrPage.ts';
import { pageResponse } from '../pages/htmlDocument.ts';
import { staticFile } from '../pages/staticFiles.ts';
import { choosesPatient } from '../portal/portalPage.ts';
import type { RequestLog } from '../requestLog.ts';
import { styleResponse } from '../smartStyles.ts';
import type { PeopleDirectory, PeoplePage } from './people.ts';
import { upstreamConsentPage, upstreamLaunchPage, type PeopleContent } from './peoplePage.ts';
import type { UpstreamLaunches } from './upstreamLaunches.ts';

type SiteOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  /** The pages name the server behind by its host. */
  readonly server: string;
  readonly people: PeopleDirectory;
  readonly launches: UpstreamLaunches;
  readonly launchRegistry: LaunchRegistry;
  readonly authorization: AuthorizationServer;
  readonly log: RequestLog;
};

/** Serves the pages and the JSON API of a sandbox that stands before another server. */
export class UpstreamSite {
  readonly #options: SiteOptions;

  constructor(options: SiteOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    const { launches } = this.#options;
    if (url.pathname.startsWith('/api/')) return this.#api(request, url.pathname);
    if (request.method === 'POST') this.#requireOwnOrigin(request);
    const uid = /^\/auth\/page\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (uid !== undefined) return this.#signIn(request, url, uid);
    const file = request.method === 'GET' ? fileAt(url.pathname) : undefined;
    if (file) return file;
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return this.#launchPage(url.searchParams);
      case 'POST /launch':
        return seeOther((await inWords(launches.start(settingsFromForm(await formBody(request))))).url);
      case 'GET /ehr':
        return this.#ehr(url.searchParams.get('launch') ?? '');
      case 'POST /ehr':
        return this.#again(await formBody(request));
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  async #api(request: IncomingMessage, path: string): Promise<HttpResponse> {
    const { launches, log } = this.#options;
    switch (`${request.method} ${path}`) {
      case 'POST /api/launch':
        return jsonResponse(200, await inWords(launches.start(settingsFromJson(await jsonBody(request)))));
      case 'GET /api/requests':
        return jsonResponse(200, log.all);
      case 'DELETE /api/requests':
        log.clear();
        return { status: 204 };
      default:
        throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  async #launchPage(query: URLSearchParams): Promise<HttpResponse> {
    const content = await this.#content(query, '/', undefined);
    return pageResponse(
      content.problem === undefined ? 200 : 502,
      upstreamLaunchPage(content, this.#options.server),
    );
  }

  /** Returns the people to choose from. Where the server behind gives none, the page says why. */
  async #content(query: URLSearchParams, path: string, chosen: string | undefined): Promise<PeopleContent> {
    const { people } = this.#options;
    const find = (query.get('find') ?? chosen ?? '').trim().slice(0, 100);
    const token = query.get('page');
    const none: PeoplePage = { people: [], next: undefined };
    let problem: string | undefined;
    const page = await (token === null ? people.search(find) : people.page(token)).catch((error: unknown) => {
      if (!(error instanceof FhirError)) throw error;
      problem = wordsOf(error);
      return none;
    });
    const nextAddress =
      page.next === undefined
        ? undefined
        : `${path}?${new URLSearchParams({ find, page: page.next }).toString()}`;
    return { find, people: page.people, nextAddress, problem, chosen };
  }

  async #ehr(launch: string): Promise<HttpResponse> {
    const { launches, launchRegistry, appOrigin } = this.#options;
    const { patient, settings } = launches.started(launch);
    // The page was loaded again, and so is its frame.
    if (launchRegistry.isUsed(launch)) return seeOther((await inWords(launches.start(settings))).url);
    return pageResponse(
      200,
      ehrPage(patient, [patient], launch, { appUrl: launches.appUrl(launch), hasHub: false }),
      `'self' ${appOrigin}`,
    );
  }

  /** Opens the same patient once more, with the same settings. */
  async #again(form: URLSearchParams): Promise<HttpResponse> {
    const { launches } = this.#options;
    const { settings } = launches.started(form.get('launch') ?? '');
    return seeOther((await inWords(launches.start(settings))).url);
  }

  async #signIn(request: IncomingMessage, url: URL, uid: string): Promise<HttpResponse> {
    const { authorization, launches, server } = this.#options;
    const consent = await authorization.consentRequest(uid);
    if (!consent)
      throw new HttpError(410, 'This request was answered already, or has expired. Start again in the app.');
    if (request.method === 'POST') return this.#decide(uid, consent, await formBody(request));
    if (request.method !== 'GET') throw new HttpError(405, 'This page is read and answered.');
    const content = choosesPatient(consent)
      ? await this.#content(url.searchParams, url.pathname, launches.standalone.patient)
      : { find: '', people: [], nextAddress: undefined, problem: undefined, chosen: undefined };
    return pageResponse(
      content.problem === undefined ? 200 : 502,
      upstreamConsentPage(
        { ...content, scopes: consent.requestedScopes, choosesPatient: choosesPatient(consent) },
        server,
      ),
    );
  }

  async #decide(uid: string, consent: ConsentRequest, form: URLSearchParams): Promise<HttpResponse> {
    const { authorization, launches, people } = this.#options;
    const settings = launches.standalone;
    const isApproved = form.get('decision') === 'approve';
    const patient =
      isApproved && choosesPatient(consent)
        ? await inWords(people.find(form.get('patient') ?? ''))
        : undefined;
    if (isApproved && choosesPatient(consent) && !patient)
      throw new HttpError(400, 'Go back and choose whose record Longview may see.');
    const user = form.get('person') === 'clinician' || !patient ? CLINICIAN_ID : patient.id;
    const allowed = settings.scopes === undefined ? undefined : settings.scopes.split(' ');
    const scopes = form.getAll('scope').filter((scope) => allowed?.includes(scope) !== false);
    const launch = launches.launchOf(patient, user, { ...settings, scopes: scopes.join(' ') });
    const address = await authorization.completeConsent(uid, {
      ...launch,
      isConsent: true,
      isDeclined: !isApproved,
    });
    return seeOther(address ?? '/');
  }

  /** A page elsewhere could post a form here, but its browser says where the form came from. */
  #requireOwnOrigin({ headers }: IncomingMessage): void {
    if (headers.origin !== undefined && headers.origin !== this.#options.origin)
      throw new HttpError(403, 'This form belongs to another site.');
  }
}

const fileAt = (path: string): HttpResponse | undefined => staticFile(path) ?? styleResponse(path);

/** Returns what the server behind or the sandbox says about a failure, for a person. */
const wordsOf = (error: FhirError): string =>
  error.outcome.issue[0]?.diagnostics === undefined || error.outcome.issue[0].diagnostics === error.message
    ? error.message
    : `${error.message} It says: ${error.outcome.issue[0].diagnostics}`;

/** A failure of the server behind is shown on a page in words. */
const inWords = <T>(result: Promise<T>): Promise<T> =>
  result.catch((error: unknown) => {
    throw error instanceof FhirError ? new HttpError(error.status, wordsOf(error)) : error;
  });
