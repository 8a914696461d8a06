import { openInTab } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';
import { openTimeline } from '../support/timeline.ts';
import type { Traffic } from '../support/traffic.ts';

// The order of this person names its drug by nothing but a reference to a Medication (decision 68).

const readsOf = ({ requests }: Traffic): number =>
  requests.filter(({ url }) => /\/Medication\/[^/]+$/.test(url.pathname)).length;

test('a drug that an order only refers to is read once and named on every screen', async ({
  page,
  traffic,
}) => {
  await openInTab(page, 'laboratories');
  await openTimeline(page);
  await expect(page.locator('tr[data-event="medication"]').first()).toContainText('Apixaban');
  await expect(page.locator('main')).not.toContainText('Unnamed medication');
  expect(readsOf(traffic)).toBe(1);
});

test('without the right to read it the drug has no name, and the reason stands with it', async ({
  page,
  traffic,
}) => {
  const scopes = ['Patient.r', 'Observation.rs', 'MedicationRequest.rs'].map((scope) => `patient/${scope}`);
  await openInTab(page, 'laboratories', { scopes: ['launch', ...scopes].join(' ') });
  await openTimeline(page);
  const order = page.locator('tr[data-event="medication"]').first();
  await expect(order).toContainText('Unnamed medication');
  await order.getByText('Note').click();
  await expect(
    page.getByText('Its name is in a Medication record that Longview may not read').first(),
  ).toBeVisible();
  expect(readsOf(traffic)).toBe(0);
});
