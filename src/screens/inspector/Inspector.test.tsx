// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { openSession, type Session } from '../../smart/session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { Inspector } from './Inspector.tsx';
import { identityOutcome } from './sessionFacts.ts';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import { supportReport } from './supportReport.ts';
import { inspectionOf } from './useInspection.ts';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

const DOCUMENT = {
  issuer: 'https://fhir.general.example',
  authorization_endpoint: 'https://fhir.general.example/authorize',
  token_endpoint: 'https://fhir.general.example/token',
  capabilities: ['launch-ehr', 'permission-v2'],
};

const answer = vi.fn<typeof fetch>();
beforeEach(() => {
  answer.mockImplementation(async () => Response.json(DOCUMENT));
  vi.stubGlobal('fetch', answer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

const openedSession = (session: Session, more: Partial<OpenedSession> = {}): OpenedSession => ({
  session,
  requests: [],
  readUser: async () => undefined,
  refresh: () => undefined,
  openEvents: () => Promise.reject(new Error('not asked')),
  loadSourceReader: () => Promise.reject(new Error('The inspector reads no result.')),
  onSignIn: () => undefined,
  ...more,
});

const note = (more: Partial<ReadRequest>): ReadRequest => ({
  resourceType: 'Observation',
  startedAtMs: Date.now(),
  durationMs: 40,
  status: 200,
  headers: undefined,
  ...more,
});

test('without a session: what to register at each site, and a check of its sign-in settings', async () => {
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
  expect(answer).not.toHaveBeenCalled();
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

test('no answer to the check names the origin that CORS must allow', async () => {
  answer.mockRejectedValue(new TypeError('Failed to fetch'));
  render(<Inspector sites={[siteOf()]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Check sign-in settings' }));
  expect((await screen.findByText(/CORS: the server must allow the origin/)).textContent).toContain(
    location.origin,
  );
});

test('Escape goes back to where one came from', () => {
  location.hash = '#inspect';
  render(<Inspector sites={[siteOf()]} />);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('a session: its scopes, and its requests as they come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const requests = [note({ resourceType: 'Patient', count: 1 })];
  const session = openSession(siteOf(), granted('p1'));
  render(<Inspector sites={[session.site]} opened={openedSession(session, { requests })} />);
  expect(await screen.findByRole('table', { name: /^Sign-in settings/ })).toBeDefined();
  expect(screen.getByRole('row', { name: /^patient\/Observation\.rs yes yes not read/ })).toBeDefined();
  requests.push(note({ status: undefined }));
  vi.advanceTimersByTime(1100);
  expect(await screen.findByText(/The browser hides from the page why no answer came/)).toBeDefined();
  expect(screen.getByRole('row', { name: /^patient\/Observation\.rs yes yes 1 request/ })).toBeDefined();
  vi.useRealTimers();
});

test('of a long record the newest requests stand there; all of them take the focus of the button that showed them', async () => {
  const session = openSession(siteOf(), granted('p1'));
  const requests = Array.from({ length: 203 }, () => note({}));
  render(<Inspector sites={[session.site]} opened={openedSession(session, { requests })} />);
  const list = screen.getByRole('region', { name: 'Requests, newest first' });
  const rows = () => list.querySelectorAll('tbody tr').length;
  expect(rows()).toBe(200);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 203 requests' }));
  expect(rows()).toBe(203);
  expect(document.activeElement).toBe(list);
  expect(await screen.findByRole('table', { name: /^Sign-in settings/ })).toBeDefined();
});

test('a report that may not be copied stands there to be selected', async () => {
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
const secret = fc
  .stringMatching(/^[ -~]{0,12}$/)
  .map((around) => `${around.trim()}${MARKER}${around}`.trim());
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

test('neither the page nor the report holds anything secret or of the patient, whatever a session carries', async () => {
  await fc.assert(
    fc.asyncProperty(secret, fc.boolean(), fc.boolean(), async (hidden, isPrefix, hasHeaderForm) => {
      const iss = isPrefix
        ? `https://fhir.general.example/r4/${encodeURIComponent(hidden)}/fhir`
        : 'https://fhir.general.example/r4';
      answer.mockImplementation(async () =>
        Response.json({ ...DOCUMENT, token_endpoint: isPrefix ? `${iss}/token` : DOCUMENT.token_endpoint }),
      );
      const session = openSession(siteOf({ issPrefix: isPrefix, identity: true, refresh: 'online' }), {
        ...granted(hidden),
        iss,
        encounterId: hidden,
        accessToken: hidden,
        refreshToken: hidden,
        idToken: hidden,
        nonce: hidden,
        transferNonce: hidden,
        tenant: hidden,
        styleUrl: `https://fhir.general.example/${encodeURIComponent(hidden)}`,
        intent: `${hidden} !`,
        fhirContext: [`Encounter:${hidden}`, hidden],
        scope: `launch patient/Patient.r patient/Observation.rs?patient=${encodeURIComponent(hidden)} ${hidden.replaceAll(' ', '')}`,
      });
      const value = hasHeaderForm ? `max-age=${hidden}; dur=${hidden}` : hidden;
      const requests = [
        note({
          headers: new Headers(HEADERS.map((name): [string, string] => [name, value])),
          count: 3,
          page: 1,
        }),
      ];
      const opened = openedSession(session, { requests, readUser: async () => `Signed in: ${hidden}` });
      const { container } = render(<Inspector sites={[session.site]} opened={opened} />);
      await screen.findByRole('table', { name: /^Sign-in settings/ });
      expect(container.innerHTML).not.toContain(MARKER);
      expect(container.innerHTML).not.toContain(session.sid);
      const report = supportReport(
        inspectionOf([session.site], opened, identityOutcome(await opened.readUser()), {}),
      );
      expect(report).toContain('Who signed in: verified');
      expect(report).not.toContain(MARKER);
      expect(report).not.toContain(session.sid);
      cleanup();
    }),
    { numRuns: 40 },
  );
}, 30_000);
