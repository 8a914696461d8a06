// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorText } from './errorText.ts';
import { errorDetails, launchErrorText } from './launchErrorText.ts';
import { isLaunchError, LaunchError, type ErrorCode } from './LaunchError.ts';
import { resumeSession } from '../session/resumeSession.ts';
import { openSession, sessionKey } from '../session/session.ts';
import type { Site } from '../site/site.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { errorTexts } from './error.messages.ts';
import * as launchErrorTexts from './launchError.messages.ts';

const CODES = [
  'E01',
  'E02',
  'E03',
  'E04',
  'E05',
  'E06',
  'E07',
  'E08',
  'E09',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
  'E17',
  'E21',
] as const satisfies readonly ErrorCode[];
const KINDS = ['ehr', 'standalone', undefined] as const;
const site = siteOf();
const cases = CODES.flatMap((code) =>
  KINDS.flatMap((kind) => [[code, kind, site] as const, [code, kind, undefined] as const]),
).map(([code, kind, where]) => [code, kind ?? 'no kind', where ? 'a known' : 'no', kind, where] as const);
const facts = { error: 'x', 'the server said': 'call 555', host: 'fhir.general.example' };

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test.each(cases)(
  'D.4: %s, %s, at %s site: a heading, a sentence, nothing that slipped through',
  (...[code, , , kind, where]) => {
    for (const more of [{}, { endedAtMs: Date.now() }, { facts }]) {
      const { heading, text, action } = errorText(new LaunchError(code, { site: where, kind, ...more }));
      const all = [heading, text, action?.label ?? ''].join(' | ');
      expect(heading).toMatch(/^\S.{8,}[^.\s]$/);
      expect(text).toMatch(/^\S.{20,}\.$/);
      expect(all).not.toMatch(/undefined|null|NaN|\[object|Invalid|https?:|\?\w+=|555| {2}|\.\./);
    }
  },
);

const ON_LAUNCH_PAGE = new Set<ErrorCode>(['E01', 'E02', 'E03', 'E04', 'E08', 'E09', 'E14', 'E21']);
// On that page nothing was signed in yet, so its errors are of no kind of launch.
test.each(cases.filter(([code, , , kind]) => ON_LAUNCH_PAGE.has(code) && kind === undefined))(
  'the launch page and the app say the same of %s, %s, at %s site',
  (...[code, , , , where]) => {
    const error = new LaunchError(code, { site: where });
    expect(launchErrorText(error)).toEqual(errorText(error));
  },
);

test.each(cases)(
  'D.4: the details of %s, %s, at %s site name code, time and correlation id',
  (...[code, , , kind, where]) => {
    const error = new LaunchError(code, { site: where, kind, facts });
    const lines = errorDetails(error);
    expect(lines[0]).toMatch(new RegExp(`^Code ${code}, .*Z, correlation id [0-9a-f]{8}$`));
    expect(lines.join('\n')).not.toMatch(/undefined|null/);
    expect(lines.some((line) => line.includes('client ID'))).toBe(where !== undefined);
  },
);

test.each(CODES.map((code) => [code]))(
  'a launch from a chart that is spent has no “Sign in again”: %s',
  (code) => {
    const { action } = errorText(new LaunchError(code, { site, kind: 'ehr' }));
    expect(action?.kind).not.toBe('signIn');
    expect(action?.label ?? '').not.toMatch(/sign in again/i);
  },
);

test.each<[ErrorCode]>([['E04'], ['E05'], ['E06'], ['E07'], ['E10'], ['E13'], ['E15'], ['E17']])(
  'D.4: after %s a patient’s own sign-in can be done again, a chart’s launch sends back to the chart',
  (code) => {
    expect(errorText(new LaunchError(code, { site, kind: 'standalone' })).action).toEqual({
      kind: 'signIn',
      label: 'Sign in again',
    });
    const { action, text } = errorText(new LaunchError(code, { site, kind: 'ehr' }));
    expect(action).toBeUndefined();
    expect(text).toMatch(/chart/);
  },
);

test('E12 closes, E09 opens a window, before the sign-in page everything can be tried again', () => {
  for (const kind of KINDS)
    expect(errorText(new LaunchError('E12', { site, kind })).action?.kind).toBe('close');
  expect(errorText(new LaunchError('E09', { site })).action?.kind).toBe('newWindow');
  for (const code of ['E03', 'E04'] as const)
    expect(errorText(new LaunchError(code, { site })).action?.kind).toBe('retry');
});

test('E04: a browser without network is told so', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  expect(errorText(new LaunchError('E04', { site })).heading).toBe('You are offline');
});

test.each([
  ['busy', 'General Hospital is busy'],
  ['server', 'General Hospital had an error'],
  ['unreadable', 'General Hospital sent something that Longview cannot read'],
  ['refused', 'General Hospital refused the request for the patient’s record'],
])('E04: a read of the Patient that failed with “%s” is told as “%s”', (failure, heading) => {
  const { heading: told, text, action } = errorText(new LaunchError('E04', { site, facts: { failure } }));
  expect(told).toBe(heading);
  expect(`${told} ${text}`).not.toMatch(/no answer|did not answer/);
  expect(action?.kind).toBe('retry');
});

test('E07: a token answer that cannot be used is not called a busy server, and nobody is told to wait', () => {
  const { heading, text } = errorText(new LaunchError('E07', { site, facts: { reason: 'no token' } }));
  expect(heading).toBe('General Hospital sent something that Longview cannot read');
  expect(text).toContain('The details tell your integration team what to change.');
  expect(text).not.toMatch(/busy|minute/);
});

test.each(['login_required', 'interaction_required', 'consent_required', 'account_selection_required'])(
  'E07: a server that answers “%s” is not called busy, and nobody is told to wait',
  (error) => {
    for (const kind of ['ehr', 'standalone'] as const) {
      const { heading, text } = errorText(new LaunchError('E07', { site, kind, facts: { error } }));
      expect(heading).toBe('General Hospital needs you to sign in first');
      expect(text).toMatch(/password or your consent.*No patient data was loaded/);
      expect(`${heading} ${text}`).not.toMatch(/busy|minute/);
    }
  },
);

test.each([
  [{ error: 'server_error' }, 'General Hospital had an error'],
  [{ 'token endpoint status': '500' }, 'General Hospital had an error'],
  [{ 'token endpoint status': '502', error: 'invalid_client' }, 'General Hospital had an error'],
  [{ 'token endpoint status': '503' }, 'General Hospital is too busy to sign you in'],
  [{ 'token endpoint status': '429' }, 'General Hospital is too busy to sign you in'],
  [
    { 'token endpoint status': '500', error: 'temporarily_unavailable' },
    'General Hospital is too busy to sign you in',
  ],
])('E07: a server that failed is told from one that is busy: %j', (known, heading) => {
  expect(errorText(new LaunchError('E07', { site, facts: known })).heading).toBe(heading);
});

test.each([
  { error: 'invalid_request', 'the server said': 'unknown launch' },
  { error: 'invalid_request', 'the server said': 'Invalid launch options: SyntaxError' },
  {
    error: 'invalid_request',
    'more information': 'https://auth.example/errors/urn%3Agrant%3Alaunch%3Ainvalid-launch-code',
  },
  { error: 'invalid_launch' },
])('E06: a launch that is spent is not told as a registration that is refused: %j', (known) => {
  const told = (kind: 'ehr' | 'standalone') =>
    errorText(new LaunchError('E06', { site, kind, facts: known }));
  expect(told('ehr').heading).toBe('General Hospital refused this launch from the chart');
  expect(told('ehr').text).toContain('used once');
  expect(told('ehr').action).toBeUndefined();
  expect(told('standalone').heading).toContain('registration');
});

test.each([
  { error: 'invalid_scope', 'the server said': 'scope launch is required' },
  { error: 'unauthorized_client', 'the server said': 'may not launch' },
  { error: 'invalid_request', 'the server said': 'aud is not right' },
])('E06: another refusal is about the registration, whatever it says of a launch: %j', (known) => {
  const error = new LaunchError('E06', { site, kind: 'ehr', facts: known });
  expect(errorText(error).heading).toBe('General Hospital does not accept Longview’s registration');
});

test.each(['E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E15', 'E21'] as const)(
  '%s: no patient data was loaded, and the screen says so',
  (code) => {
    expect(errorText(new LaunchError(code, { site })).text).toContain('No patient data was loaded.');
  },
);

test('E12 and E13 say that nothing is shown, or nothing that is out of date', () => {
  expect(errorText(new LaunchError('E12', { site })).text).toContain('For safety, nothing is shown.');
  expect(errorText(new LaunchError('E13', { site })).text).toContain('nothing shown is out of date');
});

test('E15: a refused code is told from a page that was left', () => {
  const headingOf = (known: Record<string, string>) =>
    errorText(new LaunchError('E15', { site, facts: known })).heading;
  expect(headingOf({ error: 'invalid_grant' })).toBe('The sign-in code was refused');
  expect(headingOf({ reason: 'left' })).toBe(errorTexts('signInLeft'));
});

test('a health system without a known name is told in words, and begins its sentence', () => {
  expect(errorText(new LaunchError('E04')).heading).toBe('The health system did not answer');
  expect(errorText(new LaunchError('E07')).heading).toBe('The health system is too busy to sign you in');
});

test('E11: the heading says what was not allowed', () => {
  const error = new LaunchError('E11', { site, kind: 'ehr', facts: { notAllowed: 'results' } });
  expect(errorText(error).heading).toBe('General Hospital did not allow reading results');
});

test('E17: a Patient that is too large to read is not told as one that was merged or closed', () => {
  const error = new LaunchError('E17', { site, kind: 'ehr', facts: { 'not read': 'Patient: limit (200)' } });
  const { heading, text } = errorText(error);
  expect(heading).toBe(errorTexts('patientTooLarge'));
  expect(text).toContain('sent more for this patient than Longview can load, so nothing is shown');
  expect(errorDetails(error).join('\n')).toContain('Patient: limit (200)');
});

test('E17: a fault of ours is not told as a missing patient', () => {
  const error = new LaunchError('E17', { site, kind: 'ehr', facts: { fault: 'TypeError' } });
  expect(errorText(error).heading).not.toMatch(/patient/);
});

test('E21: one button leads out of the foreign page, whoever started the launch; the details name that page', () => {
  for (const kind of KINDS) {
    const error = new LaunchError('E21', { kind, facts: { 'shown inside': 'https://portal.example' } });
    expect(errorText(error).action).toEqual({ kind: 'ownTab', label: 'Open Longview in its own tab' });
    expect(errorText(error).text).toContain(launchErrorTexts.nothingRead);
    expect(errorDetails(error)).toContain('shown inside: https://portal.example');
  }
});

function shownAfterReload(): string {
  try {
    return `patient ${resumeSession([site])?.patientId}`;
  } catch (error) {
    if (!isLaunchError(error)) throw error;
    return errorText(error).heading;
  }
}

test('E13: the end is told in the zone of the facility', () => {
  const chicago = siteOf({ timeZone: 'America/Chicago' });
  const endedAtMs = Date.parse('2026-11-24T20:48:00Z');
  expect(errorText(new LaunchError('E13', { site: chicago, endedAtMs })).heading).toBe(
    'Your session ended at 14:48',
  );
});

test.each([[-1e300], [1e300], [Number.NaN]])('E13: an end at %d is no time of day', (endedAtMs) => {
  expect(errorText(new LaunchError('E13', { site, endedAtMs })).heading).toBe('Your session has ended');
});

test('whatever lies under a session’s key, a reload has a session with a patient or an end that can be shown', () => {
  const names = fc.constantFrom(...Object.keys(granted('p1')), 'sid', 'siteId');
  const values = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom('general', Date.now(), 1e300, -1e300, null),
  );
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(names, values), fc.jsonValue()), fc.boolean(), (sent, isWhole) => {
      sessionStorage.clear();
      const { sid } = openSession(site, { ...granted('p1'), refreshToken: 'r1' });
      const key = `longview.${sessionKey(sid)}`;
      const record: object = JSON.parse(sessionStorage.getItem(key) ?? '');
      const changes = typeof sent === 'object' && sent !== null ? sent : {};
      sessionStorage.setItem(key, JSON.stringify(isWhole ? { ...record, ...changes } : sent));
      expect(shownAfterReload()).toMatch(/^(patient .+|Your session (has ended|ended at \d\d:\d\d))$/s);
    }),
    { numRuns: 300 },
  );
});

test('E12 says what a hub has told of the chart, and offers a sign-in where the site has one', () => {
  const told = (reason: string, launch: Site['launch']) =>
    errorText(new LaunchError('E12', { site: siteOf({ launch }), kind: 'ehr', facts: { reason } }));
  expect(told('otherChart', ['ehr']).heading).toBe('Another patient is open now in General Hospital');
  expect(told('unknownChart', ['ehr']).heading).toContain('cannot tell who');
  expect(told('closedChart', ['ehr']).heading).toBe('The chart was closed in General Hospital');
  expect(told('signedOut', ['ehr']).heading).toBe('You signed out of General Hospital');
  expect(told('otherChart', ['ehr']).action).toBeUndefined();
  expect(told('otherChart', ['ehr', 'standalone']).action?.kind).toBe('signIn');
  expect(errorText(new LaunchError('E12')).action?.kind).toBe('close');
});
