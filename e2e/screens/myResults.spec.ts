import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { patientCard, signInOnPhone, tabTo, WORDS, type SpokenLanguage } from '../support/myResults.ts';
import { lastFinal, pointsByLoinc, rawObservations, shownUnit } from '../support/rawObservations.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { stillnessOf, watchStillness } from '../support/stillness.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

// These are the questions of patients, on a phone, each with the actions that the answer may take (rule 55).

const PHONE = { width: 400, height: 800 };
const POTASSIUM = '2823-3';

test.use({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'en-US' });

/** Returns the two newest final potassium results as they were sent. */
async function potassium() {
  const points = pointsByLoinc(await rawObservations('kidney')).get(POTASSIUM) ?? [];
  const finals = points.filter(({ status }) => status !== 'preliminary');
  return { now: lastFinal(points)!, before: finals.at(-2)!, all: points.length };
}

launchedTest('nothing moves from the first card on', async ({ page }) => {
  await watchStillness(page);
  await signInOnPhone(page, /Marlowe/i);
  const { total, shifts } = await stillnessOf(page);
  expect(total, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
});

launchedTest('the laboratory’s results come after the others, and still nothing moves', async ({ page }) => {
  await watchStillness(page);
  await page.route(/\/fhir\/.*Observation\?.*laboratory/, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 800);
    });
    await route.continue();
  });
  await signInOnPhone(page, /Marlowe/i);
  const { total, shifts } = await stillnessOf(page);
  expect(total, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
});

/** Only the search for everything finds a result without a category, and its answer comes last. */
const UNCATEGORISED = {
  resourceType: 'Observation',
  id: 'came-later',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2132-9', display: 'Vitamin B12' }] },
  subject: { reference: 'Patient/healthy' },
  effectiveDateTime: '2026-11-25T08:00:00-06:00',
  valueQuantity: { value: 300, unit: 'pg/mL', comparator: '<' },
  referenceRange: [{ low: { value: 200, unit: 'pg/mL' }, high: { value: 900, unit: 'pg/mL' } }],
};

launchedTest(
  'a result that only the last search finds is announced, and what stands does not move',
  async ({ page }) => {
    await watchStillness(page);
    await page.route(/\/fhir\/.*Observation\?(?!.*category)/, async (route) => {
      const response = await route.fetch();
      const { total, entry = [], ...bundle } = JSON.parse(await response.text());
      await new Promise((resolve) => {
        setTimeout(resolve, 2500);
      });
      await route.fulfill({
        response,
        json: {
          ...bundle,
          total: total + 1,
          entry: [{ resource: UNCATEGORISED, search: { mode: 'match' } }, ...entry],
        },
      });
    });
    await signInOnPhone(page, /Brandt/i);
    const first = page.locator('article').first();
    await first.waitFor();
    const stood = await first.getAttribute('data-series');
    const announced = page.getByRole('button', { name: 'Show 1 more result' });
    await expect(announced).toBeInViewport();
    await expect(first).toHaveAttribute('data-series', stood!);
    await expect(page.locator('[data-latest]')).toHaveCount(0);
    const { total, shifts } = await stillnessOf(page);
    expect(total, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
    expect(await axeViolations(page)).toEqual([]);
    await announced.tap();
    const card = patientCard(page, 'b12');
    await expect(card).toBeFocused();
    await expect(card).toContainText('<300 pg/mL');
    await expect(card.locator('[data-now="limit"]')).toHaveCount(1);
    await expect(announced).toHaveCount(0);
    await expect(page.locator('[data-latest]').first()).toBeAttached();
  },
);

launchedTest(
  'an interrupted network: what failed is said, and a reload keeps the view and its language',
  async ({ page, context }) => {
    await signInOnPhone(page, /Brandt/i);
    await waitUntilRead(page);
    await page.getByRole('button', { name: WORDS.en.toOther }).click();
    await expect(page.getByRole('heading', { name: WORDS.es.tab })).toBeVisible();
    await context.setOffline(true);
    await setFragment(page, '#my-results');
    await expect(page.getByRole('heading', { name: WORDS.es.tab })).toBeVisible();
    await context.setOffline(false);
    await page.reload();
    await waitUntilRead(page);
    await expect(page.getByRole('heading', { name: WORDS.es.tab })).toBeVisible();
  },
);

test.describe('a device in Spanish, without permission', () => {
  test.use({ locale: 'es-MX' });
  launchedTest('a sign-in that was declined is told in Spanish', async ({ page }) => {
    await signInOnPhone(page, /Brandt/i, 'Decline');
    await expect(
      page.getByRole('heading', { name: 'No se dio permiso para ver la historia clínica' }),
    ).toBeFocused();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.getByRole('button', { name: 'Entrar de nuevo' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
});

function testQuestions(language: SpokenLanguage): void {
  const words = WORDS[language];

  test('which results are outside the range: seen at once; is my potassium higher: one tap', async ({
    page,
  }) => {
    const { now, before } = await potassium();
    expect(now.value).toBeGreaterThan(before.value);
    await signInOnPhone(page, /Marlowe/i);
    await waitUntilRead(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language);

    const heading = page.getByRole('heading', { name: words.outside });
    await expect(heading).toBeInViewport();
    const line = page.getByRole('listitem').filter({ hasText: words.potassium }).first();
    await expect(line).toContainText(now.text);

    const card = patientCard(page, 'k');
    const { click } = countedActions(page, 1);
    await click(line.getByRole('button'));
    await expect(card).toBeFocused();
    await expect(card.getByText(words.higher)).toBeInViewport();
    await expect(card).toContainText(`${before.text} ${shownUnit(before.unit)}`);
  });

  test('the same by keyboard', async ({ page }) => {
    await signInOnPhone(page, /Marlowe/i);
    await waitUntilRead(page);
    const line = page.getByRole('listitem').filter({ hasText: words.potassium }).first();
    await tabTo(page, line.getByRole('button'));
    await countedActions(page, 1).press('Enter');
    await expect(patientCard(page, 'k')).toBeFocused();
    await expect(patientCard(page, 'k').getByText(words.higher)).toBeInViewport();
  });
}

function testOtherLanguage(language: SpokenLanguage): void {
  const words = WORDS[language];

  test('the other language is one action away, and stays at the next visit', async ({ page }) => {
    await signInOnPhone(page, /Brandt/i);
    await waitUntilRead(page);
    await expect(page.getByRole('heading', { name: words.tab })).toBeVisible();
    const other = WORDS[language === 'en' ? 'es' : 'en'];
    await countedActions(page, 1).click(page.getByRole('button', { name: words.toOther }));
    await expect(page.getByRole('heading', { name: other.tab })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'es' : 'en');
    await tabTo(page, page.getByRole('button', { name: other.toOther }));
    await countedActions(page, 1).press('Enter');
    await expect(page.getByRole('heading', { name: words.tab })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: words.tab })).toBeVisible();
  });
}

test.describe('a device in en-US', () => testQuestions('en'));

test('contract: the hooks of a card, of the account and of the patient', async ({ page }) => {
  const { now, all } = await potassium();
  await signInOnPhone(page, /Marlowe/i);
  await waitUntilRead(page);
  await expect(page.locator('[data-patient-banner]')).toHaveAttribute('data-mode', 'full');
  const card = patientCard(page, 'k');
  await expect(card).toHaveAttribute('data-latest', now.text);
  await expect(card).toHaveAttribute('data-unit', now.unit);
  await expect(card).toHaveAttribute('data-latest-time', new Date(now.time).toISOString());
  await expect(card).toHaveAttribute('data-count', String(all));
  const held = await rawObservations('kidney');
  expect((await accountOf(page)).received).toBe(held.length);
});

test('rule 55: no red, no letters and no verdict stand on the page', async ({ page }) => {
  await signInOnPhone(page, /Marlowe/i);
  await waitUntilRead(page);
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/[▲▼]|(?<![/\p{L}\d])(?:H|L|HH|LL)(?![/\p{L}\d])|abnormal|out of range/u);
  const colours = await page.locator('main *').evaluateAll((elements) => [
    ...new Set(
      elements.flatMap((element) => {
        const { color, fill, backgroundColor } = getComputedStyle(element);
        return [color, fill, backgroundColor];
      }),
    ),
  ]);
  const isRed = (colour: string): boolean => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return colour.startsWith('rgb') && alpha > 0 && red > 150 && red > green * 1.8 && red > blue * 1.8;
  };
  expect(colours.filter(isRed)).toEqual([]);
});

test('WCAG 1.4.10: it fits phones of 320 and 430 px, and every button is 44 px high for a finger', async ({
  page,
}) => {
  await signInOnPhone(page, /Marlowe/i);
  await waitUntilRead(page);
  for (const width of [320, 430]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await fitsWidth(page), `${width} px`).toBe(true);
  }
  const small = await page.locator('header button, header a').evaluateAll((controls) =>
    controls
      .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.bottom > 0 && box.height < 44)
      .map(({ name, box }) => `${name}: ${box.height}`),
  );
  expect(small).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`WCAG 2.2: axe finds nothing in ${colorScheme}, in either language`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await signInOnPhone(page, /Marlowe/i);
    await waitUntilRead(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: WORDS.en.toOther }).click();
    await expect(page.getByRole('heading', { name: WORDS.es.tab })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

test.describe('a device in en-US', () => testOtherLanguage('en'));

test('a clinician’s launch from the EHR stays English and clinical on a device in Spanish', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'es-MX', viewport: { width: 1366, height: 850 } });
  const page = await context.newPage();
  await openInTab(page, 'kidney');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('a[data-series="k"]')).toBeVisible();
  await context.close();
});

test.describe('a device in Spanish', () => {
  test.use({ locale: 'es-MX' });
  testQuestions('es');
  testOtherLanguage('es');
  test('the screens for clinicians are English, and said to be, and the way back is Spanish again', async ({
    page,
  }) => {
    await signInOnPhone(page, /Brandt/i);
    await waitUntilRead(page);
    await page.getByRole('button', { name: 'Menú' }).click();
    await page.getByRole('button', { name: 'Ver las pantallas del equipo médico' }).click();
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('a record in Arabic', () => {
  test.use({ locale: 'es-MX' });
  test('names and words run in their own direction, and numbers from left to right', async ({ page }) => {
    const raw = (await (await sandboxApi('raw/arabic')).json()) as {
      resourceType: string;
      name?: { text?: string; family?: string }[];
    }[];
    const person = raw.find(({ resourceType }) => resourceType === 'Patient');
    const family = person?.name?.[0]?.family ?? '';
    await signInOnPhone(page, new RegExp(family || 'الحداد'));
    await waitUntilRead(page);
    const name = page.locator('[data-patient-banner] bdi').first();
    await expect(name).toContainText(family);
    expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(
      await page
        .locator('article svg')
        .first()
        .evaluate((svg) => getComputedStyle(svg).direction),
    ).toBe('ltr');
  });
});
