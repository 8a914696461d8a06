import { expect, test, type Page } from '@playwright/test';
import { appOrigin, openInTab, sandboxOrigin } from '../support/launching.ts';

const message = (page: Page) => page.getByRole('alert').filter({ hasText: 'cannot run in this browser' });

async function expectMessage(page: Page): Promise<void> {
  await expect(message(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
}

const LACKING: Record<string, () => void> = {
  'AbortSignal.any': () => Reflect.deleteProperty(AbortSignal, 'any'),
  'AbortSignal altogether': () => Reflect.deleteProperty(window, 'AbortSignal'),
  'Array.prototype.toSorted': () => Reflect.deleteProperty(Array.prototype, 'toSorted'),
  'URL.canParse': () => Reflect.deleteProperty(URL, 'canParse'),
  'crypto.subtle, as at an insecure address': () => Reflect.deleteProperty(Crypto.prototype, 'subtle'),
};

for (const name of ['index.html', 'launch.html']) {
  test.describe(name, () => {
    for (const [what, remove] of Object.entries(LACKING)) {
      test(`a browser without ${what} gets a message in words, and nothing is asked for`, async ({
        page,
      }) => {
        await page.addInitScript(remove);
        const asked: string[] = [];
        page.on('request', (request) => {
          if (request.url().startsWith(sandboxOrigin())) asked.push(request.url());
        });
        await page.goto(`${appOrigin()}/${name}?iss=${sandboxOrigin()}/fhir/r4&launch=x&code=x&state=x`);
        await expectMessage(page);
        expect(asked).toEqual([]);
      });
    }

    test('a browser that does not know the language of the script gets the message', async ({ page }) => {
      await page.route(`${appOrigin()}/${name}`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        delete headers['content-security-policy']; // The hash covers the whole script, which the test changes.
        const body = (await response.text()).replace('<script>(', '<script>#?(');
        await route.fulfill({ status: 200, headers, body });
      });
      await page.goto(`${appOrigin()}/${name}`);
      await expectMessage(page);
    });

    test('a script that the policy refuses, as behind a host that changes pages, leaves no empty page', async ({
      page,
    }) => {
      await page.route(`${appOrigin()}/${name}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('<script>(', '<script> (') });
      });
      await page.goto(`${appOrigin()}/${name}`);
      await expectMessage(page);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const name of ['index.html', 'launch.html'])
    test(`${name} says what to do, and only that`, async ({ page }) => {
      await page.goto(`${appOrigin()}/${name}`);
      await expect(
        page.getByText(/^\s*Longview needs JavaScript.*Allow (?:it|JavaScript) for this page/),
      ).toBeVisible();
      await expect(message(page)).toBeHidden();
    });
});

test('no other browser ever sees the message', async ({ page }) => {
  await page.addInitScript(() => {
    const look = (): void => {
      const old = document.getElementById('old');
      if (old?.hidden === false) Object.assign(window, { wasShown: true });
      requestAnimationFrame(look);
    };
    look();
  });
  const wasShown = () => page.evaluate(() => 'wasShown' in window);
  await page.goto(`${appOrigin()}/`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(await wasShown()).toBe(false);
  await page.goto(`${appOrigin()}/launch.html`);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E01');
  expect(await wasShown()).toBe(false);
  await openInTab(page, 'healthy');
  expect(await wasShown()).toBe(false);
});
