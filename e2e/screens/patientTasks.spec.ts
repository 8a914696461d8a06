import type { Locator, Page } from '@playwright/test';
import { countedActions } from '../support/countedActions.ts';
import { waitUntilRead, signInFor } from '../support/launching.ts';
import { patientCard, startOfPage, tabTo, WORDS, type SpokenLanguage } from '../support/myResults.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// Each question of a patient or a parent is answered within these actions, by pointer and by keyboard, in both languages, on a
// phone and on a desk. A stop is one press of Tab from the start of the page: stops lead to an answer, and are bounded too.

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1366, height: 850 } } as const;
const PLACES = { en: 'en-US', es: 'es-MX' } as const;

/** How a reader gets at a control. Only what happens there is an action. */
type Hand = {
  readonly use: (target: Locator, maxStops: number) => Promise<void>;
};

function pointer(page: Page, maxActions: number): Hand {
  const { click } = countedActions(page, maxActions);
  return { use: (target) => click(target) };
}

function keys(page: Page, maxActions: number): Hand {
  const { press } = countedActions(page, maxActions);
  return {
    async use(target, maxStops) {
      await tabTo(page, target, maxStops);
      await press('Enter');
    },
  };
}

const HANDS = { pointer, keys } as const;

/** Every question starts at the top of the results. */
async function ask(page: Page, question: string, answer: () => Promise<void>): Promise<void> {
  await test.step(question, async () => {
    await setFragment(page, '#my-results');
    await startOfPage(page);
    await answer();
  });
}

/** A test cannot open the print dialog of the browser, so the page counts the calls. */
const countPrints = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let count = 0;
    globalThis.print = () => document.documentElement.setAttribute('data-printed', String((count += 1)));
  });

for (const [size, viewport] of Object.entries(SIZES))
  for (const language of ['en', 'es'] as const satisfies readonly SpokenLanguage[]) {
    const words = WORDS[language];
    test.describe(`on a ${size} in ${PLACES[language]}`, () => {
      test.use({ viewport, locale: PLACES[language], hasTouch: size === 'phone' });

      test('a patient’s questions: outside the range 0, potassium 1, medicines 1, print 2, the other language 1', async ({
        page,
      }) => {
        await countPrints(page);
        await signInFor(page, 'kidney', 'self');
        await waitUntilRead(page);
        await expect(page.getByRole('heading', { name: words.outside })).toBeInViewport();
        const potassium = page.getByRole('listitem').filter({ hasText: words.potassium }).first();
        await expect(potassium).toBeInViewport();

        let prints = 0;
        for (const [name, handOf] of Object.entries(HANDS)) {
          await ask(page, `is my potassium higher than last time, by ${name}`, async () => {
            await handOf(page, 1).use(potassium.getByRole('button'), 14);
            await expect(patientCard(page, 'k')).toBeFocused();
            await expect(patientCard(page, 'k').getByText(words.higher)).toBeInViewport();
          });
          await ask(page, `what changed in my medicines, by ${name}`, async () => {
            await handOf(page, 1).use(page.getByRole('link', { name: words.care }), 6);
            await expect(page.getByRole('heading', { level: 3, name: words.careChanges })).toBeInViewport();
          });
          await ask(page, `print for my visit, by ${name}`, async () => {
            const { use } = handOf(page, 2);
            await use(page.getByRole('button', { name: words.menu }), 3);
            await use(page.getByRole('button', { name: words.print }), 1);
            await expect(page.locator('html')).toHaveAttribute('data-printed', String((prints += 1)));
          });
        }
        // There and back: once by pointer, and once by keys.
        const other = WORDS[language === 'en' ? 'es' : 'en'];
        await ask(page, 'show it in the other language, by pointer', async () => {
          await pointer(page, 1).use(page.getByRole('button', { name: words.toOther }), 2);
          await expect(page.getByRole('heading', { name: other.tab })).toBeVisible();
        });
        await ask(page, 'show it in the other language, by keys', async () => {
          await keys(page, 1).use(page.getByRole('button', { name: other.toOther }), 2);
          await expect(page.getByRole('heading', { name: words.tab })).toBeVisible();
        });
      });

      test('a parent’s question: how tall is my child compared with others, in at most 2', async ({
        page,
      }) => {
        await signInFor(page, 'child', 'proxy');
        await waitUntilRead(page);
        for (const [name, handOf] of Object.entries(HANDS))
          await ask(page, `by ${name}`, async () => {
            await handOf(page, 2).use(page.getByRole('link', { name: words.growth, exact: true }), 7);
            const height = page.locator('[data-growth="height"]');
            await expect(height).toContainText(words.comparedHeight);
            await expect(height.getByText(words.comparedHeight)).toBeInViewport();
          });
      });
    });
  }
