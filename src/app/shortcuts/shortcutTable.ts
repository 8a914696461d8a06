/** This file lists every shortcut of the app once, both for its binding and for the list of shortcuts. */
import type { Screen } from '../../parts/navigation/urlFragment.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';

type ScreenName = Screen['name'];
type ScreenNames = readonly ScreenName[];

export type ShortcutRow = {
  /** Each of these keys does the same. "g o" means one after the other. */
  readonly keys: readonly string[];
  readonly description: string;
  /** The shortcut works on these screens, or on all screens if there are none. */
  readonly screens?: ScreenNames;
};

const WITH_WINDOW: ScreenNames = ['overview', 'compare', 'timeline', 'series'];
const WITH_RECORD_BAR: ScreenNames = ['compare', 'series'];
const WITH_LANES: ScreenNames = ['compare', 'timeline', 'series'];
const NOT_ON_PAPER: ScreenNames = ['overview', 'compare', 'results', 'timeline', 'series', 'account'];

/** ShortcutHandler.tsx binds these letters, digits and signs. */
const ACTIONS = {
  overview: { keys: ['g o'], description: shortcutsTexts('goToOverview') },
  compare: { keys: ['g t'], description: shortcutsTexts('goToCompare') },
  results: { keys: ['g r'], description: shortcutsTexts('goToResults') },
  timeline: { keys: ['g m'], description: shortcutsTexts('goToTimeline') },
  changedDrug: { keys: ['g d'], description: shortcutsTexts('goToChangedDrug'), screens: ['overview'] },
  print: { keys: ['p'], description: shortcutsTexts('goToPrint'), screens: NOT_ON_PAPER },
  search: { keys: ['/'], description: shortcutsTexts('search') },
  help: { keys: ['?'], description: shortcutsTexts('thisList') },
  openResult: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    description: shortcutsTexts('openPinned'),
  },
  earlier: { keys: ['['], description: shortcutsTexts('earlier'), screens: WITH_WINDOW },
  later: { keys: [']'], description: shortcutsTexts('later'), screens: WITH_WINDOW },
  zoomIn: { keys: ['+', '='], description: shortcutsTexts('zoomIn'), screens: WITH_WINDOW },
  zoomOut: { keys: ['-'], description: shortcutsTexts('zoomOut'), screens: WITH_WINDOW },
  openingWindow: {
    keys: ['0'],
    description: shortcutsTexts('openingWindow'),
    screens: WITH_WINDOW,
  },
  wholeWindow: { keys: ['w'], description: shortcutsTexts('wholeWindow'), screens: WITH_WINDOW },
  abnormal: {
    keys: ['f'],
    description: shortcutsTexts('onlyAbnormal'),
    screens: ['results'],
  },
  table: {
    keys: ['t'],
    description: shortcutsTexts('chartAndTable'),
    screens: ['series'],
  },
  unit: { keys: ['u'], description: shortcutsTexts('chooseUnit'), screens: ['series'] },
  unitSystem: {
    keys: ['u'],
    description: shortcutsTexts('unitsOfAll'),
    screens: ['overview', 'compare', 'results'],
  },
  symbols: { keys: ['l'], description: shortcutsTexts('symbols'), screens: NOT_ON_PAPER },
  exportMenu: { keys: ['c'], description: shortcutsTexts('exportMenu'), screens: NOT_ON_PAPER },
  printPage: { keys: ['p'], description: shortcutsTexts('printPage'), screens: ['print'] },
} satisfies Record<string, ShortcutRow>;

export type ShortcutName = keyof typeof ACTIONS;

const isAction = (name: string): name is ShortcutName => Object.hasOwn(ACTIONS, name);
const ACTION_ROWS = Object.keys(ACTIONS)
  .filter(isAction)
  .map((action): ShortcutRow & { readonly action: ShortcutName } => ({ action, ...ACTIONS[action] }));

/** A screen binds these letters and signs itself, because only it knows what they change. */
const SCREEN_SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['a'], description: shortcutsTexts('beforeAndAfter'), screens: ['compare', 'series'] },
  { keys: ['t'], description: shortcutsTexts('tableOfStrips'), screens: ['compare'] },
  { keys: ['x'], description: shortcutsTexts('selectTest'), screens: ['overview'] },
];

/** These keys remain when single keys are off. */
const NAVIGATION_KEYS: readonly ShortcutRow[] = [
  { keys: ['←', '→'], description: shortcutsTexts('curvesStep'), screens: ['overview'] },
  {
    keys: ['Home', 'End'],
    description: shortcutsTexts('curvesEnds'),
    screens: ['overview'],
  },
  { keys: ['↑', '↓'], description: shortcutsTexts('tileStep'), screens: ['overview'] },
  {
    // oxlint-disable-next-line longview/texts-in-catalogs -- names of keys, as keyboards have them
    keys: ['Page Up', 'Page Down'],
    description: shortcutsTexts('tileColumn'),
    screens: ['overview'],
  },
  {
    // oxlint-disable-next-line longview/texts-in-catalogs -- names of keys, as keyboards have them
    keys: ['Ctrl+Home', 'Ctrl+End'],
    description: shortcutsTexts('tileEnds'),
    screens: ['overview'],
  },
  { keys: ['Space'], description: shortcutsTexts('selectTest'), screens: ['overview'] },
  {
    keys: ['←', '→'],
    description: shortcutsTexts('stripStep'),
    screens: ['compare'],
  },
  {
    keys: ['↑', '↓'],
    description: shortcutsTexts('stripRow'),
    screens: ['compare'],
  },
  {
    keys: ['Home', 'End'],
    description: shortcutsTexts('stripEnds'),
    screens: ['compare'],
  },
  { keys: ['←', '→'], description: shortcutsTexts('gridDate'), screens: ['results'] },
  { keys: ['↑', '↓'], description: shortcutsTexts('gridRow'), screens: ['results'] },
  {
    // oxlint-disable-next-line longview/texts-in-catalogs -- names of keys, as keyboards have them
    keys: ['Page Up', 'Page Down'],
    description: shortcutsTexts('gridPage'),
    screens: ['results'],
  },
  {
    keys: ['Home', 'End'],
    description: shortcutsTexts('gridEnds'),
    screens: ['results'],
  },
  { keys: ['Enter', 'Space'], description: shortcutsTexts('gridSource'), screens: ['results'] },
  { keys: ['←', '→'], description: shortcutsTexts('chartStep'), screens: ['series'] },
  {
    keys: ['↑', '↓'],
    description: shortcutsTexts('chartListed'),
    screens: ['series'],
  },
  { keys: ['↑', '↓'], description: shortcutsTexts('tableRow'), screens: ['series'] },
  {
    keys: ['Home', 'End'],
    description: shortcutsTexts('chartOrTableEnds'),
    screens: ['series'],
  },
  { keys: ['Enter'], description: shortcutsTexts('tableSource'), screens: ['series'] },
  {
    keys: ['←', '→'],
    description: shortcutsTexts('laneStep'),
    screens: WITH_LANES,
  },
  { keys: ['↑', '↓'], description: shortcutsTexts('laneRow'), screens: WITH_LANES },
  { keys: ['Home', 'End'], description: shortcutsTexts('laneEnds'), screens: WITH_LANES },
  { keys: ['←', '→'], description: shortcutsTexts('recordBarStep'), screens: WITH_RECORD_BAR },
  { keys: ['↑', '↓'], description: shortcutsTexts('recordBarSame'), screens: WITH_RECORD_BAR },
  {
    // oxlint-disable-next-line longview/texts-in-catalogs -- names of keys, as keyboards have them
    keys: ['Page Up', 'Page Down'],
    description: shortcutsTexts('recordBarPage'),
    screens: WITH_RECORD_BAR,
  },
  { keys: ['Home', 'End'], description: shortcutsTexts('recordBarEnds'), screens: WITH_RECORD_BAR },
  { keys: ['Ctrl K', '⌘ K'], description: shortcutsTexts('search') },
  { keys: ['↑', '↓'], description: shortcutsTexts('moveInSearch') },
  { keys: ['Esc'], description: shortcutsTexts('closeOrBack') },
];

const isOn =
  (screen: ScreenName) =>
  ({ screens }: ShortcutRow): boolean =>
    screens === undefined || screens.includes(screen);

/** Returns the shortcuts that ShortcutHandler.tsx binds on this screen. */
export const shortcutsOn = (screen: ScreenName) => ACTION_ROWS.filter(isOn(screen));

/**
 * Returns the shortcuts of a screen, and those of every screen. `isThere` omits those that have nothing to
 * act on now.
 */
export function shortcutRows(screen: ScreenName, isThere: (action: ShortcutName, key: string) => boolean) {
  const single = [
    ...SCREEN_SHORTCUTS.filter(isOn(screen)),
    ...shortcutsOn(screen)
      .map((row) => ({ ...row, keys: row.keys.filter((key) => isThere(row.action, key)) }))
      .filter(({ keys }) => keys.length > 0),
  ];
  const others = NAVIGATION_KEYS.filter(isOn(screen));
  const rows = [
    ...single.map((row) => ({ ...row, isSingle: true })),
    ...others.map((row) => ({ ...row, isSingle: false })),
  ];
  return {
    forScreen: rows.filter(({ screens }) => screens !== undefined),
    forEveryScreen: rows.filter(({ screens }) => screens === undefined),
  };
}
