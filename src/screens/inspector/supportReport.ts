import { errorText } from '../../smart/errors/errorText.ts';
import { errorDetails } from '../../smart/errors/launchErrorText.ts';
import type { Finding } from '../../smart/inspection/finding.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import { inspectorTexts } from './inspector.messages.ts';
import { reportTexts } from './report.messages.ts';
import type { Fact, Inspection, SiteInspection } from './inspection.ts';
import { CORS_HINT, type RequestTable } from './requestRows.ts';

/** Writes what the launch inspector shows, and nothing else, as Markdown that can be mailed. */
export function supportReport({ session, requests, sites, browser, host }: Inspection): string {
  return [
    reportTexts('title'),
    reportTexts('lead'),
    reportTexts('versions'),
    ...browser.map(factLine),
    reportTexts('host'),
    ...host.map(factLine),
    ...(session
      ? [
          reportTexts('session'),
          ...session.facts.map(factLine),
          reportTexts('scopes'),
          ...session.scopes.map(scopeLine),
        ]
      : []),
    ...(requests ? requestLines(requests) : []),
    ...sites.flatMap(siteLines),
    '',
  ].join('\n');
}

function factLine({ name, values: shown, note }: Fact): string {
  const values = shown.join(' | ');
  return note ? reportTexts('factWithNote', { name, values, note }) : reportTexts('fact', { name, values });
}

const scopeLine = ({ scope, requested, granted, used }: ScopeRow): string =>
  reportTexts('scope', { scope, requested, granted, used });

function siteLines({ site, discovery, registration }: SiteInspection): string[] {
  const head = reportTexts('site', { label: site.label });
  if (site.open === true) return [head, reportTexts('openServer'), ...registration.map(factLine)];
  return [
    head,
    reportTexts('settings'),
    ...(discovery?.error ? errorLines(discovery.error) : []),
    ...(discovery ? discovery.findings.map(findingLine) : [reportTexts('notRead')]),
    reportTexts('toRegister'),
    ...registration.map(factLine),
  ];
}

const findingLine = ({ field, value, state, why }: Finding): string =>
  reportTexts('finding', {
    state: inspectorTexts(state).toUpperCase(),
    field,
    value,
    why,
  });

const errorLines = (error: Parameters<typeof errorText>[0]): string[] => [
  reportTexts('launchStops', { heading: errorText(error).heading }),
  ...errorDetails(error).map((detail) => reportTexts('detail', { detail })),
];

function requestLines({ rows, totals, unansweredCount }: RequestTable): string[] {
  const countByHeaders = new Map<string, number>();
  for (const { resourceType, status, headers } of rows) {
    const text = headers.map(({ name, value }) => `${name}: ${value}`).join('; ');
    const key = `${resourceType} ${status}: ${text || NO_HEADERS}`;
    countByHeaders.set(key, (countByHeaders.get(key) ?? 0) + 1);
  }
  return [
    reportTexts('requests'),
    reportTexts('totals', {
      requests: String(totals.requests),
      failed: String(totals.failed),
      slowest: String(totals.slowestMs ?? '–'),
      median: String(totals.medianMs ?? '–'),
      resources: String(totals.resources),
    }),
    ...(unansweredCount > 0 ? [CORS_HINT] : []),
    '',
    reportTexts('requestHead'),
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ resourceType, page, startedText, durationText, status, count, outcomes }) =>
        `| ${[resourceType, page, startedText, durationText, status, count, outcomes].join(' | ')} |`,
    ),
    reportTexts('readableHeaders'),
    ...[...countByHeaders].map(([headers, count]) =>
      reportTexts('headerCount', { count: String(count), headers }),
    ),
  ];
}

const NO_HEADERS = reportTexts('noHeaders');
