import { expect, type Locator, type Page } from '@playwright/test';
import { formatDay, formatTime } from './formatTime.ts';
import { doseOf, drugOf, orderStart, rawEvents, rawResources, type RawEvent } from './rawEvents.ts';
import {
  lastFinal,
  pointsByLoinc,
  rawObservations,
  shownUnit,
  type Point,
  type RawObservation,
} from './rawObservations.ts';

/**
 * These helpers find the answers to a clinician's questions in the raw resources and expect them on the
 * screen.
 */

const POTASSIUM = '2823-3';
const LACTATE = '2524-7';
const EGFR = '98979-8';
export const DAY_MS = 86_400_000;
/** CSS lengths on paper: 96 px are an inch. */
const PX_PER_MM = 96 / 25.4;
const YEAR_MS = 365.25 * DAY_MS;

const ms = ({ time }: Point): number => Date.parse(time);

type HeldObservation = RawObservation & {
  interpretation?: { coding?: { code?: string }[] }[];
  referenceRange?: { high?: { value?: number | string } }[];
  method?: { text?: string };
};

async function rawPoints(patient: string, code: string) {
  const held: HeldObservation[] = await rawObservations(patient);
  const list = pointsByLoinc(held).get(code) ?? [];
  return { list, resourceOf: (point?: Point) => held.find(({ id }) => id === point?.id) };
}

/**
 * Returns the first potassium result of the last run above the range, the result before it, and the last
 * medication that was started before it.
 */
export async function potassiumRise() {
  const { list, resourceOf } = await rawPoints('kidney', POTASSIUM);
  const final = list.filter(({ status }) => status !== 'preliminary');
  const high = (point: Point): boolean =>
    point.value > Number(resourceOf(point)?.referenceRange?.[0]?.high?.value);
  const at = final.findLastIndex((point) => !high(point)) + 1;
  const [before, first] = [final[at - 1]!, final[at]!];
  const orders = (await rawEvents('kidney', 'MedicationRequest'))
    .filter((order) => Date.parse(orderStart(order)) < ms(first))
    .toSorted((a, b) => Date.parse(orderStart(a)) - Date.parse(orderStart(b)));
  return { list, before, first, begun: orders.at(-1)! };
}

/** Returns the name of the start of an order in its lane: "+ Spironolactone 25 mg/day, 20 Oct 2026". */
export const startLabel = (order: RawEvent): string =>
  `+ ${drugOf(order)} ${doseOf(order).replace(' daily', '/day')}, ${formatTime(orderStart(order))}`;

export const rowWith = (page: Page, ...parts: (string | RegExp)[]): Locator =>
  parts.reduce<Locator>((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));

/** Expects both results and the start between them in the table. */
export async function expectPotassiumRiseInTable(page: Page): Promise<void> {
  const { before, first, begun } = await potassiumRise();
  expect(formatDay(first.time)).toBe('29 Oct 2026');
  expect(drugOf(begun)).toBe('Spironolactone');
  await expect(rowWith(page, formatTime(first.time), 'Potassium', first.text)).toContainText('H');
  await expect(rowWith(page, formatTime(before.time), 'Potassium', before.text)).not.toContainText('H');
  await expect(page.getByRole('button', { name: startLabel(begun), exact: true })).toBeVisible();
}

/** Returns the newest eGFR and the one a year before it, both by the same formula. */
export async function kidneyFunction() {
  const { list, resourceOf } = await rawPoints('kidney', EGFR);
  const now = lastFinal(list)!;
  const aYearAgo = list.findLast((point) => ms(point) <= ms(now) - YEAR_MS)!;
  const formula = resourceOf(now)?.method?.text ?? '';
  expect(formula).toBe('CKD-EPI 2021');
  expect(resourceOf(aYearAgo)?.method?.text).toBe(formula);
  expect(now.value).toBeLessThan(aYearAgo.value);
  return { now, aYearAgo, formula, list };
}

/**
 * Returns the results that the server flagged after the last visit before the newest result, with the text of
 * each cell.
 */
export async function newAndAbnormal() {
  const held: HeldObservation[] = await rawObservations('kidney');
  const times = held.map(({ effectiveDateTime = '' }) => Date.parse(effectiveDateTime));
  const newestMs = Math.max(...times.filter((time) => !Number.isNaN(time)));
  const visits = await rawEvents('kidney', 'Encounter');
  const starts = visits
    .filter(({ period }) => Date.parse(period?.end ?? '') < newestMs - DAY_MS)
    .map(({ period }) => period?.start ?? '')
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const visit = starts.at(-1) ?? '';
  const flagged = held
    .filter(({ effectiveDateTime = '' }) => Date.parse(effectiveDateTime) > Date.parse(visit))
    .filter(({ interpretation, status }) => interpretation !== undefined && status !== 'entered-in-error');
  const cells = flagged.map(
    ({ valueQuantity, status, effectiveDateTime }) =>
      `${valueQuantity?.value} ${shownUnit(valueQuantity?.unit)}, high${status === 'final' ? '' : `, ${status}`}, ${formatTime(effectiveDateTime)}`,
  );
  expect(cells.length).toBeGreaterThan(0);
  return { visit, cells };
}

/** Expects the date of the visit, the number of the results, and exactly those results, all in view. */
export async function expectFlaggedSince(
  page: Page,
  { visit, cells }: Awaited<ReturnType<typeof newAndAbnormal>>,
): Promise<void> {
  const answer = `${cells.length} abnormal results since ${formatDay(visit)}, the start of the last visit before the newest result`;
  await expect(page.getByText(answer)).toBeInViewport();
  const results = page.getByRole('gridcell').and(page.locator(':not([aria-label="no result"])'));
  await expect(results).toHaveCount(cells.length);
  const names = await results.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const told = (name: string): string =>
    cells.find((cell) => name.replace(/^\D+ /, '').startsWith(cell)) ?? name;
  expect(names.map(told).toSorted()).toEqual(cells.toSorted());
  for (const result of await results.all()) await expect(result).toBeInViewport();
  // The first column after the visit has a border that marks it.
  await expect(page.getByRole('columnheader', { name: `First since ${formatDay(visit)}` })).toHaveCount(1);
}

/** Expects the patient, the time of reading, the zone and the completeness on paper, and no controls. */
export async function expectPrinted(page: Page): Promise<void> {
  const [person] = (await rawResources('kidney')).filter(({ resourceType }) => resourceType === 'Patient');
  const held = await rawObservations('kidney');
  await page.emulateMedia({ media: 'print' });
  const [name] = person?.name ?? [];
  const line = page.getByRole('banner');
  await expect(line).toContainText(`${name?.family?.toUpperCase()}, ${name?.given?.[0]}`);
  await expect(line).toContainText(formatTime(person?.birthDate));
  await expect(line).toContainText('MRN');
  // This line stands in the head that each page repeats.
  await expect(page.locator('[data-printed-source]')).toBeVisible();
  await expect(page.locator('[data-printed-source]')).toHaveText(
    /loaded \d{1,2} \w{3} \d{4}, \d\d:\d\d\. Times in CST, UTC−06:00\./,
  );
  const sheet = page.getByRole('main');
  await expect(sheet).toContainText(`All ${held.length} results loaded.`);
  await expect(sheet.getByRole('heading').first()).toHaveText('What changed');
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
  const heightsPx = await page
    .locator('main li[data-series] > div')
    .evaluateAll((plots) => plots.map((plot) => plot.getBoundingClientRect().height));
  expect(heightsPx.length).toBeGreaterThan(10);
  expect(Math.min(...heightsPx), 'each curve is at least 15 mm high').toBeGreaterThanOrEqual(15 * PX_PER_MM);
  for (const format of ['A4', 'Letter']) {
    const paper = await page.pdf({ format, preferCSSPageSize: true });
    const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length, `pages of ${format}`).toBeLessThanOrEqual(3);
  }
}

export async function highestLactate() {
  const { list } = await rawPoints('icu', LACTATE);
  const highest = list.reduce((most, one) => (one.value > most.value ? one : most));
  const stays = await rawEvents('icu', 'Encounter');
  const stay = stays.find(({ status }) => status === 'in-progress');
  expect(ms(highest)).toBeGreaterThanOrEqual(Date.parse(stay?.period?.start ?? ''));
  return { highest, all: list.length };
}
