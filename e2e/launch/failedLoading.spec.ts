import { axeViolations } from '../support/accessibility.ts';
import { appOrigin, launchAddress, openInTab, waitUntilRead } from '../support/launching.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

for (const name of ['main', 'react'])
  test(`a file of the app that cannot be fetched is said, not an empty page: ${name}`, async ({ page }) => {
    await page.route(`**/assets/${name}-*.js`, (route) => route.abort());
    await page.goto(`${appOrigin()}/`);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Longview could not be loaded');
    await expect(alert).toHaveAttribute('data-error', 'E04');
    // No text could be loaded, so both languages stand there.
    await expect(alert.locator('h2[lang="es"]')).toHaveText('No se pudo cargar Longview');
    expect(await axeViolations(page)).toEqual([]);
  });

for (const [what, answer] of [
  ['cannot be fetched', undefined],
  ['is not there', { status: 404, body: 'not found' }],
  ['is a page of the host', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
  ['has another shape', { status: 200, json: { groups: 'Kidney;Liver' } }],
] as const) {
  test(`a catalog that ${what} is said with one button, and no app starts that knows no analyte`, async ({
    page,
  }) => {
    await page.route('**/assets/catalog-*.json', (route) =>
      answer === undefined ? route.abort() : route.fulfill(answer),
    );
    await page.goto(`${appOrigin()}/`);
    await expect(page.getByRole('alert')).toContainText('Longview could not be loaded');
    await expect(page.getByRole('button')).toHaveText([
      /^\s*Reload the page\s+Volver a cargar la página\s*$/,
    ]);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
    await page.unroute('**/assets/catalog-*.json');
    await page.getByRole('button').click();
    await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
  });
}

for (const [what, file] of [
  ['that cannot be fetched', '**/assets/detail-*.js'],
  ['without its style sheet', '**/assets/detail-*.css'],
] as const) {
  test(`a screen ${what} is said, and the overview is still there`, async ({ page }) => {
    await page.route(file, (route) => route.abort());
    await openInTab(page, 'kidney');
    await page.locator('[data-series="k"]').click();
    await expect(page.getByRole('heading', { name: 'This screen could not be loaded' })).toBeVisible();
    await page.goBack();
    await expect(page.locator('[data-series="k"]')).toBeVisible();
  });
}

test('E04: without network the start page says so, and not that a file is missing', async ({
  page,
  context,
}) => {
  await page.goto(`${appOrigin()}/`);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
  await expect(page.getByRole('alert').getByRole('heading', { name: 'You are not online' })).toBeFocused();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
});

test('E04: no answer to the patient, so no value is shown without a name', async ({ page }) => {
  await page.route('**/fhir/r4/Patient/*', (route) => route.abort());
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E04', { timeout: 20_000 });
  await expect(page.locator('[data-series]')).toHaveCount(0);
  await page.unroute('**/fhir/r4/Patient/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilRead(page);
});

test('E12: the server answers with another patient, so the view is closed', async ({ page }) => {
  await page.route('**/fhir/r4/Patient/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), id: 'somebody-else' } });
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12');
  await expect(page.getByText('MARLOWE')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E13');
});

test('rules 37 and 38: a failed page takes the claims, says what is missing, and can be tried again', async ({
  page,
}) => {
  let broken = true;
  await page.route(/\/fhir\/r4(\/Observation)?\?/, (route) => {
    const { searchParams } = new URL(route.request().url());
    const isLaboratory = searchParams.get('category')?.endsWith('laboratory') === true;
    const isAll = searchParams.has('patient') && !searchParams.has('category');
    return broken && (isLaboratory || isAll)
      ? route.fulfill({
          status: 500,
          json: { resourceType: 'OperationOutcome' },
          headers: { 'access-control-allow-origin': appOrigin() },
        })
      : route.continue();
  });
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 20_000 });
  await expect(page.locator('[data-notice]').first()).toBeVisible();
  await expect(page.locator('[data-series="hr"]')).not.toHaveAttribute('data-latest', /./);
  await expect(page.locator('[data-series="hr"]')).toContainText('incomplete');
  broken = false;
  await page.locator('[data-retry]').click();
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expectMatchesServer(page, 'kidney');
});

test('rule 48: one entry of another patient is left out, counted and announced in red; the rest stays', async ({
  page,
}) => {
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as {
      entry?: { resource: { id: string; subject: object; valueQuantity?: object } }[];
    };
    const [first] = bundle.entry ?? [];
    if (first !== undefined) {
      const stranger = {
        ...first.resource,
        id: 'stranger',
        subject: { reference: 'Patient/p2' },
        valueQuantity: { value: 987_654, unit: 'mg/dL' },
      };
      bundle.entry?.push({ resource: stranger });
    }
    await route.fulfill({ response, json: bundle });
  });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await waitUntilRead(page);
  await expect(page.locator('[data-notice="wrong-patient"]')).toBeVisible();
  await expect(page.locator('[data-accounting][data-excluded="1"]').first()).toHaveAttribute(
    'data-received',
    '5',
  );
  await expect(page.getByText('987')).toHaveCount(0);
});
