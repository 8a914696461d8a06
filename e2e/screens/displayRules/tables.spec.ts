import type { Page } from '@playwright/test';
import { csvLines, parseCsv } from '../../independent/csvTable.ts';
import { detailChart, SIMPLE_SERIES, SIMPLE_SERIES_IDS } from '../../support/chartDrawing.ts';
import { formatTime } from '../../support/formatTime.ts';
import { appOrigin, launchAddress, openInTab } from '../../support/launching.ts';
import { rawEvents } from '../../support/rawEvents.ts';
import { rawObservations, type RawObservation } from '../../support/rawObservations.ts';
import { downloadCsv, openChartScreen, setFragment, showAllResults } from '../../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../../support/test.ts';
import { findTruncatedText } from '../../support/truncatedText.ts';

// These tests hold display rules 56 to 59: the table beside the curve, its order, the exports and shortened
// texts.

const isWithdrawn = ({ status }: RawObservation): boolean => status.trim() === 'entered-in-error';
const timeOf = ({ effectiveDateTime = '' }: RawObservation): number => Date.parse(effectiveDateTime);
const ofCode = (observations: RawObservation[], loinc: string): RawObservation[] =>
  observations
    .filter((one) => !isWithdrawn(one) && one.code.coding?.some(({ code }) => code === loinc))
    .toSorted((a, b) => timeOf(b) - timeOf(a));

/** Returns "time: number" for each row. The number is '' if there is none. */
const rowsOf = (page: Page): Promise<string[]> =>
  page.locator('[data-twin] tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [time, value] = [...row.querySelectorAll('td')].map((cell) => cell.textContent);
      const number = Number(/^[<>=]*([\d.,]+)/.exec(value ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN);
      return `${time}: ${Number.isNaN(number) ? '' : number}`;
    }),
  );
const expectedRow = (one: RawObservation): string =>
  `${formatTime(one.effectiveDateTime)}: ${one.valueQuantity?.value ?? ''}`;

/** The policy lets the page not read the clipboard, so the test keeps what is written to it. */
const keepCopies = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(globalThis, { written });
    Clipboard.prototype.write = async ([item]) => {
      written.push(await (await item!.getType('text/plain')).text());
    };
    Clipboard.prototype.writeText = (text) => Promise.resolve(void written.push(text));
  });
const copied = (page: Page): Promise<string> =>
  page.evaluate(() => (Reflect.get(globalThis, 'written') as string[]).join('\n'));

launchedTest(
  'rule 56: the table is one key away, holds each result in view, drawn or not, newest first, and is copied as it stands',
  async ({ page }) => {
    await keepCopies(page);
    const observations = await rawObservations('kidney');
    await openInTab(page, 'kidney');
    const codes = { ...SIMPLE_SERIES, hr: '8867-4', crp: '1988-5', 'ua-prot': '20454-5' };
    for (const [id, loinc] of Object.entries(codes)) {
      await setFragment(page, `#series=${id}&window=all`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      const held = ofCode(observations, loinc);
      await expect(page.locator('[data-twin] table')).toHaveAttribute(
        'aria-rowcount',
        String(held.length + 1),
      );
      expect(await rowsOf(page), id).toEqual(held.map(expectedRow));
    }
    expect(ofCode(observations, SIMPLE_SERIES.uacr).length, 'some have no number').toBeGreaterThan(
      ofCode(observations, SIMPLE_SERIES.uacr).filter(({ valueQuantity }) => valueQuantity).length,
    );

    // The table covers the same window as the chart.
    await openChartScreen(page, '#series=k&window=2y');
    const newest = Math.max(...observations.filter((one) => !isWithdrawn(one)).map(timeOf));
    const inView = ofCode(observations, SIMPLE_SERIES.k).filter(
      (one) => timeOf(one) >= newest - 730.5 * 86_400_000,
    );
    expect(inView.length).toBeLessThan(ofCode(observations, SIMPLE_SERIES.k).length);
    expect(await rowsOf(page)).toEqual(inView.map(expectedRow));

    await page.keyboard.press('t');
    await expect(page.locator('[data-twin]')).toBeFocused();
    await page.keyboard.press('t');
    await expect(detailChart(page).getByRole('slider')).toBeFocused();

    await page.getByRole('button', { name: 'Copy table' }).click();
    await expect.poll(() => copied(page)).toContain('MARLOWE, Edwin');
    const lines = (await copied(page))
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const from = lines.findIndex(([first]) => first === 'Time') + 1;
    expect(
      lines.slice(from).map(([time = '', value]) => `${time.replace(/ \w+$/, '')}: ${Number(value)}`),
    ).toEqual(inView.map(expectedRow));
  },
);

launchedTest(
  'rule 58: what is not complete on the screen says so in the file, in the copy and on paper',
  async ({ page }) => {
    await keepCopies(page);
    await page.route(/\/fhir\/r4(\/Observation)?\?/, (route) => {
      const { searchParams } = new URL(route.request().url());
      const isBroken =
        searchParams.get('category')?.endsWith('laboratory') === true || !searchParams.has('category');
      return isBroken
        ? route.fulfill({
            status: 500,
            json: { resourceType: 'OperationOutcome' },
            headers: { 'access-control-allow-origin': appOrigin() },
          })
        : route.continue();
    });
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
    await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 90_000 });
    await expect(page.locator('[data-notice]').first()).toBeVisible();
    expect(await downloadCsv(page)).toMatch(/^\uFEFF?(?:"# .*"\r\n)*"# Incomplete/);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('group', { name: 'Copy to note' }).getByRole('button', { name: 'All' }).click();
    await expect.poll(() => copied(page)).toContain('Incomplete');
    await setFragment(page, '#print');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/Incomplete/).first()).toBeVisible();
  },
);

/**
 * Returns how many rows the CSV has: one for each component, and one for the value of the Observation itself.
 */
const rowCount = (observations: RawObservation[]): number =>
  observations
    .filter((one) => !isWithdrawn(one))
    .reduce((sum, { component = [], ...one }) => {
      const ownValue = one.valueQuantity !== undefined || one.valueString !== undefined;
      return sum + component.length + (component.length === 0 || ownValue ? 1 : 0);
    }, 0);

const testFile = (patient: string, name: string): void =>
  test(`rule 58: ${patient}: the file holds each result that stands, in the unit it came in, with patient, zone and time of reading`, async ({
    page,
  }) => {
    const observations = await rawObservations(patient);
    await openInTab(page, patient);
    const csv = await downloadCsv(page);
    const [header = [], ...rows] = parseCsv(csv);
    expect(rows).toHaveLength(rowCount(observations));
    const lines = csvLines(header, rows);
    const withdrawn = observations.filter(isWithdrawn).map(({ id }) => id);
    expect(lines.filter((line) => withdrawn.includes(line['observation_id'] ?? ''))).toEqual([]);
    const units = new Map(lines.map((line) => [line['observation_id'], line['unit']]));
    const sent = observations.filter((one) => !isWithdrawn(one) && one.valueQuantity?.unit !== undefined);
    expect(
      sent.filter(({ id, valueQuantity }) => units.get(id) !== valueQuantity?.unit).map(({ id }) => id),
    ).toEqual([]);
    expect(csv).toContain(`"# ${name}`);
    expect(csv).toMatch(/\n"# Time zone: .*America\/Chicago.*"\r|\n"# Time zone: .*C[SD]T.*"\r/);
    expect(csv).toMatch(/\n"# Loaded: \d+ \w{3} \d{4}/);
    expect(csv).not.toMatch(/# Incomplete/i);
  });

// Tests of one patient stand side by side.
testFile('kidney', 'MARLOWE, Edwin');

test('rule 56: the strips have their table one key away, with every result in view', async ({ page }) => {
  const observations = await rawObservations('kidney');
  await openInTab(page, 'kidney');
  await openChartScreen(page, `#compare=${SIMPLE_SERIES_IDS.join(',')}&window=all`);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.keyboard.press('t');
  const count = SIMPLE_SERIES_IDS.reduce(
    (sum, id) => sum + ofCode(observations, SIMPLE_SERIES[id]).length,
    0,
  );
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(count + 1));
  await page.keyboard.press('t');
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('rule 57: time runs down the page from the newest, and across it to the newest at the right edge in view', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await setFragment(page, '#timeline&window=all');
  const whens = page.locator('tr[data-event] td:first-child');
  await expect(whens.first()).toBeVisible();
  await showAllResults(page);
  const times = (await whens.allInnerTexts()).map((text) =>
    Date.parse(/(?:\d+ )?(?:[A-Z][a-z]{2} )?\d{4}/.exec(text)?.[0] ?? ''),
  );
  expect(times.length).toBeGreaterThan(20);
  const dated = times.filter((time) => !Number.isNaN(time));
  expect(dated).toEqual(dated.toSorted((a, b) => b - a));

  await openInTab(page, 'icu');
  await setFragment(page, '#results&columns=result');
  const heads = page.getByRole('columnheader');
  await expect(heads.last()).toBeInViewport();
  const columns = Number(await page.getByRole('grid').getAttribute('aria-colcount'));
  await expect(heads.last()).toHaveAttribute('aria-colindex', String(columns));
  const newest = (await rawObservations('icu')).toSorted((a, b) => timeOf(b) - timeOf(a))[0]!;
  await expect(heads.last()).toContainText(formatTime(newest.effectiveDateTime).split(', ')[1]!);
});

testFile('icu', '');

test('rule 59: a long report is opened by key, and a note is text, whatever markup it has', async ({
  page,
}) => {
  const [report] = (await rawEvents('kidney', 'DiagnosticReport')).filter(
    ({ presentedForm }) => presentedForm,
  );
  const form = report?.presentedForm?.[0] as { readonly data: string };
  const lines = Buffer.from(form.data, 'base64').toString('utf8').trim().split('\n');
  await openInTab(page, 'kidney');
  await setFragment(page, '#timeline');
  await showAllResults(page);
  const row = page.locator('tr[data-event]').filter({ hasText: lines[0]!.trim() }).first();
  await expect(row.getByText(lines.at(-1)!.trim())).toBeHidden();
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row.getByText(lines.at(-1)!.trim())).toBeVisible();

  const noted = (await rawObservations('odd')).filter(
    (one) => 'note' in one && one.code.coding?.some(({ code }) => code === '17861-6'),
  );
  const withMarkup = noted.find((one) => JSON.stringify(one).includes('onerror'))!;
  await openInTab(page, 'odd');
  const title = await page.title();
  await openChartScreen(page, '#series=ca&window=all');
  const sourceOf = ({ effectiveDateTime }: RawObservation) =>
    page
      .locator('tbody')
      .getByRole('button', { name: `Source of the result, ${formatTime(effectiveDateTime)}`, exact: true });
  await sourceOf(withMarkup).click();
  const { note } = withMarkup as unknown as { readonly note: readonly { readonly text: string }[] };
  await expect(page.getByText(note[0]!.text, { exact: true })).toBeVisible();
  expect(await page.title()).toBe(title);
  await expect(page.locator('img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  const rtf = noted.find((one) => JSON.stringify(one).includes('rtf1'))!;
  await sourceOf(rtf).click();
  await expect(page.getByText('Specimen slightly icteric.', { exact: true })).toBeVisible();
});

test('rule 6: a result that another one replaces is no point and no newest value, and stands in the table with that', async ({
  page,
}) => {
  const raw = (await rawObservations('odd')).filter(({ id }) => id.startsWith('oddity-replaced-'));
  const replacing = raw.find((one) => JSON.stringify(one).includes('observation-replaces'))!;
  const replaced = raw.find(({ id }) => JSON.stringify(replacing).includes(`Observation/${id}`))!;
  await openInTab(page, 'odd');
  const tile = page.locator('main a[data-series="na"]');
  await expect(tile).toHaveAttribute('data-latest', String(replacing.valueQuantity?.value));
  await openChartScreen(page, '#series=na&window=all');
  const rowOf = (value: unknown) =>
    page.locator('tbody tr').filter({ has: page.getByRole('cell', { name: String(value), exact: true }) });
  await expect(rowOf(replaced.valueQuantity?.value)).toContainText('not charted: replaced by another result');
  // It would be the lowest of the curve, which its chart and the line below it name.
  await expect(page.locator('main')).toContainText(/lowest \d/);
  await expect(page.locator('main')).not.toContainText(`lowest ${replaced.valueQuantity?.value}`);
});

for (const width of [1366, 400])
  test(`rule 59: at ${width} pixels what is cut has an ellipsis and gives its whole text`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 850 });
    await openInTab(page, 'odd');
    for (const fragment of [
      '#',
      '#series=k&window=all',
      '#series=hgb&window=all',
      '#compare=k,hgb&view=table&window=all',
      '#results',
      '#timeline',
      '#account=listed',
    ]) {
      await setFragment(page, fragment);
      await expect(
        page.locator('main [data-mark], [role="gridcell"], tr[data-event], main table').first(),
      ).toBeVisible();
      expect.soft(await page.evaluate(findTruncatedText), fragment).toEqual([]);
    }
  });
