import type { Page } from '@playwright/test';
import { openInTab } from './launching.ts';

/** The result is final and in mmol/L, unless the test says otherwise. */
export type PotassiumResult = { readonly at: string; readonly value?: number } & Readonly<
  Record<string, unknown>
>;

type Resource = {
  readonly id: string;
  readonly code: { readonly coding?: readonly { readonly code?: string }[] };
};
type Sent = Resource & Readonly<Record<string, unknown>>;
type Bundle = { total?: number; entry?: { readonly resource: Resource }[] };

const REPLACED = '718-7';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }], text: 'Potassium' });
const inMmolPerLitre = (value: number) => ({
  value,
  unit: 'mmol/L',
  code: 'mmol/L',
  system: 'http://unitsofmeasure.org',
});

const potassiumObservation = (like: Resource, { at, value, ...more }: PotassiumResult, i: number): Sent => ({
  ...like,
  interpretation: undefined,
  // The hemoglobin was measured in whole blood, which is another measure of potassium.
  specimen: undefined,
  effectiveDateTime: at,
  referenceRange: [{ low: inMmolPerLitre(3.5), high: inMmolPerLitre(5.1) }],
  ...(value === undefined ? { valueQuantity: undefined } : { valueQuantity: inMmolPerLitre(value) }),
  ...more,
  id: `potassium-${i}`,
  code: loinc('2823-3'),
});

/**
 * Opens the app on a patient with four results and puts these potassium results in the place of the
 * hemoglobin.
 */
export async function openWithPotassium(page: Page, results: readonly PotassiumResult[]): Promise<void> {
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as Bundle;
    const entry = (bundle.entry ?? []).flatMap((one) =>
      one.resource.code.coding?.some(({ code }) => code === REPLACED)
        ? results.map((result, i) => ({ ...one, resource: potassiumObservation(one.resource, result, i) }))
        : [one],
    );
    await route.fulfill({ response, json: { ...bundle, total: undefined, entry } });
  });
  await openInTab(page, 'healthy');
}
