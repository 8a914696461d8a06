import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { launchAddress, setFaults, waitForState, waitUntilRead, signInFor } from '../support/launching.ts';
import { signInOnPhone } from '../support/myResults.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';

// The end of a session and a slow sign-in are told in the language of the patient, and so is a reload of the page that said it.

test.use({ locale: 'es-MX', viewport: { width: 400, height: 800 }, hasTouch: true });

async function expectEndInSpanish(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Su sesión se cerró/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('button', { name: /Entrar de nuevo|Ir a la página de inicio/ })).toBeVisible();
}

test('a patient who signed out reads so in Spanish, also after each reload, with the words for patients', async ({
  page,
}) => {
  await signInFor(page, 'healthy', 'self');
  await waitUntilRead(page);
  await page.getByRole('link', { name: 'Mis mediciones' }).tap();
  await page.getByRole('button', { name: 'Menú' }).tap();
  await page.getByRole('button', { name: 'Salir' }).tap();
  await waitForState(page, ['ended']);
  await expectEndInSpanish(page);
  for (let reload = 0; reload < 2; reload += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one reload after another
    await page.reload();
    // oxlint-disable-next-line no-await-in-loop -- one reload after another
    await expectEndInSpanish(page);
  }
});

test('who chose the screens for clinicians reads the end in English, also after a reload', async ({
  page,
}) => {
  await signInFor(page, 'healthy', 'self');
  await waitUntilRead(page);
  await page.getByRole('button', { name: 'Menú' }).tap();
  await page.getByRole('button', { name: 'Ver las pantallas del equipo médico' }).tap();
  await page.getByRole('button', { name: 'Menu' }).tap();
  await page.getByRole('button', { name: 'End session' }).tap();
  await waitForState(page, ['ended']);
  await expect(page.getByRole('heading', { name: /^Your session/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Your session/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a sign-in that gets no answer for ten seconds is told in Spanish', async ({ page }) => {
  await setFaults({ token: { slowMs: 15_000 } });
  await signInFor(page, 'healthy', 'self');
  await expect(page.locator('[data-notice="incomplete"]')).toContainText(
    'Después de 10 segundos no hay respuesta a su entrada.',
    { timeout: 20_000 },
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await waitUntilRead(page);
});

test('a portal that launches as an EHR does tells the wait, and a reload in it, in Spanish', async ({
  page,
  context,
}) => {
  await overrideSite(context, { audience: 'patient' });
  await setFaults({ token: { slowMs: 15_000 } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('[data-notice="incomplete"]')).toContainText(
    'Después de 10 segundos no hay respuesta a su entrada.',
    { timeout: 20_000 },
  );
  await page.reload();
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E15');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('a clinician who signs in alone at last reads the screens of clinicians in English', async ({
  page,
}) => {
  await setFaults({ token: { slowMs: 2000 } });
  await signInFor(page, 'healthy', 'clinician');
  await waitUntilRead(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-audience', 'clinician');
});

test.describe('on a device that speaks English', () => {
  test.use({ locale: 'en-US' });

  test('a patient reads the end and a declined sign-in in Spanish after one press, also after a reload', async ({
    page,
  }) => {
    await signInFor(page, 'healthy', 'self');
    await waitUntilRead(page);
    await page.getByRole('button', { name: 'Menu' }).tap();
    await page.getByRole('button', { name: 'Sign out' }).tap();
    await waitForState(page, ['ended']);
    const toSpanish = page.getByRole('button', { name: 'Español' });
    expect((await toSpanish.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await toSpanish.tap();
    await expectEndInSpanish(page);
    await expect(page.getByRole('alert')).toContainText('Usted salió.');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await expectEndInSpanish(page);
    await page.getByRole('button', { name: 'English' }).tap();
    await signInOnPhone(page, /Brandt/i, 'Decline');
    await expect(page.getByRole('heading', { name: 'The record was not shared' })).toBeVisible();
    await toSpanish.tap();
    await expect(
      page.getByRole('heading', { name: 'No se dio permiso para ver la historia clínica' }),
    ).toBeVisible();
  });

  test('who is asked who they are is asked in Spanish after one press', async ({ page, context }) => {
    // Without `fhirUser` nobody says who signed in.
    await overrideSite(context, {
      audience: 'ask',
      scopes: ['launch/patient', 'patient/Patient.rs', 'patient/Observation.rs'],
    });
    await signInFor(page, 'healthy', 'self');
    await expect(page.getByRole('heading', { name: 'Who is looking at this record?' })).toBeVisible();
    await page.getByRole('button', { name: 'Español' }).tap();
    await expect(
      page.getByRole('heading', { name: '¿Quién está viendo esta historia clínica?' }),
    ).toBeFocused();
    await page.getByRole('button', { name: 'Es mi historia clínica, o la de un familiar o amigo' }).tap();
    await waitUntilRead(page);
    await expect(page.getByRole('heading', { name: 'Mis resultados' })).toBeVisible();
  });
});
