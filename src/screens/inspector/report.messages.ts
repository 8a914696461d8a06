import { textsOf } from '../../words/catalog.ts';

/** The support report is Markdown. */
export const reportTexts = textsOf({
  title: '# Longview support report',
  lead: 'It holds no token, no identifier, no name and no patient data.',
  versions: '## Versions',
  host: '## Response headers of the host',
  session: '## Session',
  scopes: '### Scopes',
  fact: '- {name}: {values}',
  factWithNote: '- {name}: {values} ({note})',
  scope: '- {scope}: requested {requested}; granted {granted}; used: {used}',
  site: '## {label}',
  settings: '### Sign-in settings (.well-known/smart-configuration)',
  finding: '- {state} {field}: {value} ({why})',
  notRead: '- not checked',
  toRegister: '### To register',
  openServer: '### No sign-in',
  launchStops: '- A launch would stop here: {heading}',
  detail: '- {detail}',
  requests: '## Requests',
  totals:
    '{requests} requests, {failed} failed, slowest {slowest} ms, median {median} ms, {resources} resources',
  requestHead: '| type | page | started (UTC) | ms | status | resources | OperationOutcome |',
  readableHeaders: '### Headers exposed to the page',
  noHeaders: 'none',
  headerCount: '- {count} × {headers}',
});
