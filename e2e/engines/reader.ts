import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Engine, Place } from './engine.ts';

/** The same queries as in the unit tests find elements by role and accessible name, inside the page. */
const QUERIES = readFileSync(
  join(createRequire(import.meta.url).resolve('@testing-library/dom'), '../@testing-library/dom.umd.min.js'),
  'utf8',
);

/** An element is found by role and name or by selector, and may hold a text. */
export type Target = {
  readonly role?: string;
  /** A text is the whole name, and an expression is a part of it. */
  readonly name?: string | RegExp;
  readonly selector?: string;
  readonly texts?: readonly (string | RegExp)[];
  /** Looks only inside the first element of this target. */
  readonly inside?: Target;
};

export const byRole = (role: string, name?: string | RegExp, ...texts: (string | RegExp)[]): Target => ({
  role,
  ...(name !== undefined && { name }),
  texts,
});
export const bySelector = (selector: string, ...texts: (string | RegExp)[]): Target => ({ selector, texts });

type Words = { readonly text: string; readonly flags?: string };
type Sent = {
  readonly role?: string;
  readonly selector?: string;
  readonly name?: Words;
  readonly texts: readonly Words[];
  readonly inside?: Sent;
};

const sentWords = (words: string | RegExp): Words =>
  typeof words === 'string' ? { text: words } : { text: words.source, flags: words.flags };

const sent = ({ role, selector, name, texts = [], inside }: Target): Sent => ({
  ...(role !== undefined && { role }),
  ...(selector !== undefined && { selector }),
  ...(name !== undefined && { name: sentWords(name) }),
  texts: texts.map(sentWords),
  ...(inside && { inside: sent(inside) }),
});

/** These facts are read of an element. Lengths are CSS pixels in the window. */
export type Seen = {
  readonly text: string;
  readonly name: string;
  readonly value: string;
  readonly isChecked: boolean;
  readonly data: Readonly<Record<string, string | undefined>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isInView: boolean;
  /** Nothing lies over its middle. */
  readonly isOnTop: boolean;
  /** The page has been painted. Until then a browser gives presses to the page as a whole, although it knows where its elements are. */
  readonly isPainted: boolean;
};

type Queries = {
  queryAllByRole(place: Element, role: string, options: { name?: RegExp | string }): Element[];
};

/**
 * Runs in the page: finds the visible elements of a target and says what they are. `act` then scrolls to the first, focuses it
 * or chooses an option of it. It returns undefined while the page does not have the queries yet.
 */
function look(target: Sent, act: 'look' | 'scroll' | 'choose', label: string): Seen[] | undefined {
  const queries = Reflect.get(globalThis, 'TestingLibraryDom') as Queries | undefined;
  if (queries === undefined) return undefined;
  const expression = ({ text, flags }: Words): RegExp | string =>
    flags === undefined ? text : new RegExp(text, flags);
  const holds = (element: Element, words: Words): boolean => {
    const own = (element.textContent ?? '').replaceAll(/\s+/g, ' ');
    const wanted = expression(words);
    return typeof wanted === 'string' ? own.includes(wanted) : wanted.test(own);
  };
  const find = ({ role, selector, name, texts, inside }: Sent): Element[] => {
    const [place] = inside ? find(inside) : [document.body];
    if (place === undefined) return [];
    const all =
      role === undefined
        ? [...(inside ? place : document).querySelectorAll(selector ?? '*')]
        : queries.queryAllByRole(place, role, (name && { name: expression(name) }) || {});
    return all.filter((element) => texts.every((words) => holds(element, words)));
  };
  const found = find(target).filter(
    (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
  );
  const [first] = found;
  const isPainted =
    !PerformanceObserver.supportedEntryTypes.includes('paint') ||
    performance.getEntriesByName('first-contentful-paint').length > 0;
  if (act === 'scroll') first?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  if (act === 'choose' && first instanceof HTMLSelectElement) {
    const option = [...first.options].find((one) => one.label === label);
    if (option === undefined) throw new Error(`no option ${label}`);
    option.selected = true;
    for (const type of ['input', 'change']) first.dispatchEvent(new Event(type, { bubbles: true }));
  }
  return found.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const top = document.elementFromPoint(middleX, middleY);
    const html = element as HTMLInputElement;
    return {
      text: (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      name: element.getAttribute('aria-label') ?? '',
      value: html.value ?? '',
      isChecked: html.matches(':checked'),
      data: { ...html.dataset },
      attributes: Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
      xPx: x,
      yPx: y,
      widthPx: width,
      heightPx: height,
      isInView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
      isOnTop: top !== null && (element.contains(top) || top.contains(element)),
      isPainted,
    };
  });
}

/** Runs in the page: returns its state, and for an error what the page says, with the details for support. */
function stateOrError(wanted: string): string {
  const state = document.documentElement.dataset['state'] ?? '';
  const alert = state === wanted ? null : document.querySelector('[role="alert"][data-error]');
  return alert === null ? state : `${state}: ${alert.textContent}`;
}

const STEP_MS = 100;
const MOST_TRIES = 8;
const PATIENCE = { timeout: 30_000, intervals: [STEP_MS] };

/** Reads and uses a page as a person does, in any engine. Every method waits for what it needs. */
export type Reader = ReturnType<typeof readerOf>;

export function readerOf(engine: Engine, place: Place = 'page') {
  /** Runs a job in the page. A page that goes to the next one in that moment loses the job, so it is tried again. */
  const run = async <T>(job: (...args: never[]) => T, ...args: unknown[]): Promise<Awaited<T>> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return (await engine.run(job.toString(), args, place)) as Awaited<T>;
      } catch (error) {
        if (tries === MOST_TRIES) throw error;
        await wait(STEP_MS * tries);
      }
    }
  };

  const seen = async (
    target: Target,
    act: 'look' | 'scroll' | 'choose' = 'look',
    label = '',
  ): Promise<Seen[]> => {
    const found = await run(look, sent(target), act, label);
    if (found !== undefined && found !== null) return found;
    await engine.run(`() => { ${QUERIES}\n }`, [], place);
    return (await run(look, sent(target), act, label)) ?? [];
  };
  const describe = (target: Target): string =>
    `${engine.name}: ${target.role ?? ''} ${String(target.name ?? target.selector ?? '')} ${(target.texts ?? []).join(', ')}`;

  /** Waits for a target and returns the first that fits. */
  const see = async (target: Target): Promise<Seen> => {
    let found: Seen[] = [];
    await expect
      .poll(async () => (found = await seen(target)).length, { ...PATIENCE, message: describe(target) })
      .toBeGreaterThan(0);
    return found[0]!;
  };

  return {
    engine,
    run,
    see,
    seen: (target: Target) => seen(target),
    inFrame: () => readerOf(engine, 'frame'),
    gone: (target: Target) =>
      expect
        .poll(async () => (await seen(target)).length, { ...PATIENCE, message: `${describe(target)} goes` })
        .toBe(0),
    count: (target: Target, wanted: number) =>
      expect
        .poll(async () => (await seen(target)).length, { ...PATIENCE, message: `${describe(target)}: count` })
        .toBe(wanted),

    /** Clicks on the middle of a target, when it is painted, stands still and nothing lies over it. */
    async click(target: Target): Promise<void> {
      let before: Seen | undefined;
      let now = await see(target);
      await expect
        .poll(
          async () => {
            before = now;
            now = (await seen(target, 'scroll'))[0] ?? now;
            return now.isPainted && now.isOnTop && before.xPx === now.xPx && before.yPx === now.yPx;
          },
          { ...PATIENCE, message: `${describe(target)} can be clicked` },
        )
        .toBe(true);
      await engine.clickAt(now.xPx + now.widthPx / 2, now.yPx + now.heightPx / 2);
    },

    async choose(list: Target, label: string): Promise<void> {
      await see(list);
      await seen(list, 'choose', label);
    },

    /** Waits until the page is in this state (docs/contract.md, section 3). An error of the page ends the wait with its details. */
    waitForState: (wanted: string) =>
      expect
        .poll(() => run(stateOrError, wanted), {
          timeout: 60_000,
          intervals: [STEP_MS],
          message: `${engine.name}: data-state`,
        })
        .toBe(wanted),

    /** Does what starts a download, waits for a file whose name ends so, and returns its content. */
    async download(ending: string, start: () => Promise<void>): Promise<Buffer> {
      const files = (): string[] =>
        existsSync(engine.downloads)
          ? readdirSync(engine.downloads).filter((name) => name.endsWith(ending))
          : [];
      const before = files();
      await start();
      let content = Buffer.alloc(0);
      // A browser writes the file while it comes, so two looks must find the same.
      await expect
        .poll(
          () => {
            const [name] = files().filter((one) => !before.includes(one));
            const read = name === undefined ? Buffer.alloc(0) : readFileSync(join(engine.downloads, name));
            const isWhole = read.length > 0 && read.length === content.length;
            content = read;
            return isWhole;
          },
          { ...PATIENCE, intervals: [STEP_MS * 2], message: `${engine.name}: download of ${ending}` },
        )
        .toBe(true);
      return content;
    },
  };
}
