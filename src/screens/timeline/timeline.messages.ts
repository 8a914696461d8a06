import { textsOf } from '../../words/catalog.ts';

export const timelineTexts = textsOf({
  timeline: 'Timeline',
  orderNotCause: 'Timing only; does not show cause.',
  reading: 'Loading events.',
  showOnAxis: 'Show them on the axis',
  resultsBeforeAndAfter: 'Results before and after ›',

  // These texts are about the filters.
  kinds: 'Kinds of events',
  lastShown: 'At least one kind must stay selected',
  notShown: 'Not shown: {lanes}.',
  laneCount: '{lane} ({count})',

  // These texts say how far the axis reaches.
  beginsWithEvent: 'The axis begins with an event, on {date}.',
  endsWithEvent: 'It ends with an event, on {date}.',
  before: '{count, plural, one {{shown} earlier event} other {{shown} earlier events}} below.',
  after: '{count, plural, one {{shown} later event} other {{shown} later events}} below.',
  beforeAndAfter:
    '{before, plural, one {{shownBefore} earlier event} other {{shownBefore} earlier events}}, {after, plural, one {{shownAfter} later event} other {{shownAfter} later events}} below.',

  // These texts are about the list.
  byDate: 'By date, newest first',
  date: 'Date ({zone})',
  kind: 'Kind',
  what: 'Event',
  status: 'Status',
  reportText: 'Report text',
  note: 'Note',
});
