import type { FaultScenario } from './faults.ts';

const sentBack = (error: string, description: string, errorDescription: string): FaultScenario => ({
  name: error.replaceAll('_', '-'),
  title: error,
  description,
  faults: { authorize: { error, description: errorDescription } },
});

export const signInScenarios: readonly FaultScenario[] = [
  sentBack('access_denied', 'The app comes back because somebody declined.', 'The user declined.'),
  sentBack('invalid_scope', 'The app comes back because of a scope.', 'A scope is not allowed.'),
  sentBack(
    'unauthorized_client',
    'The app comes back because this hospital has not allowed it.',
    'Not allowed.',
  ),
  sentBack('invalid_request', 'The app comes back because its request is not right.', 'Not a good request.'),
  sentBack(
    'unsupported_response_type',
    'The app comes back because the server gives no codes.',
    'No codes here.',
  ),
  sentBack('server_error', 'The app comes back because the sign-in failed.', 'Something failed.'),
  sentBack(
    'temporarily_unavailable',
    'The app comes back because the sign-in is too busy.',
    'Try again later.',
  ),
  sentBack('login_required', 'The app comes back because nobody is signed in.', 'Nobody is signed in.'),
  sentBack('interaction_required', 'The app comes back because a person must act.', 'A page must be shown.'),
  sentBack('consent_required', 'The app comes back because nobody has consented yet.', 'Consent is missing.'),
  sentBack(
    'account_selection_required',
    'The app comes back because a person must choose an account.',
    'Choose an account.',
  ),
  {
    name: 'used-launch',
    title: 'Launch used before',
    description: 'The app comes back as from a launch that was opened twice.',
    faults: { authorize: { error: 'invalid_request', description: 'The launch was used before.' } },
  },
  {
    name: 'wrong-state',
    title: 'Wrong state',
    description: 'The app comes back with a state that it did not send.',
    faults: { authorize: { state: 'wrong' } },
  },
  {
    name: 'foreign-iss',
    title: 'Foreign issuer',
    description: 'The app comes back with the issuer of another server.',
    faults: { authorize: { iss: 'foreign' } },
  },
  {
    name: 'refuse-frames',
    title: 'Sign-in refuses frames',
    description: 'A sign-in page comes at every launch, and no browser shows it in a frame.',
    faults: { authorize: { refuseFrames: true } },
  },
];

export const discoveryScenarios: readonly FaultScenario[] = [
  {
    name: 'no-s256',
    title: 'S256 not announced',
    description: 'The discovery document says nothing about PKCE.',
    faults: { discovery: { without: ['code_challenge_methods_supported'] } },
  },
  {
    name: 'relative-endpoints',
    title: 'Relative endpoints',
    description: 'The endpoints are written relative to the FHIR base.',
    faults: { discovery: { relative: true } },
  },
  {
    name: 'endpoint-query',
    title: 'Endpoint with a query',
    description: 'The address for authorization ends with ?p=b2c.',
    faults: { discovery: { query: true } },
  },
  {
    name: 'discovery-404',
    title: 'Discovery missing',
    description: 'The discovery document is not found (404).',
    faults: { discovery: { status: 404 } },
  },
  {
    name: 'discovery-500',
    title: 'Discovery fails',
    description: 'The discovery document fails (500).',
    faults: { discovery: { status: 500 } },
  },
  {
    name: 'discovery-slow',
    title: 'Discovery slow',
    description: 'The discovery document takes ten seconds.',
    faults: { discovery: { slowMs: 10_000 } },
  },
  {
    name: 'discovery-hang-body',
    title: 'Discovery stops half way',
    description: 'Half of the discovery document comes, and then nothing more.',
    faults: { discovery: { hang: 'body' } },
  },
  {
    name: 'discovery-html',
    title: 'Discovery as a page',
    description: 'The discovery document is a web page, as from a proxy.',
    faults: { discovery: { html: true } },
  },
  {
    name: 'discovery-no-cors',
    title: 'Discovery not readable',
    description: 'The browser keeps the discovery document from the app: it has no CORS header.',
    faults: { discovery: { noCors: true } },
  },
];
