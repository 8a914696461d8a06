import { errorText } from '../../smart/errors/errorText.ts';
import { errorDetails } from '../../smart/errors/launchErrorText.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Fact, Inspection, SiteInspection } from './inspection.ts';
import { CORS_HINT, type RequestTable } from './requestRows.ts';

/** Writes what the launch inspector shows, and nothing else, as Markdown that can be mailed. */
export function supportReport({ session, requests, sites, browser, host }: Inspection): string {
  return [
    '# Longview support report',
    'No token, no identifier, no name and no value of a patient is in it.',
    '## Versions',
    ...browser.map(factLine),
    '## Headers of the host',
    ...host.map(factLine),
    ...(session
      ? ['## Session', ...session.facts.map(factLine), '### Scopes', ...session.scopes.map(scopeLine)]
      : []),
    ...(requests ? requestLines(requests) : []),
    ...sites.flatMap(siteLines),
    '',
  ].join('\n');
}

const factLine = ({ name, values, note }: Fact): string =>
  `- ${name}: ${values.join(' | ')}${note ? ` (${note})` : ''}`;

const scopeLine = ({ scope, requested, granted, used }: ScopeRow): string =>
  `- ${scope}: asked ${requested}; granted ${granted}; used: ${used}`;

function siteLines({ site, discovery, registration }: SiteInspection): string[] {
  return [
    `## ${site.label}`,
    '### Sign-in settings (.well-known/smart-configuration)',
    ...(discovery?.error ? errorLines(discovery.error) : []),
    ...(discovery
      ? discovery.findings.map(
          ({ field, value, state, why }) => `- ${state.toUpperCase()} ${field}: ${value} (${why})`,
        )
      : ['- not read']),
    '### To register',
    ...registration.map(factLine),
  ];
}

const errorLines = (error: Parameters<typeof errorText>[0]): string[] => [
  `- A launch would stop here: ${errorText(error).heading}`,
  ...errorDetails(error).map((detail) => `- ${detail}`),
];

function requestLines({ rows, totals, unansweredCount }: RequestTable): string[] {
  const countByHeaders = new Map<string, number>();
  for (const row of rows) {
    const text = row.headers.map(({ name, value }) => `${name}: ${value}`).join('; ');
    const key = `${row.resourceType} ${row.status}: ${text || 'none'}`;
    countByHeaders.set(key, (countByHeaders.get(key) ?? 0) + 1);
  }
  return [
    '## Requests',
    `${totals.requests} requests, ${totals.failed} failed, slowest ${totals.slowestMs ?? '–'} ms, median ${totals.medianMs ?? '–'} ms, ${totals.resources} resources`,
    ...(unansweredCount > 0 ? [CORS_HINT] : []),
    '',
    '| type | page | started (UTC) | ms | status | resources | server said |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ resourceType, page, startedText, durationText, status, count, outcomes }) =>
        `| ${[resourceType, page, startedText, durationText, status, count, outcomes].join(' | ')} |`,
    ),
    '### Headers that the browser may read',
    ...[...countByHeaders].map(([text, count]) => `- ${count} × ${text}`),
  ];
}
