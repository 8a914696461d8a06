// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { Inspector } from './Inspector.tsx';
import { identityOutcome } from './sessionFacts.ts';
import { supportReport } from './supportReport.ts';
import { inspectionOf } from './useInspection.ts';
import { inspectorTexts } from './inspector.messages.ts';

const DISCOVERY_DOCUMENT = {
  issuer: 'https://fhir.general.example',
  authorization_endpoint: 'https://fhir.general.example/authorize',
  token_endpoint: 'https://fhir.general.example/token',
  capabilities: ['launch-ehr', 'permission-v2'],
};

const fetchMock = vi.fn<typeof fetch>();
beforeEach(() => {
  fetchMock.mockReset().mockImplementation(async () => Response.json(DISCOVERY_DOCUMENT));
  vi.stubGlobal('fetch', fetchMock);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

const readRequest = (fields: Partial<ReadRequest>): ReadRequest => ({
  resourceType: 'Observation',
  startedAtMs: Date.now(),
  durationMs: 40,
  status: 200,
  headers: undefined,
  ...fields,
});

test('without a session each site says what to register, and its sign-in settings can be checked', async () => {
  render(
    <Inspector
      sites={[
        siteOf(),
        siteOf({
          id: 'launcher',
          label: 'Launcher',
          issPrefix: true,
          frameAncestors: ['https://ehr.example'],
        }),
      ]}
    />,
  );
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Launch inspector' }));
  // No server is asked yet. The host is asked for the page, to see which headers it sends.
  expect(fetchMock.mock.calls.map(([address]) => address)).toEqual([location.pathname]);
  const [general, launcher] = screen.getAllByRole('table', { name: 'To register at this health system' });
  expect(within(general!).getByRole('row', { name: /^Redirect URI/ }).textContent).toContain('/index.html');
  expect(within(launcher!).getByRole('row', { name: /^Hosts that may frame it/ }).textContent).toContain(
    'https://ehr.example',
  );
  expect(screen.getByText(/depend on the issuer of a launch/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Check sign-in settings' }));
  expect(await screen.findByText(/A launch would stop here/)).toBeDefined();
  const pkce = within(screen.getByRole('table', { name: /^Sign-in settings/ }))
    .getAllByRole('row')
    .find(({ textContent }) => textContent.startsWith('code_challenge_methods_supportedmissing'));
  expect(pkce?.textContent).toContain('E03');
});

test('a server without a sign-in has nothing to register and no settings of one', async () => {
  const site = siteOf({ open: true, clientId: 'none' });
  const opened = openedSession({}, {}, site);
  render(<Inspector sites={[site]} opened={opened} />);
  const table = screen.getByRole('table', { name: 'This server asks for no sign-in' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^FHIR server.*nothing is registered there\. Use it for test data only\.$/),
    expect.stringMatching(/^Origin for CORS.*must allow this origin\. No token is sent\.$/),
  ]);
  expect(screen.queryByRole('button', { name: /sign-in settings/ })).toBeNull();
  const report = supportReport(inspectionOf({ sites: [site], opened, identity: undefined, checks: {} }));
  expect(report).toContain('### No sign-in');
  expect(report).not.toMatch(/To register|Redirect URI|Client ID|patient\/Patient\.r /);
  // The host is asked for the page, and nobody for sign-in settings.
  await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled());
  expect(fetchMock.mock.calls.map(([address]) => address)).toEqual([location.pathname]);
});

test('a session that asked who signs in, to choose the screens, does not say that nobody was asked', () => {
  const requestedScope = 'launch/patient patient/Observation.rs openid fhirUser';
  const opened = openedSession({ kind: 'standalone', requestedScope, scope: requestedScope });
  const report = supportReport(
    inspectionOf({ sites: [opened.session.site], opened, identity: 'notAsked', checks: {} }),
  );
  const text = 'requested to choose the screens, and not named';
  expect(report).toContain(`- Who signed in: ${text}`);
  for (const scope of ['openid', 'fhirUser'])
    expect(report).toContain(`- ${scope}: requested yes; granted yes; used: ${text}`);
  const without = openedSession({ requestedScope: 'launch patient/Observation.rs' });
  expect(
    supportReport(
      inspectionOf({ sites: [without.session.site], opened: without, identity: 'notAsked', checks: {} }),
    ),
  ).toContain('- Who signed in: not requested');
});

test('a check without an answer names the origin that CORS must allow', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  render(<Inspector sites={[siteOf()]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Check sign-in settings' }));
  expect((await screen.findByText(/CORS: the server must allow the origin/)).textContent).toContain(
    location.origin,
  );
});

test('Escape returns to the page before', () => {
  location.hash = '#inspect';
  render(<Inspector sites={[siteOf()]} />);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('a session shows its scopes, and its requests as they come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const requests = [readRequest({ resourceType: 'Patient', count: 1 })];
  const opened = openedSession({}, { requests });
  render(<Inspector sites={[opened.session.site]} opened={opened} />);
  expect(await screen.findByRole('table', { name: /^Sign-in settings/ })).toBeDefined();
  expect(screen.getByRole('row', { name: /^patient\/Observation\.rs yes yes not used/ })).toBeDefined();
  requests.push(readRequest({ status: undefined }));
  vi.advanceTimersByTime(1100);
  expect(await screen.findByText(inspectorTexts('corsHint'))).toBeDefined();
  expect(screen.getByRole('row', { name: /^patient\/Observation\.rs yes yes 1 request/ })).toBeDefined();
  vi.useRealTimers();
});

test('a long record shows its newest requests, and a button shows all and hands its focus to them', async () => {
  const requests = Array.from({ length: 203 }, () => readRequest({}));
  const opened = openedSession({}, { requests });
  render(<Inspector sites={[opened.session.site]} opened={opened} />);
  const list = screen.getByRole('region', { name: 'Requests, newest first' });
  const rows = () => list.querySelectorAll('tbody tr').length;
  expect(rows()).toBe(200);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 203 requests' }));
  expect(rows()).toBe(203);
  expect(document.activeElement).toBe(list);
  expect(await screen.findByRole('table', { name: /^Sign-in settings/ })).toBeDefined();
});

test('a report that may not be copied is shown to be selected', async () => {
  vi.stubGlobal('navigator', {
    userAgent: 'a browser',
    onLine: true,
    clipboard: { writeText: () => Promise.reject(new Error('no')) },
  });
  render(<Inspector sites={[siteOf()]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy support report' }));
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Support report' });
  expect(box.value).toContain('# Longview support report');
});

const MARKER = 'ZQ7secret';
const secretTexts = fc
  .stringMatching(/^[ -~]{0,12}$/)
  .map((padding) => `${padding.trim()}${MARKER}${padding}`.trim());
const HEADERS = [
  'content-type',
  'content-length',
  'cache-control',
  'date',
  'expires',
  'last-modified',
  'retry-after',
  'server-timing',
  'etag',
  'x-request-id',
  'x-other',
];

test('neither the page nor the report holds a secret or a fact of the patient, whatever a session carries', async () => {
  await fc.assert(
    fc.asyncProperty(secretTexts, fc.boolean(), fc.boolean(), async (secret, isPrefix, hasHeaderForm) => {
      const iss = isPrefix
        ? `https://fhir.general.example/r4/${encodeURIComponent(secret)}/fhir`
        : 'https://fhir.general.example/r4';
      fetchMock.mockImplementation(async () =>
        Response.json({
          ...DISCOVERY_DOCUMENT,
          token_endpoint: isPrefix ? `${iss}/token` : DISCOVERY_DOCUMENT.token_endpoint,
        }),
      );
      const headerValue = hasHeaderForm ? `max-age=${secret}; dur=${secret}` : secret;
      const requests = [
        readRequest({
          headers: new Headers(HEADERS.map((name): [string, string] => [name, headerValue])),
          count: 3,
          page: 1,
        }),
      ];
      const opened = openedSession(
        {
          patientId: secret,
          iss,
          encounterId: secret,
          accessToken: secret,
          refreshToken: secret,
          idToken: secret,
          nonce: secret,
          transferNonce: secret,
          tenant: secret,
          styleUrl: `https://fhir.general.example/${encodeURIComponent(secret)}`,
          intent: `${secret} !`,
          fhirContext: [`Encounter:${secret}`, secret],
          scope: `launch patient/Patient.r patient/Observation.rs?patient=${encodeURIComponent(secret)} ${secret.replaceAll(' ', '')}`,
        },
        { requests, readUser: async () => `Signed in: ${secret}` },
        siteOf({ issPrefix: isPrefix, identity: true, refresh: 'online' }),
      );
      const { session } = opened;
      const { container } = render(<Inspector sites={[session.site]} opened={opened} />);
      await screen.findByRole('table', { name: /^Sign-in settings/ });
      expect(container.innerHTML).not.toContain(MARKER);
      expect(container.innerHTML).not.toContain(session.sid);
      const report = supportReport(
        inspectionOf({
          sites: [session.site],
          opened,
          identity: identityOutcome(await opened.readUser()),
          checks: {},
        }),
      );
      expect(report).toContain('Who signed in: verified');
      expect(report).not.toContain(MARKER);
      expect(report).not.toContain(session.sid);
      cleanup();
    }),
    { numRuns: 40 },
  );
}, 30_000);
