import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { checkedSites } from '../sites/siteFile.ts';
import type { ProbeLine } from './probeLine.ts';
import { probeSite } from './probeSite.ts';
import { startTestServer } from '../testServerFixture.ts';

/** The page of this origin asks in every probe of a test. */
export const PAGE_ORIGIN = 'https://longview.example';
/** These servers end with their test. */
export const runningServers: { close(): Promise<void> }[] = [];

/** Ends the servers of each test of a file. */
export const closeServersAfterEach = (): void =>
  afterEach(async () => {
    await Promise.all(runningServers.splice(0).map((server) => server.close()));
  });

/** Returns a site of a site file. */
export const siteAt = (iss: string, fields: object = {}): object => ({
  id: 'general',
  label: 'General Hospital',
  iss,
  clientId: 'longview',
  ...fields,
});

/** Asks a server as the page of an origin would. */
export async function probeAt(
  iss: string,
  fields: object = {},
  origin = PAGE_ORIGIN,
): Promise<readonly ProbeLine[]> {
  const [site] = checkedSites({ sites: [siteAt(iss, fields)] }, 'sites.json');
  if (site === undefined) throw new Error('There is no site.');
  return probeSite(site, origin);
}

export const lineOf = (lines: readonly ProbeLine[], check: string): ProbeLine | undefined =>
  lines.find((one) => one.check === check);

export const failedChecks = (lines: readonly ProbeLine[]): string[] =>
  lines.filter(({ state }) => state === 'fails').map(({ check }) => check);

export type Answers = Readonly<Record<string, RequestListener>>;
const CORS = { 'access-control-allow-origin': PAGE_ORIGIN };
/** Returns a listener that sends this, to a page of `PAGE_ORIGIN`. */
export const answerWith =
  (
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string | string[]>> = {},
  ): RequestListener =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...CORS, ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
/** Returns the settings of a server that has all that Longview needs. */
export const discoveryDocument = (origin: string) => ({
  issuer: `${origin}/fhir`,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  code_challenge_methods_supported: ['S256'],
  grant_types_supported: ['authorization_code'],
  capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2', 'permission-patient'],
});

export const STATEMENT = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      resource: [
        { type: 'Patient' },
        { type: 'Observation', searchParam: [{ name: 'patient' }, { name: 'date' }, { name: 'category' }] },
      ],
    },
  ],
};

/** A server that does all that Longview needs, but for what `changes` answers in its place, by method and path. */
export async function goodServer(
  changes: Answers = {},
): Promise<{ iss: string; origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  let origin = '';
  const answers = (): Answers => ({
    'GET /fhir/.well-known/smart-configuration': answerWith(200, discoveryDocument(origin)),
    'GET /fhir/metadata': answerWith(200, STATEMENT),
    'GET /fhir/Patient/longview-probe': answerWith(401, {}),
    'OPTIONS /fhir/Patient/longview-probe': answerWith(204, '', {
      'access-control-allow-headers': 'Authorization, Accept',
      'access-control-max-age': '7200',
    }),
    'POST /token': answerWith(400, { error: 'invalid_request' }),
    'OPTIONS /token': answerWith(204, ''),
    'GET /authorize': answerWith(200, '<html>', { 'content-type': 'text/html' }),
    ...changes,
  });
  const started = await startTestServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request);
    const path = (request.url ?? '').split('?')[0];
    const answer = answers()[`${request.method} ${path}`];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  runningServers.push(started);
  origin = started.origin;
  return { iss: `${origin}/fhir`, origin, asked };
}

/** A server is asked here for its settings. */
export const SETTINGS_REQUEST = 'GET /fhir/.well-known/smart-configuration';
