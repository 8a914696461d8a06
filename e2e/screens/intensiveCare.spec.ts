import { axeViolations } from '../support/accessibility.ts';
import { highestLactate } from '../support/clinicianTasks.ts';
import { countedActions } from '../support/countedActions.ts';
import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** Intensive care has thousands of readings and infusions that change by the hour. */

const MAX_COLUMNS = 60;

test('the highest lactate and what ran then are one action away, by pointer and by keys', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  const {
    highest: { text, time },
  } = await highestLactate();
  const expectAnswer = async (): Promise<void> => {
    const said = page.getByText(/^At the highest result, /);
    await expect(said).toContainText(`${text} mmol/L`);
    await expect(said).toContainText(formatTime(time));
    await expect(page.locator('[data-extreme]', { hasText: 'highest' })).toContainText(text);
    const lanes = page.getByRole('region', { name: 'Events' });
    await expect(lanes.getByRole('listitem').filter({ hasText: 'Norepinephrine' })).toBeVisible();
  };
  const tile = page.locator('a[data-series^="lactate"]').first();
  await countedActions(page, 1).click(tile);
  await expectAnswer();
  await setFragment(page, '');
  await tile.focus();
  await countedActions(page, 1).press('Enter');
  await expectAnswer();
});

test('what still runs is running at its last reading, and never ended', async ({ page }) => {
  await openInTab(page, 'icu');
  const oxygen = page.getByRole('listitem').filter({ hasText: 'FiO2' });
  await expect(oxygen).toContainText('running at last reading, ');
  await expect(oxygen).not.toContainText('until');
});

/** Returns on how many lines each date of an element stands. */
const linesOfDates = (root: Element): readonly number[] => {
  const lines: number[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { 0: date, index } of (node.textContent ?? '').matchAll(/\d{1,2} [A-Z][a-z]{2} \d{4}/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + date.length);
      lines.push(new Set([...range.getClientRects()].map(({ top }) => top)).size);
    }
  return lines;
};

for (const fragment of ['', '#compare'])
  test(`no date beside a lane is broken over two lines: ${fragment || 'overview'}`, async ({ page }) => {
    await openInTab(page, 'icu');
    await setFragment(page, fragment);
    const lanes = page.locator('[data-lane-row]');
    await expect(lanes.filter({ hasText: /\d{4}/ }).first()).toBeVisible();
    const lines: number[] = [];
    for (const lane of await lanes.all()) lines.push(...(await lane.evaluate(linesOfDates)));
    expect(new Set(lines)).toEqual(new Set([1]));
  });

test('the grid of a stay on a monitor has columns that can be read, and its newest at the right edge', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  await setFragment(page, '#results');
  const grid = page.getByRole('grid', { name: 'Results by date' });
  await expect(page.getByRole('combobox', { name: /^Columns/ })).toHaveValue('shift');
  expect(Number(await grid.getAttribute('aria-colcount')) - 1).toBeLessThanOrEqual(MAX_COLUMNS);
  const gapPx = () =>
    grid.evaluate((element) => {
      const box = element.parentElement!;
      const heads = [...element.querySelectorAll('[role="columnheader"]')].map((head) =>
        head.getBoundingClientRect(),
      );
      return (
        Math.max(...heads.map(({ right }) => right)) - (box.getBoundingClientRect().left + box.clientWidth)
      );
    });
  expect(Math.abs(await gapPx()), 'no room right of the newest column').toBeLessThanOrEqual(1);
  // The six days of the stay fill the sheet, too, and the head of a column has two lines: its day and its clock.
  await setFragment(page, '#results&columns=day');
  await expect(page.getByRole('combobox', { name: /^Columns/ })).toHaveValue('day');
  await expect.poll(async () => Math.abs(await gapPx())).toBeLessThanOrEqual(1);
  const head = grid.getByRole('columnheader').last();
  expect((await head.boundingBox())?.height).toBeLessThanOrEqual(36);
  await setFragment(page, '#results');
  // Every critical result of the record is seen on the face of its cell.
  await expect(grid.getByRole('gridcell').filter({ hasText: '‼' }).first()).toBeAttached();
  expect(await axeViolations(page)).toEqual([]);
});
