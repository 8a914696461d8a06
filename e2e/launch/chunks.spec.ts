import type { Route } from '@playwright/test';
import { launchAddress, waitUntilRead } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

const SCRIPTS_AT_MOST = 12;
const WAVES_AT_MOST = 1;
/** Scripts that are asked for without this pause between them are one wave; long enough for a busy machine's idle time. */
const PAUSE_MS = 1000;
const REST_MS = 3000;

test('the overview comes to rest with at most 12 scripts, in one wave after the first chart', async ({
  page,
}) => {
  // Every script waits until no other is asked for, so what one script makes the page fetch is a wave of its own.
  const waves: string[][] = [];
  let held: Route[] = [];
  let timer: NodeJS.Timeout | undefined;
  let askedAtMs = Date.now();
  const release = (): void => {
    waves.push(held.map((route) => new URL(route.request().url()).pathname));
    for (const route of held) void route.continue();
    held = [];
  };
  await page.route('**/assets/*.js', (route) => {
    if (route.request().frame().url().includes('/launch.html')) {
      void route.continue().catch(() => undefined);
      return;
    }
    held.push(route);
    askedAtMs = Date.now();
    clearTimeout(timer);
    timer = setTimeout(release, PAUSE_MS);
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await waitUntilRead(page);
  // The screen of one result is only fetched, and runs at idle.
  await expect.poll(() => waves.flat().some((path) => path.startsWith('/assets/detail-'))).toBe(true);
  await expect.poll(() => Date.now() - askedAtMs).toBeGreaterThan(REST_MS);

  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  console.log(
    `scripts until the overview is at rest: ${fetched.length}; waves: ${waves.map((wave) => wave.join(' ')).join(' | ')}`,
  );
  expect(fetched.length).toBeLessThanOrEqual(SCRIPTS_AT_MOST);
  expect(waves.flat().toSorted()).toEqual(fetched.toSorted());
  const [forFirstChart, ...later] = waves;
  expect(forFirstChart?.map((path) => /([a-z-]+)-[\w-]{8}\.js$/.exec(path)?.[1]).toSorted()).toEqual([
    'main',
    'react',
    'rolldown-runtime',
  ]);
  expect(later.length).toBeLessThanOrEqual(WAVES_AT_MOST);
});

test('every script of the first chart is fetched during the launch, so that none is awaited after it', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/assets\/([a-z-]+)-[\w-]{8}\.js$/.exec(new URL(request.url()).pathname) ?? [];
    if (name !== undefined && request.frame().url().includes('/launch.html')) asked.push(name);
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await waitUntilRead(page);
  expect(asked.toSorted()).toEqual(['main', 'react', 'rolldown-runtime']);
});

test('React runs while the token is awaited, and before the app', async ({ page }) => {
  for (const name of ['react', 'main'])
    await page.route(`**/assets/${name}-*.js`, async (route) => {
      const response = await route.fetch();
      const body = `${await response.text()}\nperformance.mark('test:${name}');`;
      await route.fulfill({ response, body });
    });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/auth/token', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await page.waitForURL('**/index.html**');
  const startOf = (mark: string) =>
    page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime, mark);
  await expect.poll(() => startOf('test:react')).toBeGreaterThan(0);
  // A token that does not come at once is waited for with the app on the screen.
  await expect.poll(() => startOf('test:main')).toBeGreaterThan((await startOf('test:react')) ?? Infinity);
  release();
  await waitUntilRead(page);
  expect(await startOf('longview:token')).toBeGreaterThan((await startOf('test:react')) ?? Infinity);
});

test('the style sheets of the overview come with its files, each once, and before what they are for is drawn', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/assets\/(\w+)-[\w-]+\.css$/.exec(new URL(request.url()).pathname) ?? [];
    if (name !== undefined && name !== 'main') asked.push(name);
  });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/overview-*.css', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect(page.locator('[data-series="k"]')).toBeVisible();
  await expect.poll(() => asked.toSorted()).toEqual(['detail', 'entry', 'events', 'overview', 'session']);
  await expect(page.locator('[data-search]')).toBeVisible();
  const ribbon = page.getByRole('region', { name: 'Events' }).locator('[data-time-width]');
  await expect(ribbon).toHaveCount(0);
  release();
  await waitUntilRead(page);
  await expect(ribbon).toBeVisible();
  // The screen of one result runs at idle.
  const isLaid = (name: string) =>
    page.evaluate(
      (file) => [...document.styleSheets].some(({ href }) => href?.includes(`/assets/${file}-`) === true),
      name,
    );
  await expect.poll(() => isLaid('detail')).toBe(true);
  expect(asked.toSorted()).toEqual(['detail', 'entry', 'events', 'overview', 'session']);
});
