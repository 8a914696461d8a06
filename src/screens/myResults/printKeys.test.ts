// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { paperParts, printOnceSheetIsThere } from './printForVisit.ts';

// A test compiles the file when it is asked for, which takes longer than anybody waits for paper.
beforeAll(async () => void (await import('./result/VisitSheet.tsx')), 60_000);
addEventListener('keydown', printOnceSheetIsThere);

/** Presses keys, and returns whether the browser prints at once by itself. */
const press = (key: string, keys: KeyboardEventInit): boolean =>
  dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...keys }));

test('Ctrl+P before the file of the sheet has come waits for it, and prints at once afterwards', async () => {
  const sheetsAtPrint: boolean[] = [];
  vi.stubGlobal('print', () => sheetsAtPrint.push(paperParts() !== undefined));
  expect(press('p', {})).toBe(true);
  expect(press('f', { ctrlKey: true })).toBe(true);
  expect(press('p', { ctrlKey: true, shiftKey: true })).toBe(true);
  expect(sheetsAtPrint).toEqual([]);
  expect(press('p', { ctrlKey: true })).toBe(false);
  await vi.waitFor(() => expect(sheetsAtPrint).toEqual([true]), { timeout: 30_000 });
  for (const keys of [{ ctrlKey: true }, { metaKey: true }]) expect(press('P', keys)).toBe(true);
  expect(sheetsAtPrint).toEqual([true]);
}, 60_000);
