import type { Page } from '@playwright/test';
import { launchAddress, setFaults, signInFor, waitUntilRead } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

/** Returns the GET requests to the FHIR server so far, each as the end of its address. */
function fhirRequestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, address] = /\/((?:Patient\/|Observation\?).*)$/.exec(request.url()) ?? [];
    if (request.method() === 'GET' && address !== undefined) asked.push(address);
  });
  return asked;
}

for (const vendor of ['generic', 'epic', 'oracle', 'meditech'] as const) {
  test(`${vendor}: Patient and the first searches leave while the app is still being loaded, and once each`, async ({
    page,
  }) => {
    const asked = fhirRequestsOf(page);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/assets\/main-[^/]*\.js$/, async (route) => {
      if (page.url().includes('/index.html')) await held;
      await route.continue();
    });
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab', vendor }), { waitUntil: 'commit' });
    await expect.poll(() => asked.length).toBe(4);
    expect(asked[0]).toMatch(/^Patient\/[^/?]+$/);
    const searches = asked.slice(1).map((address) => new URLSearchParams(address.replace(/^.*?\?/, '')));
    expect(searches.map((search) => search.get('category')?.replace(/^.*\|/, ''))).toEqual([
      'vital-signs',
      'laboratory',
      'social-history',
    ]);
    const first = [...asked];
    release();
    await waitUntilRead(page);
    for (const address of first) expect(asked.filter((one) => one === address)).toHaveLength(1);
  });
}

test('a patient’s view, which asks for events at once, asks for nothing twice', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/fhir/r4/')) asked.push(request.url());
  });
  // The results come after the events were asked for.
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    await expect.poll(() => asked.some((address) => address.includes('/Encounter?'))).toBe(true);
    await route.continue();
  });
  await signInFor(page, 'kidney', 'self');
  await waitUntilRead(page);
  const searches = asked.filter((address) => address.includes('?'));
  expect(searches.length).toBeGreaterThan(10);
  expect(searches.filter((address, i) => searches.indexOf(address) !== i)).toEqual([]);
});

for (const [language, locale] of [
  ['english', 'en-US'],
  ['spanish', 'es-MX'],
] as const)
  test.describe(`a patient who reads ${language}`, () => {
    test.use({ locale });

    test('waits for the files of their own view alone, and their plain words are fetched beside it', async ({
      page,
    }) => {
      const files: string[] = [];
      page.on('request', (request) => {
        const [, name] = /\/assets\/(\w+)-[^/]*\.js$/.exec(request.url()) ?? [];
        if (name !== undefined) files.push(name);
      });
      // The view comes only after its plain words were asked for.
      await page.route(/\/assets\/myResults-[^/]*\.js$/, async (route) => {
        await expect.poll(() => files).toContain(`${language}Glossary`);
        await route.continue();
      });
      await signInFor(page, 'kidney', 'self');
      await waitUntilRead(page);
      expect(files).not.toContain('overview');
      expect(files).not.toContain('growth');
    });
  });

test('a reload sends them as early, with the token that the window kept', async ({ page }) => {
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await waitUntilRead(page);
  const asked = fhirRequestsOf(page);
  await page.route(/\/assets\/main-[^/]*\.js$/, () => undefined); // the app never comes
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(() => asked.length).toBe(4);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
});

test('the start page, which has no patient, asks for none', async ({ page, servers }) => {
  const asked = fhirRequestsOf(page);
  await page.goto(`${servers.appOrigin}/`);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'start');
  expect(asked).toEqual([]);
});

test('what launch.html has fetched for the app is not fetched again', async ({ page }) => {
  // A busy machine would leave launch.html before the files have come. A route would switch the browser's cache off.
  await setFaults({ authorize: { slowMs: 3000 } });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await waitUntilRead(page);
  const fetched = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\/assets\/(?:main|catalog|style|index)[^/]*\.(?:js|json|css)$/.test(name))
      .map(({ name, transferSize }) => `${/\.(\w+)$/.exec(name)?.[1]}: ${transferSize} bytes`),
  );
  expect(fetched.toSorted()).toEqual(['css: 0 bytes', 'js: 0 bytes', 'json: 0 bytes']);
});

test('a sign-in server that does not answer is waited for with the app on the screen, and that is said', async ({
  page,
}) => {
  await page.route(/\/auth\/token$/, () => undefined); // it never answers
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }), { waitUntil: 'commit' });
  await expect(page.getByText('Your sign-in has had no answer for 10 seconds.')).toBeVisible({
    timeout: 25_000,
  });
});
