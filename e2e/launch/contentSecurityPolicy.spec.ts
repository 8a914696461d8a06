import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as anyTest, type Page } from '@playwright/test';
import { HOST_READERS } from '../../build/hosts/readHostFile.ts';
import { policyHeaders, scriptHashes } from '../../build/policy.ts';
import { sandboxSites } from '../../build/sites/siteFile.ts';
import {
  appFrame,
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { REFUSED_OUTCOMES, testWithPolicy as policyTest, textOutcomes } from '../support/policyTest.ts';
import { downloadCsvFile, MEASURED_SERIES } from '../support/recordScreens.ts';
import { buildFolder } from '../support/servers.ts';
import { test } from '../support/test.ts';

const folder = buildFolder();
const pages = ['index.html', 'launch.html'];

test.describe('the whole way works under the policy, without a breach', () => {
  test('EHR launch in the frame', async ({ page }) => {
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'frame' }));
    await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
    await appFrame(page).locator('[data-series="k"]').click();
    await expect(appFrame(page).locator('[data-series="k"] [data-mark]').first()).toBeVisible();
  });

  test('EHR launch in a tab, overview, charts of one result and of a pair, search, CSV, reload', async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    for (const id of ['k', 'bp-sys']) {
      await page.locator(`[data-series="${id}"]`).first().click();
      await expect(page.locator(`[data-series="${id}"] [data-mark]`).first()).toBeVisible();
      await page.getByRole('slider').first().hover();
      await page.keyboard.press('Escape');
    }
    expect(await (await downloadCsvFile(page)).failure()).toBeNull();
    await page.keyboard.press('/');
    await page.keyboard.type('potass');
    await expect(page.locator(MEASURED_SERIES)).toHaveCount(1);
    await page.reload();
    await waitUntilRead(page);
  });

  test('standalone launch, approved and declined', async ({ page }) => {
    await signInAs(page, /Marlowe/i);
    await waitUntilRead(page);
    await signInAs(page, /Marlowe/i, 'Decline');
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E05');
  });

  test('the end of a session, and the error screens of both pages', async ({ page }) => {
    await openInTab(page, 'healthy', { tokenLifeSeconds: 3 });
    await expect(page.locator('html')).toHaveAttribute('data-state', 'ended', { timeout: 90_000 });
    await page.goto(`${appOrigin()}/index.html?error=access_denied&state=x`);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.goto(`${appOrigin()}/launch.html`);
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E01');
  });

  // This is no sign-in, so the requests need no check.
  policyTest('a form sent to the sign-in page may come back to the redirect address', async ({ page }) => {
    await page.route('**/auth/authorize', (route) =>
      route.fulfill({ status: 303, headers: { location: `${appOrigin()}/index.html?back` } }),
    );
    await page.goto(`${appOrigin()}/`);
    await page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      document.body.append(form);
      form.submit();
    }, `${sandboxOrigin()}/auth/authorize`);
    await expect(page).toHaveURL(`${appOrigin()}/index.html`);
  });
});

/** Returns the directives of a policy, each with its sources in one order: the order says nothing. */
const inOneOrder = (policy: string): readonly string[] =>
  policy.split('; ').map((directive) => directive.split(' ').toSorted().join(' '));

anyTest.describe('what is served', () => {
  anyTest('every answer has the headers that follow from the site file and the pages', async () => {
    const html = await Promise.all(pages.map((name) => readFile(`${folder}/${name}`, 'utf8')));
    const expected = policyHeaders(sandboxSites(sandboxOrigin()), html.flatMap(scriptHashes));
    const script = /\.\/(assets\/main-[\w-]+\.js)/.exec(html[0] ?? '')?.[1] ?? '';
    for (const path of ['', ...pages, script, 'nothing-here']) {
      const { headers } = await fetch(`${appOrigin()}/${path}`);
      for (const [name, value] of Object.entries(expected))
        expect(headers.get(name), `${path} ${name}`).toBe(value);
      for (const name of ['x-frame-options', 'strict-transport-security', 'cross-origin-opener-policy'])
        expect(headers.has(name), `${path} ${name}`).toBe(false);
    }
    for (const path of ['', ...pages])
      expect((await fetch(`${appOrigin()}/${path}`)).headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${appOrigin()}/${script}`)).headers.get('cache-control')).toContain('immutable');
  });

  anyTest('the files for other hosts carry the same policy', async () => {
    const served = (await fetch(appOrigin())).headers.get('content-security-policy') ?? 'none';
    for (const [name, read] of Object.entries(HOST_READERS)) {
      const sent = read(await readFile(`${folder}/${name}`, 'utf8'), { path: '/', isThere: true });
      expect(sent['Content-Security-Policy'], name).toEqual([served]);
    }
  });

  anyTest(
    'each page carries the policy itself, for its own scripts, before anything that it binds',
    async () => {
      const served = (await fetch(appOrigin())).headers.get('content-security-policy') ?? 'none';
      const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
      expect(names.toSorted()).toEqual(['404.html', ...pages]);
      for (const name of names) {
        const html = await readFile(`${folder}/${name}`, 'utf8');
        const [head = ''] = html.split('</head>');
        const elements = [...head.matchAll(/<(meta|link|script|style|title)\b[^>]*>/g)].map(([text]) => text);
        expect(elements[0], name).toBe('<meta charset="utf-8" />');
        const carried = /^<meta http-equiv="Content-Security-Policy" content="([^"]+)" \/>$/.exec(
          elements[1] ?? '',
        );
        const own = scriptHashes(html);
        const allowed = served
          .replace(/ frame-ancestors [^;]+;/, '')
          .replaceAll(/ '(sha256-[^']+)'/g, (source, hash: string) => (own.includes(hash) ? source : ''));
        expect(inOneOrder(carried?.[1] ?? ''), name).toEqual(inOneOrder(allowed));
        expect(elements[2], name).toBe('<meta name="referrer" content="no-referrer" />');
      }
    },
  );
});

/**
 * Records the violated directives of the page and returns a function that lists them. The page has the policy twice, from
 * its header and from itself; only what breaks the header is recorded.
 */
async function breachesOn(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, originalPolicy }) => {
      if (originalPolicy.includes('frame-ancestors')) seen.push(effectiveDirective);
    });
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

anyTest.describe('what the policy stops', () => {
  anyTest('script written into the page', async ({ page }) => {
    const breaches = await breachesOn(page);
    await page.route(`${appOrigin()}/`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        '<div id="app">',
        '<script>injected = 1</script><img src="data:," onerror="injected = 1"><script type="text/javascript">injected = 1</script><script src="https://foreign.example/x.js"></script>$&',
      );
      await route.fulfill({ response, body });
    });
    await page.goto(`${appOrigin()}/`);
    await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    expect(await breaches()).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
    expect((await breaches()).filter((name) => name === 'script-src-elem')).toHaveLength(3);
  });

  anyTest('data inlined in the page is not script, so it needs no hash', async ({ page }) => {
    const breaches = await breachesOn(page);
    await page.goto(`${appOrigin()}/`);
    await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
    expect(await page.locator('script#sites').textContent()).toContain('longview-sandbox');
    expect(await breaches()).toEqual([]);
  });

  anyTest('requests to another origin, style in the page, frames', async ({ page }) => {
    const breaches = await breachesOn(page);
    await page.goto(`${appOrigin()}/`);
    const outcome = await page.evaluate(async () => {
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      const image = Object.assign(new Image(), { src: 'https://foreign.example/x.png' });
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://foreign.example/' });
      document.body.append(style, image, frame);
      return fetch('https://foreign.example/').then(
        () => 'sent',
        (error: Error) => error.name,
      );
    });
    expect(outcome).toBe('TypeError');
    await expect
      .poll(async () => (await breaches()).toSorted())
      .toEqual(['connect-src', 'frame-src', 'img-src', 'style-src-elem']);
  });

  anyTest('text that would become script', async ({ page }) => {
    await page.goto(`${appOrigin()}/`);
    expect(await textOutcomes(page)).toEqual(REFUSED_OUTCOMES);
  });

  anyTest('a frame in a page of another origin; the sandbox’s frame is let in', async ({ page }) => {
    const foreign = createServer((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(pages.map((name) => `<iframe title="${name}" src="${appOrigin()}/${name}"></iframe>`).join('')),
    );
    await new Promise<void>((resolve) => void foreign.listen(0, '127.0.0.1', resolve));
    try {
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
      await expect.poll(() => refused.filter((text) => text.includes('frame-ancestors'))).toHaveLength(2);
      for (const name of pages)
        await expect(page.frameLocator(`iframe[title="${name}"]`).locator('#app, #launch')).toHaveCount(0);
    } finally {
      foreign.close();
    }
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
    await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready');
  });
});
