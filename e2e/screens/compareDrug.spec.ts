import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** A clinician sees tests over the drug that changed, and compares tests that are selected on the overview. */

const drugLane = (page: Page): Locator => page.getByRole('region', { name: 'Medication: Spironolactone' });
const strips = (page: Page): Locator => page.locator('[data-strips] section[data-series]');
const whatChanged = (page: Page): Locator => page.getByRole('region', { name: 'What changed' });

async function expectTestsOverDrug(page: Page): Promise<void> {
  await expect(drugLane(page)).toContainText('until 13 Nov 2026');
  await expect(drugLane(page)).toBeInViewport({ ratio: 1 });
  for (const name of [/^Potassium/, /^Creatinine \(/])
    await expect(page.getByRole('region', { name })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-compare-notes]')).toContainText('Timing only; does not show cause.');
}

test('potassium and creatinine over the drug that changed, by pointer and by keys, in two actions', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const link = whatChanged(page).getByRole('link', { name: 'Spironolactone' }).first();
  await expect(link).toBeVisible();
  await countedActions(page, 2).click(link);
  await expectTestsOverDrug(page);
  expect(await axeViolations(page)).toEqual([]);

  await setFragment(page, '');
  await expect(link).toBeVisible();
  await countedActions(page, 2).press('g', 'd');
  await expectTestsOverDrug(page);
});

test('the address names the drug by a hash, and opens again with the same tests', async ({ page }) => {
  await openInTab(page, 'kidney');
  await whatChanged(page).getByRole('link', { name: 'Spironolactone' }).first().click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#compare=k,creat.*&drug=x[\da-f]{16}/);
  expect(decodeURIComponent(page.url())).not.toMatch(/spiro|rxnorm/i);
  const names = await strips(page).locator('h3').allInnerTexts();
  await page.reload();
  await expect(drugLane(page)).toBeVisible();
  await expect(strips(page).locator('h3')).toHaveText(names);
  await page.goBack();
  await expect(whatChanged(page)).toBeVisible();
});

test.describe('in the frame of an EHR with eight tests', () => {
  test.use({ viewport: { width: 1366, height: 739 } });

  test('the drug in question is seen without a scroll', async ({ page }) => {
    await openInTab(page, 'kidney');
    await whatChanged(page).getByRole('link', { name: 'Spironolactone' }).first().click();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#compare=k,.*&drug=x/);
    const drug = /drug=x[\da-f]{16}/.exec(page.url())?.[0];
    await setFragment(page, `#compare=k,creat,egfr,na,bp-sys,hr,weight,glucose&${drug}`);
    await expect(strips(page)).toHaveCount(8);
    await expect(drugLane(page)).toBeInViewport({ ratio: 1 });
  });
});

test('the list of tests to add lies over strips and lanes, closes after a choice and keeps the focus', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  for (const compared of ['k', 'k,creat,egfr,na,bp-sys,hr,weight']) {
    await setFragment(page, `#compare=${compared}`);
    await expect(strips(page)).toHaveCount(compared.split(',').length);
    const field = page.getByRole('combobox', { name: 'Add a test' });
    await field.fill('h');
    const options = page.getByRole('listbox', { name: 'Tests to add' }).getByRole('option');
    await expect(options.first()).toBeVisible();
    for (const option of await options.all()) {
      await option.scrollIntoViewIfNeeded();
      const isOnTop = await option.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
      expect(isOnTop).toBe(true);
    }
    await options.first().click();
    await expect(options).toHaveCount(0);
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await expect(strips(page)).toHaveCount(compared.split(',').length + 1);
  }
});

for (const fragment of ['#compare=k,creat', '#timeline'])
  test(`the words at both ends of a lane stand on one line, and no name leaves the axis: ${fragment}`, async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    await setFragment(page, fragment);
    await expect(page.getByText('Hyperkalemia').first()).toBeVisible();
    const lanes = await page.locator('[data-lane-row]').evaluateAll((rows) =>
      rows.map((row) => {
        const [name, reading] = row.querySelectorAll<HTMLElement>(':scope > p');
        const textTop = (element: HTMLElement | undefined): number | undefined => {
          if (!element?.textContent.trim()) return undefined;
          const range = document.createRange();
          range.selectNodeContents(element.firstElementChild ?? element);
          const { top, height } = range.getBoundingClientRect();
          return top + height / 2;
        };
        const plot = row.querySelector('[data-time-width]')!.getBoundingClientRect();
        return {
          middles: [textTop(name), textTop(reading)],
          axis: [plot.left + 4, plot.right - 6],
          names: [...row.querySelectorAll('svg text')].map((text) => text.getBoundingClientRect().toJSON()),
        };
      }),
    );
    expect(lanes.length).toBeGreaterThan(5);
    const apart = lanes.flatMap(({ middles: [left, right] }) =>
      left === undefined || right === undefined ? [] : [Math.abs(left - right)],
    );
    expect(apart.length, 'lanes with words at both ends').toBeGreaterThan(0);
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
    for (const { axis, names } of lanes) {
      for (const { left: from, right: to } of names) {
        expect(from).toBeGreaterThanOrEqual(axis[0]! - 0.5);
        expect(to).toBeLessThanOrEqual(axis[1]! + 0.5);
      }
    }
    await expect(page.getByText(/more conditions? from before this period: /)).toBeVisible();
  });

const tile = (page: Page, id: string): Locator => page.locator(`[data-tiles] a[data-series="${id}"]`);
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Tests to compare' });
const placesOf = (page: Page) =>
  page
    .locator('main [data-series], main h2')
    .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));

test('tiles are selected by mark, Ctrl and x; nothing moves, and the bar compares them', async ({ page }) => {
  await openInTab(page, 'kidney');
  await expect(bar(page)).toContainText('To compare tests');
  const before = await placesOf(page);
  await tile(page, 'k').hover();
  await page.getByRole('checkbox', { name: 'Select Potassium to compare' }).check();
  await tile(page, 'creat').click({ modifiers: ['ControlOrMeta'] });
  await tile(page, 'hgb').focus();
  await page.keyboard.press('x');
  const compare = bar(page).getByRole('link', { name: /^Compare 3 tests/ });
  await expect(compare).toBeInViewport({ ratio: 1 });
  expect(await placesOf(page)).toEqual(before);
  expect(new URL(page.url()).hash).toContain('select=k,creat,hgb');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(compare).toHaveCount(0);
  expect(new URL(page.url()).hash).not.toContain('select');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(strips(page)).toHaveCount(2);
  await expect(strips(page).first()).toHaveAttribute('data-series', 'hgb');
});

test.describe('by touch on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });

  test('the marks are always there, and two taps and a third open the comparison', async ({ page }) => {
    await openInTab(page, 'kidney');
    await page.getByRole('checkbox', { name: 'Select Potassium to compare' }).tap();
    await page.getByRole('checkbox', { name: 'Select Creatinine to compare' }).tap();
    await bar(page).getByRole('link', { name: 'Compare 2 tests' }).tap();
    await expect(strips(page)).toHaveCount(2);
  });
});
