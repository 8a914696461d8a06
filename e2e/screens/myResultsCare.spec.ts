// Medicines and visits in everyday words, and whose record it is, as patients and their proxies see them on a phone.
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { countedActions } from '../support/countedActions.ts';
import { signInFor, waitUntilRead } from '../support/launching.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { lowControls } from '../support/targetSizes.ts';
import { expect, test } from '../support/test.ts';

const tab = { name: 'Medicines and visits' } as const;
const CHANGES = { level: 3, name: 'What changed in the medicines' } as const;

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

  test('task: “what changed in my medicines” takes one tap, from the end of the results too', async ({
    page,
  }) => {
    await signInFor(page, 'parent', 'self');
    await waitUntilRead(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const actions = countedActions(page, 1);
    await actions.click(page.getByRole('link', tab));
    await expect(page.getByRole('heading', CHANGES)).toBeInViewport();
    await expect(page.getByText('Stopped:').first()).toBeInViewport();
    await expect(page.getByText(/^Dose changed from .+ a day to .+ a day:$/).first()).toBeInViewport();
    expect(new URL(page.url()).hash).toBe('#my-care');
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    expect(await lowControls(page, 44)).toEqual([]);
    await page.getByRole('button', { name: 'Español' }).tap();
    await expect(page.getByText('Se suspendió:').first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Mis resultados' }).tap();
    await expect(page.getByRole('heading', { level: 2, name: 'Mis resultados' })).toBeVisible();
  });

  test('a mother sees on every screen that this is the record of a child', async ({ page }) => {
    await signInFor(page, 'child', 'proxy');
    await waitUntilRead(page);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('You are viewing the record of a child: SØRENSEN, Maja Linh');
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(heading).toBeInViewport();
    await expect(patientBanner(page)).toContainText('SØRENSEN, Maja');
    await page.getByRole('link', tab).tap();
    await expect(page.getByRole('heading', CHANGES)).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(heading).toBeInViewport();
    await page.emulateMedia({ media: 'print' });
    await expect(heading).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/\byour (?!care team)/i);
  });

  test('the record of somebody who has died is worded with respect, also in a low window', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await signInFor(page, 'deceased', 'proxy');
    await waitUntilRead(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^You are viewing the record of .+, who has died$/,
    );
    await expect(page.getByText(/call your care team|ask your care team/i)).toHaveCount(0);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    const { height } = (await patientBanner(page).boundingBox()) ?? { height: Number.NaN };
    expect(height, 'the name leaves most of the window to the results').toBeLessThan(128);
    expect(await fitsWidth(page)).toBe(true);
  });
});

test('by keys a daughter opens the medicines of her father, in the dark and with forced colours', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await signInFor(page, 'home', 'proxy');
  await waitUntilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You are viewing TRAN, Duc.*’s record$/);
  await page.getByRole('link', tab).focus();
  await countedActions(page, 1).press('Enter');
  await expect(page.getByRole('heading', CHANGES)).toBeInViewport();
  await expect(page.getByRole('link', tab)).toHaveAttribute('aria-current', 'page');
  expect(await axeViolations(page)).toEqual([]);
});

test('a name in Arabic letters says its script and keeps its direction', async ({ page }) => {
  await signInFor(page, 'arabic', 'proxy');
  await waitUntilRead(page);
  const name = page.getByRole('heading', { level: 1 }).locator('bdi').first();
  await expect(name).toHaveAttribute('lang', 'und-Arab');
  expect(await axeViolations(page)).toEqual([]);
});
