import type { Locator } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { appOrigin, openInTab } from '../support/launching.ts';
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
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import {
  ALL_TYPES,
  DEFAULT_TYPES,
  lane,
  linesOfKind,
  openTimeline,
  ribbon,
  timelineLines,
} from '../support/timeline.ts';
import { requestCount } from '../support/traffic.ts';

// These tests are about the events around the results: all of them are there, and no type is requested
// that was not granted.

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
