import type { Page } from '@playwright/test';
import { ERROR_CASES, expectErrorScreen, expectNoViolation } from '../support/errorCases.ts';
import { launchAddress, setFaults, waitUntilRead } from '../support/launching.ts';
import { signInOnPhone } from '../support/myResults.ts';
import { expect, test } from '../support/test.ts';
import { parametersOf } from '../support/traffic.ts';

// The sandbox causes each error of the table, and the test reads the screen as a person does.

for (const wanted of ERROR_CASES) {
  test(wanted.name, async ({ page, context, traffic, breaches }) => {
    const place = (await wanted.cause(page, context)) ?? page;
    await expect(place.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await Promise.all(traffic.reading);
    const sent = traffic.requests.map(parametersOf);
    const secrets = ['code', 'state', 'launch', 'code_verifier', 'code_challenge'].flatMap((name) =>
      sent.flatMap((parameters) => parameters.getAll(name)).filter((secret) => secret.length > 5),
    );
    await expectErrorScreen(page, place, wanted, [...traffic.tokens, ...secrets]);
    await expectNoViolation(page);
    if (place !== page)
      expect(breaches.splice(0).join()).toMatch(/^Permissions policy violation: The Clipboard API/);
    await keepPicture(page, wanted.name);
  });
}

type NoticeCase = {
  readonly code: string;
  readonly name: string;
  readonly fhir: object;
  readonly says: RegExp;
  readonly retries: boolean;
};

const NOTICES: readonly NoticeCase[] = [
  {
    code: 'E16',
    name: 'results are refused',
    fhir: { type: 'Observation', status: 403 },
    says: /Not allowed\. Sandbox General Hospital did not allow access to/,
    retries: false,
  },
  {
    code: 'E18',
    name: 'the server stays busy',
    fhir: { type: 'Observation', status: 503, retryAfterSeconds: 0 },
    says: /Incomplete\. .* could not be loaded completely: Sandbox General Hospital is busy/,
    retries: true,
  },
  {
    code: 'E19',
    name: 'a page instead of data',
    fhir: { type: 'Observation', html: true },
    says: /sent data that Longview cannot read/,
    retries: true,
  },
  {
    code: 'E20',
    name: 'a next page that must not be asked',
    fhir: { next: 'foreign' },
    says: /pointed to a server that Longview must not contact/,
    retries: true,
  },
];

for (const { code, name, fhir, says, retries } of NOTICES) {
  test(`${code}: ${name}`, async ({ page }) => {
    await setFaults({ fhir });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 20_000 });
    const notice = page.getByRole('status').and(page.locator(`[data-error="${code}"]`));
    await expect(notice).toHaveText(says);
    await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
    await expect(page.locator('[data-latest]')).toHaveCount(0);
    await expectNoViolation(page);
    await keepPicture(page, `${code} notice`);
    await expect(notice.getByRole('button')).toHaveText(retries ? ['Try again'] : []);
    await setFaults(undefined);
    await (retries ? notice.getByRole('button').click() : page.reload());
    await waitUntilRead(page);
    await expect(page.locator('[data-error]')).toHaveCount(0);
  });
}

test('E18: while the server is busy the wait is counted down, and the reading goes on by itself', async ({
  page,
}) => {
  await setFaults({ fhir: { type: 'Observation', status: 429, retryAfterSeconds: 3, times: 1 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('[data-error="E18"]')).toHaveText(/is busy \(429\)\. Trying again in [0-3] s\. /);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await waitUntilRead(page);
  await expect(page.locator('[data-error]')).toHaveCount(0);
});

test.describe('for a finger', () => {
  test.use({ viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true });

  const lowIn = async (page: Page): Promise<string[]> => {
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await page.locator('summary').click();
    await expect(page.locator('details button')).toBeVisible();
    return page.locator('button, summary, a[href]').evaluateAll((all) =>
      all
        .map((one) => ({ name: one.textContent, height: one.getBoundingClientRect().height }))
        .filter(({ height }) => height < 43.99)
        .map(({ name, height }) => `${name}: ${height}`),
    );
  };

  // E02 is the page before the app, and E12 is the app.
  for (const code of ['E02', 'E12'])
    test(`${code}: each button, fold and link is 44 px high`, async ({ page, context }) => {
      await ERROR_CASES.find((one) => one.code === code)!.cause(page, context);
      expect(await lowIn(page)).toEqual([]);
    });

  test('a patient who declined has targets of 44 px too, also behind the fold', async ({ page }) => {
    await signInOnPhone(page, /Brandt/i, 'Decline');
    expect(await lowIn(page)).toEqual([]);
  });
});

/** Saves a picture if LONGVIEW_PICTURES names a folder. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['LONGVIEW_PICTURES'];
  if (folder === undefined) return;
  const file = name.replaceAll(/\W+/g, '-');
  await page.screenshot({ path: `${folder}/${file}.png` });
  await page.setViewportSize({ width: 400, height: 800 });
  await page.screenshot({ path: `${folder}/${file}-narrow.png` });
}
