import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { test as plain } from '@playwright/test';
import { sandboxSites } from '../../build/sites/siteFile.ts';
import { startForeignPage } from '../support/otherServers/bareHost.ts';
import { appFrame, launchAddress, waitUntilRead } from '../support/launching.ts';
import { askHost, NGINX, SENDS_BROTLI, startNginxHost, type NginxHost } from './nginxHost.ts';
import { patientBanner, shownSeries } from '../support/recordScreens.ts';
import { expect, test as base } from '../support/test.ts';

// A folder that was configured is served by nginx over TLS and HTTP/2, by the configuration of the container.

let host: NginxHost;
let listed: Awaited<ReturnType<typeof startForeignPage>>;
let unlisted: typeof listed;

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
  servers: async ({}, use) => use(host),
});
test.use({ ignoreHTTPSErrors: true });
plain.use({ ignoreHTTPSErrors: true });

const framed = (): string => `<iframe title="Longview" src="${host.appOrigin}/index.html"></iframe>`;

if (NGINX === undefined)
  plain('nginx is not installed here, so the launches behind it did not run', () => {
    console.log('nginx is not installed here: the launches behind it, and its headers, were not tried.');
    expect(NGINX).toBeUndefined();
  });
else {
  plain.beforeAll(async () => {
    listed = await startForeignPage(framed);
    unlisted = await startForeignPage(framed);
    host = await startNginxHost((sandbox) =>
      sandboxSites(sandbox).map((site) => ({
        ...site,
        frameAncestors: [...site.frameAncestors, listed.origin],
      })),
    );
  });
  plain.afterAll(() => Promise.all([host, listed, unlisted].map((one) => one.close())));
  registerLaunches();
  registerHeaders();
}

function registerLaunches(): void {
  test(`nginx ${NGINX}: an EHR launch in a tab over HTTP/2, and a reload that keeps the session`, async ({
    page,
  }) => {
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }, host.sandboxOrigin));
    await waitUntilRead(page);
    await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
    expect(page.url()).toBe(`${host.appOrigin}/index.html`);
    const protocols = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.startsWith(location.origin))
        .map((entry) => (entry as PerformanceResourceTiming).nextHopProtocol),
    );
    expect(new Set(protocols)).toEqual(new Set(['h2']));
    const before = await shownSeries(page);
    await page.reload();
    await waitUntilRead(page);
    expect(await shownSeries(page)).toEqual(before);
    const log = readFileSync(`${host.pages}/../access.log`, 'utf8');
    expect(log).toContain('"GET /launch.html" 200');
    expect(log).not.toMatch(/[?]|launch=|code=|state=/);
  });

  test('nginx: a launch in the frame of the EHR', async ({ page }) => {
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }, host.sandboxOrigin));
    await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
    await expect(appFrame(page).locator('[data-patient-banner]')).toBeVisible();
  });

  test('nginx: a patient signs in from the start page', async ({ page }) => {
    await page.goto(`${host.appOrigin}/`);
    await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
    await page.getByRole('radio', { name: /Marlowe/i }).check();
    await page.getByRole('button', { name: 'Approve' }).click();
    await waitUntilRead(page);
    await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
  });
}

/** Computes the policy from the site file and the pages as they are sent, and by no code of the build. */
function impliedPolicy(pages: readonly string[]): Record<string, string[]> {
  const originsOf = (addresses: readonly string[]): string[] => addresses.map((one) => new URL(one).origin);
  const { sites } = host;
  const sha256 = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  const hashes = pages
    .flatMap((html) => html.split('<script>').slice(1))
    .map((rest) => sha256(rest.slice(0, rest.indexOf('</script>'))));
  const asked = sites.flatMap((site) => [
    site.iss,
    ...site.authOrigins,
    ...site.extraOrigins,
    ...site.styleOrigins,
  ]);
  // A site that follows the chart may listen at these origins: a socket has a scheme of its own.
  const sockets = sites
    .filter((site) => site.fhircast)
    .flatMap((site) => originsOf([site.iss, ...site.authOrigins, ...site.extraOrigins]))
    .map((origin) => origin.replace(/^http/, 'ws'));
  const implied = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...originsOf(asked), ...sockets],
    'form-action': ["'self'", ...originsOf(sites.flatMap((site) => site.authOrigins))],
    'frame-ancestors': ["'self'", ...originsOf(sites.flatMap((site) => site.frameAncestors))],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['longview'],
  };
  return Object.fromEntries(
    Object.entries(implied).map(([name, words]) => [name, [...new Set(words)].toSorted()]),
  );
}

const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((one) => {
      const [name = '', ...words] = one.split(' ');
      return [name, words.toSorted()];
    }),
  );

const ENCODINGS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

function registerHeaders(): void {
  plain(
    'nginx: the policy is what the site file and the scripts of the pages imply, everywhere',
    async () => {
      const pages = await Promise.all(
        ['index.html', 'launch.html'].map(async (name) =>
          (await askHost(`${host.appOrigin}/${name}`)).body.toString(),
        ),
      );
      const asset = /assets\/main-[\w-]+\.js/.exec(pages[0] ?? '')?.[0] ?? '';
      const implied = impliedPolicy(pages);
      expect(implied['frame-ancestors']).toContain(listed.origin);
      for (const [path, status, cache] of [
        ['', 200, 'no-store'],
        ['index.html', 200, 'no-store'],
        ['launch.html', 200, 'no-store'],
        ['404.html', 200, 'no-store'],
        ['app.webmanifest', 200, 'no-store'],
        ['nothing-here', 404, 'no-store'],
        ['longview.build.json', 404, 'no-store'],
        ['releases.json', 404, 'no-store'],
        [asset, 200, 'public, max-age=31536000, immutable'],
        ['assets/gone-1.js', 404, 'no-store'],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other says where it broke
        const answer = await askHost(`${host.appOrigin}/${path}`);
        expect(answer.status, path).toBe(status);
        expect(directivesOf(String(answer.headers['content-security-policy'])), path).toEqual(implied);
        expect(answer.headers['cache-control'], path).toBe(cache);
        expect(answer.headers['strict-transport-security'], path).toBe('max-age=31536000; includeSubDomains');
        expect(answer.headers['referrer-policy'], path).toBe('no-referrer');
        expect(answer.headers['x-content-type-options'], path).toBe('nosniff');
        expect(answer.headers['x-frame-options'], path).toBeUndefined();
        expect(String(answer.headers['server']), path).toBe('nginx');
      }
    },
  );

  plain(
    `nginx: packed files are sent as they are${SENDS_BROTLI ? '' : ' (no brotli module here)'}`,
    async () => {
      for (const [accepted, encoding] of [
        ['gzip, br', SENDS_BROTLI ? 'br' : 'gzip'],
        ['gzip', 'gzip'],
        ['identity', undefined],
      ] as const)
        for (const path of ['index.html', 'launch.html', 'icon.svg'].filter((name) =>
          readable(`${host.pages}/${name}.br`),
        )) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other says where it broke
          const { headers, body } = await askHost(`${host.appOrigin}/${path}`, {
            'accept-encoding': accepted,
          });
          expect(headers['content-encoding'], `${path} ${accepted}`).toBe(encoding);
          expect(String(headers['vary']), `${path} ${accepted}`).toContain('Accept-Encoding');
          const unpacked = encoding === undefined ? body : ENCODINGS[encoding]?.(body);
          expect(unpacked?.equals(readFileSync(`${host.pages}/${path}`)), `${path} ${accepted}`).toBe(true);
        }
    },
  );

  plain(
    'nginx: a script that somebody wrote into the page does not run, by the header alone',
    async ({ page }) => {
      await page.route(`${host.appOrigin}/index.html`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text())
          .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
          .replace(
            '<div id="app"',
            '<script>injected = 1</script><img src="data:," onerror="injected = 1"><div id="app"',
          );
        expect(body).toContain('injected');
        await route.fulfill({ response, body });
      });
      await page.goto(`${host.appOrigin}/index.html`);
      await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
      expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    },
  );

  plain(
    'nginx: a page that the site file lists may frame Longview, and another may not',
    async ({ page }) => {
      await page.goto(listed.origin);
      await expect(
        appFrame(page)
          .getByRole('button', { name: /^Sign in to/ })
          .first(),
      ).toBeVisible();
      const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(unlisted.origin);
      await refused;
      // The console tells of the refusal before the browser shows its own page in the frame.
      await expect
        .poll(() => page.frames().map((frame) => frame.url()))
        .toContain('chrome-error://chromewebdata/');
      await expect(appFrame(page).locator('#app')).toHaveCount(0);
    },
  );
}

function readable(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
