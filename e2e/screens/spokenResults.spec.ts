import type { Browser, Locator, Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { setFragment, showAllResults } from '../support/recordScreens.ts';
import { expectedSpeech, type SpokenResult, type SpokenSeries } from '../support/spokenResults.ts';
import { expect, keptTest as test } from '../support/test.ts';

type WalkedSeries = SpokenSeries & { readonly id: string; readonly name: string; readonly strip: string };

/**
 * The series have plain numbers; two sides; and limits, a preliminary result, a corrected one and a text that
 * is not drawn.
 */
const WALKED_SERIES: readonly WalkedSeries[] = [
  { patient: 'kidney', loinc: '2823-3', id: 'k', name: 'Potassium', strip: 'Potassium' },
  {
    patient: 'kidney',
    loinc: '85354-9',
    sides: ['8480-6', '8462-4'],
    id: 'bp-sys',
    name: 'Blood pressure',
    strip: 'Blood pressure',
  },
  {
    patient: 'kidney',
    loinc: '9318-7',
    id: 'uacr',
    name: 'Urine albumin/creat.',
    strip: 'Urine albumin/creat.',
  },
];

/** The reading shows all seven facts of the selected result. */
const factsOf = (page: Page): Locator => page.locator('p', { hasText: 'source Observation/' }).locator('..');
const chartOf = (page: Page): Locator => page.locator('main').getByRole('slider', { name: /result/ });
const focusRing = (page: Page): Locator => page.locator('figure svg circle[r="10"]');
const announcementOf = (page: Page): Locator => page.locator('main section [aria-live="polite"]').last();

async function openSeries(page: Page, { patient, id }: WalkedSeries): Promise<Locator> {
  await openInTab(page, patient);
  await setFragment(page, `#series=${id}`);
  await expect(page.locator('figure [data-mark]').first()).toBeVisible();
  await showAllResults(page);
  await chartOf(page).focus();
  return chartOf(page);
}

/**
 * `x` and `y` are relative to the corner of the chart, which moves down on touch screens because their
 * buttons are larger.
 */
type Stop = { readonly heard: string; readonly facts: string; readonly x: number; readonly y: number };

async function cornerOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await chartOf(page).boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}

/** Presses Home and then ArrowRight until nothing new is announced. */
async function walkChart(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  const { x: left, y: top } = await cornerOf(page);
  let last = '';
  await page.keyboard.press('Home');
  for (;;) {
    const heard = (await announcementOf(page).textContent()) ?? '';
    if (heard === last) return stops;
    last = heard;
    const [facts, box] = await Promise.all([factsOf(page).textContent(), focusRing(page).boundingBox()]);
    expect(box, heard).not.toBeNull();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    stops.push({ heard, facts: facts ?? '', x: x + width / 2 - left, y: y + height / 2 - top });
    await page.keyboard.press('ArrowRight');
  }
}

/** Returns every fifth stop and the last one. */
const everyFifth = (stops: readonly Stop[]): readonly Stop[] =>
  stops.filter((_, i) => i % 5 === 0 || i === stops.length - 1);

async function expectSameByTouch(
  browser: Browser,
  walked: WalkedSeries,
  stops: readonly Stop[],
): Promise<void> {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1366, height: 850 } });
  const page = await context.newPage();
  await openSeries(page, walked);
  const corner = await cornerOf(page);
  for (const { x, y, facts } of everyFifth(stops)) {
    await page.touchscreen.tap(corner.x + x, corner.y + y);
    await expect(factsOf(page)).toHaveText(facts);
  }
  await context.close();
}

for (const walked of WALKED_SERIES) {
  test(`rule 12: every result of ${walked.name} is heard once, in order, by keys; pointer and touch read the same`, async ({
    page,
    browser,
  }) => {
    const expected = await expectedSpeech(walked);
    await page.setViewportSize({ width: 1366, height: 850 });
    const chart = await openSeries(page, walked);
    await expect(page.locator(`figure[data-series="${walked.id}"]`)).toHaveAttribute(
      'data-count',
      String(expected.length),
    );
    const stops = await walkChart(page);
    expect(stops.map(({ heard }) => heard)).toEqual(expected.map(({ spoken }) => spoken));
    expect(await chart.getAttribute('aria-valuenow')).toBe(String(expected.length));
    stops.forEach(({ facts }, i) => {
      for (const fact of expected[i]!.facts) expect(facts).toContain(fact);
    });

    const corner = await cornerOf(page);
    for (const { x, y, facts } of everyFifth(stops)) {
      await page.mouse.move(corner.x + x, corner.y + y);
      await expect(factsOf(page)).toHaveText(facts);
    }
    await expectSameByTouch(browser, walked, stops);
  });
}

/**
 * Walks a slider of the strips by keys, from the oldest result to the newest, and returns what is announced.
 */
async function walkStrip(page: Page, slider: Locator): Promise<readonly string[]> {
  const heard: string[] = [];
  const live = page.locator('[data-strips] > [aria-live="polite"]');
  await slider.focus();
  await page.keyboard.press('Home');
  for (;;) {
    const words = (await live.textContent()) ?? '';
    if (words === heard.at(-1)) return heard;
    heard.push(words);
    await page.keyboard.press('ArrowRight');
  }
}

test('rule 12: on Compare every result of each strip is heard once, and every moment of all strips', async ({
  page,
}) => {
  const expected = await Promise.all(WALKED_SERIES.map(expectedSpeech));
  await openInTab(page, 'kidney');
  await setFragment(page, `#compare=${WALKED_SERIES.map(({ id }) => id).join(',')}`);
  await expect(page.locator('[data-strips] [data-mark]').first()).toBeVisible();
  await showAllResults(page);
  for (const [i, { id, strip }] of WALKED_SERIES.entries()) {
    const heard = await walkStrip(page, page.locator(`[data-walks="${id}"]`));
    // Compare shows the mean pressure beside its strip and does not announce it.
    const spoken = expected[i]!.map((one) => `${strip} ${one.spoken.replace(/ mean arterial.*/, '')}`);
    expect(heard).toEqual(spoken);
  }

  const heard = await walkStrip(page, page.locator('[data-walks=""]'));
  const moments = valuesByTime(expected);
  expect(heard).toHaveLength(moments.length);
  for (const [i, here] of moments.entries()) {
    for (const { name, value } of here) expect(heard[i]).toContain(`${name} ${value}`);
  }
});

type SpokenValue = { readonly name: string; readonly value: string };

/** Returns what was measured at each time, oldest first. */
function valuesByTime(expected: readonly (readonly SpokenResult[])[]): readonly (readonly SpokenValue[])[] {
  const byTime = new Map<number, SpokenValue[]>();
  for (const [i, all] of expected.entries()) {
    for (const { time, value } of all) {
      const ms = Date.parse(time);
      byTime.set(ms, [...(byTime.get(ms) ?? []), { name: WALKED_SERIES[i]!.strip, value }]);
    }
  }
  return [...byTime].toSorted(([a], [b]) => a - b).map(([, here]) => here);
}
