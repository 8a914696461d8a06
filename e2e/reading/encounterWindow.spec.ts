import type { Page } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { rawEvents, type RawEvent } from '../support/rawEvents.ts';
import { expect, test } from '../support/test.ts';

/** A launch at an encounter offers a time window that begins with it and ends with the day on which it ended. */

const HOUR_MS = 3_600_000;

async function encounterOf(patient: string, kind: string, start: string): Promise<RawEvent> {
  const all = await rawEvents(patient, 'Encounter');
  const one = all.find((visit) => visit.class?.code === kind && visit.period?.start?.startsWith(start));
  expect(one, `${kind} of ${start}`).toBeDefined();
  return one!;
}

/** Returns the window in words: "6 Feb 2023, 08:10 – 12 Feb 2023, 00:00". */
function windowOf({ period }: RawEvent): string {
  const dayOf = (timeMs: number): string => formatTime(new Date(timeMs).toISOString()).split(',')[0]!;
  const endMs = Date.parse(period?.end ?? '');
  // The next midnight in the zone of the site is the first full hour of another day.
  let midnightMs = Math.ceil((endMs + 1) / HOUR_MS) * HOUR_MS;
  while (dayOf(midnightMs) === dayOf(endMs)) midnightMs += HOUR_MS;
  return `${formatTime(period?.start ?? '')} – ${formatTime(new Date(midnightMs).toISOString())}`;
}

const windowText = (page: Page) => page.locator('[data-window]');
const presetButton = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Period', exact: true }).getByRole('button', { name });

test('opened in a stay: the window begins with the stay and ends with its last day, and goes back to it', async ({
  page,
}) => {
  const stay = await encounterOf('kidney', 'IMP', '20');
  await openInTab(page, 'kidney', { encounter: stay.id });
  const own = presetButton(page, /^This stay, \d+ d$/);
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(windowText(page)).toContainText(windowOf(stay));
  await presetButton(page, /^5 y$/).click();
  await expect(windowText(page)).not.toContainText(windowOf(stay));
  await own.click();
  await expect(windowText(page)).toContainText(windowOf(stay));
});

test('opened in an office visit: the window is that of the record, and the visit is one press away', async ({
  page,
}) => {
  const visit = await encounterOf('kidney', 'AMB', '2026-08');
  await openInTab(page, 'kidney', { encounter: visit.id });
  const own = presetButton(page, /^This visit, \d+ h$/);
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await expect(presetButton(page, /^2 y$/)).toHaveAttribute('aria-pressed', 'true');
  await own.click();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(windowText(page)).toContainText(windowOf(visit));
  // The address names the visit without any date of the patient, so that a reload shows it with its newer results.
  await expect(page).toHaveURL(/#window=encounter$/);
  await page.reload();
  await expect(windowText(page)).toContainText(windowOf(visit));
});

test('a visit shows its own results and folds the others, with their number', async ({ page }) => {
  const visit = await encounterOf('kidney', 'AMB', '2026-08');
  await openInTab(page, 'kidney', { encounter: visit.id });
  await presetButton(page, /^This visit, \d+ h$/).click();
  const rest = page.locator('summary', { hasText: /^\d+ tests without a result in this visit$/ });
  await expect(rest).toBeVisible();
  const tiles = page.locator('[data-tiles] a[data-series]:visible');
  await expect(tiles.first()).toBeVisible();
  const counts = await tiles.evaluateAll((all) => all.map((tile) => Number(tile.getAttribute('data-count'))));
  expect(counts.filter((count) => count === 0)).toEqual([]);
  await rest.click();
  await expect(page.getByText('Earlier or later')).toBeVisible();
});

test('a stay with results of a few hours is offered, opens with what led to it, and shows its own results on one press', async ({
  page,
}) => {
  await openInTab(page, 'laboratories');
  const own = presetButton(page, /^This stay, \d h$/);
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await expect(presetButton(page, /^All/)).toHaveAttribute('aria-pressed', 'true');
  await own.click();
  await expect(
    page.locator('summary', { hasText: /^\d+ tests without a result in this stay$/ }),
  ).toBeVisible();
  const tiles = page.locator('a[data-series]:visible:has(> [data-plot])');
  const counts = await tiles.evaluateAll((all) => all.map((tile) => Number(tile.getAttribute('data-count'))));
  expect(counts.filter((count) => count === 0)).toEqual([]);
  // The critical value of the stay has no number, so it stands in a line and is not folded.
  await expect(
    page.locator('[data-tiles] a[data-series]:visible', { hasText: 'called to the ward' }),
  ).toBeVisible();
});
