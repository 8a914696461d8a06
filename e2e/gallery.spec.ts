import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveGallery } from './galleryServer.ts';
import { expectPicture, recordedNames } from './pictures.ts';
import { buildFolder } from './servers.ts';

const FAMILIES = ['tokens', 'symbols', 'tiles'];
/** What is drawn with shapes alone where the reader's system chooses the colours. */
const FORCED = new Set(['symbols']);

const WIDE = { width: 1366, height: 850 };
const NARROW = { width: 400, height: 800 };
const LOOKS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: WIDE },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, viewport: WIDE },
  narrow: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: NARROW },
  forced: { media: { colorScheme: 'light', forcedColors: 'active' }, viewport: WIDE },
} as const;

const looksOf = (family: string) =>
  Object.entries(LOOKS).filter(([look]) => look !== 'forced' || FORCED.has(family));

let gallery: Awaited<ReturnType<typeof serveGallery>>;
test.beforeAll(async () => (gallery = await serveGallery()));
test.afterAll(() => gallery.close());

/** Everything that a state shows is there, in the frames too. */
async function open(page: Page, family: string): Promise<void> {
  await page.goto(`${gallery.address}?family=${family}`);
  await expect(page.locator('[data-drawn]').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

/** A state without anything in it would pass every picture once it was recorded. */
async function expectEveryState(page: Page): Promise<void> {
  const faults = await page.locator('[data-gallery]').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const name = section.getAttribute('data-gallery');
      const drawn = section.querySelector('[data-drawn]');
      if (!drawn || Math.min(drawn.clientWidth, drawn.clientHeight) < 8) return [`${name} is not drawn`];
      return drawn.scrollWidth > drawn.clientWidth ? [`${name} reaches over its edge`] : [];
    }),
  );
  expect(faults).toEqual([]);
}

for (const family of FAMILIES) {
  test(`${family}: every state as recorded, and open to everyone`, async ({ page }) => {
    for (const [look, { media, viewport }] of looksOf(family)) {
      await test.step(look, async () => {
        await page.emulateMedia(media);
        await page.setViewportSize(viewport);
        await open(page, family);
        await expectEveryState(page);
        await expectPicture(page.locator('[data-family]'), `gallery/${family}-${look}`);
        await expectNoViolation(page);
      });
    }
  });
}

test('every family of the gallery has its pictures, and no picture is left over', async ({ page }) => {
  await open(page, 'tokens');
  const links = await page.getByRole('navigation', { name: 'Families' }).getByRole('link').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(FAMILIES.map((family) => `?family=${family}`));
  expect(recordedNames('gallery')).toEqual(
    FAMILIES.flatMap((family) => looksOf(family).map(([look]) => `gallery/${family}-${look}`)).toSorted(),
  );
});

test('nothing of the gallery is in the build', () => {
  const folder = buildFolder();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.map(({ name }) => name)).toContain('index.html');
  const ofGallery = files.filter(
    ({ name, parentPath }) =>
      /gallery/i.test(name) || readFileSync(join(parentPath, name)).includes('data-gallery'),
  );
  expect(ofGallery.map(({ name }) => name)).toEqual([]);
});
