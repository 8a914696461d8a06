import { textsOf } from '../../words/catalog.ts';

/** The support report is Markdown. */
export const reportTexts = textsOf({
  title: '# Longview support report',
  lead: 'No token, no identifier, no name and no value of a patient is in it.',
  versions: '## Versions',
  host: '## Headers of the host',
  session: '## Session',
  scopes: '### Scopes',
  fact: '- {name}: {values}',
  factWithNote: '- {name}: {values} ({note})',
  scope: '- {scope}: asked {requested}; granted {granted}; used: {used}',
  site: '## {label}',
  settings: '### Sign-in settings (.well-known/smart-configuration)',
  finding: '- {state} {field}: {value} ({why})',
  notRead: '- not read',
  toRegister: '### To register',
  launchStops: '- A launch would stop here: {heading}',
  detail: '- {detail}',
  requests: '## Requests',
  totals:
    '{requests} requests, {failed} failed, slowest {slowest} ms, median {median} ms, {resources} resources',
  requestHead: '| type | page | started (UTC) | ms | status | resources | server said |',
  readableHeaders: '### Headers that the browser may read',
  noHeaders: 'none',
  headerCount: '- {count} × {headers}',
});
