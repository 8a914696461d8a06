import { textsOf } from '../../words/catalog.ts';

export const jumpTexts = textsOf({
  // These texts are about the list and its groups.
  list: 'Search results',
  tests: 'Tests',
  panels: 'Panels and groups',
  drugs: 'Drugs',
  events: 'Events',
  screens: 'Screens',
  actions: 'Actions',
  shownOf: '{group}, {shown} of {all}',
  close: 'Close',

  // These texts are about the kind of a line, read before what it says.
  test: 'Test',
  panel: 'Panel',
  group: 'Group',
  drug: 'Drug',
  screen: 'Screen',
  action: 'Action',

  // These texts are what a line says.
  soFar: 'so far',
  notAllLoaded: 'not all loaded',
  inUnit: 'in {unit}',
  onCompare: '{count, plural, one {{shown} test} other {{shown} tests}}, opens Compare',
  inResults: '{count, plural, one {{shown} test} other {{shown} tests}}, opens Results',
  onOverview: '{count, plural, one {{shown} test} other {{shown} tests}}, on the overview',
  hiddenOnTimeline: 'hidden by a filter of the timeline',
  noDose: 'no dose recorded',

  // These texts say what was found.
  hint: 'Type a test, panel, drug, report or action',
  noMatches: 'No matches for “{query}”',
  closeTo: 'No matches for “{query}”. Close to it:',
  found: '{count, plural, one {{shown} match} other {{shown} matches}}',
  resultsLoading: 'Results are still loading',
  resultsIncomplete: 'Not all results could be loaded',
  eventsLoading: 'Events are still loading',

  // These texts are about screens.
  overview: 'Overview',
  compare: 'Compare',
  results: 'Results by date',
  timeline: 'Timeline',
  print: 'Print page',
  account: 'Account of all results',
  inspector: 'Launch inspector',

  // These texts are about actions.
  printAction: 'Print',
  copyToNote: 'Copy to note…',
  symbols: 'Symbols on this screen',
  csv: 'Save CSV of all results',
  refresh: 'Refresh all results',
  allTime: 'All time',
  openingWindow: 'Reset zoom',
  reportedUnits: 'Units as reported',
  siUnits: 'SI units',
  conventionalUnits: 'Conventional units',
  shortcuts: 'Keyboard shortcuts',
  dark: 'Dark colours',
  light: 'Light colours',

  // These texts are about further words that find a screen or an action.
  findOverview: 'home dashboard tiles start',
  findCompare: 'overlay trends together',
  findResults: 'grid flowsheet table',
  findTimeline: 'events lanes history',
  findPrint: 'paper pdf',
  findAccount: 'completeness counts withdrawn',
  findInspector: 'support technical debug',
  findCopy: 'copy note clipboard text share',
  findSymbols: 'legend key meaning marks',
  findCsv: 'csv export excel download share',
  findRefresh: 'reload update read again',
  findAllTime: 'window whole record everything zoom out',
  findOpeningWindow: 'window default undo zoom out',
  findUnits: 'mmol mg conversion unit',
  findShortcuts: 'keys help hotkeys',
  findColours: 'theme mode night appearance',
});
