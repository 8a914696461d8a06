import { detailChart } from '../../support/chartDrawing.ts';
import { openInTab } from '../../support/launching.ts';
import { openChartScreen, setFragment } from '../../support/recordScreens.ts';
import { expect, test } from '../../support/test.ts';
// These tests hold display rules 53 and 54: nothing moves, and a reading appears at once.

test('rule 53: with reduced motion nothing moves, and keys and buttons do all that a drag does', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openInTab(page, 'kidney');
  const words = page.locator('[data-window]');
  const moving = () =>
    page.evaluate(() => {
      const still = new Set(['0s', '']);
      const moved = [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return (
          !transitionDuration.split(', ').every((time) => still.has(time)) ||
          animationName !== 'none' ||
          scrollBehavior === 'smooth'
        );
      });
      return moved.length + document.getAnimations().length;
    });
  for (const fragment of ['#', '#compare=k,hr', '#series=k', '#timeline']) {
    await setFragment(page, fragment);
    await expect(words).toBeVisible();
    await page.keyboard.press('0');
    const own = await words.innerText();
    const said: string[] = [];
    for (const [key, button] of [
      ['+', 'Zoom in'],
      ['[', 'Earlier'],
      [']', 'Later'],
      ['-', 'Zoom out'],
    ] as const) {
      const before = await words.innerText();
      await page.keyboard.press(key);
      await expect(words).not.toHaveText(before, { useInnerText: true });
      said.push(await words.innerText());
      expect(await moving(), `${fragment}: ${button}`).toBe(0);
    }
    expect(said.at(-1), 'there and back').toBe(own);
    const pressed: string[] = [];
    for (const name of ['Zoom in', 'Earlier', 'Later', 'Zoom out']) {
      const before = await words.innerText();
      await page.getByRole('button', { name, exact: true }).click();
      await expect(words).not.toHaveText(before, { useInnerText: true });
      pressed.push(await words.innerText());
    }
    expect(pressed, `${fragment}: buttons as keys`).toEqual(said);
  }
  await setFragment(page, '#compare=k,hr');
  await page.getByRole('button', { name: 'Move Potassium down' }).click();
  await expect(page.locator('section[data-series] h3').first()).toContainText('Heart rate');
});

test('rule 54: of more than 1,000 points the reading of a key or a pointer is there with the next picture that the browser draws', async ({
  page,
}) => {
  await openInTab(page, 'icu');
  await openChartScreen(page, '#series=hr&window=all');
  expect(Number(await detailChart(page).getAttribute('data-count'))).toBeGreaterThan(1000);
  await page.evaluate(() => {
    const reading = () =>
      [...document.querySelectorAll('p')].find((one) => one.textContent.includes('source Observation/'))
        ?.parentElement?.textContent;
    const seen: (string | undefined)[] = [];
    // This reads the page on the first animation frame after the event, before any timer or response.
    const look = () => requestAnimationFrame(() => seen.push(reading()));
    addEventListener('keydown', look, true);
    // The browser dispatches pointer moves just before it draws, so this waits one frame more.
    addEventListener('pointermove', () => requestAnimationFrame(look), true);
    Object.assign(globalThis, { seenReadings: seen });
  });
  const seen = () => page.evaluate(() => Reflect.get(globalThis, 'seenReadings') as string[]);
  const settled = () => page.locator('p', { hasText: 'source Observation/' }).locator('..').textContent();
  const expected: (string | null)[] = [];
  await detailChart(page).getByRole('slider').focus();
  for (const key of ['End', ...Array.from({ length: 20 }, () => 'ArrowLeft'), 'Home']) {
    await page.keyboard.press(key);
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        ),
    );
    expected.push(await settled());
  }
  expect(new Set(expected).size).toBe(22);
  expect(await seen()).toEqual(expected);

  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = (await detailChart(page).getByRole('slider').boundingBox()) ?? {};
  for (const part of [0.1, 0.3, 0.5, 0.7]) {
    await page.mouse.move(x + width * part, y + height / 2);
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        ),
    );
    expected.push(await settled());
  }
  expect(new Set(expected).size).toBe(26);
  expect(await seen()).toEqual(expected);
});
