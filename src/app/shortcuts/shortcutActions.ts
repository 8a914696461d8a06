/** What the single keys do, and where there is nothing to do. */
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import type { Series } from '../../clinical/series/series.ts';
import { choicesOfSystem, nextUnitSystem } from '../../clinical/unitChoice/unitSystem.ts';
import { gridFiltersIn, gridFragment } from '../../parts/screenUrls/gridUrl.ts';
import type { Action } from './shortcutTable.ts';
import { analyteIdOf, readPins } from '../../parts/results/pins.ts';
import { zoomAnchorIn } from '../../parts/timeWindow/zoomAnchor.ts';
import { unitSystemAnnouncement } from '../session/unitSystemText.ts';
import type { ChosenUnits } from '../../parts/results/useChosenUnits.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import {
  COMPARE,
  fragmentFor,
  PRINT,
  RESULTS,
  TIMELINE,
  type Screen,
} from '../../parts/navigation/urlFragment.ts';
import { showTimeWindow, shifted, zoomed } from '../../parts/timeWindow/windowSteps.ts';

export type ShortcutContext = {
  readonly screen: Screen['name'];
  readonly siteId: string;
  /** Of the record, as far as it was read. */
  readonly series: readonly Series[];
  readonly view: ViewWindow;
  readonly units: Pick<ChosenUnits, 'choices' | 'onChooseAll'>;
  /** Of the list of keys. */
  readonly onHelp: (isOpen: boolean) => void;
  readonly onSearch: () => void;
  /** The window moved, or why it did not, or what else a key changed: said to who does not see it. */
  readonly announce: (said: string) => void;
};

/** undefined where there is nothing to act on. */
type ShortcutAction = (context: ShortcutContext, key: string) => (() => void) | undefined;

const openScreen =
  (fragment: string): ShortcutAction =>
  () =>
  () => {
    location.hash = fragment;
  };

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** The curves of the overview, as they stand there. */
const overviewSeriesIds = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('main a[data-series]')].flatMap((tile) =>
    tile.querySelector('[data-plot]') ? [tile.dataset['series'] ?? ''] : [],
  );

/** Where a record has not that very series, one of its analyte, as on the overview; else the screen says that there is none. */
function seriesIdForPin(pin: string, series: readonly Series[]): string {
  if (isDerivedId(pin) || series.some(({ id }) => id === pin)) return pin;
  return series.find(({ id, rows }) => rows.length > 0 && analyteIdOf(id) === analyteIdOf(pin))?.id ?? pin;
}

/** A pin keeps its place in every record, so that a digit never opens another result than the reader learned. */
function openNthResult({ siteId, screen, series }: ShortcutContext, key: string) {
  const pins = readPins(siteId).map((pin) => seriesIdForPin(pin, series));
  const ids = pins.length > 0 || screen !== 'overview' ? pins : overviewSeriesIds();
  const id = ids[Number(key) - 1];
  return id === undefined ? undefined : () => (location.hash = fragmentFor(id));
}

type WindowMove = (view: ViewWindow, shown: NonNullable<ViewWindow['visible']>) => void;

/** `stuckAt` says why it cannot go further, as the disabled button beside it does. */
const moveWindow =
  (go: WindowMove, limitTextOf: (view: ViewWindow) => string = () => ''): ShortcutAction =>
  ({ view, announce }) => {
    const { whole, visible } = view;
    if (!whole || !visible) return undefined;
    return () => {
      const limitText = limitTextOf(view);
      if (limitText === '') go(view, visible);
      announce(limitText);
    };
  };

const startLimitText = ({ choice, whole, visible }: ViewWindow): string =>
  choice === 'all' || !whole || !visible || visible.startMs <= whole.startMs
    ? 'The window begins with the first result read.'
    : '';
const endLimitText = ({ choice, whole, visible }: ViewWindow): string =>
  choice === 'all' || !whole || !visible || visible.endMs >= whole.endMs
    ? 'The window ends with the last result read.'
    : '';
const wholeLimitText = ({ choice }: ViewWindow): string =>
  choice === 'all' ? 'The window shows all results read.' : '';

const openingLimitText = ({ isChosen }: ViewWindow): string =>
  isChosen ? '' : 'The window is the one that the record opens with.';

function toggleTable() {
  const table = find('[data-twin]');
  if (!table) return undefined;
  const isInTable = table.contains(document.activeElement);
  const to = isInTable ? (find('main [role="slider"]') ?? table) : table;
  return () => to.focus();
}

/** Who uses keys goes on from the button: what it opens comes next. */
function pressButton(button: HTMLElement | null) {
  if (!button) return undefined;
  return () => {
    button.focus();
    button.click();
  };
}

function focusUnitChoice() {
  const choice = find('[data-unit-choice]');
  return choice ? () => choice.focus() : undefined;
}

/** From one system to the next, for all results that are known in both. */
const chooseNextUnitSystem: ShortcutAction =
  ({ units, announce }) =>
  () => {
    const next = nextUnitSystem(units.choices);
    units.onChooseAll(choicesOfSystem(next));
    announce(unitSystemAnnouncement(next));
  };

function toggleAbnormal() {
  const filters = gridFiltersIn(location.hash);
  return () => {
    // In the place of the address before, as a press on the filter does.
    location.replace(gridFragment({ ...filters, abnormal: !filters.abnormal }));
    // Who is nowhere yet goes on from it; who reads a cell stays there.
    if (document.activeElement === document.body) find('[data-abnormal]')?.focus();
  };
}

export const SHORTCUT_ACTIONS: Readonly<Record<Action, ShortcutAction>> = {
  overview: openScreen(''),
  compare: openScreen(COMPARE),
  results: openScreen(RESULTS),
  timeline: openScreen(TIMELINE),
  print: openScreen(PRINT),
  search: ({ onSearch }) => onSearch,
  help:
    ({ onHelp }) =>
    () =>
      onHelp(true),
  openResult: openNthResult,
  earlier: moveWindow((view, shown) => showTimeWindow(view, shifted(shown, -1)), startLimitText),
  later: moveWindow((view, shown) => showTimeWindow(view, shifted(shown, 1)), endLimitText),
  zoomIn: moveWindow((view, shown) => showTimeWindow(view, zoomed(shown, 0.5, zoomAnchorIn(shown)))),
  zoomOut: moveWindow(
    (view, shown) => showTimeWindow(view, zoomed(shown, 2, zoomAnchorIn(shown))),
    wholeLimitText,
  ),
  wholeWindow: moveWindow((view) => view.onChoose('all'), wholeLimitText),
  openingWindow: moveWindow((view) => view.onChoose(''), openingLimitText),
  abnormal: toggleAbnormal,
  table: toggleTable,
  unit: focusUnitChoice,
  unitSystem: chooseNextUnitSystem,
  exportMenu: () => pressButton(find('[data-take-along]')),
  printPage: () => () => globalThis.print(),
};
