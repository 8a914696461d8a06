import type { Page } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { rawEvents, type RawEvent } from '../support/rawEvents.ts';
import { expect, test } from '../support/test.ts';

/** The encounter that the chart was open at: its time, two days wider on both sides. */

const AROUND_MS = 2 * 86_400_000;

async function oneOf(patient: string, kind: string, start: string): Promise<RawEvent> {
  const all = await rawEvents(patient, 'Encounter');
  const one = all.find((visit) => visit.class?.code === kind && visit.period?.start?.startsWith(start));
  expect(one, `${kind} of ${start}`).toBeDefined();
  return one!;
}

/** "4 Feb 2023, 08:10 – 13 Feb 2023, 11:00": what the window says of it. */
function around({ period }: RawEvent): string {
  const at = (time = '', byMs = 0): string => formatTime(new Date(Date.parse(time) + byMs).toISOString());
  return `${at(period?.start, -AROUND_MS)} – ${at(period?.end, AROUND_MS)}`;
}

const said = (page: Page) => page.locator('[data-window]');
const preset = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Time window' }).getByRole('button', { name });

test('opened in a stay: the window is the stay and two days around it, and goes back to it', async ({
  page,
}) => {
  const stay = await oneOf('kidney', 'IMP', '20');
  await openInTab(page, 'kidney', { encounter: stay.id });
  const own = preset(page, /^This stay, \d+ d$/);
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(said(page)).toContainText(around(stay));
  await preset(page, /^5 y$/).click();
  await expect(said(page)).not.toContainText(around(stay));
  await own.click();
  await expect(said(page)).toContainText(around(stay));
});

test('opened in an office visit: the window is that of the record, and the visit is one press away', async ({
  page,
}) => {
  const visit = await oneOf('kidney', 'AMB', '2026-08');
  await openInTab(page, 'kidney', { encounter: visit.id });
  const own = preset(page, /^This visit, 4 d$/);
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await expect(preset(page, /^2 y$/)).toHaveAttribute('aria-pressed', 'true');
  await own.click();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(said(page)).toContainText(around(visit));
  // Relative, as every window of an address: no date of the patient is in it.
  await expect(page).toHaveURL(/#window=[\d.]+d~[\d.]+$|#window=[\d.]+d%7E[\d.]+$/);
});
