// @vitest-environment happy-dom
import { render, renderHook, screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { expect, test } from 'vitest';
import { seriesFragment, type Screen } from '../parts/navigation/urlFragment.ts';
import { pressKey, setUpShortcuts, SCREENS, showWithShortcuts } from './shortcuts/shortcutFixture.tsx';
import { useFocusReturn } from './useFocusReturn.ts';

setUpShortcuts();

const focused = () => document.activeElement;
const tileOf = (id: string) => document.querySelector<HTMLElement>(`main a[data-series="${id}"]`);

/** Follows a link as Enter does; the DOM of the tests does not go on from a click by itself. */
function follow(link: HTMLElement | null): void {
  link?.focus();
  location.hash = link?.getAttribute('href') ?? '';
}

async function leaveResult(): Promise<void> {
  await screen.findByRole('slider', { name: /result/ });
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

test('a result whose address begins that of another one has a place of its own', () => {
  const main = document.createElement('main');
  for (const id of ['k~2823-3', 'k']) {
    const tile = document.createElement('a');
    tile.href = seriesFragment(id);
    tile.dataset['series'] = id;
    main.append(tile);
  }
  document.body.append(main);
  const { rerender } = renderHook((shown: Screen) => useFocusReturn(shown), {
    initialProps: { name: 'overview' },
  });
  tileOf('k~2823-3')?.focus();
  tileOf('k~2823-3')?.blur();
  rerender({ name: 'series', seriesId: 'k' });
  rerender({ name: 'overview' });
  expect(focused()).toBe(tileOf('k'));
  main.remove();
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

function Heading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      Potassium
    </h2>
  );
}

function Headed({ screen: shown }: { readonly screen: Screen }) {
  useFocusReturn(shown);
  return (
    shown.name === 'timeline' && (
      <>
        <Heading />
        <a href="#account">Account</a>
      </>
    )
  );
}

test('a screen that places the focus itself keeps it there', () => {
  const view = render(<Headed screen={{ name: 'timeline' }} />);
  screen.getByText('Account').focus();
  view.rerender(<Headed screen={{ name: 'overview' }} />);
  view.rerender(<Headed screen={{ name: 'timeline' }} />);
  expect(focused()).toBe(screen.getByRole('heading'));
});

function TwoLinks({ screen: shown }: { readonly screen: Screen }) {
  useFocusReturn(shown);
  return (
    shown.name === 'overview' && (
      <main>
        <a href="#series=k">Potassium changed</a>
        <a href="#series=k" data-series="k">
          Potassium
        </a>
      </main>
    )
  );
}

test('of two links to one result the focus goes back to the one that was used', () => {
  const view = render(<TwoLinks screen={{ name: 'overview' }} />);
  screen.getByText('Potassium changed').focus();
  view.rerender(<TwoLinks screen={{ name: 'series', seriesId: 'k' }} />);
  view.rerender(<TwoLinks screen={{ name: 'overview' }} />);
  expect(focused()).toBe(screen.getByText('Potassium changed'));
});
