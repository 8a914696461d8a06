import type { Locator } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { drugOf, rawEvents, type RawEvent } from '../support/rawEvents.ts';
import { showAllResults } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

/** The test compares the steps of a medication lane with the raw MedicationAdministrations. */

const DRUG = 'Norepinephrine';

const startOf = ({ effectivePeriod }: RawEvent): string => effectivePeriod?.start ?? '';
const rateOf = ({ dosage }: RawEvent): number => dosage?.rateQuantity?.value ?? Number.NaN;
const doseOf = (given: RawEvent): string => `${rateOf(given)} ${given.dosage?.rateQuantity?.unit}`;

async function administrationsOf(patient: string, drug: string): Promise<RawEvent[]> {
  const all = await rawEvents(patient, 'MedicationAdministration');
  return all
    .filter((one) => drugOf(one) === drug)
    .toSorted((a, b) => Date.parse(startOf(a)) - Date.parse(startOf(b)));
}

/**
 * Returns a line such as "+ Norepinephrine 0.08 µg/kg/min, 19 Nov 2026, 14:42" for each change of the rate
 * and for the stop.
 */
function expectedChanges(given: readonly RawEvent[]): string[] {
  const changes = given.map((one, i) => {
    const before = given[i - 1];
    const sign = before === undefined ? '+' : rateOf(one) > rateOf(before) ? '↑' : '↓';
    return `${sign} ${drugOf(one)} ${doseOf(one)}, ${formatTime(startOf(one))}`;
  });
  const last = given.at(-1)!;
  return [...changes, `− ${drugOf(last)}, ${formatTime(last.effectivePeriod?.end)}`];
}

/** Returns the name of each event in a row. If several share a button, each press shows the next. */
async function eventNames(row: Locator): Promise<string[]> {
  const found: string[] = [];
  for (const target of await row.getByRole('button').all()) {
    const nameOf = async () => (await target.getAttribute('aria-label')) ?? '';
    const count = Number(/\(1 of (\d+) here\)$/.exec(await nameOf())?.[1] ?? 1);
    for (let i = 1; i <= count; i += 1) {
      if (count > 1)
        await expect(target).toHaveAttribute('aria-label', new RegExp(`\\(${i} of ${count} here\\)$`));
      found.push((await nameOf()).replace(/ \(\d+ of \d+ here\)$/, ''));
      await target.press('Enter');
    }
  }
  return found;
}

test('intensive care: the lane of a drip has the rates that were given, each once though each was ordered too', async ({
  page,
}) => {
  const given = await administrationsOf('icu', DRUG);
  expect(given.length).toBeGreaterThan(3);
  expect((await rawEvents('icu', 'MedicationRequest')).filter((one) => drugOf(one) === DRUG)).toHaveLength(
    given.length,
  );
  await openInTab(page, 'icu');
  // The overview draws the same steps as bars with their rates.
  const drip = page
    .getByRole('region', { name: 'Monitor' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${DRUG}`) });
  await showAllResults(page);
  await expect(drip.locator('svg text').first()).toBeVisible();
  const labels = await drip.locator('svg text').allTextContents();
  expect(labels.length).toBeLessThanOrEqual(given.length);
  for (const label of labels) expect(given.map((one) => String(rateOf(one)))).toContain(label);

  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  const rows = page.locator('tr[data-event="medication"]').filter({ hasText: `Medication given` });
  await expect(rows.filter({ hasText: DRUG })).toHaveCount(given.length);
  for (const one of given)
    await expect(
      rows.filter({ hasText: new RegExp(`^${formatTime(startOf(one))}`) }).filter({ hasText: DRUG }),
    ).toContainText(doseOf(one));
  const lane = page
    .getByRole('region', { name: 'Events' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${DRUG}`) });
  expect(await eventNames(lane)).toEqual(expectedChanges(given));
});
