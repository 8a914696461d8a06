import { expect, test } from 'vitest';
import type { LaunchError } from '../../errors/LaunchError.ts';
import { resumeSession } from '../resumeSession.ts';
import { granted } from '../../../testing/sessionFixture.ts';
import { jsonAnswer } from '../../../testing/tokenServerFixture.ts';
import { openRenewable, renewedTokens, setUpTokenRefresh, storedRecord } from './tokenRefreshFixture.ts';

const page = setUpTokenRefresh();

test('row 46: the renewal names grant, token and client, and neither a secret nor a bearer token', async () => {
  const session = openRenewable(page);
  expect(await page.refresh(session)).toBe(true);
  expect(page.server.requests).toHaveLength(1);
  const { method, url, headers, form } = page.server.requests[0]!;
  expect(method).toBe('POST');
  expect(url).toBe('/token?p=one');
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'r1',
    client_id: 'longview-general',
  });
  expect(headers['authorization']).toBeUndefined();
  expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
});

test('row 47: a rotated refresh token replaces the old one, which is used once', async () => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({ ...renewedTokens, refresh_token: 'r2' }));
  await page.refresh(session);
  page.server.answerWith(jsonAnswer({ ...renewedTokens, access_token: 'third' }));
  await page.refresh(session);
  expect(page.server.requests.map(({ form }) => form.get('refresh_token'))).toEqual(['r1', 'r2']);
  expect(storedRecord(session)).toMatchObject({ accessToken: 'third', refreshToken: 'r2' });
});

test('row 47: a refresh token that is not rotated is kept', async () => {
  const session = openRenewable(page);
  await page.refresh(session);
  expect(session.stored()).toMatchObject({ accessToken: 'second', refreshToken: 'r1' });
  expect(resumeSession([page.site])?.accessToken()).toBe('second');
});

test.each([[600], ['600']])('row 35: a renewed life of %j lasts 600 s', async (expires_in) => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({ ...renewedTokens, expires_in }));
  await page.refresh(session);
  expect(session.stored()).toMatchObject({
    expiresAtMs: Date.now() + 600_000,
    renewAtMs: Date.now() + 540_000,
  });
});

test.each([
  ['another patient', { patient: 'p2' }],
  ['another patient by a reference', { patient: 'Patient/p2' }],
  ['somebody who is no patient', { patient: 'Practitioner/p1' }],
  ['another encounter', { patient: 'p1', encounter: 'e2' }],
  ['a patient by a number', { patient: 2 }],
  ['a list of patients', { patient: ['p1', 'p2'] }],
  ['a patient as an object', { patient: { id: 'p2' } }],
  ['another encounter by a reference', { encounter: 'Encounter/e2' }],
  ['an encounter by a number', { patient: 'p1', encounter: 2 }],
])('row 49: a renewal that names %s ends the session (E12) and keeps no token', async (_, named) => {
  const ends: LaunchError[] = [];
  const session = openRenewable(page, { encounterId: 'e1' });
  session.onEnd((error) => ends.push(error));
  page.server.answerWith(jsonAnswer({ ...renewedTokens, ...named }));
  expect(await page.refresh(session)).toBe(false);
  expect(ends.map(({ code }) => code)).toEqual(['E12']);
  expect(() => session.accessToken()).toThrow('E12');
  expect(session.stored()).toMatchObject({ accessToken: '', refreshToken: undefined });
  expect(sessionStorage).toHaveLength(0);
  expect(JSON.stringify(ends[0]!.facts)).not.toContain('p2');
});

test.each([[null], ['']])('row 49: a renewal with the patient %j names nobody', async (patient) => {
  const session = openRenewable(page);
  page.server.answerWith(jsonAnswer({ ...renewedTokens, patient }));
  expect(await page.refresh(session)).toBe(true);
});

test('row 49: the same patient by a reference is no other', async () => {
  const session = openRenewable(page, { encounterId: 'e1' });
  page.server.answerWith(
    jsonAnswer({ ...renewedTokens, patient: `Patient/${session.patientId}`, encounter: 'Encounter/e1' }),
  );
  expect(await page.refresh(session)).toBe(true);
});

test('row 49: the same patient and encounter again change nothing; nor does another scope', async () => {
  const session = openRenewable(page, { encounterId: 'e1' });
  page.server.answerWith(
    jsonAnswer({ ...renewedTokens, patient: 'p1', encounter: 'e1', scope: 'patient/*.cruds' }),
  );
  expect(await page.refresh(session)).toBe(true);
  expect(session).toMatchObject({ patientId: 'p1', scope: granted('p1').scope });
});

test.each([['e1'], [7], [{ reference: 'Encounter/e1' }]])(
  'row 49: where the launch named no encounter that could be read, a renewal with %j changes nothing',
  async (encounter) => {
    const session = openRenewable(page);
    page.server.answerWith(jsonAnswer({ ...renewedTokens, patient: session.patientId, encounter }));
    expect(await page.refresh(session)).toBe(true);
    expect(session.encounterId).toBeUndefined();
  },
);

const SCOPE = 'patient/Patient.r patient/Observation.rs patient/MedicationRequest.rs';
const NO_MEDICATION = 'patient/Patient.r patient/Observation.rs';
const LABORATORY = 'patient/Patient.r patient/Observation.rs?category=laboratory';

test.each([
  ['no medication any more', NO_MEDICATION],
  ['one category of the results', `${LABORATORY} patient/MedicationRequest.rs`],
  ['no results any more', 'patient/Patient.r patient/MedicationRequest.rs'],
  ['no results any more, in a form of its own', 'api://x/patient.Patient.read'],
  ['no medication any more, as a list', NO_MEDICATION.split(' ')],
])('row 42: a renewal that grants %s ends the session, and says why', async (_, scope) => {
  const ends: LaunchError[] = [];
  const session = openRenewable(page, { scope: SCOPE, requestedScope: SCOPE });
  session.onEnd((error) => ends.push(error));
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope }));
  expect(await page.refresh(session)).toBe(false);
  expect(ends.map(({ code, facts }) => [code, facts['reason']])).toEqual([['E13', 'narrowed']]);
  expect(session.stored()).toMatchObject({ accessToken: '', refreshToken: undefined });
});

test.each([
  [
    'the same in another form',
    'patient/Patient.read patient/Observation.read patient/MedicationRequest.read',
  ],
  ['the same and more', `${SCOPE} patient/Condition.rs`],
  ['all types', 'patient/*.rs'],
  ['all types, in a form of its own', 'api://x/patient.all.read launch/patient'],
  ['what is about the sign-in alone', 'openid fhirUser online_access'],
  ['nothing', ''],
  ['the same, as a list', SCOPE.split(' ')],
  ['a list of nothing', []],
  ['no text', { scope: 'patient/Patient.r' }],
])('row 42: a renewal whose scope is %s goes on', async (_, scope) => {
  const session = openRenewable(page, { scope: SCOPE, requestedScope: SCOPE });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope }));
  expect(await page.refresh(session)).toBe(true);
});

test.each([
  ['no medication any more', 'patient/*.rs', NO_MEDICATION],
  ['one category of the results', 'patient/*.rs', `${LABORATORY} patient/MedicationRequest.rs`],
  ['a part of what was listed', SCOPE, NO_MEDICATION],
])('row 42: a site that asks for all types hears of a renewal that grants %s', async (_, scope, renewed) => {
  const session = openRenewable(page, { scope, requestedScope: 'patient/*.rs' });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: renewed }));
  expect(await page.refresh(session)).toBe(false);
});

test('row 42: what was granted in part at the launch is missed where a renewal grants less of it', async () => {
  const both = `${LABORATORY} patient/Observation.rs?category=vital-signs`;
  const session = openRenewable(page, { scope: both, requestedScope: SCOPE });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: LABORATORY }));
  expect(await page.refresh(session)).toBe(false);
});

test('row 42: what was granted unasked, and is not read, may be taken back', async () => {
  const session = openRenewable(page, { scope: `${SCOPE} patient/Condition.rs`, requestedScope: SCOPE });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: SCOPE }));
  expect(await page.refresh(session)).toBe(true);
});

test('row 42: a site that asks for all types goes on with the list that it was granted', async () => {
  const session = openRenewable(page, { scope: SCOPE, requestedScope: 'patient/*.rs' });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: SCOPE }));
  expect(await page.refresh(session)).toBe(true);
});

test('row 42: what was not granted at the launch is not missed later', async () => {
  const session = openRenewable(page, { scope: LABORATORY, requestedScope: SCOPE });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: LABORATORY }));
  expect(await page.refresh(session)).toBe(true);
  const wide = openRenewable(page, { scope: 'patient/*.read', requestedScope: SCOPE });
  page.server.answerWith(jsonAnswer({ ...renewedTokens, scope: NO_MEDICATION }));
  expect(await page.refresh(wide)).toBe(false);
});
