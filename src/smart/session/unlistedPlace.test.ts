import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginSignIn, refusalOfAnswer } from '../../testing/signInAnswerFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { storeSession, abandonedSession } from '../../testing/storedSessionFixture.ts';
import { endReasonText } from '../errors/endReasonText.ts';
import { errorText } from '../errors/errorText.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { resumeSession } from './resumeSession.ts';
import { sweepStorage } from './sweepStorage.ts';

// A later build may no longer have a place of the brands bundle before (docs/decisions/0055).

const ISS = 'https://fhir.general.example/r4';
const place = siteOf({ id: 'brand-0123456789abcdef', iss: ISS });
const other = siteOf({
  id: 'brand-fedcba9876543210',
  label: 'Other Clinic',
  iss: 'https://fhir.other.example/r4',
  authOrigins: ['https://fhir.other.example'],
});
const network = vi.fn<typeof fetch>(async () => new Response());

beforeEach(() => {
  enterWindow(undefined, 'https://longview.example/index.html');
  vi.stubGlobal('fetch', network);
  network.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

/** Reloads the page of a session of `place` in a build that has these sites. */
function refusalOfReload(sites: readonly Site[]): LaunchError {
  storeSession({ ...abandonedSession('s1', Date.now()), siteId: place.id, iss: ISS });
  history.replaceState({ sid: 's1' }, '');
  try {
    resumeSession(sites);
  } catch (error) {
    if (isLaunchError(error)) return error;
  }
  throw new Error('There is a session.');
}

const signInAnswered = async (sites: readonly Site[]): Promise<LaunchError> => {
  const state = await beginSignIn(place, {
    issuer: 'https://fhir.general.example',
    authorization_endpoint: 'https://fhir.general.example/authorize',
    token_endpoint: 'https://fhir.general.example/token',
    code_challenge_methods_supported: ['S256'],
  });
  return refusalOfAnswer(`https://longview.example/index.html?code=c&state=${state}`, sites);
};

const saysUnlisted = (error: LaunchError): void => {
  const said = errorText(error, endReasonText(error));
  expect(said.heading).toBe('The place where you signed in is no longer listed here');
  expect(said.text).toBe(
    'Longview no longer opens records there, so nothing is shown. Ask there how to see the results.',
  );
  expect(said.action).toEqual({ kind: 'start', label: 'Go to the start page' });
};

test('the session of a place that is no longer listed says so, and asks no server', async () => {
  const error = refusalOfReload([other]);
  expect([error.code, error.site]).toEqual(['E13', undefined]);
  saysUnlisted(error);
  await sweepStorage([other], undefined);
  expect(sessionStorage.length).toBe(0);
  expect(network).not.toHaveBeenCalled();
});

test('a sign-in under way at such a place says so, and its code is sent nowhere', async () => {
  const error = await signInAnswered([other]);
  expect([error.code, error.site]).toEqual(['E08', undefined]);
  saysUnlisted(error);
  expect(network).not.toHaveBeenCalled();
});

test('an empty list says the same', () => {
  const error = refusalOfReload([]);
  expect(error.code).toBe('E13');
  saysUnlisted(error);
});

test('a place that is listed under another id, such as in the site file, is not said to be gone', async () => {
  const renamed = { ...place, id: 'general' };
  for (const error of [refusalOfReload([other, renamed]), await signInAnswered([other, renamed])])
    expect(errorText(error, endReasonText(error)).heading).not.toContain('no longer listed');
});

test('a damaged record, or one of another shape, is not said to be of such a place', () => {
  storeSession({
    ...abandonedSession('s1', Date.now()),
    siteId: place.id,
    iss: ISS,
    accessToken: 7 as unknown as string,
  });
  history.replaceState({ sid: 's1' }, '');
  expect(() => resumeSession([other])).toThrow(expect.objectContaining({ code: 'E13', facts: {} }));
});
