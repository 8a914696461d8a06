import type { Browser, Locator, Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { setFragment, showAllResults } from '../support/recordScreens.ts';
import { expectedSpeech, type SpokenResult, type SpokenSeries } from '../support/spokenResults.ts';
import { expect, test } from '../support/test.ts';

type Walked = SpokenSeries & { readonly id: string; readonly name: string; readonly strip: string };

/** Plain numbers; two sides; and limits, a preliminary result, one that was corrected, and a text that is not drawn. */
const WALKED: readonly Walked[] = [
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

/** All seven facts of the result that is read, as they stand on the screen. */
const factsOf = (page: Page): Locator => page.locator('p', { hasText: 'source Observation/' }).locator('..');
const chartOf = (page: Page): Locator => page.locator('main').getByRole('slider');
const ring = (page: Page): Locator => page.locator('figure svg circle[r="10"]');
const announced = (page: Page): Locator => page.locator('main section [aria-live="polite"]').last();

async function openAll(page: Page, { patient, id }: Walked): Promise<Locator> {
  await openInTab(page, patient);
  await setFragment(page, `#series=${id}`);
  await expect(page.locator('figure [data-mark]').first()).toBeVisible();
  await showAllResults(page);
  await chartOf(page).focus();
  return chartOf(page);
}

/** `x` and `y` from the corner of the chart, which a finger's larger buttons move down. */
type Stop = { readonly heard: string; readonly facts: string; readonly x: number; readonly y: number };

async function cornerOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await chartOf(page).boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}

/** Home, then one key after the other until nothing new is said. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  const { x: left, y: top } = await cornerOf(page);
  let last = '';
  await page.keyboard.press('Home');
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    const heard = (await announced(page).textContent()) ?? '';
    if (heard === last) return stops;
    last = heard;
    // oxlint-disable-next-line no-await-in-loop
    const [facts, box] = await Promise.all([factsOf(page).textContent(), ring(page).boundingBox()]);
    expect(box, heard).not.toBeNull();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    stops.push({ heard, facts: facts ?? '', x: x + width / 2 - left, y: y + height / 2 - top });
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowRight');
  }
}

/** At least every fifth, and the ends. */
const sampled = (stops: readonly Stop[]): readonly Stop[] =>
  stops.filter((_, i) => i % 5 === 0 || i === stops.length - 1);

async function tapped(browser: Browser, walked: Walked, stops: readonly Stop[]): Promise<void> {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1366, height: 850 } });
  const page = await context.newPage();
  await openAll(page, walked);
  const corner = await cornerOf(page);
  for (const { x, y, facts } of sampled(stops)) {
    // oxlint-disable-next-line no-await-in-loop
    await page.touchscreen.tap(corner.x + x, corner.y + y);
    // oxlint-disable-next-line no-await-in-loop
    await expect(factsOf(page)).toHaveText(facts);
  }
  await context.close();
}

for (const walked of WALKED) {
  test(`rule 12: every result of ${walked.name} is heard once, in order, by keys; pointer and touch read the same`, async ({
    page,
    browser,
  }) => {
    const expected = await expectedSpeech(walked);
    await page.setViewportSize({ width: 1366, height: 850 });
    const chart = await openAll(page, walked);
    await expect(page.locator(`figure[data-series="${walked.id}"]`)).toHaveAttribute(
      'data-count',
      String(expected.length),
    );
    const stops = await walk(page);
    expect(stops.map(({ heard }) => heard)).toEqual(expected.map(({ spoken }) => spoken));
    expect(await chart.getAttribute('aria-valuenow')).toBe(String(expected.length));
    stops.forEach(({ facts }, i) => {
      for (const fact of expected[i]!.facts) expect(facts).toContain(fact);
    });

    const corner = await cornerOf(page);
    for (const { x, y, facts } of sampled(stops)) {
      await page.mouse.move(corner.x + x, corner.y + y);
      await expect(factsOf(page)).toHaveText(facts);
    }
    await tapped(browser, walked, stops);
  });
}

/** The keys of one slider of the strips, from the oldest result to the newest. */
async function walkStrip(page: Page, slider: Locator): Promise<readonly string[]> {
  const heard: string[] = [];
  const live = page.locator('[data-strips] > [aria-live="polite"]');
  await slider.focus();
  await page.keyboard.press('Home');
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    const words = (await live.textContent()) ?? '';
    if (words === heard.at(-1)) return heard;
    heard.push(words);
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowRight');
  }
}

test('rule 12: on Compare every result of each strip is heard once, and every moment of all strips', async ({
  page,
}) => {
  const expected = await Promise.all(WALKED.map(expectedSpeech));
  await openInTab(page, 'kidney');
  await setFragment(page, `#compare=${WALKED.map(({ id }) => id).join(',')}`);
  await expect(page.locator('[data-strips] [data-mark]').first()).toBeVisible();
  await showAllResults(page);
  for (const [i, { id, strip }] of WALKED.entries()) {
    const heard = await walkStrip(page, page.locator(`[data-walks="${id}"]`));
    // The mean pressure stands beside its strip.
    const spoken = expected[i]!.map((one) => `${strip} ${one.spoken.replace(/ mean arterial.*/, '')}`);
    expect(heard).toEqual(spoken);
  }

  const heard = await walkStrip(page, page.locator('[data-walks=""]'));
  const moments = momentsOf(expected);
  expect(heard).toHaveLength(moments.length);
  for (const [i, here] of moments.entries()) {
    for (const { name, value } of here) expect(heard[i]).toContain(`${name} ${value}`);
  }
});

type Here = { readonly name: string; readonly value: string };

/** What was measured at each time, oldest first. */
function momentsOf(expected: readonly (readonly SpokenResult[])[]): readonly (readonly Here[])[] {
  const byTime = new Map<number, Here[]>();
  for (const [i, all] of expected.entries()) {
    for (const { time, value } of all) {
      const ms = Date.parse(time);
      byTime.set(ms, [...(byTime.get(ms) ?? []), { name: WALKED[i]!.strip, value }]);
    }
  }
  return [...byTime].toSorted(([a], [b]) => a - b).map(([, here]) => here);
}
