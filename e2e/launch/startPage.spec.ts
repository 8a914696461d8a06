import type { BrowserContext, Page } from '@playwright/test';
import { axeViolations, fitsWidth } from '../support/accessibility.ts';
import { appOrigin, sandboxOrigin, waitUntilRead } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

type Named = { readonly name: string; readonly place: string; readonly path?: string };

/** Opens the start page as a build for these places writes it. Where no path is named, it is the sandbox's own. */
async function openStartPage(context: BrowserContext, page: Page, places: readonly Named[]): Promise<void> {
  await context.addInitScript(
    ({ origin, sandbox, named }) => {
      if (location.origin !== origin) return;
      const find = document.getElementById.bind(document);
      document.getElementById = (id: string) => {
        const element = find(id);
        if (id !== 'sites' || element === null) return element;
        const [site] = JSON.parse(element.textContent ?? '[]') as { iss: string; frameAncestors: string[] }[];
        const sites = named.map(({ name, place, path }, i) => ({
          ...site,
          id: `place-${i}`,
          label: name,
          iss: path === undefined ? site?.iss : sandbox + path,
          brands: [{ name, places: [place], aliases: [], portal: '' }],
        }));
        return { textContent: JSON.stringify(sites) } as HTMLElement;
      };
    },
    { origin: appOrigin(), sandbox: sandboxOrigin(), named: places },
  );
  await page.goto(`${appOrigin()}/`);
  await expect(page.getByRole('heading', { name: 'Where do you get care?' })).toBeVisible();
}

const OTHERS: readonly Named[] = Array.from({ length: 40 }, (_, i) => ({
  name: `Harbor Clinic ${i + 1}`,
  place: 'Salem, OR',
  path: `/harbor-${i}/r4`,
}));
const SAN_JOSE: Named = { name: 'Clínica San José', place: 'El Paso, TX' };
const SILENT: Named = { name: 'Silent Valley Clinic', place: 'Moab, UT', path: '/nowhere/r4' };

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the files of the view that follows the sign-in come while the page is read, once', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const count = (name: string): number =>
      asked.filter((path) => path.startsWith(`/assets/${name}-`)).length;
    await page.goto(`${appOrigin()}/`);
    await expect.poll(() => [count('myResults'), count('englishGlossary')]).toEqual([2, 1]);
    expect(asked.filter((path) => path.includes('/fhir') || path.includes('/auth'))).toEqual([]);
  });

  test('a patient finds the place by a few letters, signs in, and goes on after a reload', async ({
    context,
    page,
  }) => {
    await openStartPage(context, page, [...OTHERS, SAN_JOSE]);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('searchbox').fill('san jo');
    const line = page.getByRole('button', { name: 'Sign in to Clínica San José El Paso, TX' });
    expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await line.tap();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Approve' }).click();
    await waitUntilRead(page);
    await page.reload();
    await waitUntilRead(page);
  });
});

test('who opened the wrong place goes back to the list', async ({ context, page }) => {
  await openStartPage(context, page, [...OTHERS, SAN_JOSE]);
  await page.getByRole('searchbox').fill('el paso');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Where do you get care?' })).toBeVisible();
});

test('a place that does not answer is said, and leads back to the list', async ({ context, page }) => {
  await openStartPage(context, page, [SILENT, SAN_JOSE]);
  for (const leave of [
    () => page.getByRole('button', { name: 'Choose another place' }).click(),
    () => page.goBack(),
  ]) {
    await page.getByRole('button', { name: 'Sign in to Silent Valley Clinic Moab, UT' }).click();
    await expect(page.getByRole('heading', { name: 'Silent Valley Clinic does not answer' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await leave();
    await expect(page.getByRole('heading', { name: 'Where do you get care?' })).toBeVisible();
  }
});

test.describe('WCAG 1.4.10: at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('the list, a found place and an error are read without a sideways scroll, in both languages', async ({
    context,
    page,
  }) => {
    await openStartPage(context, page, [...OTHERS, SAN_JOSE, SILENT]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('button', { name: 'Español' }).click();
    await expect(page.getByRole('heading', { name: '¿Dónde se atiende usted?' })).toBeVisible();
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('searchbox').fill('silent');
    const line = page.getByRole('button', { name: 'Entrar en Silent Valley Clinic Moab, UT' });
    await line.scrollIntoViewIfNeeded();
    await expect(line).toBeInViewport({ ratio: 1 });
    expect(await fitsWidth(page)).toBe(true);
    await line.click();
    await expect(page.getByRole('heading', { name: 'Silent Valley Clinic no responde ahora' })).toBeVisible();
    expect(await fitsWidth(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Silent Valley Clinic does not answer' })).toBeFocused();
    expect(await fitsWidth(page)).toBe(true);
  });
});
