import type { Locator, Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { expectPrinted } from '../support/clinicianTasks.ts';
import { countedActions, type CountedActions } from '../support/countedActions.ts';
import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, keptTest as test, test as launchedTest } from '../support/test.ts';

// These tests hold what is taken out of Longview: a note, and paper.

type Copied = { readonly plain: string; readonly html: string };

/** The policy lets the page not read the clipboard, so the test keeps what is written to it. */
const keepCopies = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const written: { plain: string; html: string }[] = [];
    Object.assign(globalThis, { written });
    Clipboard.prototype.write = async ([item]) => {
      const [plain, html] = await Promise.all(
        ['text/plain', 'text/html'].map(async (type) => (await item!.getType(type)).text()),
      );
      written.push({ plain: plain!, html: html! });
    };
  });
const copies = (page: Page): Promise<Copied[]> => page.evaluate(() => Reflect.get(globalThis, 'written'));

const forbidCopying = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Clipboard.prototype.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    Document.prototype.execCommand = () => false;
  });

const notePrints = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
  });

const shareButton = (page: Page): Locator => page.getByRole('button', { name: 'Share', exact: true });
const noteScopes = (page: Page): Locator => page.getByRole('group', { name: 'Copy to note' });
const preview = (page: Page): Locator => page.getByRole('region', { name: /^Preview: / });

/** Expects the kidney results as text and as a table, at most ten, and nothing of other groups. */
async function expectKidneyNote(page: Page): Promise<void> {
  await expect.poll(async () => (await copies(page)).length).toBe(1);
  const [{ plain, html }] = (await copies(page)) as [Copied];
  expect(plain).toMatch(/^MARLOWE, Edwin, born 14 Mar 1959 \(67 y\)\n/);
  expect(plain).toMatch(
    /\nPotassium 5\.8 mmol\/L H \(3\.5–5\.0\) 12 Nov 2026 08:10 CST, was 5\.4 mmol\/L H? ?on 29 Oct 2026/,
  );
  expect(plain).toContain('5.3 mmol/L preliminary');
  expect(plain).not.toContain('Hemoglobin');
  expect(plain).toMatch(/Not in this note: \d+ more tests? of this group\./);
  const rows = html.match(/<tr>/g) ?? [];
  expect(rows).toHaveLength(11);
  expect(html).toContain('<td>5.8</td>');
}

const COPY_KIDNEY: Record<string, (page: Page, actions: CountedActions) => Promise<void>> = {
  pointer: async (page, { click }) => {
    await click(shareButton(page));
    await click(noteScopes(page).getByRole('button', { name: 'Kidney and electrolytes' }));
  },
  keyboard: (_, { press }) => press('c', '2'),
};

const PRINT: Record<string, (page: Page, actions: CountedActions) => Promise<void>> = {
  pointer: async (page, { click }) => {
    await click(shareButton(page));
    await click(page.getByRole('link', { name: 'Print', exact: true }));
  },
  keyboard: async (page, { press }) => {
    await press('p');
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
    await press('p');
  },
};

for (const way of ['pointer', 'keyboard']) {
  launchedTest(`copy the kidney results: two actions by ${way}`, async ({ page }) => {
    await keepCopies(page);
    await openInTab(page, 'kidney');
    await expect(shareButton(page)).toBeVisible();
    await COPY_KIDNEY[way]!(page, countedActions(page, 2));
    await expectKidneyNote(page);
  });

  launchedTest(`print this patient's overview: two actions by ${way}`, async ({ page }) => {
    await notePrints(page);
    await openInTab(page, 'kidney');
    await expect(shareButton(page)).toBeVisible();
    await PRINT[way]!(page, countedActions(page, 2));
    await expect(page.locator('html')).toHaveAttribute('data-printed');
    await expectPrinted(page);
    await expect(page.getByRole('row', { name: /^Potassium/ })).toContainText('5.8 mmol/L');
  });
}

launchedTest(
  'an address alone never prints, and leaving before the page is whole forgets the request',
  async ({ page }) => {
    await notePrints(page);
    await openInTab(page, 'kidney');
    await setFragment(page, '#print');
    await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Potassium/ })).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-printed');
  },
);

launchedTest('a frame that forbids copying shows the note to be copied by hand', async ({ page }) => {
  await forbidCopying(page);
  await openInTab(page, 'chemo');
  await shareButton(page).click();
  await noteScopes(page).getByRole('button', { name: 'What changed' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toHaveValue(/^[A-Z]+, \w+, born /);
  await expect(field).toHaveValue(/What changed since/);
});

launchedTest(
  'where a frame allows the older way to copy alone, the menu stays and says that it has copied',
  async ({ page }) => {
    await page.addInitScript(() => {
      Clipboard.prototype.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await openInTab(page, 'kidney');
    await shareButton(page).click();
    const copy = noteScopes(page).getByRole('button', { name: 'Kidney and electrolytes' });
    await copy.click();
    const menu = page.locator('[popover=auto]:popover-open');
    await expect(menu.getByRole('status')).toHaveText(/^Copied/);
    await expect(copy).toBeFocused();
  },
);

test('the text is seen before it is copied, and follows the pointer and the focus', async ({ page }) => {
  await openInTab(page, 'icu');
  await shareButton(page).click();
  await expect(preview(page)).toContainText('What changed since');
  await noteScopes(page).getByRole('button', { name: 'Blood gas' }).hover();
  await expect(preview(page)).toHaveAccessibleName('Preview: Blood gas');
  await expect(preview(page)).toContainText('pH, arterial');
  await page.getByRole('checkbox', { name: /^Every test/ }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(preview(page)).toHaveAccessibleName('Preview: All');
});

for (const [name, use] of Object.entries({
  'light and wide': { colorScheme: 'light', viewport: { width: 1366, height: 739 } },
  'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 700 } },
  'forced colours': { forcedColors: 'active', viewport: { width: 400, height: 800 } },
} as const)) {
  test.describe(name, () => {
    test.use(use);
    test('the menu with its notes is sound', async ({ page }) => {
      await openInTab(page, 'icu');
      await shareButton(page).click();
      await expect(preview(page)).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    });
  });
}

/** Returns the headings whose text begins in another column, from the left of what follows each of them. */
const headingsApart = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Further results' })
    .getByRole('heading')
    .evaluateAll((headings) =>
      headings
        .filter((heading) => {
          const next = heading.nextElementSibling?.firstElementChild ?? heading.nextElementSibling;
          const [own, text] = [heading.getClientRects()[0], next?.getClientRects()[0]];
          return own && text && Math.abs(own.left - text.left) > 2;
        })
        .map(({ textContent }) => textContent ?? ''),
    );

test('a heading never stands in one column with its text in the next', async ({ page }) => {
  for (const patient of ['kidney', 'chemo', 'odd', 'icu']) {
    await openInTab(page, patient);
    await expect(page.getByRole('region', { name: 'Further results' })).toBeVisible();
    for (const width of [800, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 850 });
      await expect.poll(() => headingsApart(page), `${patient} at ${width} pixels`).toEqual([]);
    }
  }
});
