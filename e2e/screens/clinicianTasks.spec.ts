import type { Locator, Page } from '@playwright/test';
import {
  DAY_MS,
  expectFlaggedSince,
  expectPotassiumRiseInTable,
  expectPrinted,
  highestLactate,
  kidneyFunction,
  newAndAbnormal,
  potassiumRise,
  rowWith,
  startLabel,
} from '../support/clinicianTasks.ts';
import { countedActions, type CountedActions } from '../support/countedActions.ts';
import { formatDay, formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { doseOf, drugOf, orderStart } from '../support/rawEvents.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/**
 * A clinician gets the answer to each of these questions in five actions or fewer, by pointer and by keyboard
 * alone.
 */

/** Returns the middle of the n-th symbol of a curve, from left to right. */
async function symbolAt(strip: Locator, n: number, of: number): Promise<readonly [number, number]> {
  const boxes = await strip.locator('svg [data-mark]').evaluateAll((marks) =>
    marks
      .map((mark) => mark.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const)
      .toSorted(([a], [b]) => a - b),
  );
  expect(boxes).toHaveLength(of);
  return boxes[n]!;
}

/** Each question starts on the overview. Leaving the previous screen does not count. */
async function askQuestion(
  page: Page,
  question: string,
  answer: (actions: CountedActions) => Promise<void>,
): Promise<void> {
  await test.step(question, async () => {
    await setFragment(page, '');
    await expect(page.getByRole('region', { name: 'What changed' })).toContainText('Spironolactone');
    await answer(countedActions(page));
  });
}

/** A test cannot open the print dialog of the browser, so the open page notes the call. Its document keeps no trace of it. */
const notePrints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(globalThis, { isPrinted: false, print: () => Reflect.set(globalThis, 'isPrinted', true) });
  });

const expectPrintCalled = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'isPrinted'))).toBe(true);

async function potassiumByPointer(page: Page, { click, clickAt }: CountedActions): Promise<void> {
  const { list, before, first, begun } = await potassiumRise();
  await click(page.getByRole('link', { name: 'Compare', exact: true }));
  const strip = page.getByRole('region', { name: /^Potassium/ });
  const inside = Number(await strip.getAttribute('data-count'));
  await clickAt(...(await symbolAt(strip, list.slice(-inside).indexOf(first), inside)));

  await expect(strip).toContainText(`${first.text} mmol/L`);
  await expect(strip).toContainText(formatTime(first.time));
  await expect(strip).toContainText(`was ${before.text} mmol/L, ${formatTime(before.time)}`);
  const day = Math.round((Date.parse(first.time.slice(0, 10)) - Date.parse(orderStart(begun))) / DAY_MS);
  const lane = page.getByRole('region', { name: 'Events' }).getByRole('listitem');
  await expect(lane.filter({ hasText: drugOf(begun) })).toContainText(
    new RegExp(`${doseOf(begun).replace(' daily', '/day')} since .+ \\(day ${day}\\)`),
  );
  await expect(page.getByRole('button', { name: startLabel(begun), exact: true })).toBeVisible();
  // A screen reader announces the same.
  await expect(page.locator('[data-strips] [aria-live]')).toContainText(
    new RegExp(`Potassium ${first.text} millimoles per litre, high.*from ${before.text}`),
  );
}

/** Expects the reading of one result under the chart, visible without a scroll. */
async function expectReading(page: Page, ...parts: string[]): Promise<void> {
  const reading = page.locator('[data-reading]');
  for (const part of parts) await expect(reading).toContainText(part);
  await expect(reading).toBeInViewport({ ratio: 1 });
}

async function kidneyFunctionByPointer(page: Page, { click, clickAt }: CountedActions): Promise<void> {
  const { now, aYearAgo, formula, list } = await kidneyFunction();
  await click(page.locator('[data-series="egfr"]'));
  await expect(page.getByRole('table', { name: /^eGFR/ })).toBeVisible();
  const chart = page.getByRole('figure', { name: /^eGFR/ });
  const inside = Number(await chart.getAttribute('data-count'));
  for (const point of [now, aYearAgo]) {
    await clickAt(...(await symbolAt(chart, list.slice(-inside).indexOf(point), inside)));
    await expectReading(page, point.text, formatTime(point.time), formula);
  }
  // The table must hold no row of another formula.
  const lines = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(lines.filter({ hasNotText: formula })).toHaveCount(0);
}

/** This list sets the time from which results count as new, and each choice states its date. */
const newSinceList = (page: Page): Locator => page.getByRole('combobox', { name: 'New since' });

async function newResultsByPointer(page: Page, { click, choose }: CountedActions): Promise<void> {
  const flagged = await newAndAbnormal();
  await click(page.getByRole('link', { name: 'Results', exact: true }));
  await click(page.getByRole('checkbox', { name: 'Abnormal' }));
  await choose(newSinceList(page), `last visit, ${formatDay(flagged.visit)}`);
  await expectFlaggedSince(page, flagged);
}

async function printByPointer(page: Page, { click }: CountedActions): Promise<void> {
  await click(page.getByRole('button', { name: 'Share', exact: true }));
  await click(page.getByRole('link', { name: 'Print', exact: true }));
  await expectPrintCalled(page);
  await expectPrinted(page);
}

test('kidney by pointer: potassium and what was started, kidney function by one formula, new and abnormal, print', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await notePrints(page);
  await askQuestion(page, 'when did potassium start to rise, and what was started before it', (actions) =>
    potassiumByPointer(page, actions),
  );
  await askQuestion(page, 'has the kidney function fallen since last year, by the same formula', (actions) =>
    kidneyFunctionByPointer(page, actions),
  );
  await askQuestion(page, 'which results are new since the last visit and abnormal', (actions) =>
    newResultsByPointer(page, actions),
  );
  await askQuestion(page, 'print it', (actions) => printByPointer(page, actions));
});

test('kidney by keyboard: when did potassium start to rise and what was started before it; has the kidney function fallen, by the same formula', async ({
  page,
}) => {
  const { now, aYearAgo, formula } = await kidneyFunction();
  await openInTab(page, 'kidney');
  const { press } = countedActions(page);
  // The first leads past the header to the results.
  await press('Tab', 'Tab', 'Tab');
  await expect(page.getByRole('link', { name: 'Compare', exact: true })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('button', { name: /^\+ Spironolactone/ })).toBeVisible();
  await press('t');
  await expectPotassiumRiseInTable(page);
  // The same table answers the second question.
  for (const { text, time } of [now, aYearAgo])
    await expect(rowWith(page, formatTime(time), 'eGFR', text)).toContainText(formula);
});

test('kidney by keyboard: new since the last visit and abnormal, print', async ({ page }) => {
  await openInTab(page, 'kidney');
  await notePrints(page);
  await askQuestion(page, 'which results are new since the last visit and abnormal', async ({ press }) => {
    const flagged = await newAndAbnormal();
    await press('g', 'r');
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(newSinceList(page)).toContainText(`last visit, ${formatDay(flagged.visit)}`);
    await press('f');
    await expect(page.getByRole('checkbox', { name: 'Abnormal' })).toBeChecked();
    await press('Tab');
    await expect(newSinceList(page)).toBeFocused();
    await press('ArrowDown');
    await expectFlaggedSince(page, flagged);
  });
  await askQuestion(page, 'print it', async ({ press }) => {
    await press('p');
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
    await press('p');
    await expectPrintCalled(page);
    await expectPrinted(page);
  });
});

test('icu by pointer: the highest lactate of the stay, and when', async ({ page }) => {
  const { highest, all } = await highestLactate();
  await openInTab(page, 'icu');
  const { click, clickAt } = countedActions(page);
  await click(page.locator('[data-series="lactate"]'));
  const chart = page.getByRole('figure', { name: /^Lactate/ });
  await expect(chart.locator('[data-mark]')).toHaveCount(all);
  // The highest lactate has the highest symbol, so a reader points at it.
  const marks = await chart.locator('[data-mark]').evaluateAll((shapes) =>
    shapes
      .map((shape) => shape.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const)
      .toSorted(([, a], [, b]) => a - b),
  );
  await clickAt(...marks[0]!);
  await expectReading(page, highest.text, formatTime(highest.time));
  await expect(rowWith(page, formatTime(highest.time), highest.text)).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(chart).toContainText('19 Nov 2026');
});

test('icu by keyboard: the highest lactate of the stay, and when', async ({ page }) => {
  const { highest } = await highestLactate();
  await openInTab(page, 'icu');
  const { press, type } = countedActions(page);
  await press('/');
  await type('lactate');
  await expect(page.locator('[data-series="lactate"]')).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('figure', { name: /^Lactate/ })).toBeVisible();
  const statistics = page.locator('[data-statistics]');
  await expect(statistics).toContainText(`highest ${highest.text} (${formatTime(highest.time)})`);
  await expect(statistics).toBeInViewport();
});
