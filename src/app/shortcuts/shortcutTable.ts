/** Every key of the app, once: what binds the single keys and what the list of keys says. */
import type { Screen } from '../../parts/navigation/urlFragment.ts';

type ScreenName = Screen['name'];
type On = readonly ScreenName[];

export type ShortcutRow = {
  /** Each does the same; "g o" is one after the other. */
  readonly keys: readonly string[];
  readonly words: string;
  /** On these screens; on all without it. */
  readonly on?: On;
};

const WITH_WINDOW: On = ['overview', 'compare', 'timeline', 'series'];
const WITH_LANES: On = ['compare', 'timeline', 'series'];
const NOT_ON_PAPER: On = ['overview', 'compare', 'results', 'timeline', 'series', 'account'];

/** Letters, digits and signs that Keys.tsx binds. */
const ACTIONS = {
  overview: { keys: ['g o'], words: 'go to the overview' },
  compare: { keys: ['g t'], words: 'go to Compare, trends on top of each other' },
  results: { keys: ['g r'], words: 'go to the results by date' },
  timeline: { keys: ['g m'], words: 'go to the timeline' },
  print: { keys: ['p'], words: 'go to the page for print', on: NOT_ON_PAPER },
  search: { keys: ['/'], words: 'find a result' },
  list: { keys: ['?'], words: 'this list of keys' },
  nth: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    words: 'open the pinned result of that place; without pins, the curve of that place on the overview',
  },
  earlier: { keys: ['['], words: 'half a window earlier', on: WITH_WINDOW },
  later: { keys: [']'], words: 'half a window later', on: WITH_WINDOW },
  zoomIn: { keys: ['+', '='], words: 'zoom in, around the cursor', on: WITH_WINDOW },
  zoomOut: { keys: ['-'], words: 'zoom out, around the cursor', on: WITH_WINDOW },
  ownWindow: { keys: ['0'], words: 'back to the window that the record opens with', on: WITH_WINDOW },
  wholeWindow: { keys: ['w'], words: 'the whole record in the window: All', on: WITH_WINDOW },
  abnormal: { keys: ['f'], words: 'only what is flagged or outside its range, or all', on: ['results'] },
  twin: { keys: ['t'], words: 'from the chart to the table of its results, and back', on: ['series'] },
  unit: { keys: ['u'], words: 'choose the unit', on: ['series'] },
  unitSystem: {
    keys: ['u'],
    words: 'units of all results: as reported, SI, conventional',
    on: ['overview', 'compare', 'results'],
  },
  takeAlong: { keys: ['c'], words: 'copy, save and print', on: NOT_ON_PAPER },
  toPrinter: { keys: ['p'], words: 'print this page', on: ['print'] },
} satisfies Record<string, ShortcutRow>;

export type Action = keyof typeof ACTIONS;

const isAction = (name: string): name is Action => Object.hasOwn(ACTIONS, name);
const ACTION_ROWS = Object.keys(ACTIONS)
  .filter(isAction)
  .map((action): ShortcutRow & { readonly action: Action } => ({ action, ...ACTIONS[action] }));

/** Letters and signs that a screen binds itself, because it alone knows what they change. */
const OF_SCREENS: readonly ShortcutRow[] = [
  { keys: ['a'], words: 'before and after the moment of the cursor', on: ['compare', 'series'] },
  { keys: ['t'], words: 'the table of what the strips show', on: ['compare'] },
];

/** What stays when single keys are off. */
const OTHERS: readonly ShortcutRow[] = [
  { keys: ['←', '→'], words: 'the result before or after, in all curves', on: ['overview'] },
  { keys: ['Home', 'End'], words: 'the first or last moment in the window, in all curves', on: ['overview'] },
  { keys: ['←', '→'], words: 'on a strip or the time axis: the result before or after', on: ['compare'] },
  { keys: ['↑', '↓'], words: 'on a strip or the time axis: the strip above or below', on: ['compare'] },
  { keys: ['Home', 'End'], words: 'on a strip or the time axis: the first or last result', on: ['compare'] },
  { keys: ['←', '→'], words: 'in the grid: the date before or after', on: ['results'] },
  { keys: ['↑', '↓'], words: 'in the grid: the row above or below', on: ['results'] },
  { keys: ['Page Up', 'Page Down'], words: 'in the grid: a page of rows up or down', on: ['results'] },
  {
    keys: ['Home', 'End'],
    words: 'in the grid: the first or last date, with Ctrl also row',
    on: ['results'],
  },
  { keys: ['Enter', 'Space'], words: 'in the grid: the source of the result', on: ['results'] },
  { keys: ['←', '→'], words: 'on the chart: the result before or after', on: ['series'] },
  { keys: ['↑', '↓'], words: 'on the chart: the result listed before or after this one', on: ['series'] },
  { keys: ['↑', '↓'], words: 'in the table: the result above or below', on: ['series'] },
  { keys: ['Home', 'End'], words: 'the first or last result of the chart or table', on: ['series'] },
  { keys: ['Enter'], words: 'in the table: the source of the result', on: ['series'] },
  { keys: ['←', '→'], words: 'in the lanes: what began or changed before or after', on: WITH_LANES },
  { keys: ['↑', '↓'], words: 'in the lanes: the lane above or below', on: WITH_LANES },
  { keys: ['Home', 'End'], words: 'in the lanes: the first or last of the lane', on: WITH_LANES },
  { keys: ['Esc'], words: 'close what is open, else back to the overview' },
  { keys: ['Tab'], words: 'to the next thing that can be pressed; with Shift to the one before' },
  { keys: ['Enter'], words: 'press it' },
];

const isOn =
  (screen: ScreenName) =>
  ({ on }: ShortcutRow): boolean =>
    on === undefined || on.includes(screen);

/** What Keys.tsx binds on this screen. */
export const shortcutsOn = (screen: ScreenName) => ACTION_ROWS.filter(isOn(screen));

/** The keys of a screen, its own before those of every screen. `isThere` leaves out what has nothing to act on now. */
export function shortcutRows(screen: ScreenName, isThere: (action: Action, key: string) => boolean) {
  const single = [
    ...OF_SCREENS.filter(isOn(screen)),
    ...shortcutsOn(screen)
      .map((row) => ({ ...row, keys: row.keys.filter((key) => isThere(row.action, key)) }))
      .filter(({ keys }) => keys.length > 0),
  ];
  const others = OTHERS.filter(isOn(screen));
  const rows = [
    ...single.map((row) => ({ ...row, isSingle: true })),
    ...others.map((row) => ({ ...row, isSingle: false })),
  ];
  return {
    ofScreen: rows.filter(({ on }) => on !== undefined),
    ofAll: rows.filter(({ on }) => on === undefined),
  };
}
