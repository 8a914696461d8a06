import type { Page } from '@playwright/test';
import { formatTime } from '../support/formatTime.ts';
import { appFrame, launchAddress, openInTab } from '../support/launching.ts';
import { pointsByLoinc, rawObservations } from '../support/rawObservations.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

/** Returns "12 Nov 2026 08:10" in the time zone of the site. */
const siteTime = (time: string): string => formatTime(time).replace(',', '');

const grid = (page: Page) => page.getByRole('grid', { name: 'Results by date' });

async function openGrid(page: Page, patient: string): Promise<void> {
  await openInTab(page, patient);
  await page.getByRole('link', { name: 'Results', exact: true }).click();
  await expect(grid(page)).toBeVisible();
}

/**
 * Scrolls over the whole grid and returns the text of each cell with a result, by "Potassium|12 Nov 2026
 * 08:10".
 */
const allCells = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const sheet = document.querySelector('[role="grid"]')!;
    const box = sheet.parentElement!;
    const cells: Record<string, string> = {};
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const gather = (): void => {
      const heads = new Map<string | null, string>();
      for (const head of sheet.querySelectorAll('[role="columnheader"]')) {
        const [date, time] = [...head.children].map(({ textContent }) => textContent);
        heads.set(head.getAttribute('aria-colindex'), `${date} ${time}`);
      }
      for (const row of sheet.querySelectorAll('[role="row"]')) {
        const name = row.querySelector('[role="rowheader"] a')?.textContent;
        for (const cell of row.querySelectorAll('[role="gridcell"]')) {
          const text = cell.textContent;
          if (!name || !text) continue;
          const said = cell.getAttribute('aria-label')?.matchAll(/(\d+ \w{3} \d{4}), (\d\d:\d\d)/g) ?? [];
          const times = [...said].map(([, date, time]) => `${date} ${time}`);
          const head = heads.get(cell.getAttribute('aria-colindex'));
          for (const time of times.length > 0 ? times : [head]) cells[`${name}|${time}`] = text;
        }
      }
    };
    for (box.scrollTop = 0; ; box.scrollTop += box.clientHeight / 2) {
      const top = box.scrollTop;
      for (box.scrollLeft = 0; ; box.scrollLeft += box.clientWidth / 3) {
        const left = box.scrollLeft;
        await frame();
        await frame();
        gather();
        if (left + box.clientWidth >= box.scrollWidth - 1) break;
      }
      if (top + box.clientHeight >= box.scrollHeight - 1) return cells;
    }
  });

const NAMES: Record<string, string> = {
  '2823-3': 'Potassium',
  '2160-0': 'Creatinine',
  '2951-2': 'Sodium',
  '718-7': 'Hemoglobin',
  '9318-7': 'Urine albumin/creat.',
  '98979-8': 'eGFR',
  '62238-1': 'eGFR, CKD-EPI 2009',
  '13457-7': 'LDL cholesterol',
  '4548-4': 'Hemoglobin A1c',
  '8867-4': 'Heart rate',
  '29463-7': 'Body weight',
};

test('rule 56: kidney: every number that the server holds stands in the cell of its analyte and its time', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const raw = pointsByLoinc(await rawObservations('kidney'));
  await openGrid(page, 'kidney');
  const cells = await allCells(page);
  for (const [code, name] of Object.entries(NAMES)) {
    const expected = raw.get(code) ?? [];
    expect(expected.length, name).toBeGreaterThan(0);
    for (const { time, text, comparator, unit } of expected) {
      const cell = cells[`${name}|${siteTime(time)}`] ?? 'no cell';
      // A weight in grams is shown in kilograms.
      if (unit !== 'g') expect(`${name} ${time} ${cell}`).toContain(`${comparator}${text}`);
    }
    const held = new Set(expected.map(({ time }) => siteTime(time)));
    const shown = Object.keys(cells).filter((key) => key.startsWith(`${name}|`));
    for (const key of shown.filter((one) => /\d\d:\d\d/.test(one) && !/text|no value/.test(cells[one] ?? '')))
      if (!cells[key]?.includes('“')) expect(held).toContain(key.slice(name.length + 1));
  }
  const [systolic, diastolic] = [raw.get('8480-6') ?? [], raw.get('8462-4') ?? []];
  expect(systolic.length).toBeGreaterThan(0);
  for (const upper of systolic) {
    const lower = diastolic.find(({ id }) => id === upper.id);
    expect(cells[`Blood pressure|${siteTime(upper.time)}`]).toContain(`${upper.text}/${lower?.text ?? '–'}`);
  }
});

test('rule 57: the newest column is at the far right and in view when the grid opens, and a link leads to one result', async ({
  page,
}) => {
  await openGrid(page, 'kidney');
  const observations = await rawObservations('kidney');
  const newest = observations
    .map(({ effectiveDateTime = '' }) => effectiveDateTime)
    .filter((time) => time.includes('T'))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  const [, date, year, time] = /^(\d+ \w+) (\d+) (\S+)$/.exec(siteTime(newest ?? '')) ?? [];
  const head = page.getByRole('columnheader').last();
  // This is the only column since the last visit, and its header says so.
  await expect(head).toHaveText(new RegExp(`^${date} ${year}(\\d\\d:\\d\\d–)?${time}visitFirst since `));
  await expect(head).toBeInViewport();
  expect(new URL(page.url()).hash).toBe('#results');
  await page.getByRole('link', { name: 'Potassium', exact: true }).click();
  expect(new URL(page.url()).hash).toBe('#series=k');
});

test('keys walk the cells and each says its value; what lies outside comes into view', async ({ page }) => {
  await openGrid(page, 'kidney');
  await grid(page).locator('[tabindex="0"]').first().focus();
  const focused = page.locator(':focus');
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute(
    'aria-colindex',
    (await grid(page).getAttribute('aria-colcount')) ?? '',
  );
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-colindex', '2');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Control+End');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('href', '#series=creat');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-label', /no result|mL\/min/);
  await page.keyboard.press('Escape');
  await expect(grid(page)).toHaveCount(0);
});

test('filters narrow rows and dates, say what they hide, and are kept in the address', async ({ page }) => {
  await openGrid(page, 'kidney');
  await page.getByLabel('Abnormal').click();
  await expect(page.getByLabel('Abnormal')).toBeChecked();
  await expect(page.getByText(/only abnormal: \d+ rows and \d+ dates hidden/)).toBeVisible();
  await page.getByLabel('Panel').selectOption('lipid');
  await expect(page.getByText(/panel Lipid panel: \d+ rows hidden/)).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#results=abnormal&panel=lipid');
  await page.reload();
  await expect(page.getByLabel('Abnormal')).toBeChecked();
  await expect(page.getByText(/panel Lipid panel: \d+ rows hidden/)).toBeVisible();
});

test('icu: 7,500 results: few cells are in the page however far it is scrolled, and none is empty of its frame', async ({
  page,
}) => {
  await openGrid(page, 'icu');
  await page.getByRole('combobox', { name: /^Columns/ }).selectOption('result');
  const columns = Number(await grid(page).getAttribute('aria-colcount'));
  expect(columns).toBeGreaterThan(500);
  const box = grid(page).locator('..');
  for (const part of [0.9, 0.5, 0.1, 0]) {
    await box.evaluate((element, at) => {
      element.scrollLeft = element.scrollWidth * at;
      element.scrollTop = element.scrollHeight * at;
    }, part);
    await expect
      .poll(() =>
        box.evaluate((element) => {
          const { left, right } = element.getBoundingClientRect();
          const heads = [...element.querySelectorAll('[role="columnheader"]')].slice(1);
          const edges = heads.map((head) => head.getBoundingClientRect());
          return (
            edges.some((edge) => edge.right >= right - 1) && edges.some((edge) => edge.left < left + 500)
          );
        }),
      )
      .toBe(true);
    expect(await page.getByRole('gridcell').count()).toBeLessThan(1500);
  }
});

for (const kind of ['tab', 'frame'] as const)
  launchedTest(
    `rule 28: in a ${kind} each range stands whole beside its name, and says that it changed`,
    async ({ page }) => {
      await page.goto(await launchAddress({ patient: 'kidney', kind }));
      const app = kind === 'frame' ? appFrame(page) : page;
      await app.getByRole('link', { name: 'Results', exact: true }).click();
      const head = app.getByRole('rowheader').filter({ has: app.getByRole('link', { name: 'Creatinine' }) });
      await expect(head.getByText('mg/dL, 0.74–1.35, range changed')).toBeVisible();
      const notes = app.locator('[role="rowheader"] > a + span');
      const cut = await notes.evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      );
      expect(cut).toEqual([]);
    },
  );
