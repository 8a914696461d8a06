/** This file finds the events around the results on the page. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** A site whose file lists no resources asks for these. */
export const DEFAULT_TYPES = [
  'MedicationRequest',
  'Encounter',
  'Procedure',
  'DiagnosticReport',
  'Condition',
  'Immunization',
];
export const ALL_TYPES = [
  ...DEFAULT_TYPES,
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
];

/** Returns the lanes under the curves. */
export const ribbon = (page: Page): Locator => page.getByRole('region', { name: 'Events' });
/** Returns what stands in the place of one kind of events. */
export const lane = (page: Page, name: string): Locator => page.locator(`[data-events="${name}"]`);

export async function openTimeline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
}

/** Returns every line of the list as "when|kind|what|dose", sorted. */
export const timelineLines = (page: Page): Promise<string[]> =>
  page.locator('tr[data-event]').evaluateAll((lines) =>
    lines
      .map((line) => {
        const [when, kind, what] = [...line.children];
        const parts = [...(what?.children ?? [])].filter(({ tagName }) => tagName === 'SPAN');
        return [when, kind, ...parts].map((part) => part?.textContent).join('|');
      })
      .toSorted(),
  );

export const linesOfKind = (lines: readonly string[], kind: string): string[] =>
  lines.filter((line) => line.includes(`|${kind}|`));
