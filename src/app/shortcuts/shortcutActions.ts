/** This file says what the single keys do, and when they have nothing to do. */
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import type { Series } from '../../clinical/series/series.ts';
import {
  choicesOfSystem,
  nextUnitSystem,
  type Concentrations,
} from '../../clinical/unitChoice/unitSystem.ts';
import { compareSelected } from '../../parts/screenUrls/selectedTests.ts';
import { gridFiltersIn, gridFragment } from '../../parts/screenUrls/gridUrl.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';
import type { ShortcutName } from './shortcutTable.ts';
import { analyteIdOf, readPins } from '../../parts/results/pins.ts';
import { zoomAnchorIn } from '../../parts/timeWindow/zoomAnchor.ts';
import { unitSystemAnnouncement } from '../session/unitSystemText.ts';
import type { ChosenUnits } from '../../parts/results/useChosenUnits.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import {
  seriesFragment,
  PRINT_FRAGMENT,
  GRID_FRAGMENT,
  TIMELINE_FRAGMENT,
  type Screen,
} from '../../parts/navigation/urlFragment.ts';
import {
  shiftedWindow,
  showTimeWindow,
  ZOOM_IN,
  ZOOM_OUT,
  zoomedWindow,
} from '../../parts/timeWindow/shiftAndZoom.ts';

export type ShortcutContext = {
  readonly screen: Screen['name'];
  readonly siteId: string;
  /** These are the series of the record, as far as it was read. */
  readonly series: readonly Series[];
  readonly view: ViewWindow;
  readonly units: Pick<ChosenUnits, 'choices' | 'onChooseAll'>;
  /** The site file says what SI means here. */
  readonly concentrations: Concentrations;
  /** Opens or closes the list of shortcuts. */
  readonly onHelp: (isOpen: boolean) => void;
  readonly onSearch: () => void;
  /** Announces a change, or why there is none, to readers who do not see it. */
  readonly announce: (text: string) => void;
  /** Announces the window when it has moved. */
  readonly announceMove: () => void;
};

/** An action returns undefined when it has nothing to act on. */
type ShortcutAction = (context: ShortcutContext, key: string) => (() => void) | undefined;

const openScreen =
  (fragment: string): ShortcutAction =>
  () =>
  () => {
    location.hash = fragment;
  };

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** Returns the ids of the curves on the overview, in their order there. */
const overviewSeriesIds = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('main a[data-series]')].flatMap((tile) =>
    tile.querySelector('[data-plot]') ? [tile.dataset['series'] ?? ''] : [],
  );

/** Returns the pinned series or, as on the overview, one of its analyte. If there is neither, the screen says so. */
function seriesIdForPin(pin: string, series: readonly Series[]): string {
  if (isDerivedId(pin) || series.some(({ id }) => id === pin)) return pin;
  return series.find(({ id, rows }) => rows.length > 0 && analyteIdOf(id) === analyteIdOf(pin))?.id ?? pin;
}

/**
 * Opens the pin with this number. A pin keeps its place in every record, so that a digit never opens another
 * result than the reader learned.
 */
function openNthResult({ siteId, screen, series }: ShortcutContext, key: string) {
  const pins = readPins(siteId).map((pin) => seriesIdForPin(pin, series));
  const ids = pins.length > 0 || screen !== 'overview' ? pins : overviewSeriesIds();
  const id = ids[Number(key) - 1];
  return id === undefined ? undefined : () => (location.hash = seriesFragment(id));
}

type WindowMove = (view: ViewWindow, visible: NonNullable<ViewWindow['visible']>) => void;

/** Moves the window, or announces `limitText`, which says why it cannot go further, as the disabled button does. */
const moveWindow =
  (move: WindowMove, limitTextOf: (view: ViewWindow) => string = () => ''): ShortcutAction =>
  ({ view, announce, announceMove }) => {
    const { whole, visible } = view;
    if (!whole || !visible) return undefined;
    return () => {
      const limitText = limitTextOf(view);
      if (limitText !== '') return announce(limitText);
      move(view, visible);
      announceMove();
    };
  };

const startLimitText = ({ choice, whole, visible }: ViewWindow): string =>
  choice === 'all' || !whole || !visible || visible.startMs <= whole.startMs
    ? shortcutsTexts('beginsWithFirst')
    : '';
const endLimitText = ({ choice, whole, visible }: ViewWindow): string =>
  choice === 'all' || !whole || !visible || visible.endMs >= whole.endMs
    ? shortcutsTexts('endsWithLast')
    : '';
const wholeLimitText = ({ choice }: ViewWindow): string =>
  choice === 'all' ? shortcutsTexts('showsAll') : '';

const openingLimitText = ({ isChosen }: ViewWindow): string =>
  isChosen ? '' : shortcutsTexts('isOpeningWindow');

function toggleTable() {
  const table = find('[data-twin]');
  if (!table) return undefined;
  const isInTable = table.contains(document.activeElement);
  const target = isInTable ? (find('main [role="slider"]:not([data-held])') ?? table) : table;
  return () => target.focus();
}

/** Presses a button and focuses it first, so that the tab order goes on with what it opens. */
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

/** Changes from one unit system to the next, for all results that are known in both. */
const chooseNextUnitSystem: ShortcutAction =
  ({ units, concentrations, announce }) =>
  () => {
    const next = nextUnitSystem(units.choices, concentrations);
    units.onChooseAll(choicesOfSystem(next, concentrations));
    announce(unitSystemAnnouncement(next));
  };

function toggleAbnormal() {
  const filters = gridFiltersIn(location.hash);
  return () => {
    // This replaces the address, as a press on the filter does.
    location.replace(gridFragment({ ...filters, onlyAbnormal: !filters.onlyAbnormal }));
    // Without a focus, the reader goes on from the filter. A reader of a cell stays there.
    if (document.activeElement === document.body) find('[data-abnormal]')?.focus();
  };
}

export const SHORTCUT_ACTIONS: Readonly<Record<ShortcutName, ShortcutAction>> = {
  overview: openScreen(''),
  compare: () => () => {
    location.hash = compareSelected(location.hash);
  },
  results: openScreen(GRID_FRAGMENT),
  timeline: openScreen(TIMELINE_FRAGMENT),
  // "What changed" names the newest change of medication first.
  changedDrug: () => pressButton(find('[data-drug-link]')),
  print: openScreen(PRINT_FRAGMENT),
  search: ({ onSearch }) => onSearch,
  help:
    ({ onHelp }) =>
    () =>
      onHelp(true),
  openResult: openNthResult,
  earlier: moveWindow((view, visible) => showTimeWindow(view, shiftedWindow(visible, -1)), startLimitText),
  later: moveWindow((view, visible) => showTimeWindow(view, shiftedWindow(visible, 1)), endLimitText),
  zoomIn: moveWindow((view, visible) =>
    showTimeWindow(view, zoomedWindow(visible, ZOOM_IN, zoomAnchorIn(visible))),
  ),
  zoomOut: moveWindow(
    (view, visible) => showTimeWindow(view, zoomedWindow(visible, ZOOM_OUT, zoomAnchorIn(visible))),
    wholeLimitText,
  ),
  wholeWindow: moveWindow((view) => view.onChoose('all'), wholeLimitText),
  openingWindow: moveWindow((view) => view.onChoose(''), openingLimitText),
  abnormal: toggleAbnormal,
  table: toggleTable,
  unit: focusUnitChoice,
  unitSystem: chooseNextUnitSystem,
  symbols: () => pressButton(find('[data-symbols]')),
  exportMenu: () => pressButton(find('[data-take-along]')),
  printPage: () => () => globalThis.print(),
};
