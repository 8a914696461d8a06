import type { ReadRequest } from '../record/flowsheet/recordSnapshot.ts';
import { InspectorRequests } from '../screens/inspector/InspectorRequests.tsx';
import { InspectorSite } from '../screens/inspector/InspectorSite.tsx';
import { FactTable, ScopeTable } from '../screens/inspector/InspectorTables.tsx';
import { fact, type SiteInspection } from '../screens/inspector/inspection.ts';
import { requestTable } from '../screens/inspector/requestRows.ts';
import { sessionFacts, sessionScopes } from '../screens/inspector/sessionFacts.ts';
import type { Finding } from '../smart/inspection/finding.ts';
import { siteOf } from '../testing/sessionFixture.ts';
import type { Family } from './family.ts';
import { NOW_MS } from './fixedClock.ts';
import { noop } from './sampleContext.ts';
import { openedSession } from '../testing/openedSessionFixture.ts';

const requests: readonly ReadRequest[] = [
  {
    resourceType: 'Patient',
    startedAtMs: NOW_MS - 4000,
    durationMs: 62,
    status: 200,
    headers: new Headers(),
  },
  ...[1, 2].map((page) => ({
    resourceType: 'Observation',
    startedAtMs: NOW_MS - 3900 + page * 400,
    durationMs: 310,
    status: 200,
    headers: new Headers({ 'content-type': 'application/fhir+json' }),
    page,
    count: 200,
  })),
  {
    resourceType: 'Condition',
    startedAtMs: NOW_MS - 1200,
    durationMs: 35,
    status: 403,
    headers: new Headers(),
    outcomeCodes: ['error forbidden'],
  },
  {
    resourceType: 'Procedure',
    startedAtMs: NOW_MS - 900,
    durationMs: 8000,
    status: undefined,
    headers: undefined,
  },
];

const session = () =>
  openedSession({
    requestedScope: 'launch patient/Patient.r patient/Observation.rs patient/Condition.rs',
    scope: 'launch patient/Patient.r patient/Observation.rs',
    missingGrants: { denied: ['Condition'], partial: [] },
  }).session;

const siteInspection = (more: Partial<SiteInspection> = {}): SiteInspection => {
  const site = siteOf();
  return {
    site,
    iss: site.iss,
    registration: [
      fact('FHIR server (iss)', site.iss),
      fact('Client ID', site.clientId, 'A public client: no secret, PKCE with S256.'),
    ],
    discovery: undefined,
    ...more,
  };
};
const findings: readonly Finding[] = [
  { field: 'token_endpoint', value: 'https://fhir.general.example/token', state: 'ok', why: '' },
  {
    field: 'code_challenge_methods_supported',
    value: 'plain',
    state: 'wrong',
    why: 'S256 is what Longview does.',
  },
  {
    field: 'capabilities',
    value: '',
    state: 'missing',
    why: 'permission-v2 decides how scopes are spelled.',
  },
  { field: 'issuer', value: 'https://other.example', state: 'odd', why: 'Not where it was read.' },
];
const drawSite = (inspection: SiteInspection, isChecking = false) => (
  <InspectorSite {...{ inspection, isChecking }} onCheck={noop} />
);

/** These states stand in frames, because each site gives the inspector its own page heading. */
export const inspector: Family = {
  name: 'inspector',
  title: 'Launch inspector',
  minWidthPx: 640,
  states: [
    {
      name: 'session',
      caption: 'Launch, token and context',
      draw: () => (
        <FactTable
          caption="Launch, token and context"
          facts={sessionFacts(session(), 'verified', undefined)}
        />
      ),
    },
    {
      name: 'scopes',
      caption: 'Scopes: granted, and asked for in vain',
      draw: () => <ScopeTable scopes={sessionScopes(session(), requests, 'verified')} />,
    },
    {
      name: 'requests',
      caption: 'Requests: answered, refused, without an answer',
      draw: () => <InspectorRequests requests={requestTable(requests, NOW_MS)} />,
    },
    {
      name: 'site',
      caption: 'A site that was not asked yet',
      framePx: [260, 320],
      draw: () => drawSite(siteInspection()),
    },
    {
      name: 'site-checked',
      caption: 'A site whose settings were read',
      framePx: [380, 460],
      draw: () => drawSite(siteInspection({ discovery: { findings, offered: undefined, error: undefined } })),
    },
  ],
};
