import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { serveGallery } from '../support/galleryServer.ts';
import { expectPicture, recordedPictures } from '../support/pictures.ts';
import { buildFolder } from '../support/servers.ts';

/**
 * The test opens every family in every look. Only these have a picture, because each picture must be kept.
 */
const PICTURES = {
  tokens: ['light', 'dark'],
  symbols: ['light', 'dark', 'forced'],
  controls: ['light', 'narrow'],
  tiles: ['light', 'narrow'],
  strips: ['light', 'narrow'],
  charts: ['light'],
  lanes: ['light'],
  changed: ['light', 'narrow'],
  lists: ['light', 'narrow'],
  patients: ['light'],
  notices: ['light', 'narrow'],
  dialogs: ['light'],
  screens: ['light'],
  record: ['light'],
  mine: ['narrow'],
  languages: [],
  inspector: ['light'],
} as const satisfies Record<string, readonly Look[]>;

/** This limits all pictures together, because the repository keeps each version of them. */
const MAX_BYTES = 6_700_000;

const WIDE = { width: 1366, height: 850 };
const NARROW = { width: 400, height: 800 };
const LOOKS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: WIDE },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, viewport: WIDE },
  forced: { media: { colorScheme: 'light', forcedColors: 'active' }, viewport: WIDE },
  narrow: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: NARROW },
} as const;
type Look = keyof typeof LOOKS;

/** Style sheets know of the colours, and every part draws itself anew in another width, so one opening of a page serves every look. */
const ALL_LOOKS = ['light', 'dark', 'forced', 'narrow'] as const;

// The test runs axe on every framed state, which takes long.
test.describe.configure({ timeout: 300_000 });

let gallery: Awaited<ReturnType<typeof serveGallery>>;
test.beforeAll(async () => (gallery = await serveGallery()));
test.afterAll(() => gallery.close());

/** Waits until every state is drawn, in the frames too. Some texts come a second later. */
async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
    return [document, ...frames].every((place) => {
      const all = [...(place?.querySelectorAll('[data-exhibit]') ?? [])];
      // The screen of a record is complete when the parts after its first chart are there.
      const isWhole =
        !place?.querySelector('input[type="search"]') || place.querySelector('[data-take-along]');
      // A tooltip comes a moment after the pointer.
      const isTold =
        !place?.querySelector('[data-resting-pointer]') || place.querySelector('[role="tooltip"]');
      return (
        isWhole &&
        isTold &&
        all.length > 0 &&
        all.every((one) => one.clientHeight > 8 || one.querySelector('dialog[open]'))
      );
    });
  });
  await expect(page.locator('[data-exhibit]').first()).toBeAttached();
}

async function openFamily(page: Page, family: string): Promise<void> {
  await page.goto(`${gallery.address}?family=${family}`);
  await waitUntilDrawn(page);
}

/**
 * Several framed states take the focus, and chance decides which one is the last. The browser forgets what had the
 * focus in the others and keeps what they selected, so the selection of every frame is cleared.
 */
const blurFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const { contentDocument } of document.querySelectorAll('iframe')) {
      // The element belongs to another window, so `instanceof` is false for it.
      (contentDocument?.activeElement as HTMLElement | null | undefined)?.blur();
      contentDocument?.getSelection()?.removeAllRanges();
    }
  });

async function showLook(page: Page, look: Look): Promise<void> {
  const { media, viewport } = LOOKS[look];
  await page.emulateMedia(media);
  await page.setViewportSize(viewport);
}

/** The system chooses the colours of the forced look, so there is no contrast to measure, and the rest does not differ. */
const measuresContrast = (look: Look): boolean => look !== 'forced';

/** The dark look is the page of the light one in other colours, so only the rules about colours can find anything new there. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const violationsIn = (page: Page, look: Look): Promise<string[]> =>
  axeViolations(page, { exclude: 'iframe', ...(look === 'dark' && { rules: COLOUR_RULES }) });

/** Checks each framed state of the open family as a page of its own, because two states never share a screen. */
async function expectFramesSound(page: Page): Promise<void> {
  const frames = await page
    .locator('iframe')
    .evaluateAll((all) =>
      all.map((one) => one as HTMLIFrameElement).map(({ src, title }) => ({ src, title })),
    );
  expect(new Set(frames.map(({ title }) => title || 'none')).size, 'a title each').toBe(frames.length);
  for (const { src: address } of frames) {
    await showLook(page, 'light');
    await page.goto(address);
    await waitUntilDrawn(page);
    for (const look of ALL_LOOKS.filter(measuresContrast)) {
      await showLook(page, look);
      await waitUntilDrawn(page);
      expect(await violationsIn(page, look), `${address}, ${look}`).toEqual([]);
    }
  }
}

/** The last test asks which style sheets are in use, and needs not open again what an earlier test had open. */
const sheetsInFamilies = new Map<string, readonly string[]>();

/** An empty state would match its picture forever once it was recorded. */
async function expectEveryState(page: Page): Promise<void> {
  const faults = await page.locator('[data-gallery]').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const name = section.getAttribute('data-gallery');
      const exhibit = section.querySelector('[data-exhibit]');
      if (!exhibit || Math.min(exhibit.clientWidth, exhibit.clientHeight) < 8)
        return [`${name} is not drawn`];
      return exhibit.scrollWidth > exhibit.clientWidth ? [`${name} reaches over its edge`] : [];
    }),
  );
  expect(faults).toEqual([]);
}

for (const [family, pictures] of Object.entries<readonly Look[]>(PICTURES)) {
  test(`${family}: every state as recorded, and open to everyone`, async ({ page }) => {
    for (const look of ALL_LOOKS) {
      await test.step(look, async () => {
        await showLook(page, look);
        if (look === 'light') await openFamily(page, family);
        await waitUntilDrawn(page);
        await expectEveryState(page);
        await blurFrames(page);
        if (pictures.includes(look))
          await expectPicture(page.locator('[data-family]'), `gallery/${family}-${look}`);
        if (measuresContrast(look)) expect(await violationsIn(page, look)).toEqual([]);
        // On a slow machine the parts that whole screens load later have come by now.
        if (look === 'light') sheetsInFamilies.set(family, await usedSheets(page));
      });
    }
    await expectFramesSound(page);
  });
}

test('every family of the gallery is looked at, and no picture is left over', async ({ page }) => {
  await openFamily(page, 'tokens');
  const links = await page.getByRole('navigation', { name: 'Families' }).getByRole('link').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(Object.keys(PICTURES).map((family) => `?family=${family}`));
  expect(recordedPictures('gallery')).toEqual(
    Object.entries(PICTURES)
      .flatMap(([family, looks]) => looks.map((look) => `gallery/${family}-${look}`))
      .toSorted(),
  );
  const bytes = recordedPictures('gallery').map((name) => statSync(`e2e/baselines/${name}.png`).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MAX_BYTES);
});

/** Nothing in the gallery uses these style sheets, for the reason that each names. */
const UNUSED_SHEETS: Readonly<Record<string, string>> = {
  BucketResults: 'stands in the grid of a stay, which e2e/screens/intensiveCare.spec.ts opens',
  Brush: 'stands while a stretch of time is being marked',
  ChoosePatientScreen:
    'stands in a build for a server without a sign-in, which e2e/launch/openServer.spec.ts opens',
  PrintedVisit: 'stands on paper alone',
  SessionNotices:
    'stands while another window shows another patient, which every frame of the gallery would hear',
  UnbrokenWords: 'stands in short names with a hyphen, which e2e/screens/reflow.spec.ts opens',
  VisitSheet: 'stands on paper alone',
};

/**
 * Returns the style sheets in use in the document and its frames: "WindowControl" for the class
 * "WindowControl-text".
 */
const usedSheets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
    const classes = [document, ...frames].flatMap((place) =>
      [...(place?.querySelectorAll('[class]') ?? [])].flatMap((one) => [...one.classList]),
    );
    return [...new Set(classes.map((name) => name.split('-')[0] ?? ''))];
  });

test('of every component with a look of its own something is drawn', async ({ page }) => {
  const seen = new Set<string>();
  const look = async (): Promise<void> => {
    for (const sheet of await usedSheets(page)) seen.add(sheet);
  };
  for (const family of Object.keys(PICTURES)) {
    // A worker that starts anew after a failure has seen nothing yet.
    if (!sheetsInFamilies.has(family)) {
      await openFamily(page, family);
      await page.waitForLoadState('networkidle');
      sheetsInFamilies.set(family, await usedSheets(page));
    }
    for (const sheet of sheetsInFamilies.get(family) ?? []) seen.add(sheet);
  }
  const sheets = ['src/app', 'src/screens', 'src/parts', 'src/charts', 'src/ui'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(
      (name) => /(?:^|[\\/])(\w+)\.module\.css$/.exec(name)?.[1] ?? [],
    ),
  );
  expect(sheets.length).toBeGreaterThan(50);
  // Whole screens load some of their parts later.
  await openFamily(page, 'record');
  const unseen = async (): Promise<string[]> => {
    await look();
    return sheets.filter((sheet) => !seen.has(sheet)).toSorted();
  };
  await expect.poll(unseen).toEqual(Object.keys(UNUSED_SHEETS).toSorted());
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
