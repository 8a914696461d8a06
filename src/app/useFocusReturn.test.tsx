// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pressKey, setUpShortcuts, SCREENS, showWithShortcuts } from './shortcuts/shortcutFixture.tsx';

setUpShortcuts();

const focused = () => document.activeElement;
const tileOf = (id: string) => document.querySelector<HTMLElement>(`main a[data-series="${id}"]`);

/** Follows a link as Enter does; the DOM of the tests does not go on from a click by itself. */
function follow(link: HTMLElement | null): void {
  link?.focus();
  location.hash = link?.getAttribute('href') ?? '';
}

async function leaveResult(): Promise<void> {
  await screen.findByRole('slider');
  pressKey('Escape', {}, document.body);
  await SCREENS.overview[1]();
}

test.each(['k', 'na', 'glucose'])(
  'Escape from the result %s gives the focus back to its tile',
  async (id) => {
    await showWithShortcuts('overview');
    follow(tileOf(id));
    await leaveResult();
    await waitFor(() => expect(focused()).toBe(tileOf(id)));
  },
);

test('a reader who went on to another result comes back to its tile', async () => {
  await showWithShortcuts('overview');
  follow(tileOf('k'));
  await screen.findByRole('slider', { name: /^Potassium/ });
  location.hash = '#series=na';
  await screen.findByRole('slider', { name: /^Sodium/ });
  await leaveResult();
  await waitFor(() => expect(focused()).toBe(tileOf('na')));
});

test('a result that was opened by its address has a tile to come back to', async () => {
  await showWithShortcuts('series');
  await leaveResult();
  await waitFor(() => expect(focused()).toBe(tileOf('glucose')));
});

test('Escape from the timeline gives the focus back to the link that led there', async () => {
  await showWithShortcuts('overview');
  follow(screen.getByRole('link', { name: 'Timeline' }));
  await SCREENS.timeline[1]();
  pressKey('Escape', {}, document.body);
  await SCREENS.overview[1]();
  await waitFor(() => expect(focused()).toBe(screen.getByRole('link', { name: 'Timeline' })));
});
