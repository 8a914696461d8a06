import { textsOf } from '../../words/catalog.ts';

export const inspectorTexts = textsOf({
  title: 'Launch inspector',
  backToOverview: '‹ Overview',
  back: '‹ Back',
  backToStart: '‹ Start page',
  mayBeMailed:
    'Everything on this page may be mailed: it holds no token, no identifier, no name and no value of a patient.',
  copyReport: 'Copy support report',
  report: 'Support report',
  session: 'Session',
  sessionFacts: 'Launch, token and context',
  versions: 'Versions',
  browserFacts: 'Longview and this browser',
  hostFacts: 'Headers of the host',

  // The sign-in settings of a site.
  issuerOfLaunch:
    'The sign-in settings of this site depend on the issuer of a launch: they can be checked while a session is open.',
  check: 'Check sign-in settings',
  checkAgain: 'Check sign-in settings again',
  checking: 'Reading …',
  settings: 'Sign-in settings (.well-known/smart-configuration)',
  toRegister: 'To register at this health system',
  launchStops: 'A launch would stop here. {heading}.',
  launchGoesOn: 'A launch can go on with these settings: {wrong} wrong, {missing} missing, {odd} odd.',
  field: 'Field',
  state: 'State',
  ok: 'ok',
  odd: 'odd',
  missing: 'missing',
  wrong: 'wrong',
  finding: 'What the server says, and why it matters',

  scopes: 'Scopes asked, granted and used',
  scope: 'Scope',
  asked: 'Asked',
  granted: 'Granted',
  used: 'Used',

  // Requests.
  requests: 'Requests to the FHIR server',
  requestTotal: '<b>{value}</b> requests',
  failedTotal: '<b>{value}</b> failed',
  resourceTotal: '<b>{value}</b> resources',
  slowest: '<b>{value}</b> ms slowest',
  median: '<b>{value}</b> ms median',
  requestList: 'Requests, newest first',
  requestCaption: 'Newest first. Times are UTC.',
  type: 'Type',
  page: 'Page',
  started: 'Started',
  ms: 'ms',
  status: 'Status',
  resources: 'Resources',
  serverSaid: 'Server said',
  readableHeaders: 'Headers that the browser may read',
  headerCount: '{count} headers',
  showAll: 'Show all {count} requests',
  underWay: 'under way',
  noAnswer: 'no answer (network or CORS)',
  corsHint:
    'The browser hides from the page why no answer came; its own console says it. A server that may be read answers with Access-Control-Allow-Origin for this page’s origin, and its answer to the preflight (OPTIONS, without a token) allows the headers authorization and accept.',

  // Values of headers.
  present: 'present',
  notShown: 'not shown',
  anotherType: 'another type',
  notANumber: 'not a number',
  seconds: '{value} s',
  milliseconds: '{value} ms',
});
