/** This file lists every shortcut of the app once, both for its binding and for the list of shortcuts. */
import type { Screen } from '../../parts/navigation/urlFragment.ts';

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
const WITH_LANES: ScreenNames = ['compare', 'timeline', 'series'];
const NOT_ON_PAPER: ScreenNames = ['overview', 'compare', 'results', 'timeline', 'series', 'account'];

/** ShortcutHandler.tsx binds these letters, digits and signs. */
const ACTIONS = {
  overview: { keys: ['g o'], description: 'go to the overview' },
  compare: { keys: ['g t'], description: 'go to Compare, trends on top of each other' },
  results: { keys: ['g r'], description: 'go to the results by date' },
  timeline: { keys: ['g m'], description: 'go to the timeline' },
  print: { keys: ['p'], description: 'go to the page for print', screens: NOT_ON_PAPER },
  search: { keys: ['/'], description: 'find a result' },
  help: { keys: ['?'], description: 'this list of keys' },
  openResult: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    description:
      'open the pinned result of that place; without pins, the curve of that place on the overview',
  },
  earlier: { keys: ['['], description: 'half a window earlier', screens: WITH_WINDOW },
  later: { keys: [']'], description: 'half a window later', screens: WITH_WINDOW },
  zoomIn: { keys: ['+', '='], description: 'zoom in, around the cursor', screens: WITH_WINDOW },
  zoomOut: { keys: ['-'], description: 'zoom out, around the cursor', screens: WITH_WINDOW },
  openingWindow: {
    keys: ['0'],
    description: 'back to the window that the record opens with',
    screens: WITH_WINDOW,
  },
  wholeWindow: { keys: ['w'], description: 'the whole record in the window: All', screens: WITH_WINDOW },
  abnormal: {
    keys: ['f'],
    description: 'only what is flagged or outside its range, or all',
    screens: ['results'],
  },
  table: {
    keys: ['t'],
    description: 'from the chart to the table of its results, and back',
    screens: ['series'],
  },
  unit: { keys: ['u'], description: 'choose the unit', screens: ['series'] },
  unitSystem: {
    keys: ['u'],
    description: 'units of all results: as reported, SI, conventional',
    screens: ['overview', 'compare', 'results'],
  },
  exportMenu: { keys: ['c'], description: 'copy, save and print', screens: NOT_ON_PAPER },
  printPage: { keys: ['p'], description: 'print this page', screens: ['print'] },
} satisfies Record<string, ShortcutRow>;

export type Action = keyof typeof ACTIONS;

const isAction = (name: string): name is Action => Object.hasOwn(ACTIONS, name);
const ACTION_ROWS = Object.keys(ACTIONS)
  .filter(isAction)
  .map((action): ShortcutRow & { readonly action: Action } => ({ action, ...ACTIONS[action] }));

/** A screen binds these letters and signs itself, because only it knows what they change. */
const SCREEN_SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['a'], description: 'before and after the moment of the cursor', screens: ['compare', 'series'] },
  { keys: ['t'], description: 'the table of what the strips show', screens: ['compare'] },
];

/** These keys remain when single keys are off. */
const NAVIGATION_KEYS: readonly ShortcutRow[] = [
  { keys: ['←', '→'], description: 'the result before or after, in all curves', screens: ['overview'] },
  {
    keys: ['Home', 'End'],
    description: 'the first or last moment in the window, in all curves',
    screens: ['overview'],
  },
  {
    keys: ['←', '→'],
    description: 'on a strip or the time axis: the result before or after',
    screens: ['compare'],
  },
  {
    keys: ['↑', '↓'],
    description: 'on a strip or the time axis: the strip above or below',
    screens: ['compare'],
  },
  {
    keys: ['Home', 'End'],
    description: 'on a strip or the time axis: the first or last result',
    screens: ['compare'],
  },
  { keys: ['←', '→'], description: 'in the grid: the date before or after', screens: ['results'] },
  { keys: ['↑', '↓'], description: 'in the grid: the row above or below', screens: ['results'] },
  {
    keys: ['Page Up', 'Page Down'],
    description: 'in the grid: a page of rows up or down',
    screens: ['results'],
  },
  {
    keys: ['Home', 'End'],
    description: 'in the grid: the first or last date, with Ctrl also row',
    screens: ['results'],
  },
  { keys: ['Enter', 'Space'], description: 'in the grid: the source of the result', screens: ['results'] },
  { keys: ['←', '→'], description: 'on the chart: the result before or after', screens: ['series'] },
  {
    keys: ['↑', '↓'],
    description: 'on the chart: the result listed before or after this one',
    screens: ['series'],
  },
  { keys: ['↑', '↓'], description: 'in the table: the result above or below', screens: ['series'] },
  {
    keys: ['Home', 'End'],
    description: 'the first or last result of the chart or table',
    screens: ['series'],
  },
  { keys: ['Enter'], description: 'in the table: the source of the result', screens: ['series'] },
  {
    keys: ['←', '→'],
    description: 'in the lanes: what began or changed before or after',
    screens: WITH_LANES,
  },
  { keys: ['↑', '↓'], description: 'in the lanes: the lane above or below', screens: WITH_LANES },
  { keys: ['Home', 'End'], description: 'in the lanes: the first or last of the lane', screens: WITH_LANES },
  { keys: ['Esc'], description: 'close what is open, else back to the overview' },
  { keys: ['Tab'], description: 'to the next thing that can be pressed; with Shift to the one before' },
  { keys: ['Enter'], description: 'press it' },
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
export function shortcutRows(screen: ScreenName, isThere: (action: Action, key: string) => boolean) {
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
