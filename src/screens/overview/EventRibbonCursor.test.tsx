// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { moveCursor } from '../../parts/timeWindow/cursorStore.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { ALL, showRibbon, ribbonViewOf, type RibbonOptions } from './eventRibbonFixture.tsx';

afterEach(() => {
  cleanup();
  moveCursor(undefined);
});

describe('rule 11: a window chosen by a drag over the ribbon', () => {
  const drag = (fromPx: number, toPx: number, whileHeld: (box: Element) => void = () => undefined) => {
    const onChoose = vi.fn<(choice: string) => void>();
    const { container } = showRibbon({ view: { ...ribbonViewOf(ALL), onChoose } });
    const curve = document.createElement('span');
    curve.dataset['plot'] = '';
    container.querySelector('main')?.append(curve);
    const box = container.querySelector<HTMLElement>('[data-time-width]')!;
    box.setPointerCapture = () => undefined;
    const at = (clientX: number) => ({ clientX, pointerId: 1, isPrimary: true, button: 0, buttons: 1 });
    fireEvent.pointerDown(box, at(fromPx));
    fireEvent.pointerMove(box, at(toPx));
    whileHeld(box);
    fireEvent.pointerUp(box, { ...at(toPx), buttons: 0 });
    return onChoose;
  };
  // The axis begins at 4 px and ends 6 px before the end of 1,242 px.
  const middlePx = 4 + (1242 - 10) / 2;

  it('is the span between the two places, and shows its dates while it is marked', () => {
    const onChoose = drag(middlePx, 1240, (box) => {
      expect(box.querySelector('[data-brush]')).not.toBeNull();
      expect(box.textContent).toContain('8 Nov 2020 – 24 Nov 2026');
    });
    const days = (ALL.endMs - ALL.startMs) / DAY_MS;
    expect(onChoose.mock.calls).toEqual([[expect.stringMatching(/^\d+(\.\d+)?d$/)]]);
    expect(Number.parseFloat(onChoose.mock.calls[0]![0])).toBeCloseTo(days / 2, 0);
  });

  it('marks the span in the curves and lanes, and takes the mark away in the end', () => {
    const marked = (box: Element): string =>
      box.closest('main')!.querySelector<HTMLElement>('[data-plot]')!.style.getPropertyValue('--brush-from');
    let last: Element | undefined;
    drag(middlePx, 1240, (box) => {
      last = box;
      expect(Number(marked(box))).toBeCloseTo(0.5);
    });
    expect(marked(last!)).toBe('');
  });

  it('is given up by Escape, and a press that hardly moves chooses nothing', () => {
    expect(drag(100, 600, () => fireEvent.keyDown(window, { key: 'Escape' }))).not.toHaveBeenCalled();
    expect(drag(100, 103)).not.toHaveBeenCalled();
  });
});

describe('rule 9: at the moment of the cursor the ribbon reads what was done and given', () => {
  const ribbonReadingAt = (iso: string, isMovedByKey = true, options: RibbonOptions = {}) => {
    const { container } = showRibbon(options);
    act(() => moveCursor({ timeMs: Date.parse(iso), isMovedByKey }));
    return container.querySelector('[data-reading]')!;
  };

  it('the last changed first, with its dose', () => {
    expect(ribbonReadingAt('2026-11-01T12:00:00Z').textContent).toMatch(
      /^At 1 Nov 2026: Spironolactone 25 mg\/day, .*Lisinopril 40 mg\/day/,
    );
    cleanup();
    expect(ribbonReadingAt('2026-11-20T12:00:00Z').textContent).not.toContain('Spironolactone');
    cleanup();
    expect(ribbonReadingAt('2014-10-26T12:00:00Z').textContent).toBe(
      'At 26 Oct 2014: no medication known to be given',
    );
  });

  it('is announced without the date when a key moved the cursor, and not while a pointer moves it', async () => {
    const visible = ribbonReadingAt('2026-11-01T12:00:00Z');
    const live = visible.parentElement!.querySelector('[aria-live="polite"]')!;
    expect(visible.textContent).toBe(`At 1 Nov 2026: ${live.textContent}`);
    expect(live.textContent).toMatch(/^Spironolactone 25 mg/);
    expect(visible.getAttribute('aria-hidden')).toBe('true');
    act(() => moveCursor({ timeMs: Date.parse('2026-11-02T12:00:00Z'), isMovedByKey: false }));
    expect(live.isConnected, 'the live region stays mounted, so that its next text is announced').toBe(true);
    await waitFor(() => expect(live.textContent).toBe(''));
    expect(visible.getAttribute('aria-hidden')).toBeNull();
  });

  it('claims nothing before the end of the reading, without events, and outside the window', () => {
    expect(
      ribbonReadingAt('2026-11-01T12:00:00Z', true, { events: eventsSnapshot({ ended: false }) }).textContent,
    ).toMatch(/ \(events still loading\)$/);
    cleanup();
    expect(ribbonReadingAt('2026-11-01T12:00:00Z', true, { events: undefined }).textContent).toBe('');
    cleanup();
    expect(ribbonReadingAt('2009-11-01T12:00:00Z').textContent).toBe('');
  });
});
