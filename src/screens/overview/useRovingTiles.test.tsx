// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useRovingTiles } from './useRovingTiles.ts';

afterEach(cleanup);

function Columns({ ids }: { readonly ids: readonly string[] }) {
  const ref = useRef<HTMLDivElement>(null);
  useRovingTiles(ref);
  return (
    <div ref={ref}>
      <a href="#account">Account</a>
      <div data-tiles="">
        {ids.map((id) => (
          <a key={id} href={`#series=${id}`} data-series={id}>
            {id}
          </a>
        ))}
      </div>
    </div>
  );
}

const tiles = () => [...document.querySelectorAll<HTMLElement>('a[data-series]')];
const stops = () => tiles().flatMap((tile) => (tile.tabIndex === 0 ? [tile.textContent] : []));
const focused = () => document.activeElement?.textContent;
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

it('the tiles are one stop of the tab key, and arrows lead from one to the next', () => {
  render(<Columns ids={['k', 'na', 'creat']} />);
  expect(stops()).toEqual(['k']);
  tiles()[0]!.focus();
  press('ArrowDown');
  expect(focused()).toBe('na');
  expect(stops()).toEqual(['na']);
  press('End', { ctrlKey: true });
  expect(focused()).toBe('creat');
  press('ArrowDown');
  expect(focused()).toBe('creat');
  press('Home', { ctrlKey: true });
  press('ArrowUp');
  expect(focused()).toBe('k');
});

it('Page keys lead to the top of the next and the previous column', () => {
  render(<Columns ids={['k', 'na', 'hgb', 'wbc', 'a1c']} />);
  for (const [i, left] of [16, 16, 480, 480, 920].entries())
    vi.spyOn(tiles()[i]!, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, 400, 60));
  tiles()[1]!.focus();
  press('PageDown');
  expect(focused()).toBe('hgb');
  press('PageDown');
  press('PageUp');
  expect(focused()).toBe('hgb');
});

it('a tile that comes later is no further stop, and one that goes leaves its stop to another', async () => {
  const { rerender } = render(<Columns ids={['k', 'na']} />);
  tiles()[1]!.focus();
  rerender(<Columns ids={['k', 'na', 'ferritin']} />);
  await waitFor(() => expect(stops()).toEqual(['na']));
  rerender(<Columns ids={['k', 'ferritin']} />);
  await waitFor(() => expect(stops()).toEqual(['k']));
  expect(document.querySelector<HTMLElement>('a[href="#account"]')?.tabIndex).toBe(0);
});
