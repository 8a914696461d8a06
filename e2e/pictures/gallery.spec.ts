import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { serveGallery } from '../support/galleryServer.ts';
import { expectPicture, recordedPictures } from '../support/pictures.ts';
import { buildFolder } from '../support/servers.ts';

/** Every family is opened in every look; these have a picture, since each picture is one more to keep. */
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
  inspector: ['light'],
} as const satisfies Record<string, readonly Look[]>;

/** Of all pictures: they are kept for as long as the repository is. */
const MOST_BYTES = 5_000_000;

const WIDE = { width: 1366, height: 850 };
const NARROW = { width: 400, height: 800 };
const LOOKS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: WIDE },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, viewport: WIDE },
  narrow: { media: { colorScheme: 'light', forcedColors: 'none' }, viewport: NARROW },
  forced: { media: { colorScheme: 'light', forcedColors: 'active' }, viewport: WIDE },
} as const;
type Look = keyof typeof LOOKS;

// Every framed state is a page that axe reads.
test.describe.configure({ timeout: 300_000 });

let gallery: Awaited<ReturnType<typeof serveGallery>>;
test.beforeAll(async () => (gallery = await serveGallery()));
test.afterAll(() => gallery.close());

/** Everything that the states show is there, in the frames too: some words come a second later. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('[data-exhibit]').first()).toBeAttached();
  await page.waitForFunction(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
    return [document, ...frames].every((place) => {
      const all = [...(place?.querySelectorAll('[data-exhibit]') ?? [])];
      // A screen of a record is whole with what comes after its first chart.
      const isWhole = !place?.querySelector('[data-export]') || place.querySelector('[data-take-along]');
      return (
        isWhole &&
        all.length > 0 &&
        all.every((one) => one.clientHeight > 8 || one.querySelector('dialog[open]'))
      );
    });
  });
}

async function open(page: Page, family: string): Promise<void> {
  await page.goto(`${gallery.address}?family=${family}`);
  await drawn(page);
}

/** Several framed states take the focus; which of them was the last is a matter of luck. */
const letGoOfFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const { contentDocument } of document.querySelectorAll('iframe')) {
      // Of another window, so it is an instance of nothing here.
      const focused = contentDocument?.activeElement as HTMLElement | null | undefined;
      if (focused?.localName === 'textarea') (focused as HTMLTextAreaElement).setSelectionRange(0, 0);
      focused?.blur();
    }
  });

/** Of the page, and of each framed state as the page that it is: two of them are never on one screen. */
async function expectNoViolation(page: Page): Promise<void> {
  expect(await axeViolations(page, { exclude: 'iframe' })).toEqual([]);
  const frames = await page
    .locator('iframe')
    .evaluateAll((all) =>
      all.map((one) => one as HTMLIFrameElement).map(({ src, title }) => ({ src, title })),
    );
  expect(new Set(frames.map(({ title }) => title || 'none')).size, 'a title each').toBe(frames.length);
  for (const { src: address } of frames) {
    await page.goto(address);
    await drawn(page);
    expect(await axeViolations(page, { exclude: 'iframe' }), address).toEqual([]);
  }
}

/** A state without anything in it would pass every picture once it was recorded. */
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
    for (const look of Object.keys(LOOKS) as Look[]) {
      await test.step(look, async () => {
        const { media, viewport } = LOOKS[look];
        await page.emulateMedia(media);
        await page.setViewportSize(viewport);
        await open(page, family);
        await expectEveryState(page);
        await letGoOfFocus(page);
        if (pictures.includes(look))
          await expectPicture(page.locator('[data-family]'), `gallery/${family}-${look}`);
        // Where the system chooses the colours there is no contrast to measure, and the rest is the same.
        if (look !== 'forced') await expectNoViolation(page);
      });
    }
  });
}

test('every family of the gallery is looked at, and no picture is left over', async ({ page }) => {
  await open(page, 'tokens');
  const links = await page.getByRole('navigation', { name: 'Families' }).getByRole('link').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(Object.keys(PICTURES).map((family) => `?family=${family}`));
  expect(recordedPictures('gallery')).toEqual(
    Object.entries(PICTURES)
      .flatMap(([family, looks]) => looks.map((look) => `gallery/${family}-${look}`))
      .toSorted(),
  );
  const bytes = recordedPictures('gallery').map((name) => statSync(`e2e/baselines/${name}.png`).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

/** Style sheets of which nothing is drawn here, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  Brush: 'stands while a stretch of time is being marked',
};

/** "WindowControl" of "WindowControl-text": the style sheets of which something stands in a document or its frames. */
const sheetsSeen = (page: Page): Promise<readonly string[]> =>
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
    for (const sheet of await sheetsSeen(page)) seen.add(sheet);
  };
  for (const family of Object.keys(PICTURES)) {
    await open(page, family);
    await look();
  }
  const sheets = ['src/app', 'src/screens', 'src/parts', 'src/charts', 'src/ui'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(
      (name) => /(?:^|[\\/])(\w+)\.module\.css$/.exec(name)?.[1] ?? [],
    ),
  );
  expect(sheets.length).toBeGreaterThan(50);
  // Whole screens go on to fetch their parts.
  await open(page, 'record');
  const unseen = async (): Promise<string[]> => {
    await look();
    return sheets.filter((sheet) => !seen.has(sheet)).toSorted();
  };
  await expect.poll(unseen).toEqual(Object.keys(UNSEEN).toSorted());
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
