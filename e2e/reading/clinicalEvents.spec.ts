import type { Locator, Page } from '@playwright/test';
import { shortenTimeouts } from '../support/dataFaults.ts';
import { formatTime } from '../support/formatTime.ts';
import {
  appOrigin,
  openInTab,
  launchAddress,
  openPartly,
  setFaults,
  waitUntilRead,
} from '../support/launching.ts';
import {
  doseOf,
  drawnTimesMs,
  drugOf,
  orderEnd,
  orderStart,
  rawEvents,
  rawResources,
  type RawEvent,
} from '../support/rawEvents.ts';
import { setFragment } from '../support/recordScreens.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import type { Traffic } from '../support/traffic.ts';

/**
 * These tests are about the events around the results. Each type is requested only if it was granted, fails
 * alone, and says in its own words why it is absent.
 */

/** A site whose file lists no resources asks for these. */
const DEFAULT_TYPES = [
  'MedicationRequest',
  'Encounter',
  'Procedure',
  'DiagnosticReport',
  'Condition',
  'Immunization',
];
const ALL_TYPES = [...DEFAULT_TYPES, 'MedicationStatement', 'MedicationAdministration', 'MedicationDispense'];

const ribbon = (page: Page): Locator => page.getByRole('region', { name: 'Events' });
const lane = (page: Page, name: string): Locator => page.locator(`[data-events="${name}"]`);

async function openTimeline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
}

/** Returns every line of the list as "when|kind|what|dose", sorted. */
const timelineLines = (page: Page): Promise<string[]> =>
  page.locator('tr[data-event]').evaluateAll((lines) =>
    lines
      .map((line) => {
        const [when, kind, what] = [...line.children];
        const parts = [...(what?.children ?? [])].filter(({ tagName }) => tagName === 'SPAN');
        return [when, kind, ...parts].map((part) => part?.textContent).join('|');
      })
      .toSorted(),
  );

const linesOfKind = (lines: readonly string[], kind: string): string[] =>
  lines.filter((line) => line.includes(`|${kind}|`));

/** Returns how many events or changes the buttons of a lane stand for. */
const eventCount = (row: Locator): Promise<number> =>
  row
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.reduce(
        (sum, button) =>
          sum + Number(/\(1 of (\d+) here\)/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? 1),
        0,
      ),
    );

/** Returns the line of an order in the list. */
function orderLine(order: RawEvent): string {
  const [begin, end] = [formatTime(orderStart(order)), orderEnd(order)];
  const when = end === undefined ? `since ${begin}` : `${begin} – ${formatTime(end)}`;
  return `${when}|Medication order|${drugOf(order)}|${doseOf(order)}`;
}

/** Names the day once if the visit begins and ends on it. */
function visitLine({ period, type }: RawEvent): string {
  const [begin, end] = [formatTime(period?.start), formatTime(period?.end)];
  const [day] = begin.split(', ');
  return `${begin} – ${end.startsWith(`${day}, `) ? end.slice(`${day}, `.length) : end}|Encounter|${type?.[0]?.text}`;
}

/** Each order is a start. An end is a stop if no order of the same drug follows on that day. */
function medicationChanges(orders: readonly RawEvent[]): string[] {
  const begins = new Set(orders.map((order) => `${drugOf(order)} ${orderStart(order)}`));
  const stops = orders.flatMap((order) => {
    const end = orderEnd(order);
    return end === undefined || begins.has(`${drugOf(order)} ${end}`) ? [] : [end];
  });
  return [...orders.map(orderStart), ...stops];
}

test('kidney: the list and the lanes hold every order, visit and procedure that the server holds; a window without any says so', async ({
  page,
}) => {
  const [orders, visits, procedures, reports] = await Promise.all(
    ['MedicationRequest', 'Encounter', 'Procedure', 'DiagnosticReport'].map((type) =>
      rawEvents('kidney', type),
    ),
  );
  // The curves begin with the first result, and earlier changes are only counted. The timeline begins with
  // the first event.
  const [firstMs = 0] = await drawnTimesMs('kidney');
  const changes = medicationChanges(orders!);
  const inside = changes.filter((day) => Date.parse(day) >= firstMs);
  expect(inside.length).toBeLessThan(changes.length);

  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: /^30 d/ }).click();
  await expect(lane(page, 'procedure')).toContainText('none in this period');
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(lane(page, 'procedure')).toHaveCount(0);
  await expect(ribbon(page)).toContainText(`${inside.length} of ${changes.length} changes`);

  await openTimeline(page);
  await expect(page.locator('tr[data-event]').first()).toBeVisible();
  const lines = await timelineLines(page);
  expect(linesOfKind(lines, 'Medication order')).toEqual(orders!.map(orderLine).toSorted());
  expect(linesOfKind(lines, 'Encounter')).toEqual(visits!.map(visitLine).toSorted());
  expect(linesOfKind(lines, 'Procedure')).toHaveLength(procedures!.length);
  const told = reports!.filter(({ conclusion, presentedForm }) => conclusion ?? presentedForm);
  expect(linesOfKind(lines, 'Report')).toHaveLength(told.length);
  await expect(
    page.getByText(`${reports!.length - told.length} reports of results not listed`, { exact: false }),
  ).toBeVisible();

  const rows = ribbon(page).getByRole('listitem');
  const named = new Map<string, number>();
  for (const name of [...new Set(orders!.map(drugOf)), 'Encounters', 'Procedures'])
    named.set(name, await eventCount(rows.filter({ hasText: new RegExp(`^${name}`) })));
  expect(named.get('Encounters')).toBe(visits!.length);
  expect(named.get('Procedures')).toBe(procedures!.length);
  const drawn = [...named.values()].reduce((sum, count) => sum + count, 0);
  expect(drawn - visits!.length - procedures!.length).toBe(changes.length);
  await expect(ribbon(page)).not.toContainText(/earlier changes?/);
});

const requestCount = ({ requests }: Traffic, type: string): number =>
  requests.filter(({ url }) => url.pathname.endsWith(`/${type}`)).length;

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
  await expect(page.getByRole('region', { name: 'What changed' })).toContainText(
    'Medication orders could not be loaded.',
  );
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

test('who signs in is asked for each kind of medication in words', async ({ page }) => {
  await page.goto(`${appOrigin()}/`);
  await page.getByRole('button', { name: /^Sign in to/ }).click();
  await page.getByRole('radio', { name: /Marlowe/i }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  for (const kind of [
    'prescribed medicines',
    'medicines that were given',
    'medicines that were handed out',
    'medicines that you say you take',
  ])
    await expect(page.getByText(kind, { exact: false }).first()).toBeVisible();
});

test('a site that lists the usual kinds is asked for no other, and misses none', async ({
  page,
  context,
  traffic,
}) => {
  await overrideSite(context, { resources: DEFAULT_TYPES });
  await openInTab(page, 'kidney');
  await expect(ribbon(page)).toContainText('+ Spironolactone');
  await openTimeline(page);
  await expect(page.locator('tr[data-event="medication"]')).toHaveCount(
    (await rawEvents('kidney', 'MedicationRequest')).length,
  );
  await expect(lane(page, 'medication')).toHaveCount(0);
  for (const type of ALL_TYPES)
    expect(requestCount(traffic, type) > 0, type).toBe(DEFAULT_TYPES.includes(type));
});

test('the odd record: nothing entered in error and nothing of a stranger is anywhere in the page', async ({
  page,
}) => {
  const held = await rawResources('odd');
  const withdrawn = held.filter(
    ({ id, resourceType }) => ALL_TYPES.includes(resourceType) && id.endsWith('-entered-in-error'),
  );
  await openInTab(page, 'odd');
  const hidden = [
    'Visit of somebody else',
    'Amputation',
    'A mass of 9 cm',
    '100,000',
    '100000',
    'Somebody Else',
    'somebody-else',
    'A report about another person.',
  ];
  const expectHidden = async (): Promise<void> => {
    const html = await page.content();
    for (const text of hidden) expect(html.includes(text), text).toBe(false);
  };
  await expect(page.getByText('The health system sent events of another patient.')).toBeVisible();
  await expectHidden();
  await openTimeline(page);
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(page.getByText(`Left out: 1 of another patient, ${withdrawn.length} retracted`)).toBeVisible();
  await expect(page.getByText('Report text').first()).toBeVisible();
  await expectHidden();
  // A report is shown as text. Its markup has no effect, and Longview does not claim to have read a format
  // that it cannot show.
  await page.getByText('Report text').first().click();
  expect(await page.title()).not.toBe('taken');
  await expect(page.locator('main img')).toHaveCount(0);
});
