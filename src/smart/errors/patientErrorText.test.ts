// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { siteOf } from '../../testing/sessionFixture.ts';
import { fleschKincaidGrade } from '../../testing/readingLevel/readingLevel.ts';
import { errorText } from './errorText.ts';
import { LaunchError, type ErrorCode } from './LaunchError.ts';
import { isReadByPatient, patientErrorText } from './patientErrorText.ts';

const CODES: readonly ErrorCode[] = [
  ...(['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10', 'E11', 'E12'] as const),
  ...(['E13', 'E14', 'E15', 'E17', 'E21'] as const),
];
const site = siteOf({ label: 'Mercy' });
const CLINICIANS =
  /chart|EHR|patient|integration|registration|settings|inactivity|session|network|merged|loaded|request/i;

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test.each(CODES)('%s is told to a patient without a word of clinicians or engineers', (code) => {
  const facts = [
    {},
    { failure: 'busy' },
    { failure: 'refused' },
    { failure: 'server' },
    { 'not read': 'x' },
    { fault: 'x' },
  ];
  for (const one of facts) {
    const error = new LaunchError(code, { site, kind: 'standalone', facts: one });
    const { heading, text, action } = patientErrorText(error);
    expect(`${heading} ${text} ${action?.label ?? ''}`).not.toMatch(CLINICIANS);
    expect(heading).toMatch(/^\S.{8,}[^.\s]$/);
    expect(text).toMatch(/^\S.{20,}\.$/);
    // The reader can do the same, in either words.
    expect(action).toEqual(errorText(error).action);
    for (const sentence of text.split(/(?<=\.)\s/))
      expect([sentence, fleschKincaidGrade(sentence) <= 8]).toEqual([sentence, true]);
  }
});

test('the end of a session has its time as a patient reads it, and its reason', () => {
  const chicago = siteOf({ timeZone: 'America/Chicago' });
  const error = new LaunchError('E13', {
    site: chicago,
    kind: 'standalone',
    endedAtMs: Date.parse('2026-11-24T20:48:00Z'),
  });
  const { heading, text } = patientErrorText(error, 'Longview was not used for 15 minutes.');
  expect(heading.replaceAll(/\s/g, ' ')).toBe('You were signed out at 2:48 PM');
  expect(text).toBe(
    'Longview was not used for 15 minutes. The results are gone from this screen, so nobody else can see them. Sign in again.',
  );
  expect(patientErrorText(new LaunchError('E13', { endedAtMs: 1e300 })).heading).toBe('You were signed out');
});

test('a phone without a network is told so, and a server that answered is not said to be silent', () => {
  const of = (failure: string) =>
    patientErrorText(new LaunchError('E04', { site, facts: { failure } })).heading;
  expect([of('busy'), of('server'), of('refused')]).toEqual([
    'Mercy is busy right now',
    'Mercy had a problem',
    'The name in the record was not shared',
  ]);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  expect(patientErrorText(new LaunchError('E04', { site })).heading).toBe('You are not online');
});

test('a sign-in that must be asked for first, and one that failed, are not called busy', () => {
  const of = (error: string) =>
    patientErrorText(new LaunchError('E07', { site, kind: 'standalone', facts: { error } }));
  expect(of('login_required').heading).toBe('You need to sign in at Mercy first');
  expect(of('consent_required').text).toBe(
    'It must ask for your password, or for your yes. Nothing was read from the record. Sign in again. If this goes on, ask your health system for help.',
  );
  expect(of('server_error').heading).toBe('Mercy had a problem');
  expect(of('temporarily_unavailable').heading).toBe('Mercy is too busy to sign you in');
});

test('a token answer that cannot be used is not called a busy server', () => {
  const { heading, text } = patientErrorText(new LaunchError('E07', { site, facts: { reason: 'no token' } }));
  expect(heading).toBe('You cannot sign in at Mercy right now');
  expect(text).not.toContain('minute');
});

test.each([
  ['ehr', 'patient', true],
  ['ehr', 'ask', false],
  ['ehr', undefined, false],
  ['standalone', undefined, true],
  ['standalone', 'ask', true],
  ['standalone', 'clinician', false],
  [undefined, 'patient', true],
  [undefined, undefined, false],
] as const)('a launch of kind %s at a site for %s is read by a patient: %s', (kind, audience, isPatient) => {
  const own = siteOf({ ...(audience && { audience }) });
  expect(isReadByPatient(new LaunchError('E05', { site: own, kind }), [own])).toBe(isPatient);
});

test('without a site, every site decides', () => {
  const [one, other] = [siteOf({ audience: 'patient' }), siteOf()];
  const error = new LaunchError('E13');
  expect([
    isReadByPatient(error, [one]),
    isReadByPatient(error, [one, other]),
    isReadByPatient(error, []),
  ]).toEqual([true, false, false]);
});
