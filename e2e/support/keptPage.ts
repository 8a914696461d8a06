import type { Browser, BrowserContext, Page } from '@playwright/test';

// A launch costs more than what most tests then look at. A test of `keptTest` therefore gets the page of the test before it. It never
// depends on that test: a page that is not as its launch had left it is launched anew.

/** At most one context is kept, so that no idle page meets the faults of a test that does not know of it. */
let kept: { readonly key: string; readonly context: BrowserContext } | undefined;

/** Returns the kept context with this key if a test has left an open record in it, or makes one. It has the options of the running test. */
export async function keptContext(key: string, browser: Browser): Promise<BrowserContext> {
  const isUsable = (context: BrowserContext): boolean =>
    !spoiled.has(context) && context.pages().some((page) => standing.has(page));
  if (kept?.key === key && isUsable(kept.context)) return kept.context;
  await kept?.context.close();
  kept = { key, context: await browser.newContext() };
  return kept.context;
}

/** Closes the kept context before a test that has a context of its own. */
export async function closeKeptContext(before: BrowserContext): Promise<void> {
  if (kept === undefined || kept.context === before) return;
  await kept.context.close();
  kept = undefined;
}

type Standing = { readonly launch: string; readonly size: Size | null; readonly before: PageState };
type Size = { readonly width: number; readonly height: number };
const standing = new WeakMap<Page, Standing>();
/** No other test gets these, because their test has arranged something for the launch or for all pages that come. */
const spoiled = new WeakSet<BrowserContext>();
const isKept = (page: Page): boolean => page.context() === kept?.context;

/** A fault of the sandbox holds from the next launch on. */
export function spoilKeptContext(): void {
  if (kept) spoiled.add(kept.context);
}

function noteArrangements(page: Page): void {
  const context = page.context();
  const owners: readonly (readonly [object, readonly string[]])[] = [
    [page, ['route', 'addInitScript']],
    [context, ['route', 'addInitScript']],
    [page.clock, ['install', 'setFixedTime', 'setSystemTime']],
  ];
  for (const [owner, names] of owners)
    for (const name of names) {
      const plain = Reflect.get(owner, name) as (...all: unknown[]) => unknown;
      Reflect.set(owner, name, (...all: unknown[]) => {
        spoiled.add(context);
        return Reflect.apply(plain, owner, all);
      });
    }
}

/** A browser keeps fifty entries of a window. A test that counts them must not meet the end of them. */
const MOST_ENTRIES = 35;

/** Returns the window of a kept context, or a new one where its history is long. */
export async function keptPage(context: BrowserContext): Promise<Page> {
  const [page, ...others] = context.pages();
  await Promise.all(others.map((other) => other.close()));
  if (page && (await page.evaluate(() => history.length)) < MOST_ENTRIES) return page;
  await page?.close();
  const next = await context.newPage();
  noteArrangements(next);
  return next;
}

/**
 * Returns whether a kept page shows this launch again as it was when it had settled. If it cannot, it forgets what the window has
 * stored, and the caller launches.
 */
export async function isBackAtStart(page: Page, launch: string): Promise<boolean> {
  const known = standing.get(page);
  standing.delete(page);
  if (!isKept(page) || known === undefined) return false;
  const size = page.viewportSize();
  if (known.launch === launch && !spoiled.has(page.context()) && (await showsAgain(page, known))) {
    standing.set(page, known);
    return true;
  }
  if (size) await page.setViewportSize(size);
  await page.context().clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return false;
}

/** Notes how a page is that was just launched and may be kept. */
export async function keepAtStart(page: Page, launch: string): Promise<void> {
  if (!isKept(page)) return;
  await page.waitForFunction(() => performance.getEntriesByName('longview:settled').length > 0);
  // A question of a patient lives as long as the session, and stands on no screen but that of its result.
  await page.evaluate(() =>
    addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) Object.assign(globalThis, { hasQuestion: true });
    }),
  );
  standing.set(page, { launch, size: page.viewportSize(), before: await stateOf(page) });
}

/** The launch inspector takes every screen away, with what each remembers. Coming back draws all from nothing. */
async function drawAnew(page: Page, size: Size | null): Promise<void> {
  await page.evaluate(() => location.replace('#inspect'));
  await page.locator('[data-series]').first().waitFor({ state: 'detached', timeout: 5000 });
  if (size) await page.setViewportSize(size);
  await page.evaluate(() => {
    // The next Tab begins at the top, as after a launch.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    location.replace('#');
  });
}

/** Compares the page with what it was, in the size that it then had. */
async function showsAgain(page: Page, { size, before }: Standing): Promise<boolean> {
  const wanted = JSON.stringify(before);
  const nextSize = page.viewportSize();
  try {
    await page.mouse.move(0, 0);
    // The source of a result stays open over all screens.
    if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await drawAnew(page, size);
    for (const waitMs of [50, 100, 200, 400, 800]) {
      // oxlint-disable-next-line no-await-in-loop -- the screen is drawn while this waits
      if (JSON.stringify(await stateOf(page)) === wanted) return await drawInSize(page, size, nextSize);
      // oxlint-disable-next-line no-await-in-loop -- the same
      await page.waitForTimeout(waitMs);
    }
  } catch {
    return false; // The page is closed, or somewhere else.
  }
  return false;
}

/** A test in another size has screens that were drawn in it, as after a launch. */
async function drawInSize(page: Page, size: Size | null, next: Size | null): Promise<true> {
  if (JSON.stringify(size) === JSON.stringify(next)) return true;
  await drawAnew(page, next);
  let last = '';
  for (
    let now = JSON.stringify(await stateOf(page));
    now !== last;
    now = JSON.stringify(await stateOf(page))
  ) {
    last = now;
    // oxlint-disable-next-line no-await-in-loop -- the screen is drawn while this waits
    await page.waitForTimeout(200);
  }
  return true;
}

/** All that a test can leave behind in the page: its texts, choices, selection, focus, place and what it stores. */
type PageState = Awaited<ReturnType<typeof stateOf>>;

const stateOf = (page: Page) =>
  page.evaluate(() => {
    // React gives every part that is drawn anew another id.
    const attributesOf = (element: Element): string =>
      element
        .getAttributeNames()
        .map((name) => `${name}=${element.getAttribute(name)?.replaceAll(/_r_\w+_/g, 'id')}`)
        .toSorted()
        .join(' ');
    // The words that were read aloud stay in their place unseen until the next ones come.
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, output, [aria-live], [role="status"]'))
        texts.push(node.textContent ?? '');
    return {
      hasQuestion: 'hasQuestion' in globalThis,
      address: location.pathname + location.search + location.hash.replace(/^#$/, ''),
      title: document.title,
      // The time of print goes on with the clock.
      root: attributesOf(document.documentElement).replace(/Printed [^;]*/, ''),
      body: attributesOf(document.body),
      // A reload reads the record again.
      texts: texts.join('|').replace(/Loaded \|[^|]*/, ''),
      parts: [
        ...document.querySelectorAll(
          'body [data-series], body [aria-pressed], body [aria-expanded], :popover-open, dialog[open], details[open]',
        ),
      ].map(attributesOf),
      fields: [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
        ({ value, checked }) => `${value} ${checked}`,
      ),
      focus: document.activeElement?.localName,
      scroll: [scrollX, scrollY],
      stored: [localStorage, sessionStorage].map((store) => Object.keys(store).toSorted()),
      choices: Object.keys(localStorage)
        .toSorted()
        .map((key) => localStorage.getItem(key)),
    };
  });
