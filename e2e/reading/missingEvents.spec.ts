import { shortenTimeouts } from '../support/dataFaults.ts';
import { openInTab, launchAddress, openPartly, setFaults, waitUntilRead } from '../support/launching.ts';
import { rawEvents } from '../support/rawEvents.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';
import { ALL_TYPES, lane, linesOfKind, openTimeline, ribbon, timelineLines } from '../support/timeline.ts';
import { requestCount } from '../support/traffic.ts';

// These tests are about events that are not there: each type fails alone, and says in its own words why it is
// absent.

test('what was not granted is not asked for, and said so in its place; what was granted is read', async ({
  page,
  traffic,
}) => {
  const scopes = ['Patient.r', 'Observation.rs', 'Condition.rs'].map((scope) => `patient/${scope}`);
  await openInTab(page, 'kidney', { scopes: ['launch', ...scopes].join(' ') });
  for (const name of ['medication', 'encounter', 'procedure'])
    await expect(lane(page, name)).toHaveText(/: not granted to Longview\s*$/);
  await expect(page.getByRole('combobox', { name: 'What changed since' })).not.toContainText('last visit');
  await expect(page.getByRole('region', { name: 'What changed' })).not.toContainText('medication list');

  await setFragment(page, '#results=new&since=visit');
  await expect(
    page.getByText('new since last visit: encounters not granted to Longview; this filter hides nothing'),
  ).toBeVisible();

  await openTimeline(page);
  const conditions = await rawEvents('kidney', 'Condition');
  await expect(page.locator('tr[data-event="condition"]')).toHaveCount(conditions.length);
  await expect(page.locator('tr[data-event]')).toHaveCount(conditions.length);
  for (const name of ['medication', 'encounter', 'procedure', 'immunization', 'report'])
    await expect(lane(page, name)).toHaveText(/^\s*not granted to Longview\s*$/);
  for (const type of ALL_TYPES.filter((one) => one !== 'Condition'))
    expect(requestCount(traffic, type), type).toBe(0);
  expect(requestCount(traffic, 'Condition')).toBeGreaterThan(0);
});

test('prescriptions fail alone: said on both screens, and one press mends it', async ({ page }) => {
  await setFaults({ fhir: { type: 'MedicationRequest', status: 503 } });
  await openPartly(page, 'kidney');
  await expect(page.locator('[data-notice="failed"]')).toContainText(
    'Medication orders could not be loaded.',
  );
  await expect(page.locator('main').getByText('Events incomplete.')).toBeVisible();
  const strip = page.getByRole('region', { name: 'What changed' });
  await expect(strip).toContainText('orders: could not be loaded');
  await expect(page.getByText('Medication orders could not be loaded.')).toHaveCount(1);
  await expect(ribbon(page)).toContainText('Medication orders: could not be loaded.', { timeout: 40_000 });
  await expect(ribbon(page)).toContainText('Renal artery duplex');
  await expect(page.getByRole('region', { name: 'What changed' })).not.toContainText('medication list');
  await openTimeline(page);
  await expect(lane(page, 'medication')).toContainText('could not be loaded');
  const visits = await rawEvents('kidney', 'Encounter');
  await expect(page.locator('tr[data-event="encounter"]')).toHaveCount(visits.length);
  const beside = await Promise.all(
    ['MedicationStatement', 'MedicationDispense'].map((type) => rawEvents('kidney', type)),
  );
  await expect(page.locator('tr[data-event="medication"]')).toHaveCount(beside.flat().length);

  await setFaults(undefined);
  await page.getByRole('button', { name: 'Try again: Medications' }).click();
  const orders = await rawEvents('kidney', 'MedicationRequest');
  await expect(page.locator('tr[data-event="medication"]')).toHaveCount(orders.length + beside.flat().length);
  await expect(lane(page, 'medication')).toHaveCount(0);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(ribbon(page)).toContainText('+ Spironolactone 25 mg/day, 20 Oct 2026');
  await waitUntilRead(page);
  await expect(page.locator('[data-notice]')).toHaveCount(0);
});

test('diagnoses are refused: said in their lane, and everything else stands', async ({ page }) => {
  await setFaults({ fhir: { type: 'Condition', status: 403 } });
  await openPartly(page, 'healthy');
  await expect(page.locator('[data-notice="not-granted"]')).toContainText(
    'Conditions not allowed by this health system.',
  );
  await expect(lane(page, 'medication')).toContainText('Medications: none recorded');
  await expect(lane(page, 'procedure')).toContainText('Procedures: none recorded');
  await openTimeline(page);
  await expect(lane(page, 'condition')).toHaveText(/^\s*not allowed by this health system\s*$/);
  await expect(page.locator('tr[data-event="immunization"]')).toHaveCount(1);
  await expect(lane(page, 'procedure')).toHaveText(/^\s*none recorded\s*$/);
});

test('reports hang: said in their lane alone, and one press reads them', async ({ page }) => {
  await shortenTimeouts(page);
  await setFaults({ fhir: { type: 'DiagnosticReport', hang: 'headers' } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.locator('[data-latest]').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  await openTimeline(page);
  await expect(lane(page, 'report')).toContainText('could not be loaded', { timeout: 40_000 });
  await expect(page.locator('[data-events]').getByText('could not be loaded')).toHaveCount(1);
  await waitUntilRead(page, 'partial');
  await expect(page.locator('tr[data-event="immunization"]')).toHaveCount(1);
  await setFaults(undefined);
  await page.getByRole('button', { name: 'Try again: Reports' }).click();
  await expect(lane(page, 'report')).toHaveText(/^\s*none recorded\s*$/);
});

test('each kind of medication that the site lists is read, and what was given fails alone', async ({
  page,
}) => {
  await setFaults({ fhir: { type: 'MedicationAdministration', body: 'cutJson' } });
  await openPartly(page, 'kidney');
  const missing = 'Medication administrations: could not be loaded.';
  await expect(ribbon(page)).toContainText(missing, { timeout: 40_000 });
  await openTimeline(page);
  await expect(lane(page, 'medication')).toContainText(missing);
  const lines = await timelineLines(page);
  for (const [kind, type] of Object.entries({
    'Medication order': 'MedicationRequest',
    'Medication statement': 'MedicationStatement',
    'Medication dispensed': 'MedicationDispense',
  }))
    expect(linesOfKind(lines, kind), kind).toHaveLength((await rawEvents('kidney', type)).length);
});
