import { expect, test, type Page } from '@playwright/test';
import { startBareHost, type BareHost } from '../support/otherServers/bareHost.ts';
import { appFrame, launchAddress, waitUntilRead } from '../support/launching.ts';
import { REFUSED_OUTCOMES, testWithPolicy, textOutcomes } from '../support/policyTest.ts';

// Some hosts set no headers. The page then holds to the policy that it carries itself.

let host: BareHost;
test.beforeAll(async () => {
  host = await startBareHost();
});
test.afterAll(() => host.close());

async function openStartPage(page: Page): Promise<void> {
  await page.goto(`${host.appOrigin}/`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
}

/** Returns a list of what leaves for this host from now on. What the policy stops never gets that far. */
async function sentToForeign(page: Page): Promise<readonly string[]> {
  const sent: string[] = [];
  await page.route('https://foreign.example/**', (route) => {
    sent.push(route.request().url());
    return route.abort();
  });
  return sent;
}

test('the host of these tests sets none of the headers', async () => {
  for (const path of ['/', '/index.html', '/launch.html']) {
    const { headers } = await fetch(host.appOrigin + path);
    for (const name of ['content-security-policy', 'referrer-policy', 'x-content-type-options'])
      expect(headers.has(name), `${path} ${name}`).toBe(false);
  }
});

for (const name of ['index.html', 'launch.html'])
  test(`${name}: script that somebody wrote into the page does not run`, async ({ page }) => {
    await page.route(`${host.appOrigin}/${name}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /<(div id="app"|main id="launch")>/,
        '<script>injected = 1</script><img src="data:," onerror="injected = 1"><svg onload="injected = 1"></svg><script src="https://foreign.example/x.js"></script>$&',
      );
      await route.fulfill({ response, body });
    });
    const sent = await sentToForeign(page);
    await page.goto(`${host.appOrigin}/${name}`);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    expect(sent).toEqual([]);
  });

test('nothing is sent to a host that the site file does not name, however it is sent', async ({ page }) => {
  await openStartPage(page);
  const sent = await sentToForeign(page);
  const outcome = await page.evaluate(async () => {
    const image = Object.assign(new Image(), { src: 'https://foreign.example/x.png' });
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://foreign.example/' });
    const style = document.createElement('style');
    style.textContent = 'body { background: url(https://foreign.example/y.png) }';
    const form = Object.assign(document.createElement('form'), { action: 'https://foreign.example/form' });
    document.body.append(image, frame, style, form);
    form.submit();
    navigator.sendBeacon('https://foreign.example/beacon', 'x');
    return fetch('https://foreign.example/').then(
      () => 'sent',
      (error: Error) => error.name,
    );
  });
  expect(outcome).toBe('TypeError');
  expect(sent).toEqual([]);
  expect(new URL(page.url()).origin).toBe(host.appOrigin);
});

test('text does not become script or markup', async ({ page }) => {
  await openStartPage(page);
  expect(await textOutcomes(page)).toEqual(REFUSED_OUTCOMES);
});

testWithPolicy(
  'a launch works in a tab of its own and in the listed frame, without a breach',
  async ({ page }) => {
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }, host.sandboxOrigin));
    await waitUntilRead(page);
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }, host.sandboxOrigin));
    await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  },
);
