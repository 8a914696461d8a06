// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Tile } from '../../../parts/results/Tile.tsx';
import { currentCursor, moveCursor } from '../../../parts/timeWindow/cursorStore.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import {
  diastolic,
  overviewRecord,
  potassiumPoints,
  reading,
  systolic,
  tileFrame as frame,
} from '../../../testing/overviewFixture.tsx';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import { CursorToolbar } from '../CursorToolbar.tsx';

const sodium = madeSeries([{ at: '2026-11-12T14:10:00Z', text: '133', flag: 'LL' }], {
  id: 'na',
  name: 'Sodium',
});

function TilesWithCursor({ isComplete }: { readonly isComplete: boolean }) {
  const container = useRef<HTMLElement>(null);
  const view = {
    frame,
    completeness: isComplete ? ('complete' as const) : ('reading' as const),
    todayMs: frame.endMs,
    maxNameLength: 30,
    nameWidthPx: 200,
  };
  return (
    <main ref={container}>
      <CursorToolbar container={container} frame={frame} />
      <Tile name="Potassium" series={potassiumPoints} view={view} />
      <Tile name="Sodium" series={sodium} view={view} />
      <Tile name="Blood pressure" series={systolic} diastolic={diastolic} view={view} />
      <button type="button">inside</button>
    </main>
  );
}

function show(more: Partial<RecordSnapshot> = {}) {
  const record = overviewRecord([potassiumPoints, sodium, systolic, diastolic], more);
  const { container } = render(
    <InOpenRecord record={record}>
      <TilesWithCursor isComplete={record.complete} />
      <button type="button">outside</button>
    </InOpenRecord>,
  );
  const tile = (id: string) => container.querySelector(`a[data-series="${id}"]`)!;
  const column = (id: string) => tile(id).querySelector('[data-at-cursor]')?.textContent ?? '';
  return { tile, column, main: container.querySelector('main')! };
}

const nextFrame = () => act(() => new Promise<number>(requestAnimationFrame));

const placeAt = async (when: string, isMovedByKey = false) => {
  act(() => moveCursor({ timeMs: Date.parse(when), isMovedByKey }));
  // Each frame writes one tile at least.
  for (let frames = document.querySelectorAll('a[data-series]').length; frames > 0; frames--)
    await nextFrame();
};
const columns = () => document.querySelectorAll('[data-at-cursor]').length;

afterEach(() => {
  vi.restoreAllMocks();
  act(() => moveCursor(undefined));
  cleanup();
});

test('each tile shows its value at the cursor, with the unit, flag and date of that result', async () => {
  const { column } = show();
  await placeAt('2026-11-01T12:00:00Z');
  expect(column('k')).toBe('H5.4 mmol/L29 Oct 2026Latest 5.8 H, 12 Nov 2026');
  expect(column('bp-sys')).toBe('136/74 mmHg12 Oct 2026Latest 134/72, 12 Nov 2026');
  expect(column('na')).toBe('No result yetLatest 133 mmol/L LL, 12 Nov 2026');
});

test('as the cursor moves on, every part of what it said is written anew', async () => {
  const { tile, column } = show();
  await placeAt('2026-11-24T16:00:00Z');
  const before = tile('k').querySelector('[data-at-cursor]');
  expect(column('k')).toContain('H5.8 mmol/L12 Nov 2026');
  expect(document.querySelectorAll('[class*="note"][class*="critical"]'), 'no note is critical').toHaveLength(
    0,
  );
  await placeAt('2026-09-02T12:00:00Z', true);
  expect(tile('k').querySelector('[data-at-cursor]')).toBe(before);
  expect(column('k')).toBe('No result yetLatest 5.8 mmol/L H, 12 Nov 2026');
});

test('on a slow computer the tile under the pointer says its value at once, and the others in the frames that follow', async () => {
  const { tile, column } = show();
  await nextFrame();
  let nowMs = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 10));
  const pointed = tile('bp-sys');
  vi.spyOn(pointed, 'matches').mockImplementation((selector) => selector === ':hover');
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((next) => frames.push(next));
  act(() => moveCursor({ timeMs: Date.parse('2026-11-01T12:00:00Z'), isMovedByKey: true }));
  expect([column('bp-sys'), column('k'), column('na')]).toEqual([expect.stringContaining('136/74'), '', '']);
  act(() => frames.pop()?.(0));
  expect([column('k'), column('na')]).toEqual([expect.stringContaining('5.4'), '']);
  act(() => frames.pop()?.(0));
  expect(column('na')).toContain('No result yet');
  expect(frames).toHaveLength(0);
});

test('a tile that waited while the cursor moved on is written before those that did not', async () => {
  const { column } = show();
  await nextFrame();
  let nowMs = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 10));
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  const moveTo = (when: string) => act(() => moveCursor({ timeMs: Date.parse(when), isMovedByKey: true }));
  for (const day of ['01', '02', '03']) moveTo(`2026-11-${day}T12:00:00Z`);
  expect([column('k'), column('na'), column('bp-sys')].every((text) => text !== '')).toBe(true);
});

test('the latest number gives way while the cursor stands, and comes back when it goes', async () => {
  const { tile } = show();
  const replaced = () => [...tile('k').querySelectorAll('[data-number]')].map(({ className }) => className);
  const before = replaced();
  await placeAt('2026-11-01T12:00:00Z');
  expect(replaced().every((name, i) => name !== before[i])).toBe(true);
  act(() => moveCursor(undefined));
  await waitFor(() => expect(columns()).toBe(0));
  expect(replaced()).toEqual(before);
});

test('rule 34: at a preliminary result the tile keeps the final value and says the other as preliminary', async () => {
  const { column } = show();
  await placeAt('2026-11-24T16:00:00Z');
  expect(column('k')).toContain('5.8 mmol/L');
  expect(column('k')).toContain('5.3 preliminary, H, 24 Nov 2026');
});

test('rule 39: while pages arrive no number is called the latest', async () => {
  const { column } = show(reading);
  await placeAt('2026-11-01T12:00:00Z');
  expect(column('k')).toContain('Newest loaded 5.8 H');
});

test('a key is answered with one sentence, the critical value first, and a pointer with none', async () => {
  show();
  await placeAt('2026-11-13T12:00:00Z');
  expect(screen.getByRole('status').textContent).toBe('');
  await placeAt('2026-11-13T13:00:00Z', true);
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe(
      'At 13 Nov 2026: Sodium 133 millimoles per litre, critically low, 12 Nov 2026; Potassium 5.8 millimoles per litre, high, 12 Nov 2026.',
    ),
  );
});

test.each([
  ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
  ['a pointer that leaves the screen', () => fireEvent.pointerLeave(screen.getByRole('main'))],
  ['another window', () => fireEvent.blur(window)],
  [
    'the focus that leaves the screen',
    () => fireEvent.focusOut(screen.getByText('inside'), { relatedTarget: screen.getByText('outside') }),
  ],
])('%s takes the cursor and all values at it away', async (_, leave) => {
  show();
  await placeAt('2026-11-01T12:00:00Z');
  act(() => {
    leave();
  });
  expect(currentCursor()).toBeUndefined();
  await waitFor(() => expect(columns()).toBe(0));
});

test('a pointer that leaves does not take away a cursor that the keys have placed, nor does a lifted finger', async () => {
  const { main } = show();
  await placeAt('2026-11-01T12:00:00Z', true);
  fireEvent.pointerLeave(main, { pointerType: 'mouse' });
  expect(currentCursor()).toBeDefined();
  await placeAt('2026-11-01T12:00:00Z');
  fireEvent.pointerLeave(main, { pointerType: 'touch' });
  expect(currentCursor()).toBeDefined();
});

test('a pointer on a result reads that result, although a pixel is days wide', async () => {
  const { tile, column } = show();
  const plot = tile('k').querySelector('[data-plot]')!;
  plot.getBoundingClientRect = () => new DOMRect(0, 0, frame.widthPx, frame.heightPx);
  // The pixel of the result begins hours before it.
  const clientX = Math.floor(frame.x(Date.parse('2026-10-29T14:05:00Z')));
  fireEvent.pointerMove(plot, { clientX, clientY: 20 });
  await waitFor(() => expect(column('k')).toContain('5.4 mmol/L29 Oct 2026'));
});
