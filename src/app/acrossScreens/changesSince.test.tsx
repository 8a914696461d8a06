// @vitest-environment happy-dom
import { act, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openFragment } from '../../parts/navigation/urlFragment.ts';
import { setUpShortcuts, showWithShortcuts } from '../shortcuts/shortcutFixture.tsx';

setUpShortcuts();

test('since when was chosen goes with the reader to a result and back', async () => {
  await showWithShortcuts('overview', '#since=30d');
  for (const window of ['#series=glucose', '#results', '#compare=k', '']) {
    act(() => openFragment(window));
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await waitFor(() => expect(new URLSearchParams(location.hash.slice(1)).get('since')).toBe('30d'));
    expect(location.hash.startsWith(window)).toBe(true);
  }
});

test('where nobody chose, nothing is written', async () => {
  await showWithShortcuts('overview', '');
  act(() => openFragment('#results'));
  await waitFor(() => expect(location.hash).toMatch(/^#results/));
  expect(location.hash).not.toContain('since');
});

test('the window and the moment both go along', async () => {
  await showWithShortcuts('overview', '#since=visit&window=1y');
  act(() => openFragment('#results'));
  await waitFor(() => expect(location.hash).toContain('since=visit'));
  await waitFor(() => expect(location.hash).toContain('window=1y'));
});
