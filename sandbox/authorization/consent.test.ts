import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  postJson,
  redirectTarget,
  REDIRECT_URI,
} from '../testSandbox.ts';

setUpSandbox();

async function decided(page: string, form: URLSearchParams): Promise<URL> {
  const onward = await redirectTarget(page, { method: 'POST', body: form });
  return redirectTarget(onward.href);
}

describe('a standalone request', () => {
  const scope = 'launch/patient openid fhirUser patient/*.rs';

  async function consentPage(): Promise<string> {
    return (await redirectTarget(authorizeUrl(sandbox, { scope }))).href;
  }

  const approval = (patient: string, scopes: readonly string[] = scope.split(' ')): URLSearchParams =>
    new URLSearchParams([
      ['decision', 'approve'],
      ['patient', patient],
      ...scopes.map((one) => ['scope', one] as [string, string]),
    ]);

  test('meets a page that names the app, the patients and the scopes in words', async () => {
    const response = await fetch(await consentPage());
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('Longview');
    expect(text).toContain('Adam Test &amp; Sons');
    expect(text).toContain('Tests &lt;of&gt; the sandbox');
    expect(text).toContain('Read the whole record');
  });

  test('approved, gives a token of the chosen patient', async () => {
    const back = await decided(await consentPage(), approval('bella'));
    expect(back.searchParams.get('state')).toBe('the-state');
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer).toMatchObject({ patient: 'bella', scope });
  });

  test('shows and gives what this server knows, and nothing else that was asked for', async () => {
    const asked = 'patient/*.rs system/*.rs everything';
    const page = (await redirectTarget(authorizeUrl(sandbox, { scope: asked }))).href;
    const text = await (await fetch(page)).text();
    expect(text).toContain('patient/*.rs');
    expect(text).not.toMatch(/system\/|everything"/);
    const back = await decided(page, approval('bella', asked.split(' ')));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer.scope).toBe('patient/*.rs');
  });

  test('for the data of one patient is told which, also where it did not ask for launch/patient', async () => {
    const page = (await redirectTarget(authorizeUrl(sandbox, { scope: 'patient/*.rs' }))).href;
    const back = await decided(page, approval('bella', ['patient/*.rs']));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer.patient).toBe('bella');
  });

  test('gives only the scopes left ticked', async () => {
    const back = await decided(await consentPage(), approval('bella', ['launch/patient', 'patient/*.rs']));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer.scope).toBe('launch/patient patient/*.rs');
  });

  test('takes the settings of the last standalone launch', async () => {
    const launch = { kind: 'standalone', patient: 'bella', tokenLifeSeconds: 5, banner: false };
    const { url } = await (await postJson(`${sandbox.origin}/api/launch`, launch)).json();
    expect(url).toBe(`${APP_ORIGIN}/launch.html?iss=${encodeURIComponent(sandbox.fhirBase)}`);
    const back = await decided(await consentPage(), approval('bella'));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(answer).toMatchObject({ expires_in: 5, need_patient_banner: false });
  });

  test('declined, comes back as access_denied, and the page is gone', async () => {
    const page = await consentPage();
    const back = await decided(page, new URLSearchParams({ decision: 'decline' }));
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('the-state');
    expect((await fetch(page)).status).toBe(410);
  });

  test('approved without a patient shows the page again', async () => {
    const response = await fetch(await consentPage(), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ decision: 'approve' }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Choose whose record');
  });

  test('cannot be answered by a form of another site', async () => {
    const response = await fetch(await consentPage(), {
      method: 'POST',
      headers: { Origin: 'http://evil.example' },
      body: approval('adam'),
    });
    expect(response.status).toBe(403);
  });
});
