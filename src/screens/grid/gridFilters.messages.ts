import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the filters of the grid, and of what they hide. */
export const gridFiltersTexts = textsOf({
  filters: 'Filters',
  abnormal: 'Abnormal',
  abnormalHint: 'Only tests and dates with a lab flag or a value outside the reference range',
  changed: 'Changed',
  changedHint: 'Only tests whose newest result differs from the one before',
  emptyDates: 'Empty dates',
  emptyDatesHint: 'Show dates without results in these rows too',
  hideEmptyRows: 'Hide empty rows',
  hideEmptyRowsHint: 'Hide tests without results',
  notYetKnown: 'Available when the whole record has loaded',
  columns: 'Columns',
  columnsHint: 'What one column holds. No result is averaged or left out',
  columnsOf: '{unit, select, result {Every result} hour {Hour} shift {Shift} other {Day}} ({count})',
  panel: 'Panel',
  allPanels: 'all',

  // These texts are about the choice of what counts as new.
  newSince: 'New since',
  anyTime: 'any time',
  onlySince: 'Only results since then',
  sinceAt: '{since}, {when}',
  sinceUnavailable: '{since}: {reason}',
  notApplied: 'new since {since}: {reason}; this filter hides nothing',
  notAllRead: 'the record is incomplete',
  notYetRead: 'available when the whole record has loaded',
  noChartedNumber: 'no charted result',
  encounters: 'encounters {state}',
  noStay: 'no stay recorded with the newest result',
  noVisit: 'no visit recorded before the newest result',
  stay: 'stay',
  visit: 'visit',
  days90: '90 d',
  days30: '30 d',
  hours24: '24 h',

  // These texts say what is new.
  noneSince: 'No results since {since}',
  noneAbnormalSince: 'No abnormal results since {since}',
  since: '{count, plural, one {{shown} result since {since}} other {{shown} results since {since}}}',
  abnormalSince:
    '{count, plural, one {{shown} abnormal result since {since}} other {{shown} abnormal results since {since}}}',
  sinceWithNotes: '{results} ({notes})',
  preliminary: '{count} preliminary',
  perhapsBefore: '{count} possibly earlier, no exact time',

  // These texts say what a filter hides.
  bySearch: 'search: {hidden}',
  bySearchOf: '{explanation}; search: {hidden}',
  byPanel: 'panel {panel}: {hidden}',
  byNew: 'only new: {hidden}',
  byAbnormal: 'only abnormal: {hidden}',
  byChanged: 'only changed: {hidden}',
  withoutResult: 'no results in these rows: {hidden}',
  emptyRows: 'without results: {hidden}',
  hidden: '{parts} hidden',
  nothingHidden: 'nothing hidden',
  rows: '{count, plural, one {{shown} row} other {{shown} rows}}',
  dates: '{count, plural, one {{shown} date} other {{shown} dates}}',
});
