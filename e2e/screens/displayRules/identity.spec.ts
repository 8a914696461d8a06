import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { formatTime } from '../../support/formatTime.ts';
import {
  appFrame,
  launchAddress,
  openInTab,
  setFaults,
  signInAs,
  waitUntilRead,
} from '../../support/launching.ts';
import { openWithPotassium } from '../../support/potassiumResults.ts';
import { rawEvents, type RawEvent } from '../../support/rawEvents.ts';
import {
  downloadCsv,
  goToScreen,
  openChartScreen,
  patientBanner,
  setFragment,
} from '../../support/recordScreens.ts';
import { sandboxApi } from '../../support/sandboxApi.ts';
import { expect, test } from '../../support/test.ts';

// These tests hold display rules 46 to 50: every screen and every export names the patient.

/** Each fragment has a selector that only this screen matches. */
const SCREENS: Readonly<Record<string, string>> = {
  '#': '[data-plot]',
  '#series=k': 'figure [data-mark]',
  '#compare=k,hr': '[data-strips] [data-mark]',
  '#results': '[role="gridcell"]',
  '#timeline': 'tr[data-event]',
  '#account': 'main h2:has-text("Account")',
};

async function onEveryScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [fragment, ready] of Object.entries(SCREENS)) {
    await goToScreen(page, fragment, ready);
    await look(fragment);
  }
}

type RawPatient = RawEvent & {
  readonly gender: string;
  readonly deceasedDateTime?: string;
  readonly identifier: readonly { readonly value: string }[];
};
const rawPatient = async (story: string): Promise<RawPatient> =>
  (await rawEvents(story, 'Patient'))[0] as RawPatient;

const nameOf = ({ name }: RawPatient): string =>
  `${name?.[0]?.family?.toUpperCase()}, ${name?.[0]?.given?.join(' ')}`;

/** Returns the whole years between a birth and a day. */
function yearsAt(birthDate = '', day = new Date().toISOString()): number {
  const [birth, at] = [birthDate, day].map((text) => text.slice(0, 10).split('-').map(Number));
  const [[year = 0, month = 0, date = 0] = [], [toYear = 0, toMonth = 0, toDate = 0] = []] = [birth, at];
  return toYear - year - (toMonth < month || (toMonth === month && toDate < date) ? 1 : 0);
}

/** Expects that nothing covers the banner: a hit test at the middle of each fact finds the banner. */
async function expectUncovered(banner: Locator): Promise<void> {
  const covered = await banner.evaluate((element) =>
    [...element.querySelectorAll('h1, dd')]
      .map((fact) => ({ fact, box: fact.getBoundingClientRect() }))
      .filter(({ fact, box: { x, y, width, height } }) => {
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return width === 0 || hit === null || !fact.contains(hit);
      })
      .map(({ fact }) => fact.textContent),
  );
  expect(covered).toEqual([]);
}

test('rule 46: the whole line where the EHR says nothing, in standalone too; the compact one stays on every screen', async ({
  page,
}) => {
  await openInTab(page, 'healthy', { banner: 'absent' });
  await expect(patientBanner(page)).toHaveAttribute('data-mode', 'full');
  await signInAs(page, /Brandt/i);
  await waitUntilRead(page);
  await expect(patientBanner(page)).toHaveAttribute('data-mode', 'full');

  const patient = await rawPatient('kidney');
  for (const need_patient_banner of [false, 'false']) {
    await setFaults({ token: { set: { need_patient_banner } } });
    await openInTab(page, 'kidney');
    await onEveryScreen(page, async () => {
      await expect(patientBanner(page)).toHaveAttribute('data-mode', 'compact');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(patientBanner(page).getByRole('heading', { name: nameOf(patient) })).toBeInViewport();
      await expect(patientBanner(page).getByText(formatTime(patient.birthDate))).toBeInViewport();
      await expectUncovered(patientBanner(page));
    });
  }
});

test('rule 47: name, birth with age, gender and number, in this order and with labels, on top of every screen', async ({
  page,
}) => {
  const patient = await rawPatient('kidney');
  await openInTab(page, 'kidney');
  const expected = [
    nameOf(patient),
    'Born',
    `${formatTime(patient.birthDate)} (${yearsAt(patient.birthDate)} y)`,
    'Sex',
    patient.gender === 'male' ? 'Male' : 'Female',
    'MRN',
    patient.identifier[0]!.value,
  ];
  for (const size of [
    { width: 1366, height: 850 },
    { width: 400, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await onEveryScreen(page, async (screen) => {
      expect(await patientBanner(page).locator('h1, dt, dd').allInnerTexts(), screen).toEqual(expected);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expectUncovered(patientBanner(page));
      const box = await patientBanner(page).boundingBox();
      const wide = await page.evaluate(() => document.documentElement.clientWidth);
      expect([box?.x, box?.y, box?.width], `${screen} at ${size.width}`).toEqual([0, 0, wide]);
    });
  }
  await setFaults({ fhir: { type: 'Patient', patient: 'noSex' } });
  await openInTab(page, 'kidney');
  await expect(patientBanner(page).locator('dl > div').filter({ hasText: 'Sex' })).toHaveText(/Not known$/);
});

test('rule 47: a deceased person is told from a living one by word and by look, with the age at death', async ({
  page,
}) => {
  const patient = await rawPatient('deceased');
  const groundOf = (): Promise<string> =>
    patientBanner(page).evaluate((banner) => getComputedStyle(banner).backgroundColor);
  await openInTab(page, 'deceased');
  const age = yearsAt(patient.birthDate, patient.deceasedDateTime);
  await expect(patientBanner(page).locator('dl > div').filter({ hasText: 'Died' })).toHaveText(
    `Died${formatTime(patient.deceasedDateTime?.slice(0, 10))} (${age} y)`,
  );
  const ground = await groundOf();
  await setFaults({ fhir: { type: 'Patient', patient: 'notDeceased' } });
  await openInTab(page, 'kidney');
  await expect(patientBanner(page)).not.toContainText(/Died|Deceased/);
  expect(await groundOf()).not.toBe(ground);
});

const STRANGER_VALUE = 987_654;

test('rule 48: a result of another patient is counted, announced on every screen, and its value is nowhere, in no export', async ({
  page,
}) => {
  const of = (reference: string) => ({ subject: { reference } });
  await openWithPotassium(page, [
    { at: '2026-03-01T08:00:00Z', value: 4.2 },
    { at: '2026-03-02T08:00:00Z', value: STRANGER_VALUE, ...of('Patient/p2') },
  ]);
  await expect(page.locator('[data-accounting]').first()).toHaveAttribute('data-excluded', '1');
  await expect(page.locator('[data-accounting]').first()).toHaveAttribute('data-received', '5');
  for (const fragment of ['#', '#series=k', '#compare=k', '#results', '#account', '#print']) {
    await setFragment(page, fragment);
    await expect(page.locator('[data-notice="wrong-patient"]').first(), fragment).toBeVisible();
    await expect(page.locator('body')).toContainText(/4\.2|Account/);
    expect(await page.content(), fragment).not.toMatch(/987.?654/);
  }
  await openChartScreen(page, '#series=k');
  const csv = await downloadCsv(page);
  expect(csv).toContain(',4.2,');
  expect(csv).not.toContain(String(STRANGER_VALUE));
});

test('rule 48: a Patient of another id than the token’s shows nothing of either, and a reload shows its own patient or none', async ({
  page,
  context,
}) => {
  const second = await context.newPage();
  await openInTab(page, 'kidney');
  await openInTab(second, 'healthy');
  await page.reload();
  await waitUntilRead(page);
  await expect(patientBanner(page)).toContainText(nameOf(await rawPatient('kidney')));
  await expect(patientBanner(second)).toContainText(nameOf(await rawPatient('healthy')));

  await setFaults({ fhir: { type: 'Patient', patientId: 'somebody-else' } });
  await second.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(second.getByRole('alert')).toHaveAttribute('data-error', 'E12');
  await expect(second.locator('[data-series], [data-patient-banner]')).toHaveCount(0);
  await expect(second.locator('body')).not.toContainText(/BRANDT|15\.2/);
});

test('rule 49: name and age stand on every print and in every picture, and in no address and no file name', async ({
  page,
}) => {
  const patient = await rawPatient('kidney');
  const [name, age] = [nameOf(patient), `${yearsAt(patient.birthDate)} y`];
  const telling = new RegExp(
    [
      'marlowe',
      'edwin',
      'kidney',
      '1959',
      '1959-03-14',
      patient.identifier[0]!.value.replaceAll(' ', '.?'),
    ].join('|'),
    'i',
  );
  await openInTab(page, 'kidney');
  await onEveryScreen(page, async () => {
    expect(page.url()).not.toMatch(telling);
    expect(await page.title()).not.toMatch(telling);
  });
  await page.emulateMedia({ media: 'print' });
  for (const fragment of ['#', '#series=k', '#compare=k,hr', '#results', '#print']) {
    await setFragment(page, fragment);
    await expect(page.getByText(name).first(), fragment).toBeVisible();
    await expect(page.getByText(age).first(), fragment).toBeVisible();
  }
  await page.emulateMedia({ media: 'screen' });

  await openChartScreen(page, '#series=k');
  const names = [];
  for (const kind of ['PNG', 'SVG']) {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save chart as ${kind}` }).click(),
    ]);
    names.push(download.suggestedFilename());
    if (kind === 'SVG') {
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toContain(name);
      expect(text).toContain(`(${age})`);
    }
    await page.keyboard.press('Escape');
  }
  expect(names.join(' ')).not.toMatch(telling);
  // The dialog shows the SVG from which the PNG is drawn.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'View on screen: the PNG' }).click();
  const source = await page.getByRole('dialog').getByRole('img').getAttribute('src');
  expect(decodeURIComponent(source ?? '')).toContain(
    `${name}, born ${formatTime(patient.birthDate)} (${age})`,
  );
});

test('rule 50: inside a chart no control, link or word leads to another patient, and none is searched for', async ({
  page,
  traffic,
}) => {
  const people = (await (await sandboxApi('patients')).json()) as {
    readonly id: string;
    readonly title: string;
  }[];
  const surnames = people.filter(({ id }) => id !== 'kidney').map(({ title }) => title.split(/[ ,]+/)[1]!);
  expect(surnames.length).toBeGreaterThan(10);
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'frame' }));
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  const links = await frame.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  await frame.getByRole('button', { name: 'Menu', exact: true }).click();
  const text = await frame.locator('body').innerText();
  expect(surnames.filter((surname) => new RegExp(`\\b${surname}\\b`, 'i').test(text))).toEqual([]);
  await expect(frame.getByRole('button', { name: /patient/i })).toHaveCount(0);
  // The only search is for results.
  await page.keyboard.press('Escape');
  await frame.locator('body').press('/');
  await page.keyboard.type('Brandt');
  await expect(frame.locator('[data-series]')).toHaveCount(0);
  const patients = traffic.requests
    .map(({ url }) => url)
    .filter(({ pathname }) => /\/Patient\b/.test(pathname));
  expect(patients.length).toBeGreaterThan(0);
  expect(
    patients.filter(({ pathname, search }) => !pathname.endsWith('/Patient/kidney') || search !== ''),
  ).toEqual([]);
});
