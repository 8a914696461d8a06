import type { Frame, Page } from '@playwright/test';
import { appFrame, appOrigin, waitUntilRead } from '../support/launching.ts';
import { axeViolations } from '../support/accessibility.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { revokedTokens } from '../support/traffic.ts';
import { expect, test } from '../support/test.ts';
import { follows, heardOf, hubLaunch, inEhr, waitForSubscribers } from './hubTools.ts';

/** The patient of these tests, in every form in which the app might keep something of him. */
const OF_THE_PATIENT = ['MARLOWE', 'Marlowe', 'kidney', '1959'];

/** Everything that a page shows, holds in its storage or prints. */
const tracesIn = (frame: Frame | Page): Promise<string> =>
  frame.evaluate(() =>
    [
      document.documentElement.outerHTML.replaceAll(/<data id="sites"[^]*?<\/data>/g, ''),
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      ...document.getAnimations().map(String),
    ].join('\n'),
  );

async function expectBlank(page: Page, frame: Frame | Page): Promise<void> {
  const traces = await tracesIn(frame);
  for (const word of OF_THE_PATIENT) expect(traces, `nothing of ${word}`).not.toContain(word);
  expect(await frame.locator('[data-patient-banner], [data-series], table, svg, dialog').count()).toBe(0);
  expect(page.isClosed()).toBe(false);
}

test('another patient in the EHR’s frame: the app is blank before the new name stands anywhere', async ({
  page,
}) => {
  const { address } = await hubLaunch({ patient: 'kidney', kind: 'frame' });
  await page.goto(address);
  const frame = appFrame(page);
  await expect(patientBanner(frame)).toContainText('MARLOWE');
  await follows(frame);
  const app = page.frames().find((one) => one.url().startsWith(appOrigin()));
  if (app === undefined) throw new Error('The app has no frame.');
  // Each page writes down when a name comes or goes, by the one clock of the machine.
  const watch = (word: string): Promise<void> =>
    page.evaluate((name) => {
      const seen: { at: number; has: boolean }[] = [];
      Object.assign(globalThis, { seen });
      const look = (): number =>
        seen.push({ at: Date.now(), has: (document.body.textContent + document.title).includes(name) });
      look();
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    }, word);
  await watch('no such name');
  const other = await page
    .getByRole('navigation', { name: 'Patients' })
    .getByRole('button')
    .nth(3)
    .locator('.name')
    .innerText();
  await page.evaluate((name) => {
    const seen: { at: number; head: string }[] = [];
    Object.assign(globalThis, { heads: seen });
    const look = (): void => {
      const head = document.querySelector('.patient h1')?.textContent ?? '';
      if (head === name && seen.length === 0)
        seen.push({ at: performance.timeOrigin + performance.now(), head });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }, other);
  await app.evaluate((name) => {
    const seen = { blankAt: 0, named: false };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.documentElement.outerHTML;
      if (seen.blankAt === 0 && !text.includes('MARLOWE'))
        seen.blankAt = performance.timeOrigin + performance.now();
      if (text.includes(name)) seen.named = true;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, other);

  await page.getByRole('navigation', { name: 'Patients' }).getByRole('button', { name: other }).click();
  await expect(page.locator('.patient h1')).toHaveText(other);
  await expect(frame.getByRole('alert')).toContainText(
    'Another patient is open now in Sandbox General Hospital',
  );
  const seen = await app.evaluate(
    () => Reflect.get(globalThis, 'seen') as { blankAt: number; named: boolean },
  );
  const [head] = await page.evaluate(() => Reflect.get(globalThis, 'heads') as { at: number }[]);
  expect(seen.named, 'the app never says the other name').toBe(false);
  expect(seen.blankAt).toBeGreaterThan(0);
  expect(head?.at ?? 0, 'the name comes after the app is blank').toBeGreaterThan(seen.blankAt);
  await expectBlank(page, app);
  expect(await axeViolations(page, { exclude: '.others' })).toEqual([]);

  // The relaunch is offered by the EHR, whose chart it is.
  await page.getByRole('button', { name: 'Open Longview in this chart' }).click();
  await expect(patientBanner(appFrame(page))).toContainText(other.split(' ').at(-1)?.toUpperCase() ?? other);
});

test('the app answers, tells the hub that it does not follow, leaves it and gives its token back', async ({
  page,
  traffic,
}) => {
  const { address, launch } = await hubLaunch({ patient: 'kidney', kind: 'tab' });
  await page.goto(address);
  await waitUntilRead(page);
  await follows(page);
  await inEhr(launch, { open: 'child' });
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E12');
  await waitForSubscribers(launch, 0);
  expect(await heardOf(launch, 'answer')).toEqual([
    expect.objectContaining({ status: '200' }), // the chart that was open at the subscription
    expect.objectContaining({ status: '202' }),
  ]);
  expect(await heardOf(launch, 'SyncError')).toHaveLength(1);
  expect(await heardOf(launch, 'unsubscribe')).toHaveLength(1);
  expect(await heardOf(launch, 'closed')).toEqual([{ code: 1000 }]);
  await expect.poll(() => revokedTokens(traffic).length).toBe(1);
  await expectBlank(page, page);
  await page.emulateMedia({ media: 'print' });
  await expectBlank(page, page);
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectBlank(page, page);
});
