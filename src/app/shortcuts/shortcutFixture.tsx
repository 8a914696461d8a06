/** This file opens each screen of a session with its shortcuts, and finds elements in it. It is for tests. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { ScreenRouter } from '../ScreenRouter.tsx';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import { useChosenUnits } from '../../parts/results/useChosenUnits.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';

export const SHORTCUTS_OFF_KEY = 'longview.choice.general.keys';
export const PINS_KEY = 'longview.choice.general.pins';

/** Sets up and cleans up each test of the shortcuts. */
export function setUpShortcuts(): void {
  // Parts that are loaded when they are shown are loaded here, so that no test waits for them.
  beforeAll(async () => {
    await Promise.all([
      import('./ShortcutHandler.tsx'),
      import('../../screens/overview/CursorToolbar.tsx'),
      import('../../screens/detail/Detail.tsx'),
      import('../../screens/grid/GridScreen.tsx'),
      import('../../screens/compare/CompareScreen.tsx'),
      import('../../screens/timeline/TimelineScreen.tsx'),
      import('../../screens/print/PrintScreen.tsx'),
      import('../../screens/account/AccountScreen.tsx'),
      import('../../parts/timeWindow/WindowControl.tsx'),
      import('../../parts/export/ExportMenu.tsx'),
      import('../../charts/trend/TrendChart.tsx'),
    ]);
  }, 60_000);
  beforeEach(() => {
    // The DOM of the tests has no popovers.
    HTMLElement.prototype.hidePopover = () => {};
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    localStorage.clear();
    location.hash = '';
  });
}

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const record = recordOf(
  YEARS.flatMap((year) => [
    resultInput('2823-3', 4.6, 'mmol/L', `${year}-03-01T14:00:00Z`),
    resultInput('2823-3', 5.4, 'mmol/L', `${year}-09-01T14:00:00Z`, flagConcept('H')),
    resultInput('2951-2', 139, 'mmol/L', `${year}-03-01T14:00:00Z`),
    resultInput('2951-2', 140, 'mmol/L', `${year}-09-01T14:00:00Z`),
    resultInput('2345-7', 99, 'mg/dL', `${year}-03-01T14:00:00Z`),
    resultInput('2345-7', 104, 'mg/dL', `${year}-09-01T14:00:00Z`),
  ]),
);

function App({ session, read }: { readonly session: OpenedSession; readonly read: RecordSnapshot }) {
  const units = useChosenUnits(read, session.session.site);
  return (
    <InOpenRecord
      {...{ session, units }}
      record={units.record}
      reported={read}
      isFirstChartDrawn
      nowMs={read.readAtMs}
    >
      <ScreenRouter />
    </InOpenRecord>
  );
}

/** Each screen is complete once its query finds something. */
export const SCREENS = {
  overview: ['', () => screen.findByRole('combobox', { name: /^Search/ })],
  compare: ['#compare=k', () => screen.findByRole('heading', { name: 'Compare' })],
  results: ['#results', () => screen.findByRole('heading', { name: 'Results by date' })],
  timeline: ['#timeline', () => screen.findByRole('heading', { name: 'Timeline' })],
  series: ['#series=glucose', () => screen.findByRole('slider', { name: /result/ })],
  print: ['#print', () => screen.findByRole('button', { name: 'Print' })],
  account: ['#account=', () => screen.findByRole('heading', { name: 'Account of all results' })],
} as const;
export type ScreenName = keyof typeof SCREENS;

/** Returns true when something handled the key. */
export const pressKey = (
  key: string,
  more: KeyboardEventInit = {},
  target: Element | null = document.activeElement,
) => !fireEvent.keyDown(target ?? document.body, { key, ...more });

export const shortcutList = () => screen.queryByRole('dialog', { name: shortcutsTexts('keys') });

export async function openShortcutHelp(): Promise<HTMLElement> {
  await waitFor(() => expect(pressKey('?')).toBe(true));
  return screen.findByRole('dialog', { name: shortcutsTexts('keys') });
}

export async function showShortcuts(name: ScreenName, fragment: string = SCREENS[name][0]) {
  location.hash = fragment;
  const view = render(<App session={openedSession()} read={record} />);
  await SCREENS[name][1]();
  return view;
}

/** Opens a screen as `show` does, with its shortcuts loaded. */
export async function showWithShortcuts(name: ScreenName, fragment?: string) {
  const view = await showShortcuts(name, fragment);
  await openShortcutHelp();
  pressKey('Escape');
  expect(shortcutList()).toBeNull();
  return view;
}

/** Returns the letters, digits and signs of the list. */
export const singleKeysIn = (dialog: HTMLElement) =>
  [...dialog.querySelectorAll<HTMLElement>('[data-keys]')]
    .flatMap(({ dataset }) => (dataset['keys'] ?? '').split(', '))
    .filter((keys) => /^[!-~]( [!-~])?$/.test(keys));

export const PRINTABLE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (key) => !/[A-Z]/.test(key),
);

export const shownWindow = () => document.querySelector('[data-window]')?.textContent ?? '';
export const choiceNow = () => new URLSearchParams(location.hash.slice(1)).get('window');
export const goesTo = (fragment: string) => waitFor(() => expect(location.hash.split('&')[0]).toBe(fragment));
