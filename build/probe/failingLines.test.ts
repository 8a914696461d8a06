import { expect, test } from 'vitest';
import { exitCodeOf } from './probeLine.ts';
import {
  type Answers,
  discoveryDocument,
  goodServer,
  lineOf,
  probeAt,
  answerWith,
  SETTINGS_REQUEST,
  STATEMENT,
  closeServersAfterEach,
} from './probeFixture.ts';

closeServersAfterEach();

const patient = 'OPTIONS /fhir/Patient/longview-probe';
const own = { 'access-control-allow-headers': 'authorization' };
test.each<readonly [string, Answers, string, string]>([
  [
    'no CORS on discovery',
    { [SETTINGS_REQUEST]: (_, response) => response.end('{}') },
    'discovery: CORS',
    'no Access-Control-Allow-Origin',
  ],
  [
    'CORS for another origin',
    { [SETTINGS_REQUEST]: answerWith(200, {}, { 'access-control-allow-origin': 'https://a.example' }) },
    'discovery: CORS',
    'is https://a.example',
  ],
  [
    'CORS twice',
    { [SETTINGS_REQUEST]: answerWith(200, {}, { 'access-control-allow-origin': ['*', '*'] }) },
    'discovery: CORS',
    'comes twice',
  ],
  [
    'HTML',
    { [SETTINGS_REQUEST]: answerWith(200, '<!doctype html><title>Sign in</title>') },
    '.well-known/smart-configuration',
    'sends a web page (HTML)',
  ],
  [
    'a body without end',
    { [SETTINGS_REQUEST]: answerWith(200, `"${'x'.repeat(500_000)}"`) },
    '.well-known/smart-configuration',
    'more than 128 KiB',
  ],
  [
    'a field that stands twice',
    { [SETTINGS_REQUEST]: answerWith(200, '{"issuer":"a","issuer":"b"}') },
    '.well-known/smart-configuration',
    'each field once',
  ],
  [
    'a redirect',
    { [SETTINGS_REQUEST]: answerWith(301, '', { location: 'https://b.example/x' }) },
    '.well-known/smart-configuration',
    'redirects (301) to https://b.example/',
  ],
  [
    'status 500',
    { [SETTINGS_REQUEST]: answerWith(500, {}) },
    '.well-known/smart-configuration',
    'status 500',
  ],
  [
    'no S256',
    {
      [SETTINGS_REQUEST]: answerWith(200, {
        ...discoveryDocument('https://x.example'),
        code_challenge_methods_supported: ['plain'],
      }),
    },
    'code_challenge_methods_supported',
    'plain',
  ],
  [
    'endpoints on another origin',
    { [SETTINGS_REQUEST]: answerWith(200, discoveryDocument('https://x.example')) },
    'token_endpoint',
    'x.example',
  ],
  [
    'no CORS on the token',
    { 'POST /token': (_, response) => response.writeHead(400).end() },
    'token endpoint: CORS',
    'no Access-Control-Allow-Origin',
  ],
  ['no token endpoint there', { 'POST /token': answerWith(404, {}) }, 'token endpoint: answer', 'status 404'],
  [
    'a preflight that wants a token',
    { [patient]: answerWith(401, {}, own) },
    'FHIR: preflight',
    'answers with status 401',
  ],
  [
    'a preflight that allows all headers but Authorization',
    { [patient]: answerWith(204, '', { 'access-control-allow-headers': '*' }) },
    'FHIR: preflight',
    'does not name authorization',
  ],
  [
    'FHIR of another version',
    { 'GET /fhir/metadata': answerWith(200, { ...STATEMENT, fhirVersion: '3.0.2' }) },
    'FHIR: version',
    '3.0.2',
  ],
  [
    'a server without Patient',
    { 'GET /fhir/metadata': answerWith(200, { ...STATEMENT, rest: [] }) },
    'FHIR: Patient',
    'not listed',
  ],
])('%s fails, and the line says for whom and what to ask', async (_, changes, check, found) => {
  const { iss } = await goodServer(changes);
  const lines = await probeAt(iss);
  expect(lineOf(lines, check)).toMatchObject({
    state: 'fails',
    found: expect.stringContaining(found) as string,
    meaning: expect.stringMatching(/\w{4}/) as string,
    ask: expect.stringMatching(/\w{4}/) as string,
  });
  expect(exitCodeOf(lines)).toBe(1);
});

test('a token endpoint that speaks of the client may mean the missing code, so it is worth knowing', async () => {
  const { iss } = await goodServer({ 'POST /token': answerWith(401, { error: 'invalid_client' }) });
  const lines = await probeAt(iss);
  expect(lineOf(lines, 'token endpoint: answer')).toMatchObject({
    state: 'note',
    found: 'refuses a request without a code as invalid_client (401)',
    ask: 'Is longview registered there as a public client, without a secret?',
  });
  expect(exitCodeOf(lines)).toBe(0);
});
