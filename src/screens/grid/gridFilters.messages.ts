import { textsOf } from '../../words/catalog.ts';

/** The texts of the filters of the grid, and of what they hide. */
export const gridFiltersTexts = textsOf({
  filters: 'Filters',
  abnormal: 'Abnormal',
  abnormalHint: 'Only rows and dates with a flag sent or a value outside the range sent',
  changed: 'Changed',
  changedHint: 'Only rows whose newest result differs from the one before',
  emptyDates: 'Empty dates',
  emptyDatesHint: 'Also dates without a result in these rows',
  hideEmptyRows: 'Hide empty rows',
  hideEmptyRowsHint: 'Without the rows that have no result',
  notYetKnown: 'Known once all results are read',
  panel: 'Panel',
  allPanels: 'all',

  // New since
  newSince: 'New since',
  anyTime: 'any time',
  onlySince: 'Only results since then',
  sinceAt: '{since}, {when}',
  sinceUnavailable: '{since}: {reason}',
  notApplied: 'new since {since}: {reason}, so nothing is hidden by it',
  notAllRead: 'not all results were read',
  notYetRead: 'known once all results are read',
  noChartedNumber: 'no result with a number on a curve',
  encounters: 'encounters {state}',
  noStay: 'none with the newest result recorded',
  noVisit: 'none before the newest result recorded',
  stay: 'stay',
  visit: 'visit',
  days90: '90 d',
  days30: '30 d',
  hours24: '24 h',

  // What is new
  noneSince: 'No result since {since}',
  noneAbnormalSince: 'No abnormal result since {since}',
  since: '{count, plural, one {{shown} result since {since}} other {{shown} results since {since}}}',
  abnormalSince:
    '{count, plural, one {{shown} abnormal result since {since}} other {{shown} abnormal results since {since}}}',
  sinceWithNotes: '{results} ({notes})',
  preliminary: '{count} preliminary',
  perhapsBefore: '{count} perhaps before it, no exact time sent',

  // What a filter hides
  bySearch: 'search: {hidden}',
  bySearchOf: '{explanation}; search: {hidden}',
  byPanel: 'panel {panel}: {hidden}',
  byNew: 'only new: {hidden}',
  byAbnormal: 'only abnormal: {hidden}',
  byChanged: 'only changed: {hidden}',
  withoutResult: 'no result in these rows: {hidden}',
  emptyRows: 'without a result: {hidden}',
  hidden: '{parts} hidden',
  nothingHidden: 'nothing hidden',
  rows: '{count, plural, one {{shown} row} other {{shown} rows}}',
  dates: '{count, plural, one {{shown} date} other {{shown} dates}}',
});
