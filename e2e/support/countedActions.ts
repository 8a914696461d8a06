import { expect, type Locator, type Page } from '@playwright/test';

/** A click, a tap, a key and a typed word are one action each. No answer may take more than this. */
const MAX_ACTIONS = 5;

export type CountedActions = {
  readonly click: (target: Locator) => Promise<void>;
  /** Clicks at a place in the window, as one points at a symbol of a curve. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** Opens a list and selects an option, which are two actions. */
  readonly choose: (list: Locator, label: string) => Promise<void>;
  /** Presses "Tab", "ArrowLeft" or "t" one after another. Each key counts. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (word: string) => Promise<void>;
};

/** Counts the actions of one task by pointer and keyboard. One more than `maxActions` fails the test. */
export function countedActions(page: Page, maxActions = MAX_ACTIONS): CountedActions {
  const done: string[] = [];
  const count = (...actions: string[]): void => {
    done.push(...actions);
    expect(done.length, `no more than ${maxActions} actions: ${done.join(', ')}`).toBeLessThanOrEqual(
      maxActions,
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
        await page.keyboard.press(key);
      }
    },
    async type(word) {
      count(`“${word}”`);
      await page.keyboard.type(word);
    },
  };
}
