import type { Page } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { rawEvents, type RawEvent } from '../support/rawEvents.ts';
import { expect, test } from '../support/test.ts';

/** A launch at an encounter offers a time window from two days before it to two days after it. */

const MARGIN_MS = 2 * 86_400_000;

async function encounterOf(patient: string, kind: string, start: string): Promise<RawEvent> {
  const all = await rawEvents(patient, 'Encounter');
  const one = all.find((visit) => visit.class?.code === kind && visit.period?.start?.startsWith(start));
  expect(one, `${kind} of ${start}`).toBeDefined();
  return one!;
}

/** Returns the window in words: "4 Feb 2023, 08:10 – 13 Feb 2023, 11:00". */
function windowAround({ period }: RawEvent): string {
  const at = (time = '', byMs = 0): string => formatTime(new Date(Date.parse(time) + byMs).toISOString());
  return `${at(period?.start, -MARGIN_MS)} – ${at(period?.end, MARGIN_MS)}`;
}

const windowText = (page: Page) => page.locator('[data-window]');
const presetButton = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Period', exact: true }).getByRole('button', { name });

test('opened in a stay: the window is the stay and two days around it, and goes back to it', async ({
  page,
}) => {
  const stay = await encounterOf('kidney', 'IMP', '20');
  await openInTab(page, 'kidney', { encounter: stay.id });
  const own = presetButton(page, /^This stay, \d+ d$/);
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(windowText(page)).toContainText(windowAround(stay));
  await presetButton(page, /^5 y$/).click();
  await expect(windowText(page)).not.toContainText(windowAround(stay));
  await own.click();
  await expect(windowText(page)).toContainText(windowAround(stay));
});

test('opened in an office visit: the window is that of the record, and the visit is one press away', async ({
  page,
}) => {
  const visit = await encounterOf('kidney', 'AMB', '2026-08');
  await openInTab(page, 'kidney', { encounter: visit.id });
  const own = presetButton(page, /^This visit, 4 d$/);
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await expect(presetButton(page, /^2 y$/)).toHaveAttribute('aria-pressed', 'true');
  await own.click();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(windowText(page)).toContainText(windowAround(visit));
  // The window is relative as in every address, so that no date of the patient is in it.
  await expect(page).toHaveURL(/#window=[\d.]+d~[\d.]+$|#window=[\d.]+d%7E[\d.]+$/);
});
