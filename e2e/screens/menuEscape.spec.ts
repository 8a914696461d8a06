import { openInTab } from '../support/launching.ts';
import { goToScreen } from '../support/recordScreens.ts';
import { expect, keptTest as test } from '../support/test.ts';

/** These menus stand on screens that Escape leaves, and each screen has this when it is drawn. */
const MENUS = [
  ['#series=k', '[data-mark]', 'Share'],
  ['#series=k', '[data-mark]', 'Menu'],
  ['#series=k', '[data-mark]', 'Symbols'],
  ['#results', '[role=grid]', 'Menu'],
  ['#compare=k,creat', '[data-mark]', 'Share'],
  ['#timeline', 'tr[data-event]', 'Menu'],
  ['#account', 'main h2', 'Share'],
] as const;

test('Escape closes an open menu and leaves the screen where it is, wherever the focus is', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  for (const [fragment, drawn, name] of MENUS)
    await test.step(`${name} on ${fragment}`, async () => {
      await goToScreen(page, fragment, drawn);
      const button = page.getByRole('button', { name, exact: true });
      const menu = page.locator('[popover=auto]:popover-open');
      await button.click();
      await expect(menu).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
      await expect(button).toBeFocused();
      await button.click();
      await expect(menu).toBeVisible();
      // A press on a word in the menu takes the focus from the button.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
      await expect(button).toBeFocused();
      expect(new URL(page.url()).hash).toMatch(new RegExp(`^${fragment}`));
      await page.keyboard.press('Escape');
      await expect.poll(() => new URL(page.url()).hash).not.toMatch(new RegExp(`^${fragment}`));
    });
});

test('Escape closes the inner one of two menus first', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openInTab(page, 'kidney');
  await goToScreen(page, '#series=k', '[data-mark]');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  const open = page.locator('[popover=auto]:popover-open');
  await expect(open).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  expect(new URL(page.url()).hash).toMatch(/^#series=k/);
});

/** Tab goes through the menu and then to what comes after its button. More steps than this would mean that it never left. */
const MAX_STEPS = 60;

for (const name of ['Share', 'Menu', 'Symbols'])
  test(`WCAG 2.4.11: Tab beyond the last line of ${name} closes it, so that it hides nothing with the focus`, async ({
    page,
  }) => {
    await openInTab(page, 'kidney');
    const button = page.getByRole('button', { name, exact: true });
    const open = page.locator('[popover=auto]:popover-open');
    await expect(button).toBeEnabled();
    await button.press('Enter');
    await expect(open).toHaveCount(1);
    await page.keyboard.press('Tab');
    const isInMenu = () =>
      page.evaluate(() => document.activeElement?.closest('[popover=auto]:popover-open') !== null);
    expect(await isInMenu(), 'the first Tab goes into the menu').toBe(true);
    let steps = 0;
    for (; steps < MAX_STEPS && (await isInMenu()); steps += 1) await page.keyboard.press('Tab');
    expect(steps, 'left the menu').toBeLessThan(MAX_STEPS);
    await expect(open).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
  });

test('WCAG 2.4.11: the inner one of two menus closes when Tab goes on in the outer one', async ({ page }) => {
  await openInTab(page, 'kidney');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Views', exact: true }).press('Enter');
  const open = page.locator('[popover=auto]:popover-open');
  await expect(open).toHaveCount(2);
  const isInInner = () =>
    page.evaluate(
      () => document.activeElement?.closest('[popover] [popover], [popover] [popovertarget]') !== null,
    );
  for (let step = 0; step < MAX_STEPS && (await isInInner()); step += 1) await page.keyboard.press('Tab');
  await expect(open).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.closest('[popover]') !== null)).toBe(true);
});
