import { expect, type Locator, type Page } from '@playwright/test';

/** What a reader does for an answer: a click, a tap, a key or a typed word is one. More than this is too much. */
const MAX_ACTIONS = 5;

export type CountedActions = {
  readonly click: (target: Locator) => Promise<void>;
  /** At a place of the screen, as one points at a symbol of a curve. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** Opens a list and takes one of it: two actions. */
  readonly choose: (list: Locator, label: string) => Promise<void>;
  /** "Tab", "ArrowLeft", "t": one after another, each counted. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (word: string) => Promise<void>;
};

/** The pointer and the keyboard of one task, counted: the test fails with the sixth action. */
export function countedActions(page: Page): CountedActions {
  const done: string[] = [];
  const count = (...actions: string[]): void => {
    done.push(...actions);
    expect(done.length, `no more than ${MAX_ACTIONS} actions: ${done.join(', ')}`).toBeLessThanOrEqual(
      MAX_ACTIONS,
    );
  };
  return {
    async click(target) {
      count(`click on ${String(target)}`);
      await target.click();
    },
    async clickAt(x, y) {
      count(`click at ${x}, ${y}`);
      await page.mouse.click(x, y);
    },
    async choose(list, label) {
      count(`open ${String(list)}`, `take ${label}`);
      await list.selectOption({ label });
    },
    async press(...keys) {
      for (const key of keys) {
        count(key);
        // oxlint-disable-next-line no-await-in-loop -- as a hand does
        await page.keyboard.press(key);
      }
    },
    async type(word) {
      count(`“${word}”`);
      await page.keyboard.type(word);
    },
  };
}
