// Whoever no EHR sent to launch.html may be a patient, and reads it in the language of the device, as the app itself is read (decision 54).
import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { appFrame, appOrigin, launchAddress, sandboxOrigin, setFaults } from '../support/launching.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'es-MX', viewport: { width: 400, height: 800 }, hasTouch: true });

const withoutChart = (): string => `${appOrigin()}/launch.html?iss=${sandboxOrigin()}/fhir/r4`;
const language = (page: Page) => page.locator('html');

async function expectInSpanish(page: Page, code: string, heading: string): Promise<void> {
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', code, { timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(language(page)).toHaveAttribute('lang', 'es');
  await expect(language(page)).toHaveAttribute('data-state', 'error');
  expect(await page.getByRole('main').innerText()).not.toMatch(/\b(?:the|your|again|details|sign in)\b/i);
  await page.locator('summary').tap();
  expect(await axeViolations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
}

test('E01: a link without a record is told in Spanish, and the other language is one press away', async ({
  page,
}) => {
  await page.goto(`${appOrigin()}/launch.html`);
  await expectInSpanish(page, 'E01', 'Longview se abrió sin una historia clínica');
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Longview was opened without a patient chart',
  );
  await expect(language(page)).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Go to the start page' }).tap();
  await expect(page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/index.html');
});

test('the link for engineers leads to the inspector, which stands in the app', async ({ page }) => {
  await page.goto(`${appOrigin()}/launch.html`);
  await page.getByRole('link', { name: 'Datos técnicos' }).tap();
  await expect(page).toHaveURL(`${appOrigin()}/index.html#inspect`);
});

test('a site of patients says its errors in the words for patients', async ({ page, context }) => {
  await overrideSite(context, { audience: 'patient' });
  await page.goto(`${appOrigin()}/launch.html`);
  await expectInSpanish(page, 'E01', 'Este enlace no abre ninguna historia clínica');
});

test('without a chart, the page and the sign-in that it offers are in Spanish', async ({ page }) => {
  await page.goto(withoutChart());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Longview se abrió sin una historia clínica',
  );
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(language(page)).toHaveAttribute('lang', 'es');
  expect(await axeViolations(page)).toEqual([]);
  const authorize = page.waitForRequest(/\/auth\/authorize/);
  await page.getByRole('button', { name: 'Entrar en Sandbox General Hospital' }).tap();
  expect(new URL((await authorize).url()).searchParams.get('code_challenge_method')).toBe('S256');
});

test('E04: a health system that does not answer there is told in Spanish, also without a network', async ({
  page,
  context,
}) => {
  await page.goto(withoutChart());
  const signIn = page.getByRole('button', { name: 'Entrar en Sandbox General Hospital' });
  await expect(signIn).toBeVisible();
  await context.setOffline(true);
  await signIn.tap();
  await expectInSpanish(page, 'E04', 'No hay conexión a la red');
  await context.setOffline(false);
  await setFaults({ discovery: { status: 500 } });
  await page.getByRole('button', { name: 'Intentar de nuevo' }).tap();
  await signIn.tap();
  await expectInSpanish(
    page,
    'E03',
    'Longview no puede usar la página de entrada de Sandbox General Hospital',
  );
});

for (const [what, answer] of [
  ['cannot be fetched', undefined],
  ['never comes', 'hang'],
] as const)
  test(`an app that ${what} leaves the words of the page itself`, async ({ page }) => {
    await page.route('**/assets/*', (route) => (answer === undefined ? route.abort() : undefined));
    await page.goto(`${appOrigin()}/launch.html`);
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E01', { timeout: 15_000 });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Longview was opened without a patient chart',
    );
    await expect(language(page)).toHaveAttribute('lang', 'en');
    await expect(page.getByText('Details for support: E01')).toBeVisible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

test('a portal that launches as an EHR does is read in the language of the device, at a site for patients', async ({
  page,
  context,
}) => {
  await overrideSite(context, { audience: 'patient', launch: ['standalone'] });
  await page.goto(`${withoutChart()}&launch=x`);
  await expectInSpanish(page, 'E02', 'Longview todavía no funciona con este centro de salud');
});

test('what stops its sign-in is told in the same words', async ({ page, context }) => {
  await overrideSite(context, { audience: 'patient' });
  await setFaults({ token: { without: ['patient'] } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expectInSpanish(page, 'E10', 'No se eligió ninguna historia clínica');
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No record was chosen');
});

test('the launch of an EHR stays in the language of its clinicians, alone and in its frame', async ({
  page,
  context,
}) => {
  await page.goto(`${appOrigin()}/launch.html?iss=https://evil.example&launch=x`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This health system is not set up for Longview',
  );
  await expect(language(page)).toHaveAttribute('lang', 'en');
  await overrideSite(context, { signIn: 'window' });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'frame' }));
  await expect(appFrame(page).getByRole('button', { name: 'Open sign-in window' })).toBeVisible();
});
