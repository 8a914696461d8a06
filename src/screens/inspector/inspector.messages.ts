import { textsOf } from '../../words/catalog.ts';

export const inspectorTexts = textsOf({
  title: 'Launch inspector',
  backToOverview: '‹ Overview',
  back: '‹ Back',
  backToStart: '‹ Start page',
  mayBeMailed:
    'You can email everything on this page. It holds no token, no identifier, no name and no patient data.',
  copyReport: 'Copy support report',
  report: 'Support report',
  session: 'Session',
  sessionFacts: 'Launch, token and context',
  versions: 'Versions',
  browserFacts: 'Longview and this browser',
  hostFacts: 'Response headers of the host',

  // These texts are about the sign-in settings of a site.
  issuerOfLaunch:
    'The sign-in settings of this site depend on the issuer of a launch. Open a session to check them.',
  check: 'Check sign-in settings',
  checkAgain: 'Check sign-in settings again',
  checking: 'Checking …',
  settings: 'Sign-in settings (.well-known/smart-configuration)',
  toRegister: 'To register at this health system',
  openServer: 'This server asks for no sign-in',
  launchStops: 'A launch would stop here. {heading}.',
  launchGoesOn: 'A launch can continue with these settings: {wrong} wrong, {missing} missing, {odd} odd.',
  field: 'Field',
  state: 'State',
  ok: 'ok',
  odd: 'odd',
  missing: 'missing',
  wrong: 'wrong',
  finding: 'What the server says, and why it matters',

  scopes: 'Scopes requested, granted and used',
  scope: 'Scope',
  asked: 'Requested',
  granted: 'Granted',
  used: 'Used',

  // Requests.
  requests: 'Requests to the FHIR server',
  requestTotal: '<b>{value}</b> requests',
  failedTotal: '<b>{value}</b> failed',
  resourceTotal: '<b>{value}</b> resources',
  slowest: 'slowest <b>{value}</b> ms',
  median: 'median <b>{value}</b> ms',
  requestList: 'Requests, newest first',
  requestCaption: 'Newest first. Times are UTC.',
  type: 'Type',
  page: 'Page',
  started: 'Started',
  ms: 'ms',
  status: 'Status',
  resources: 'Resources',
  serverSaid: 'OperationOutcome',
  readableHeaders: 'Headers exposed to the page',
  headerCount: '{count, plural, one {{shown} header} other {{shown} headers}}',
  showAll: 'Show all {count} requests',
  underWay: 'pending',
  noAnswer: 'no answer (network or CORS)',
  corsHint:
    'The browser does not tell the page why no answer came; its console does. The server must send Access-Control-Allow-Origin for this page’s origin and, in its answer to the preflight (OPTIONS, without a token), allow the headers authorization and accept.',

  // These texts are about values of headers.
  present: 'present',
  notShown: 'not shown',
  anotherType: 'another type',
  notANumber: 'not a number',
  seconds: '{value} s',
  milliseconds: '{value} ms',
});
