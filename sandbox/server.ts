// The sandbox is an EHR to try the app against. It runs on an origin of its own, so that CORS, framing and
// redirects between it and the app are real, and it shares no code with src/.
//
// `authorization/` sets SMART's rules around the library `oidc-provider`, and `fhir/` reads and searches records for
// whoever has a token. `patients/` builds the resources of the synthetic patients. `vendors/` makes the same records
// look and behave like those of Epic, Oracle Health or MEDITECH. `pages/` shows the launch page, the EHR with the
// app in its frame, and the patient portal, where people sign in and consent; `portal/` says who they are and whose
// records they may open. jsonApi.ts offers the same to tests. `faults/` lists everything that
// the sandbox can be told to do wrong. `fhircast/` is a hub that tells the apps which chart is open. `upstream/` puts the same launches and tokens before another FHIR server, and `tokenHandler/` is a
// server of a hospital that stands before this one with a secret.
// `bulk/` exports many records at once to servers that have a key of their own, and `imported/` has the people of such an export.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { BackendClients } from './bulk/backendClients.ts';
import { BulkServer } from './bulk/bulkServer.ts';
import { DEFAULT_POPULATION, type Population } from './bulk/population.ts';
import { ImportedPeople } from './imported/importedPeople.ts';
import { JsonApi } from './jsonApi.ts';
import type { User } from './authorization/providerConfiguration.ts';
import {
  createAuthorizationServer,
  isProviderPath,
  type AuthorizationServer,
} from './authorization/authorizationServer.ts';
import { authenticationMethods, type ConfidentialClient } from './authorization/confidentialClient.ts';
import { LaunchService } from './launchService.ts';
import { ActiveFaults } from './faults/activeFaults.ts';
import { Hub } from './fhircast/hub.ts';
import { CLINICIAN_NAME } from './fhir/practitioner.ts';
import { RecordStore } from './fhir/records.ts';
import { withCacheHeaders } from './cacheHeaders.ts';
import { FhirServer } from './fhir/fhirServer.ts';
import { HttpError, jsonResponse, requireUrl, send, type HttpResponse } from './http.ts';
import { CLINICIAN_ID, LaunchRegistry, type Launch } from './launchRegistry.ts';
import { pageResponse, refuseFramingHeaders } from './pages/htmlDocument.ts';
import { errorPage } from './pages/errorPage.ts';
import { patientSummary } from './pages/patientSummary.ts';
import { Site } from './pages/site.ts';
import { fullName, proxyNamed, userReference } from './portal/people.ts';
import { refusedPage } from './portal/refusedPage.ts';
import type { PatientStory } from './patients/story.ts';
import { RequestLog } from './requestLog.ts';
import { styleResponse } from './smartStyles.ts';
import { createUpstreamSandbox } from './upstream/upstreamSandbox.ts';
import { VENDOR_BEHAVIOURS, recodeStories } from './vendors/vendorBehaviours.ts';
import { fhirBases, type Vendor } from './vendors/vendor.ts';

type SandboxOptions = {
  readonly origin: string;
  /**
   * The app is served at this origin. It is registered with `${appOrigin}/index.html` as its only redirect
   * URI.
   */
  readonly appOrigin: string;
  readonly stories: readonly PatientStory[];
  /** These clients are registered beside the page, which is a public one. */
  readonly confidentialClients?: readonly ConfidentialClient[];
  /** These people are exported and stand on no page until they are imported. */
  readonly population?: Population;
  /** The folder that `npm run cohort` writes. Its people stand beside the invented ones, at the generic server. */
  readonly cohortFolder?: string | undefined;
  /** The FHIR base of a server whose people are launched in place of the invented ones. */
  readonly upstream?: { readonly base: string; readonly timeLimitMs?: number } | undefined;
  /** It tells the apps which chart is open. Its faults are those of the sandbox. */
  readonly hubWith?: ((faults: ActiveFaults) => Hub) | undefined;
};

export type Sandbox = { readonly origin: string; readonly fhirBase: string; close(): Promise<void> };

export async function createSandbox(options: SandboxOptions): Promise<RequestListener> {
  const { origin, appOrigin, confidentialClients = [], upstream } = options;
  if (upstream !== undefined)
    return listenerFor(origin, await createUpstreamSandbox({ origin, appOrigin, ...upstream }));
  const bases = fhirBases(origin);
  const imported = new ImportedPeople(options.cohortFolder);
  const recordsByVendor = createRecords(options.stories, bases, imported);
  const records = recordsByVendor.generic;
  const launchRegistry = new LaunchRegistry();
  const [log, faults] = [new RequestLog(), new ActiveFaults()];
  const hub = options.hubWith?.(faults);
  const launches = { fhirBases: bases, recordsByVendor, launchRegistry, hub };
  const launchService = new LaunchService({ ...options, ...launches });
  const backendClients = new BackendClients();
  const authorization = await createAuthorizationServer({
    origin,
    appOrigin,
    fhirBases: bases,
    launchRegistry,
    log,
    faults,
    findUser: (launch) => findUser(launch, records),
    confidentialClients,
    backendClients,
  });
  const { findAccess, findBackend } = authorization;
  const bulk = new BulkServer({
    origin,
    fhirBase: bases.generic,
    records,
    population: options.population ?? DEFAULT_POPULATION,
    faults,
    findBackend,
  });
  const fhirServers = Object.values(VENDOR_BEHAVIOURS).map(
    (behaviour) =>
      new FhirServer({
        origin,
        appOrigin,
        behaviour,
        records: recordsByVendor[behaviour.vendor],
        log,
        faults,
        findAccess,
        authenticationMethods: authenticationMethods(confidentialClients),
      }),
  );
  const api = new JsonApi({ launchService, recordsByVendor, log, faults, backendClients, bulk, hub });
  const site = new Site({
    origin,
    appOrigin,
    records,
    imported,
    launchService,
    launchRegistry,
    authorization,
    faults,
  });
  return listenerFor(origin, routes(origin, { bulk, fhirServers, hub, api, site, authorization, faults }));
}

type Parts = {
  readonly bulk: BulkServer;
  readonly fhirServers: readonly FhirServer[];
  readonly hub: Hub | undefined;
  readonly api: JsonApi;
  readonly site: Site;
  readonly authorization: AuthorizationServer;
  readonly faults: ActiveFaults;
};

const routes =
  (origin: string, { bulk, fhirServers, hub, api, site, authorization, faults }: Parts): Handle =>
  async (request, response) => {
    const url = requireUrl(request, origin);
    const servers = [bulk, ...fhirServers];
    const server = servers.find((one) => one.servesPath(url.pathname));
    if (server) {
      await server.handle(request, response, url);
    } else if (hub?.servesPath(url.pathname)) {
      send(response, await hub.handle(request, url, authorization.findAccess));
    } else if (url.pathname.startsWith('/api/')) {
      send(response, await api.handle(request, url));
    } else if (isProviderPath(url.pathname)) {
      response.setHeader('Cache-Control', 'no-store');
      authorization.handle(request, response);
    } else {
      const style = request.method === 'GET' ? styleResponse(url.pathname) : undefined;
      const page =
        style === undefined
          ? await site.handle(request, url)
          : withCacheHeaders(style, faults.current.cache, request);
      const refusesFrames = url.pathname.startsWith('/auth/') && faults.current.authorize?.refuseFrames;
      send(response, refusesFrames ? refuseFraming(page) : page);
    }
  };

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const listenerFor =
  (origin: string, handle: Handle): RequestListener =>
  (request, response) => {
    // Any other name for this machine is refused, because the library writes its own addresses from it, and a
    // page elsewhere could have its name point here (DNS rebinding).
    const isOwnName = request.headers.host === new URL(origin).host;
    // HEAD is answered as GET, and Node leaves the body out: https://www.rfc-editor.org/rfc/rfc9110#section-9.1
    if (request.method === 'HEAD') request.method = 'GET';
    const handled = isOwnName
      ? handle(request, response)
      : Promise.reject(
          new HttpError(421, `This server answers to one name. Open ${origin}/ in place of this address.`),
        );
    handled.catch((error: unknown) => sendError(request, response, error));
  };

/**
 * Listens on 127.0.0.1. It rejects with the error of the port, such as `EADDRINUSE` for one that is taken.
 */
export async function startSandbox({
  port,
  ...options
}: Omit<SandboxOptions, 'origin'> & { readonly port: number }): Promise<Sandbox> {
  const server = createServer();
  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  // The port is known only now, and the issuer contains it.
  let hub: Hub | undefined;
  const hubWith = (faults: ActiveFaults): Hub => (hub = new Hub(origin, options.appOrigin, faults));
  server.on('request', await createSandbox({ origin, ...options, hubWith }));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // who asked is gone
    if (hub) hub.upgrade(request, socket, head);
    else socket.destroy();
  });
  return {
    origin,
    fhirBase: fhirBases(origin).generic,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        hub?.stop();
        server.closeAllConnections();
      }),
  };
}

/** Each vendor's system holds the same patients, in its own codes and units. */
const createRecords = (
  stories: readonly PatientStory[],
  bases: Readonly<Record<Vendor, string>>,
  imported: ImportedPeople,
): Readonly<Record<Vendor, RecordStore>> => ({
  generic: new RecordStore(stories, bases.generic, imported),
  epic: new RecordStore(recodeStories(stories, VENDOR_BEHAVIOURS.epic), bases.epic),
  oracle: new RecordStore(recodeStories(stories, VENDOR_BEHAVIOURS.oracle), bases.oracle),
  meditech: new RecordStore(recodeStories(stories, VENDOR_BEHAVIOURS.meditech), bases.meditech),
});

async function listen(server: Server, wantedPort: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wantedPort, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.');
  return address.port;
}

const refuseFraming = (page: HttpResponse): HttpResponse => {
  const policies = page.headers?.['Content-Security-Policy'];
  return {
    ...page,
    headers: { ...page.headers, ...refuseFramingHeaders(policies === undefined ? '' : String(policies)) },
  };
};

function findUser({ user, patient, fhirBase }: Launch, records: RecordStore): User | undefined {
  const record = records.record(user);
  const proxy = proxyNamed(user);
  const name =
    user === CLINICIAN_ID ? CLINICIAN_NAME : record ? patientSummary(record).name : proxy && fullName(proxy);
  return name === undefined ? undefined : { fhirUser: `${fhirBase}/${userReference(user, patient)}`, name };
}

function sendError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const httpError = error instanceof HttpError ? error : new HttpError(500, 'The sandbox failed.');
  if (httpError !== error) console.error(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const wantsHtml = request.headers.accept?.includes('text/html') === true;
  const { status, message } = httpError;
  if (!wantsHtml) {
    send(response, jsonResponse(status, { error: message }));
    return;
  }
  // Patients come to the portal. The other pages are for people who try the sandbox.
  const isPortal = request.url?.startsWith('/auth/') === true;
  const page = isPortal ? refusedPage(request.headers, status, message) : errorPage(message);
  send(response, pageResponse(status, page));
}
