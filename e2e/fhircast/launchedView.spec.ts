import {
  appFrame,
  appOrigin,
  launchAddress,
  sandboxOrigin,
  setFaults,
  waitUntilRead,
} from '../support/launching.ts';
import { requestsOutsideApp } from '../support/traffic.ts';
import { expect, test } from '../support/test.ts';

test('an appContext of the launch opens its view, a reload stays where the reader is, and the inspector says so', async ({
  page,
}) => {
  const address = await launchAddress({
    patient: 'kidney',
    kind: 'tab',
    appContext: '{"longview":"#compare=k,creat&window=2y"}',
    intent: 'timeline',
  });
  await page.goto(address);
  await waitUntilRead(page);
  expect(new URL(page.url()).hash).toBe('#compare=k,creat&window=2y');
  await page.evaluate(() => (location.hash = '#timeline'));
  await page.waitForFunction(() => history.state !== null); // the entry belongs to the session now
  await page.reload();
  await waitUntilRead(page);
  expect(new URL(page.url()).hash).toMatch(/^#timeline/);
  await page.evaluate(() => (location.hash = '#inspect'));
  await expect(page.getByText('opened: #compare=k,creat&window=2y')).toBeVisible();
});

test('the sandbox’s launch page sends intent and appContext, and the app in the frame opens the view', async ({
  page,
}) => {
  await page.goto(`${sandboxOrigin()}/`);
  await page
    .getByRole('radio', { name: /Marlowe/i })
    .first()
    .check();
  await page.getByText('Scopes, banner, encounter, token life and look').click();
  await page.getByLabel('Intent').fill('timeline');
  await page.getByRole('button', { name: 'Launch', exact: true }).click();
  await expect(appFrame(page).getByRole('heading', { name: /MARLOWE/ })).toBeVisible();
  const app = page.frames().find((one) => one.url().startsWith(appOrigin()));
  await expect.poll(() => new URL(app?.url() ?? appOrigin()).hash).toBe('#timeline');
});

for (const sent of [
  'https://evil.example/#results',
  '#inspect',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '{"longview":"#series=text%3Aedwin"}',
  '{"__proto__":{"longview":"#results"}}',
  'x'.repeat(5000),
])
  test(`a hostile appContext opens the usual view: ${sent.slice(0, 40)}`, async ({ page, traffic }) => {
    await setFaults({ token: { set: { appContext: sent, intent: sent } } });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    await waitUntilRead(page);
    const { origin, pathname, search, hash } = new URL(page.url());
    expect([origin, pathname, search, hash]).toEqual([appOrigin(), '/index.html', '', '']);
    expect(new Set(requestsOutsideApp(traffic).map((url) => new URL(url).origin))).toEqual(
      new Set([sandboxOrigin()]),
    );
    await page.evaluate(() => (location.hash = '#inspect'));
    await expect(page.getByText(/^not opened: /).first()).toBeVisible();
    expect(await page.locator('img').count()).toBe(0);
  });

test('an appContext that is JSON and no text is read as well', async ({ page }) => {
  await setFaults({ token: { set: { appContext: { longview: '#series=hgb' } } } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await waitUntilRead(page);
  expect(new URL(page.url()).hash).toBe('#series=hgb');
});
