import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { buildFolder } from './servers.ts';
import { appOrigin, launchAddress } from './ehr.ts';
import { expect, test } from './test.ts';

const FIRST_CHART_BYTES = 114_000;
const LAUNCH_BYTES = 12_000;
const folder = buildFolder();

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);

test('the first chart needs at most 114 kB of script and JSON, Recharts not among it', async ({ page }) => {
  const fetched = new Set<string>();
  let counting = true;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (counting && url.origin === appOrigin() && /\.(js|json)$/.test(url.pathname))
      fetched.add(url.pathname);
  });
  // The mark ends the count at the moment it is made, not at the next look of the test.
  await page.exposeFunction('firstChartStands', () => (counting = false));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('longview:first-chart').length > 0)
        (window as unknown as { firstChartStands(): void }).firstChartStands();
    }).observe({ type: 'mark', buffered: true });
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect.poll(() => counting).toBe(false);

  const html = await readFile(`${folder}/index.html`, 'utf8');
  const files = await Promise.all(
    [...fetched].map(async (path) => ({ path, content: await readFile(`${folder}${path}`) })),
  );
  const sizes = [
    ...inlineScripts(html).map((code, i) => ({ name: `inline ${i + 1}`, bytes: gzipped(code) })),
    ...files.map(({ path, content }) => ({ name: path, bytes: gzipped(content) })),
  ];
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  test.info().annotations.push({ type: 'bytes', description: `${total}: ${JSON.stringify(sizes)}` });
  console.log(
    `first chart: ${total} bytes gzip; ${sizes.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')}`,
  );
  expect(total).toBeLessThanOrEqual(FIRST_CHART_BYTES);
  for (const { path, content } of files)
    expect(content.includes('recharts'), `${path} holds Recharts`).toBe(false);
});

test('launch.html is at most 12 kB and needs nothing further before the redirect', async ({ page }) => {
  expect(gzipped(await readFile(`${folder}/launch.html`))).toBeLessThanOrEqual(LAUNCH_BYTES);
  // Everything but the page itself and the sandbox is refused: the launch must get to the sign-in all the same.
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    return url.origin === appOrigin() && url.pathname !== '/launch.html' ? route.abort() : route.continue();
  });
  const authorize = page.waitForRequest(/\/auth\/authorize/);
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' })).catch(() => undefined); // the app page is refused
  expect(new URL((await authorize).url()).searchParams.get('code_challenge_method')).toBe('S256');
});
