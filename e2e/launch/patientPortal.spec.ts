// People sign in at the sandbox's patient portal: as themselves, for a child or a parent, or as a clinician.
import type { Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { appOrigin, launchAddress, signInAs, signInFor, waitUntilRead } from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { lowControls } from '../support/targetSizes.ts';
import { expect, test } from '../support/test.ts';

async function openPortal(page: Page): Promise<void> {
  await page.goto(`${appOrigin()}/`);
  await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
  await expect(page.getByRole('group', { name: 'Sign in as' })).toBeVisible();
}

async function expectSound(page: Page, step: string): Promise<void> {
  expect(await axeViolations(page), step).toEqual([]);
  expect(await fitsWidth(page), `${step}: no sideways scroll`).toBe(true);
  expect(await lowControls(page, 44), `${step}: targets`).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 }, hasTouch: true });

    test('a mother signs in, chooses her son and approves', async ({ page }) => {
      await openPortal(page);
      await expectSound(page, 'sign in');
      await page.getByRole('radio', { name: /^Hanh Tran/ }).tap();
      await page.getByRole('button', { name: 'Continue' }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose record do you want to open?');
      await expectSound(page, 'record');
      await page.getByRole('radio', { name: /^Emil Bao Tran/ }).tap();
      await page.getByRole('button', { name: 'Continue' }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Allow Longview to see the record of Emil Bao Tran?',
      );
      await expect(page.getByText('it cannot add, change or delete anything')).toBeVisible();
      await expectSound(page, 'consent');
      await page.getByRole('button', { name: 'Approve' }).tap();
      await waitUntilRead(page);
      await expect(patientBanner(page)).toContainText('TRAN, Emil');
    });
  });
}

test.describe('on a phone whose language is Spanish', () => {
  test.use({ locale: 'es-MX', viewport: { width: 360, height: 800 }, hasTouch: true });

  test('a mother is asked in Spanish, changes the language and loses nothing', async ({ page }) => {
    await page.goto(`${appOrigin()}/`);
    await page.getByRole('button', { name: 'Entrar en Sandbox General Hospital' }).tap();
    await expect(page.getByRole('group', { name: 'Entrar como' })).toBeVisible();
    await expectSound(page, 'sign in');
    await page.getByRole('button', { name: 'Continuar' }).tap();
    await expect(page.getByRole('alert')).toContainText('Elija de quién es la historia clínica');
    await page.getByRole('radio', { name: /^Hanh Tran/ }).tap();
    await page.getByRole('button', { name: 'Continuar' }).tap();
    await expect(page.getByRole('group', { name: 'Historia clínica de' })).toBeVisible();
    await expectSound(page, 'record');
    await page.getByRole('radio', { name: /^Emil Bao Tran/ }).tap();
    await page.getByRole('button', { name: 'English' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose record do you want to open?');
    await expect(page.getByRole('radio', { name: /^Emil Bao Tran/ })).toBeChecked();
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.getByRole('checkbox', { name: 'Read visits and hospital stays' }).uncheck();
    await page.getByRole('button', { name: 'Español' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '¿Permite que Longview vea la historia clínica de Emil Bao Tran?',
    );
    await expect(page.getByRole('checkbox', { name: 'Leer visitas y estadías' })).not.toBeChecked();
    await expectSound(page, 'consent');
    await page.getByRole('button', { name: 'Permitir', exact: true }).tap();
    await waitUntilRead(page);
    await expect(page.getByText('Usted está viendo la historia clínica').first()).toBeVisible();
  });
});

test('Enter in the list leads on, and does not change the language', async ({ page }) => {
  await openPortal(page);
  await page.getByRole('radio', { name: /^Hanh Tran/ }).check();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose record do you want to open?');
});

test('with keys alone a mother reaches the record of her daughter', async ({ page }) => {
  await launchAddress({ kind: 'standalone', patient: 'parent' });
  await openPortal(page);
  await expect(page.getByRole('radio', { name: /^Hanh Tran/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Español' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: /^Hanh Tran/ })).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(page.getByRole('radio', { name: /^Me, Hanh Tran/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Maja/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Approve' }).press('Enter');
  await waitUntilRead(page);
  await expect(patientBanner(page)).toContainText('SØRENSEN, Maja');
});

test('nothing chosen is said in words, and declining the last step leads back to the app', async ({
  page,
}) => {
  await openPortal(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose whose record Longview may see.');
  await page.getByRole('radio', { name: /^Astrid Berg/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('This is the record of a person who has died.')).toBeVisible();
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E05');
});

test('a launch that says who signs in needs one press', async ({ page }) => {
  await signInFor(page, 'home', 'proxy');
  await waitUntilRead(page);
  await expect(patientBanner(page)).toContainText('TRAN, Duc');
});

test('an older record that was merged into another is not shown', async ({ page }) => {
  await signInAs(page, /^Duc V\. Tran/);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E17');
});
