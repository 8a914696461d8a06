import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deceased } from '../patients/deceased/deceased.ts';
import { home } from '../patients/home/home.ts';
import { parent } from '../patients/parent/parent.ts';
import { preterm } from '../patients/preterm/preterm.ts';
import { stories } from '../patients/stories.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import { APP_ORIGIN, authorizeUrl, redirectTarget } from '../testSandbox.ts';
import { ENGLISH_WORDS } from './englishWords.ts';
import { deviceLanguage } from './language.ts';
import { describeScope } from './scopeDescription.ts';
import { SPANISH_WORDS } from './spanishWords.ts';
import { storyPurpose } from './storyPurposes.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    appOrigin: APP_ORIGIN,
    stories: [parent, preterm, home, deceased],
  });
});
afterAll(() => sandbox.close());

const SCOPE = 'launch/patient openid fhirUser patient/*.rs';
const SPANISH = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5', accept: 'text/html' };

const portal = async (): Promise<string> =>
  (await redirectTarget(authorizeUrl(sandbox, { scope: SCOPE }))).href;

type Fields = Readonly<Record<string, string>>;

const sent = (page: string, fields: Fields, scopes = SCOPE, headers: Fields = SPANISH): Promise<Response> =>
  fetch(page, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams([
      ...Object.entries(fields),
      ...scopes.split(' ').map((scope) => ['scope', scope] as [string, string]),
    ]),
  });

const languageOf = (text: string): string | undefined => /<html lang="(\w+)"/.exec(text)?.[1];
const heading = (text: string): string =>
  (/<h1>(.*?)<\/h1>/s.exec(text)?.[1] ?? '').replaceAll(/<[^>]+>/g, '').trim();
const ticked = (text: string): readonly string[] =>
  [...text.matchAll(/value="([^"]+)"\s+checked/g)].map(([, scope = '']) => scope);

describe('the language of the device', () => {
  test.each([
    ['es', 'es'],
    ['es-419', 'es'],
    ['ES-mx', 'es'],
    ['fr-FR, es;q=0.8, en;q=0.5', 'es'],
    ['es-MX;q=0.9, en', 'en'],
    ['es;q=0, de', 'en'],
    ['es;q=oops', 'es'],
    ['de-DE', 'en'],
    ['*', 'en'],
    [';;;q=x,,', 'en'],
    ['<script>', 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (header, language) => {
    expect(deviceLanguage(header)).toBe(language);
  });

  test('is spoken by the first page, and named by it', async () => {
    const english = await (await fetch(await portal())).text();
    expect([languageOf(english), heading(english)]).toEqual(['en', 'Allow Longview to see a health record?']);
    const spanish = await (await fetch(await portal(), { headers: SPANISH })).text();
    expect([languageOf(spanish), heading(spanish)]).toEqual([
      'es',
      '¿Permite que Longview vea una historia clínica?',
    ]);
  });
});

describe('the switch of the language', () => {
  test.each([
    ['sign in', { step: 'signIn', patient: 'parent' }, '¿Permite que Longview vea una historia clínica?'],
    [
      'record',
      { step: 'record', person: 'parent', patient: 'preterm' },
      '¿De quién es la historia clínica que quiere abrir?',
    ],
    [
      'record with nothing chosen',
      { step: 'record', person: 'relative' },
      '¿De quién es la historia clínica que quiere abrir?',
    ],
    [
      'consent',
      { step: 'continue', person: 'parent', patient: 'preterm' },
      '¿Permite que Longview vea la historia clínica de Emil Bao Tran?',
    ],
  ])('shows the step "%s" once more, with what was chosen and cleared', async (_step, fields, expected) => {
    const english = { accept: 'text/html', 'accept-language': 'en' };
    const response = await sent(await portal(), { ...fields, speak: 'es' }, 'launch/patient', english);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect([languageOf(text), heading(text)]).toEqual(['es', expected]);
    expect(text).not.toContain('role="alert"');
    expect(text).toContain(`value="${'patient' in fields ? fields.patient : fields.step}"`);
    expect(ticked(text)).not.toContain('patient/*.rs');
  });

  test('is kept by the steps that follow, against the device', async () => {
    const page = await portal();
    const text = await (await sent(page, { language: 'en', patient: 'parent', decision: 'continue' })).text();
    expect([languageOf(text), heading(text)]).toEqual(['en', 'Whose record do you want to open?']);
    expect(text).toContain('name="language" value="en"');
  });

  test('never answers the request, whatever was sent with it', async () => {
    const page = await portal();
    for (const fields of [
      { step: 'continue', person: 'parent', patient: 'preterm', speak: 'xx' },
      { step: 'approve', person: 'parent', patient: 'preterm', speak: 'es' },
      { step: 'decline', speak: 'es' },
      { speak: 'es' },
    ]) {
      expect((await sent(page, fields)).status, `with ${JSON.stringify(fields)}`).toBe(200);
    }
    expect((await fetch(page)).status).toBe(200);
  });

  test('shows the consent to nobody’s record once more', async () => {
    const page = (await redirectTarget(authorizeUrl(sandbox, { scope: 'openid fhirUser' }))).href;
    const text = await (
      await sent(page, { step: 'continue', person: 'clinician', speak: 'es' }, 'openid')
    ).text();
    expect(heading(text)).toBe('¿Permite que Longview sepa quién es usted?');
  });

  test('is not what Enter in a field presses', async () => {
    const text = await (await fetch(await portal())).text();
    const first = /<button[^>]*>/s.exec(text)?.[0] ?? '';
    expect(first).toContain('value="continue"');
    expect(first).toContain('aria-hidden="true"');
  });
});

describe('errors', () => {
  test('nothing chosen is said in Spanish', async () => {
    const text = await (await sent(await portal(), { decision: 'continue' })).text();
    expect(text).toContain('role="alert">Elija de quién es la historia clínica que Longview puede ver.');
  });

  test('a request that was answered is said in the language of the device', async () => {
    const page = await portal();
    await sent(page, { decision: 'decline' });
    const response = await fetch(page, { headers: SPANISH });
    const text = await response.text();
    expect([response.status, languageOf(text), heading(text)]).toEqual([410, 'es', 'Esto no funcionó']);
    expect(text).toContain('Vuelva a la aplicación y empiece otra vez.');
  });

  test('a request that cannot be sent back is said in words, with the reason for developers', async () => {
    const address = authorizeUrl(sandbox, { scope: SCOPE, redirect_uri: 'https://elsewhere.example/' });
    for (const [headers, expected] of [
      [SPANISH, 'No podemos seguir desde aquí.'],
      [{ accept: 'text/html' }, 'We cannot go on from here.'],
    ] as const) {
      const response = await fetch(address, { headers, redirect: 'manual' });
      const text = await response.text();
      expect(response.status).toBe(400);
      expect(text).toContain(expected);
      expect(text).toContain('redirect_uri');
    }
  });
});

describe('words', () => {
  test('no text of a page in Spanish is that of the page in English', async () => {
    for (const fields of [
      { patient: 'nobody', decision: 'continue' },
      { person: 'relative', decision: 'record' },
      { person: 'parent', patient: 'preterm', decision: 'continue' },
      { person: 'astrid', patient: 'deceased', decision: 'continue' },
    ]) {
      const page = await portal();
      const english = textsOf(await (await sent(page, { ...fields, language: 'en' })).text());
      const spanish = textsOf(await (await sent(page, { ...fields, language: 'es' })).text());
      expect(english.length).toBeGreaterThan(10);
      expect(spanish.filter((text) => english.includes(text))).toEqual([]);
    }
  });

  test('each person of the sandbox has words in Spanish', () => {
    const left = stories
      .filter(({ isOnDemand }) => !isOnDemand)
      .filter((story) => storyPurpose({ ...nobody, ...story }, 'es').html.includes('lang="en"'));
    expect(left.map(({ id }) => id)).toEqual([]);
    const imported = { ...nobody, id: 'constructor', purpose: 'Imported from a server' };
    expect(storyPurpose(imported, 'es').html).toBe('<span lang="en">Imported from a server</span>');
  });

  test.each([
    ['patient/Observation.rs?category=laboratory', 'Read test results and measurements, only lab tests'],
    ['patient/Observation.c', 'Change test results and measurements'],
    ['patient/CarePlan.rs', 'Read other data, of the kind “CarePlan”'],
    ['constructor', 'Something else: constructor'],
  ])('%s is said in words', (scope, expected) => {
    expect(describeScope(scope, ENGLISH_WORDS)).toBe(expected);
    expect(describeScope(scope, SPANISH_WORDS)).not.toBe(expected);
  });
});

const nobody = {
  id: '',
  title: '',
  purpose: '',
  name: '',
  birthDate: '',
  gender: 'unknown',
  mrn: '',
  isDeceased: false,
  isReplaced: false,
};

/** Returns what a reader sees between the tags, without names and what is marked as being in another language. */
function textsOf(page: string): readonly string[] {
  return page
    .replaceAll(/<!doctype html>|<html[^>]*>/g, '')
    .replaceAll(/<(bdi|title)\b.*?<\/\1>/gs, '')
    .replaceAll(/<(\w+)[^>]* lang="[^"]*"[^>]*>.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /\p{L}{2}/u.test(text) && text !== 'Longview');
}
