import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startSandbox, type Sandbox } from '../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../testSandbox.ts';
import { startServer } from '../tokenHandler/testHandler.ts';

const patient = (id: string, family: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family, given: ['Test'] }],
  birthDate: '1950-04-03',
  gender: 'female',
});
export const result = (id: string, owner: string, category = 'vital-signs') =>
  `{"resourceType":"Observation","id":"${id}","status":"final","code":{"text":"x"},"valueQuantity":{"value":7.0},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"${category}"}]}],"subject":{"reference":"${owner}"}}`;

const PEOPLE = [patient('anna', 'Ash'), patient('ben', 'Birch'), patient('cleo', 'Cedar')];
const RESULTS = [
  result('a1', 'Patient/anna'),
  result('a2', 'BASE/Patient/anna', 'laboratory'),
  result('a3', 'Patient/anna/_history/2'),
  result('b1', 'Patient/ben'),
];

/** A small FHIR server that answers what a test puts into it and pages by two, and the sandbox before it. */
type UpstreamServer = {
  readonly base: string;
  readonly sandbox: Sandbox;
  /** The requests since the test began, or since it emptied the list. */
  asked: IncomingMessage[];
  /** A test puts an answer here that replaces the usual one. */
  special: ((url: URL, response: ServerResponse) => boolean) | undefined;
  /** Returns an access token of a launch for this person. */
  tokenFor(id?: string, settings?: Record<string, unknown>): Promise<string>;
  /** Reads an address below the FHIR base, or a whole one. */
  get(path: string, token: string): Promise<{ status: number; text: string; headers: Headers }>;
};

export const jsonAnswer = (response: ServerResponse, body: string, status = 200): ServerResponse =>
  response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(body);

export const bundleText = (base: string, entries: readonly string[], next?: string): string =>
  `{"resourceType":"Bundle","type":"searchset","total":${entries.length},"link":[${next === undefined ? '' : JSON.stringify({ relation: 'next', url: next })}],"entry":[${entries
    .map((one) => `{"fullUrl":"${base}/x","resource":${one}}`)
    .join(',')}]}`;

function peopleAnswer(base: string, url: URL, response: ServerResponse): ServerResponse {
  const from = Number(url.searchParams.get('from') ?? '0');
  const name = url.searchParams.get('name')?.toLowerCase() ?? '';
  const found = PEOPLE.filter((one) => one.name[0]?.family.toLowerCase().startsWith(name));
  const query = new URLSearchParams({ name, from: String(from + 2) });
  const next = from + 2 < found.length ? `${base}/Patient?${query.toString()}` : undefined;
  const texts = found.slice(from, from + 2).map((one) => JSON.stringify(one));
  return jsonAnswer(response, bundleText(base, texts, next));
}

function answer(base: string, url: URL, response: ServerResponse): unknown {
  const [, , type, id] = url.pathname.split('/');
  if (type === 'metadata')
    return jsonAnswer(response, '{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}');
  if (type === 'Patient' && id === undefined) return peopleAnswer(base, url, response);
  const person = PEOPLE.find((one) => type === 'Patient' && one.id === id);
  const single = RESULTS.find((one) => type === 'Observation' && one.includes(`"id":"${id}"`));
  if (person) return jsonAnswer(response, JSON.stringify(person));
  if (single !== undefined) return jsonAnswer(response, single.replaceAll('BASE', base));
  const outcome =
    '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found","diagnostics":"not known here"}]}';
  if (id !== undefined) return jsonAnswer(response, outcome, 404);
  // Whatever was asked for: a server behind may ignore a parameter.
  const from = Number(url.searchParams.get('from') ?? '0');
  const found = RESULTS.slice(from, from + 2).map((one) => one.replaceAll('BASE', base));
  return jsonAnswer(
    response,
    bundleText(base, found, from === 0 ? `${base}?from=2&secret=of-this-search` : undefined),
  );
}

/** Starts both servers before the tests of a file and stops them after the last one. */
export function useUpstreamServer(): UpstreamServer {
  const state: { base?: string; sandbox?: Sandbox; stop?(): void } = {};
  const behind: UpstreamServer = {
    get base() {
      return state.base!;
    },
    get sandbox() {
      return state.sandbox!;
    },
    asked: [],
    special: undefined,
    tokenFor: async (id = 'anna', settings = {}) =>
      (await obtainToken(behind.sandbox, { patient: id, ...settings })).access_token,
    async get(path, token) {
      const response = await fhirGet(path.startsWith('http') ? path : behind.sandbox.fhirBase + path, token);
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
  beforeAll(async () => {
    const server = await startServer((request, response) => {
      const url = new URL(request.url ?? '/', behind.base);
      behind.asked.push(request);
      if (behind.special?.(url, response) !== true) answer(behind.base, url, response);
    });
    state.base = `${server.origin}/fhir`;
    state.stop = () => server.close();
    const upstream = { base: behind.base };
    state.sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [], upstream });
  });
  beforeEach(() => {
    behind.asked = [];
  });
  afterEach(() => {
    behind.special = undefined;
  });
  afterAll(async () => {
    await state.sandbox?.close();
    state.stop?.();
  });
  return behind;
}
