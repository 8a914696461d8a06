import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { child } from '../patients/child/child.ts';
import { deceased } from '../patients/deceased/deceased.ts';
import { healthy } from '../patients/healthy.ts';
import { home } from '../patients/home/home.ts';
import { merged } from '../patients/merged.ts';
import { parent } from '../patients/parent/parent.ts';
import { preterm } from '../patients/preterm/preterm.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import { volume } from '../patients/volume.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  postJson,
  redirectTarget,
  type TokenResponse,
} from '../testSandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const stories = [child, healthy, deceased, parent, preterm, home, merged, { ...volume, resources: tiny }];
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories });
});
afterAll(() => sandbox.close());

/** The large record is built on demand; one Patient is enough here. */
const tiny = () =>
  healthy.resources().flatMap((one) => (one.resourceType === 'Patient' ? [{ ...one, id: 'volume' }] : []));

const SCOPE = 'launch/patient openid fhirUser patient/*.rs';

const portal = async (scope = SCOPE): Promise<string> =>
  (await redirectTarget(authorizeUrl(sandbox, { scope }))).href;

const formOf = (fields: Readonly<Record<string, string>>, scope = SCOPE): URLSearchParams =>
  new URLSearchParams([
    ...Object.entries(fields),
    ...scope.split(' ').map((one) => ['scope', one] as [string, string]),
  ]);

const sent = (page: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(page, { method: 'POST', redirect: 'manual', body: formOf(fields) });

const textAfter = async (page: string, fields: Readonly<Record<string, string>>): Promise<string> =>
  (await (await sent(page, fields)).text()).replaceAll(/\s+/g, ' ').replaceAll(/<\/?bdi>/g, '');

async function tokenAfter(page: string, fields: Readonly<Record<string, string>>): Promise<TokenResponse> {
  const onward = await redirectTarget(page, { method: 'POST', body: formOf(fields) });
  const back = await redirectTarget(onward.href);
  return (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
}

function userOf({ id_token: idToken = '' }: TokenResponse): string {
  const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return String(claims.fhirUser).replace(`${sandbox.fhirBase}/`, '');
}

const prepare = (settings: object): Promise<Response> =>
  postJson(`${sandbox.origin}/api/launch`, { kind: 'standalone', ...settings });

describe('the steps of the portal', () => {
  test('a person with one record goes from the sign-in to the consent', async () => {
    const text = await textAfter(await portal(), { patient: 'healthy', decision: 'continue' });
    expect(text).toContain('Allow Longview to see your record?');
    expect(text).toContain('You are signed in as <strong>Tomasz Brandt</strong>');
  });

  test('a mother is asked whose record it is: hers, a child’s or her father’s', async () => {
    const text = await textAfter(await portal(), { patient: 'parent', decision: 'continue' });
    const names = [...text.matchAll(/class="name">([^<]+)</g)].map(([, name]) => name);
    expect(names).toEqual(['Me, Hanh Tran', 'Maja Linh Sørensen', 'Emil Bao Tran', 'Duc Tran']);
    expect(text).toContain('You are the mother');
    expect(text).toContain('You are the daughter');
    expect(text).toContain('male, born 2 Jun 1958, 68 years');
  });

  test('the consent names the record, what is seen, for how long, and that nothing can be changed', async () => {
    const fields = { person: 'parent', patient: 'preterm', decision: 'continue' };
    const text = await textAfter(await portal(), fields);
    expect(text).toContain('Allow Longview to see the record of Emil Bao Tran?');
    expect(text).toContain('You are the mother of Emil Bao Tran.');
    expect(text).toContain('Read the whole record');
    expect(text).toContain('For 1 hour at most.');
    expect(text).toContain('it cannot add, change or delete anything');
  });

  test('consent to write is not called reading, and a lasting one is not called an hour', async () => {
    const page = await portal('launch/patient offline_access patient/Observation.cruds');
    const text = await textAfter(page, { patient: 'healthy', decision: 'continue' });
    expect(text).toContain('Longview asks to change parts of the record.');
    expect(text).not.toContain('it cannot add');
    expect(text).toContain('For 1 day at most.');
  });

  test('what was cleared stays cleared on the next step', async () => {
    const body = new URLSearchParams({ patient: 'healthy', decision: 'continue', scope: 'launch/patient' });
    const text = await (await fetch(await portal(), { method: 'POST', body })).text();
    const ticked = [...text.matchAll(/value="([^"]+)"\s+checked/g)].map(([, scope]) => scope);
    expect(ticked).toEqual(['launch/patient']);
  });

  test('back leads from the consent to the records, and from there to the sign-in', async () => {
    const page = await portal();
    const consent = await textAfter(page, { person: 'parent', patient: 'parent', decision: 'continue' });
    expect(consent).toContain('value="record">Back');
    const records = await textAfter(page, { person: 'parent', patient: 'parent', decision: 'record' });
    expect(records).toContain('Whose record do you want to open?');
    expect(records).toContain('value="signIn">Back');
    const signIn = await textAfter(page, { person: 'parent', patient: 'child', decision: 'signIn' });
    expect(signIn).toMatch(/value="parent" checked/);
    const single = await textAfter(page, { patient: 'healthy', decision: 'continue' });
    expect(single).toContain('value="signIn">Back');
  });

  test('nothing chosen is said in words on the same step', async () => {
    const page = await portal();
    const first = await sent(page, { decision: 'continue' });
    expect([first.status, await first.text()]).toEqual([400, expect.stringContaining('role="alert"')]);
    const second = await sent(page, { person: 'parent', decision: 'continue' });
    expect([second.status, await second.text()]).toEqual([400, expect.stringContaining('Whose record')]);
  });

  test('each step can be declined', async () => {
    for (const fields of [{}, { person: 'parent' }, { person: 'parent', patient: 'child' }]) {
      const page = await portal();
      const onward = await redirectTarget(page, {
        method: 'POST',
        body: formOf({ ...fields, decision: 'decline' }),
      });
      expect((await redirectTarget(onward.href)).searchParams.get('error')).toBe('access_denied');
    }
  });
});

describe('who signed in', () => {
  test.each([
    ['oneself', { patient: 'healthy' }, 'Patient/healthy', 'healthy'],
    ['a mother for herself', { person: 'parent', patient: 'parent' }, 'Patient/parent', 'parent'],
    [
      'a mother for her son',
      { person: 'parent', patient: 'preterm' },
      'RelatedPerson/parent-for-preterm',
      'preterm',
    ],
    [
      'a daughter for her father',
      { person: 'parent', patient: 'home' },
      'RelatedPerson/parent-for-home',
      'home',
    ],
    [
      'a daughter of a dead man',
      { person: 'astrid', patient: 'deceased' },
      'RelatedPerson/astrid-for-deceased',
      'deceased',
    ],
    [
      'a relative of anybody',
      { person: 'relative', patient: 'healthy' },
      'RelatedPerson/relative-for-healthy',
      'healthy',
    ],
    ['a clinician', { person: 'clinician', patient: 'child' }, 'Practitioner/clinician', 'child'],
  ])('%s is told to the app, with the record that was chosen', async (_who, fields, user, patient) => {
    const token = await tokenAfter(await portal(), { ...fields, decision: 'approve' });
    expect([userOf(token), token.patient]).toEqual([user, patient]);
  });

  test('no one opens a record that is not theirs to open', async () => {
    for (const [person, patient] of [
      ['parent', 'healthy'],
      ['healthy', 'child'],
      ['astrid', 'child'],
      ['child', 'parent'],
      ['nobody', 'child'],
    ] as const) {
      const response = await sent(await portal(), { person, patient, decision: 'approve' });
      expect(response.status, `${person} for ${patient}`).toBe(400);
    }
  });

  test('a proxy without a record here is asked for one and gets none at once', async () => {
    const text = await textAfter(await portal(), { patient: 'relative', decision: 'approve' });
    expect(text).toContain('Whose record do you want to open?');
  });

  test('a record of a dead person and one that was merged say so before consent', async () => {
    const dead = await textAfter(await portal(), { patient: 'astrid', decision: 'continue' });
    expect(dead).toContain('This is the record of a person who has died.');
    const old = await textAfter(await portal(), { patient: 'merged', decision: 'continue' });
    expect(old).toContain('This is an older record.');
  });
});

describe('a launch that says who signs in', () => {
  test.each([
    ['self', 'child', 'Patient/child'],
    ['proxy', 'child', 'RelatedPerson/parent-for-child'],
    ['proxy', 'healthy', 'RelatedPerson/relative-for-healthy'],
    ['clinician', 'child', 'Practitioner/clinician'],
  ])('%s of %s begins at the consent', async (user, patient, reference) => {
    expect((await prepare({ user, patient })).status).toBe(200);
    const page = await portal();
    const text = await (await fetch(page)).text();
    expect(text).not.toContain('Sign in as');
    const fields = Object.fromEntries(
      [...text.matchAll(/type="hidden" name="(person|patient)" value="([^"]+)"/g)].map((found) => [
        found[1] ?? '',
        found[2] ?? '',
      ]),
    );
    const token = await tokenAfter(page, { ...fields, decision: 'approve' });
    expect([userOf(token), token.patient]).toEqual([reference, patient]);
  });

  test('of a record that no list shows begins at the sign-in', async () => {
    await prepare({ user: 'self', patient: 'volume' });
    expect(await (await fetch(await portal())).text()).toContain('Sign in as');
    await prepare({});
  });

  test.each([
    { user: 'nobody', patient: 'child' },
    { user: 'self' },
    { user: 'proxy', patient: 'child', kind: 'tab' },
  ])('%j is refused', async (settings) => {
    expect((await prepare(settings)).status).toBe(400);
  });
});

describe('the person related to the patient', () => {
  const related = async (fields: Readonly<Record<string, string>>): Promise<string> =>
    (await tokenAfter(await portal(), { ...fields, decision: 'approve' })).access_token;

  test('is read at the address in the token, with patient, relationship and name', async () => {
    const token = await related({ person: 'parent', patient: 'child' });
    const response = await fhirGet(`${sandbox.fhirBase}/RelatedPerson/parent-for-child`, token);
    expect(await response.json()).toMatchObject({
      resourceType: 'RelatedPerson',
      id: 'parent-for-child',
      patient: { reference: 'Patient/child' },
      relationship: [{ coding: [{ code: 'MTH' }], text: 'mother' }],
      name: [{ family: 'Tran', given: ['Hanh'] }],
    });
  });

  test('is not read of another patient, nor where there is none', async () => {
    const token = await related({ person: 'parent', patient: 'child' });
    const statusOf = async (id: string): Promise<number> =>
      (await fhirGet(`${sandbox.fhirBase}/RelatedPerson/${id}`, token)).status;
    expect(await statusOf('parent-for-preterm')).toBe(403);
    expect(await statusOf('astrid-for-child')).toBe(404);
    expect(await statusOf('constructor')).toBe(404);
  });

  test('is not read without a scope that names who signed in or this type', async () => {
    const page = await portal();
    const body = formOf(
      { person: 'parent', patient: 'child', decision: 'approve' },
      'launch/patient patient/Patient.rs',
    );
    const back = await redirectTarget((await redirectTarget(page, { method: 'POST', body })).href);
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    const url = `${sandbox.fhirBase}/RelatedPerson/parent-for-child`;
    expect((await fhirGet(url, answer.access_token)).status).toBe(403);
  });

  test('a device that measured is read by id, of this patient alone', async () => {
    const url = `${sandbox.fhirBase}/Device/home-device-cuff`;
    expect((await fhirGet(url, await related({ patient: 'home' }))).status).toBe(200);
    expect((await fhirGet(url, await related({ patient: 'healthy' }))).status).toBe(403);
  });
});
