import type { Page } from '@playwright/test';
import { appFrame, launchAddress, openInTab, setFaults, type LaunchRequest } from '../support/launching.ts';
import { stillnessOf, watchStillness, type Stillness } from '../support/stillness.ts';
import { expect, test } from '../support/test.ts';

/** Between the first chart and rest the page may move by so much, in the measure of the Layout Instability API. */
const SHIFT_AT_MOST = 0.02;

const SIZES = {
  'a tab': { kind: 'tab', width: 1366, height: 850 },
  'a wide tab': { kind: 'tab', width: 1920, height: 1080 },
  'the frame of the EHR': { kind: 'frame', width: 1366, height: 850 },
  'a small laptop': { kind: 'tab', width: 1024, height: 700 },
  'a phone': { kind: 'tab', width: 400, height: 800 },
  'a phone under a finger': { kind: 'tab', width: 390, height: 800, hasTouch: true },
} as const;

const RECORDS: Readonly<Record<string, Omit<LaunchRequest, 'kind'>>> = {
  'many results and a visit in context': { patient: 'kidney' },
  'few results': { patient: 'healthy' },
  'intensive care and a stay in context': { patient: 'icu' },
  'a child': { patient: 'child' },
  'a server that reads by category': { patient: 'chemo', vendor: 'epic' },
};

async function open(page: Page, wanted: LaunchRequest): Promise<Stillness> {
  await watchStillness(page);
  await page.goto(await launchAddress(wanted));
  return stillnessOf(page);
}

const appOf = (page: Page, kind: LaunchRequest['kind']) => (kind === 'frame' ? appFrame(page) : page);

function expectStill({ shifts, total, afterSettled, settledMarks }: Stillness): void {
  expect(total, JSON.stringify(shifts, undefined, 1)).toBeLessThanOrEqual(SHIFT_AT_MOST);
  expect(settledMarks).toBe(1);
  expect(afterSettled).toEqual([]);
}

for (const [size, { kind, width, height, ...finger }] of Object.entries(SIZES))
  test.describe(size, () => {
    test.use({ viewport: { width, height }, ...finger });
    for (const [record, wanted] of Object.entries(RECORDS))
      test(`${record}: nothing moves from the first chart to rest, and nothing changes after it`, async ({
        page,
      }) => {
        expectStill(await open(page, { ...wanted, kind }));
      });

    test('events that cannot be read are said without moving the curves', async ({ page }) => {
      await setFaults({ fhir: { type: 'MedicationRequest', status: 500, times: 50 } });
      const stillness = await open(page, { patient: 'kidney', kind });
      expectStill(stillness);
      expect(stillness.total, JSON.stringify(stillness.shifts)).toBeLessThan(SHIFT_AT_MOST / 2);
      await expect(appOf(page, kind).locator('[data-notice]').first()).toBeVisible();
    });
  });

/** Holds the answers to the first searches until all of them are there. */
async function answerFirstSearchesTogether(page: Page): Promise<void> {
  let count = 0;
  let answerAll = (): void => {};
  const all = new Promise<void>((resolve) => (answerAll = resolve));
  await page.route(/\/fhir\/.*Observation\?/, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.continue();
    count += 1;
    const answer = await route.fetch();
    if (count >= FIRST_SEARCHES) answerAll();
    await all;
    return route.fulfill({ response: answer });
  });
}
const FIRST_SEARCHES = 3;

test.describe('no frame is left empty above a curve', () => {
  for (const [size, viewport] of Object.entries({
    'a phone': { width: 400, height: 800 },
    'a narrow window': { width: 1024, height: 700 },
  }))
    test(size, async ({ page }) => {
      await page.setViewportSize(viewport);
      for (const patient of ['child', 'thyroid', 'healthy']) {
        await page.unrouteAll();
        await answerFirstSearchesTogether(page);
        await openInTab(page, patient);
        const frames = page.locator('[data-tiles] section > div');
        await expect(frames.first(), patient).toBeVisible();
        await expect(frames.and(page.locator(':not(:has([data-series]))')), patient).toHaveCount(0);
      }
    });
});

test.describe('a slow server', () => {
  test('each answer comes in a frame of its own, and still nothing moves', async ({ page }) => {
    await page.route(/\/fhir\/.*(Observation|MedicationRequest|Encounter|Procedure)/, async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, /Observation/.test(route.request().url()) ? 100 : 300);
      });
      await route.continue().catch(() => undefined);
    });
    await setFaults({ pageSize: 100 });
    expectStill(await open(page, { patient: 'kidney', kind: 'tab' }));
  });
});

/** Each of these comes late in turn. Parts of the page and pages of results come one after the other. */
const LATE_ANSWERS = {
  'the patient': /\/fhir\/.*\/Patient\//,
  results: /\/fhir\/.*Observation/,
  medication: /\/fhir\/.*Medication/,
  encounters: /\/fhir\/.*Encounter/,
  'procedures, conditions and reports': /\/fhir\/.*(Procedure|Condition|Immunization|DiagnosticReport)/,
  'parts of the page': /\/assets\/.*\.js/,
} as const;

test.describe('a phone on a slow network', () => {
  test.use({ viewport: { width: 400, height: 800 } });
  for (const [what, address] of Object.entries(LATE_ANSWERS))
    test(`intensive care: ${what} come late, and still nothing moves`, async ({ page }) => {
      let waiting = 0;
      await page.route(address, async (route) => {
        waiting += 1;
        await new Promise((resolve) => {
          setTimeout(resolve, 150 + 40 * (waiting % 8));
        });
        await route.continue().catch(() => undefined);
      });
      await setFaults({ pageSize: 500 });
      const stillness = await open(page, { patient: 'icu', kind: 'tab' });
      expect(waiting).toBeGreaterThan(0);
      expectStill(stillness);
    });
});

test.describe('a phone in front of a server that has errors', () => {
  test.use({ viewport: { width: 400, height: 800 } });
  test('intensive care: procedures that cannot be read are said without moving the curves', async ({
    page,
  }) => {
    await setFaults({ fhir: { type: 'Procedure', status: 500, times: 50 } });
    expectStill(await open(page, { patient: 'icu', kind: 'tab' }));
    await expect(page.locator('[data-notice="failed"]')).toContainText('Procedures could not be loaded.');
  });
});
