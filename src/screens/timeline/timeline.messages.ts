import { textsOf } from '../../words/catalog.ts';

export const timelineTexts = textsOf({
  timeline: 'Timeline',
  orderNotCause: 'Order in time, not cause.',
  reading: 'Reading events.',
  showOnAxis: 'Show them on the axis',
  resultsBeforeAndAfter: 'Results before and after it ›',

  // The filters.
  kinds: 'Kinds of events',
  lastShown: 'The last one shown',
  notShown: 'Not shown: {lanes}.',
  laneCount: '{lane} ({count})',

  // How far the axis reaches.
  beginsWithEvent: 'The axis begins with an event, on {date}.',
  endsWithEvent: 'It ends with an event, on {date}.',
  before: '{count, plural, one {{shown} event} other {{shown} events}} before this axis, in the list below.',
  after: '{count, plural, one {{shown} event} other {{shown} events}} after this axis, in the list below.',
  beforeAndAfter:
    '{before, plural, one {{shownBefore} event} other {{shownBefore} events}} before, ' +
    '{after, plural, one {{shownAfter} event} other {{shownAfter} events}} after this axis, in the list below.',

  // The list.
  byDate: 'By date, newest first',
  date: 'Date ({zone})',
  kind: 'Kind',
  what: 'What',
  status: 'Status as sent',
  reportText: 'Text of the report',
  note: 'Note',
});
