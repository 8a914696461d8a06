// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawnChart, allowCopying, showExportMenu, exportStatus } from './exportMenuFixture.tsx';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The test's document has no popovers, so the menu says by itself that it is open. */
const openMenu = (): HTMLElement => {
  const share = screen.getByRole('button', { name: 'Share' });
  const menu = document.querySelector<HTMLElement>('[popover]')!;
  const matches = menu.matches.bind(menu);
  vi.spyOn(menu, 'matches').mockImplementation(
    (selector) => selector === ':popover-open' || matches(selector),
  );
  fireEvent.click(share);
  return share;
};

const entries = () =>
  [...document.querySelectorAll<HTMLElement>('[popover] [data-letter]')].map(
    (entry) => `${entry.dataset['letter']}: ${entry.firstChild?.textContent}`,
  );

describe('the menu Share', () => {
  it('holds print, what a note may be about and the CSV, each with its key', () => {
    showExportMenu();
    openMenu();
    expect(entries()).toEqual([
      'p: Print',
      '1: What changed',
      '2: Kidney and electrolytes',
      '0: All',
      'm: Copy as Markdown',
      't: Copy as table',
      'v: Save CSV of all results',
    ]);
    expect(document.querySelector('button[data-export="csv"]')?.textContent).toContain('CSV');
  });

  it('holds the image where there is a chart', () => {
    showExportMenu(drawnChart());
    expect(entries().slice(-2)).toEqual(['i: Save chart as PNG', 's: Save chart as SVG']);
  });

  it('saves the CSV with one letter while it is open, and not while it is closed', () => {
    const { onExportCsv } = showExportMenu();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Share' }), { key: 'v' });
    expect(onExportCsv).not.toHaveBeenCalled();
    fireEvent.keyDown(openMenu(), { key: 'v' });
    expect(onExportCsv).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['V', {}],
    ['м', { code: 'KeyV' }],
  ])('takes %s for the letter with Caps Lock or on another layout', (key, more) => {
    const { onExportCsv } = showExportMenu();
    fireEvent.keyDown(openMenu(), { key, ...more });
    expect(onExportCsv).toHaveBeenCalledTimes(1);
  });

  it('copies the note with one letter, and leaves a letter with Ctrl to the browser', async () => {
    const copied = allowCopying({ writeText: true });
    showExportMenu({ screen: { name: 'series', seriesId: 'k' } });
    const share = openMenu();
    fireEvent.keyDown(share, { key: 'n', ctrlKey: true });
    expect(copied).toEqual([]);
    fireEvent.keyDown(share, { key: 'n' });
    await waitFor(() => expect(exportStatus()).toMatch(/^Copied 1 result/));
  });
});
