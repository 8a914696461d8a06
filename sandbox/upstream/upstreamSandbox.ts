import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAuthorizationServer, isProviderPath } from '../authorization/authorizationServer.ts';
import { BackendClients } from '../bulk/backendClients.ts';
import { ActiveFaults } from '../faults/activeFaults.ts';
import { requireUrl, send } from '../http.ts';
import { LaunchRegistry } from '../launchRegistry.ts';
import { RequestLog } from '../requestLog.ts';
import { fhirBases } from '../vendors/vendor.ts';
import { PeopleDirectory } from './people.ts';
import { UpstreamFhirServer } from './upstreamFhirServer.ts';
import { UpstreamLaunches } from './upstreamLaunches.ts';
import { UpstreamReader } from './upstreamReader.ts';
import { UpstreamSite } from './upstreamSite.ts';

type UpstreamOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  /** This is the FHIR base of the other server. */
  readonly base: string;
  readonly timeLimitMs?: number;
};

/**
 * Returns a sandbox that is the authorization server of another FHIR server. It has that server's people, the sandbox's own
 * launches, tokens and rules, and no faults.
 */
export async function createUpstreamSandbox({
  origin,
  appOrigin,
  base,
  timeLimitMs,
}: UpstreamOptions): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const bases = fhirBases(origin);
  const reader = new UpstreamReader(base, timeLimitMs);
  const people = new PeopleDirectory(reader);
  const log = new RequestLog();
  const launchRegistry = new LaunchRegistry();
  const launches = new UpstreamLaunches({
    origin,
    appOrigin,
    fhirBase: bases.generic,
    people,
    launchRegistry,
  });
  const authorization = await createAuthorizationServer({
    origin,
    appOrigin,
    fhirBases: bases,
    launchRegistry,
    log,
    faults: new ActiveFaults(),
    findUser: (launch) => launches.findUser(launch),
    confidentialClients: [],
    backendClients: new BackendClients(),
  });
  const { findAccess } = authorization;
  const fhir = new UpstreamFhirServer({ origin, appOrigin, reader, log, findAccess });
  const server = new URL(base).host;
  const site = new UpstreamSite({
    origin,
    appOrigin,
    server,
    people,
    launches,
    launchRegistry,
    authorization,
    log,
  });
  return async (request, response) => {
    const url = requireUrl(request, origin);
    if (fhir.servesPath(url.pathname)) return fhir.handle(request, response, url);
    if (isProviderPath(url.pathname)) {
      response.setHeader('Cache-Control', 'no-store');
      return authorization.handle(request, response);
    }
    send(response, await site.handle(request, url));
  };
}
