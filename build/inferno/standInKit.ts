import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLocalhost } from '../freePort.ts';
import { SUITE_ID, type KitResult } from './kitApi.ts';

/**
 * This server answers as the kit's source says (commit 9a219bd of the kit, 5180cff of inferno-core), as far as the command and a
 * launch use it, and checks what the five tests of a public client check. It knows no `OPTIONS`, as the kit does not.
 * @see https://github.com/inferno-framework/smart-app-launch-test-kit/tree/main/lib/smart_app_launch/client_suite
 */

export type StandInFaults = {
  /** This test fails whatever was sent. */
  readonly failingTest?: string;
  /** The run waits for ever at its beginning, as where the worker of the kit is not started. */
  readonly isStuck?: boolean;
  /** The API of the kit answers with this page, as another server at the address would. */
  readonly otherPage?: string;
};

type Inputs = Readonly<Record<string, string>>;
type Sent = { readonly path: string; readonly query: URLSearchParams; readonly token: string };
type Run = { id: string; status: string; inputs: Inputs; launch: string; sent: Sent[]; results: KitResult[] };

const BASE = `/custom/${SUITE_ID}`;
const TESTS = {
  registration: 'smart_client_registration_alp_verification',
  access: 'smart_client_access_alp_interaction',
  authorization: 'smart_client_authorization_request_alp_verification',
  token: 'smart_client_token_request_alp_verification',
  use: 'smart_client_token_use_verification',
} as const;

const testGroup = (group: string, tests: readonly string[]) => ({
  id: group,
  optional: false,
  run_as_group: true,
  test_groups: [],
  tests: tests.map((id, i) => ({
    id: `${group}-${id}`,
    short_id: `${group}.0${i + 1}`,
    title: id,
    optional: false,
  })),
});
const GROUPS = [
  testGroup('1', [TESTS.registration]),
  testGroup('2', [TESTS.access, TESTS.authorization, TESTS.token, TESTS.use]),
];
const idOf = (test: string): string => `${test === TESTS.registration ? '1' : '2'}-${test}`;

/** Starts the kit on a free port. `host` is its INFERNO_HOST, which it writes into discovery and links. */
export async function startStandInKit(host: string, faults: StandInFaults = {}) {
  const kit = new StandInKit(host, faults);
  const server = await listenOnLocalhost((request, response) => void kit.answer(request, response), 0);
  return { address: `http://localhost:${server.port}`, runs: kit.runs, close: () => server.close() };
}

class StandInKit {
  readonly runs: Run[] = [];
  readonly host: string;
  readonly faults: StandInFaults;
  constructor(host: string, faults: StandInFaults) {
    this.host = host;
    this.faults = faults;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://kit');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (this.faults.otherPage !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(this.faults.otherPage);
    } else if (path.startsWith('/api/')) this.answerApi(path, request.method ?? 'GET', body, response);
    else if (path.startsWith(BASE)) {
      const form = request.method === 'POST' ? new URLSearchParams(body) : query;
      this.answerClient({ path: path.slice(BASE.length), query: form, token }, request.method, response);
    } else response.writeHead(404).end();
  }

  answerApi(path: string, method: string, body: string, response: ServerResponse): void {
    const run = this.runs.find(({ id }) => path.startsWith(`/api/test_runs/${id}`));
    if (path === '/api/version') return json(response, { version: 'stand-in' });
    if (path === '/api/test_sessions' && method === 'POST') return createSession(body, response);
    if (path === '/api/test_runs' && method === 'POST') return this.startRun(body, response);
    if (run === undefined) return json(response, {}, 404);
    if (method === 'DELETE') run.status = 'done';
    if (path.endsWith('/results')) return json(response, run.results);
    if (run.status === 'queued' && this.faults.isStuck !== true) this.begin(run);
    json(response, { id: run.id, status: run.status });
  }

  startRun(body: string, response: ServerResponse): void {
    if (this.runs.some(({ status }) => status !== 'done'))
      return json(response, { error: 'Cannot run new test while another test run is in progress' }, 409);
    const { inputs } = JSON.parse(body) as { inputs: { name: string; value: string }[] };
    const byName = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const id = randomBytes(8).toString('hex');
    this.runs.push({ id, status: 'queued', inputs: byName, launch: '', sent: [], results: [] });
    json(response, { id, status: 'queued' });
  }

  begin(run: Run): void {
    const { smart_launch_urls: launchUrl = '', smart_redirect_uris: redirectUri = '' } = run.inputs;
    const isHttps = [launchUrl, redirectUri].every((address) => address.startsWith('https://'));
    this.judge(run, TESTS.registration, isHttps ? '' : 'Invalid registration details provided.');
    run.launch = randomBytes(32).toString('hex');
    const query = new URLSearchParams({ iss: `${this.host}${BASE}/fhir`, launch: run.launch });
    run.results.push({
      test_id: idOf(TESTS.access),
      result: 'wait',
      result_message: `**Launch and Access**\n\n- [launch](${launchUrl}?${query})\n\n[Click here](${this.host}${BASE}/resume_pass?token=x)`,
    });
    run.status = 'waiting';
  }

  judge(run: Run, test: string, problem: string): void {
    const isFailing = this.faults.failingTest === test;
    const why = isFailing ? 'it was told to fail' : problem;
    run.results = run.results.filter(({ test_id: id }) => id !== idOf(test));
    run.results.push(
      why === ''
        ? { test_id: idOf(test), result: 'pass' }
        : { test_id: idOf(test), result: 'fail', result_message: why },
    );
  }

  answerClient(sent: Sent, method: string | undefined, response: ServerResponse): void {
    const { path, query } = sent;
    if (path === '/fhir/.well-known/smart-configuration')
      return json(response, discovery(this.host), 200, true);
    const run = this.runs.find(({ status }) => status === 'waiting');
    if (run === undefined || (method !== 'GET' && method !== 'POST')) return json(response, {}, 404);
    if (path === '/resume_pass') return this.finish(run, query.get('token') ?? '', response);
    run.sent.push(sent);
    if (path === '/auth/authorization') goBack(run, query, response);
    else if (path === '/auth/token') json(response, tokenAnswer(run), 200, true);
    else this.answerFhir(run, path, response);
  }

  answerFhir(run: Run, path: string, response: ServerResponse): void {
    const { entry } = JSON.parse(run.inputs['fhir_read_resources_bundle'] ?? '{}') as {
      entry: { resource: { resourceType: string; id: string } }[];
    };
    const read = entry.find(
      ({ resource }) => path === `/fhir/${resource.resourceType}/${resource.id}`,
    )?.resource;
    json(response, read ?? JSON.parse(run.inputs['echoed_fhir_response'] ?? '{}'), 200, true);
  }

  finish(run: Run, clientId: string, response: ServerResponse): void {
    if (clientId !== run.inputs['client_id']) return json(response, {}, 404);
    const of = (path: string) => run.sent.filter((one) => one.path.startsWith(path));
    const [asked] = of('/auth/authorization');
    this.judge(run, TESTS.access, '');
    this.judge(run, TESTS.authorization, authorizationProblem(run, asked, this.host));
    this.judge(run, TESTS.token, tokenProblem(run, of('/auth/token')[0], asked));
    const isUsed = of('/fhir/').some(({ token }) => token === tokenOf(run));
    this.judge(run, TESTS.use, isUsed ? '' : 'No requests were made with an issued token.');
    run.status = 'done';
    response.writeHead(302, { location: `${this.host}/${SUITE_ID}/session` }).end();
  }
}

function createSession(body: string, response: ServerResponse): void {
  const { test_suite_id: suite, suite_options: options } = JSON.parse(body) as Record<string, unknown>;
  const isPublic = JSON.stringify(options).includes('"SMART,authorization_code,public"');
  if (suite !== SUITE_ID || !isPublic) return json(response, { errors: 'unknown suite or kind' }, 422);
  json(response, { id: 'session', test_suite_id: suite, test_suite: { test_groups: GROUPS } });
}

const codeOf = ({ id }: Run): string => `code-${id}`;
const tokenOf = ({ id }: Run): string => `token-${id}`;

const tokenAnswer = (run: Run) => ({
  ...(JSON.parse(run.inputs['launch_context'] ?? '{}') as object),
  access_token: tokenOf(run),
  token_type: 'Bearer',
  expires_in: 3600,
  scope: run.sent.find(({ path }) => path === '/auth/authorization')?.query.get('scope'),
});

function goBack(run: Run, query: URLSearchParams, response: ServerResponse): void {
  const back = new URL(query.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({ code: codeOf(run), state: query.get('state') ?? '' }).toString();
  response.writeHead(302, { location: back.href }).end();
}

const discovery = (host: string) => ({
  issuer: `${host}${BASE}/fhir`,
  authorization_endpoint: `${host}${BASE}/auth/authorization`,
  token_endpoint: `${host}${BASE}/auth/token`,
  capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2', 'context-ehr-patient'],
  code_challenge_methods_supported: ['S256'],
  grant_types_supported: ['authorization_code'],
});

function authorizationProblem(run: Run, asked: Sent | undefined, host: string): string {
  if (asked === undefined) return 'No authorization requests made.';
  const wanted = {
    response_type: 'code',
    client_id: run.inputs['client_id'],
    redirect_uri: run.inputs['smart_redirect_uris'],
    aud: `${host}${BASE}/fhir`,
    code_challenge_method: 'S256',
    ...(asked.query.has('launch') && { launch: run.launch }),
  };
  const wrong = Object.entries(wanted).filter(([name, value]) => asked.query.get(name) !== value);
  const missing = ['state', 'scope', 'code_challenge'].filter((name) => !asked.query.get(name));
  return [
    ...wrong.map(([name]) => `${name} is wrong.`),
    ...missing.map((name) => `${name} is missing.`),
  ].join(' ');
}

function tokenProblem(run: Run, sent: Sent | undefined, asked: Sent | undefined): string {
  if (sent === undefined) return 'No token requests made.';
  const { query } = sent;
  const verifier = query.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const checks = {
    grant_type: query.get('grant_type') === 'authorization_code',
    code: query.get('code') === codeOf(run),
    client_id: query.get('client_id') === run.inputs['client_id'],
    redirect_uri: query.get('redirect_uri') === asked?.query.get('redirect_uri'),
    code_verifier: challenge === asked?.query.get('code_challenge'),
  };
  return Object.entries(checks)
    .flatMap(([name, isRight]) => (isRight ? [] : [`${name} is wrong.`]))
    .join(' ');
}

function json(response: ServerResponse, body: unknown, status = 200, isForAll = false): void {
  const cors = isForAll ? { 'access-control-allow-origin': '*' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...cors }).end(JSON.stringify(body));
}
