// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openFragment, useFragment } from '../../../parts/navigation/urlFragment.ts';
import { clearSelection, toggleSelected, useIsSelected, useSelectedIds } from './selectionStore.ts';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', location.pathname);
});

const Tile = ({ id }: { readonly id: string }) => <i>{useIsSelected(id) && id}</i>;

function Tiles() {
  const seen = { fragment: useFragment(), ids: useSelectedIds() };
  return (
    <>
      <output>{JSON.stringify(seen)}</output>
      {Array.from({ length: 200 }, (_, i) => (
        <Tile key={i} id={`a${i}`} />
      ))}
    </>
  );
}
const shown = (): string | null => screen.getByRole('status').textContent;

const tests = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}`).join(',');

test('an address of thousands of tests that somebody pasted selects nothing, and keeps no page busy', () => {
  render(<Tiles />);
  const beganMs = performance.now();
  act(() => openFragment(`#select=${tests(5_000)}`));
  expect([shown(), screen.queryByText('a0')]).toEqual([JSON.stringify({ fragment: '', ids: [] }), null]);
  // Each of the tiles read it at least twice, and each time took longer than a hundredth of this.
  expect(performance.now() - beganMs).toBeLessThan(1000);
  act(() => toggleSelected('k'));
  expect(location.hash).toBe('#select=k');
  act(clearSelection);
  expect(location.hash).toBe('');
});

test('the longest address that the app writes is read', () => {
  render(<Tiles />);
  const ids = Array.from({ length: 8 }, (_, i) => `http://loinc.org|1000000-${i}`);
  const fragment = `#select=${ids.map((id) => encodeURIComponent(id)).join(',')}`;
  act(() => openFragment(fragment));
  expect(shown()).toBe(JSON.stringify({ fragment, ids }));
});

test('of a link with forty tests those that Compare has room for are selected', () => {
  render(<Tiles />);
  const ids = Array.from({ length: 40 }, (_, i) => `sent~x${String(i).padStart(16, '0')}`);
  act(() => openFragment(`#select=${ids.map((id) => encodeURIComponent(id)).join(',')}`));
  expect(JSON.parse(shown() ?? '')).toMatchObject({ ids: ids.slice(0, 8) });
});
