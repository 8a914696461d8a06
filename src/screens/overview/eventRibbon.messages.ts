import { textsOf } from '../../words/catalog.ts';

export const eventRibbonTexts = textsOf({
  events: 'Events',
  allEvents: 'All events ›',
  allEventsLabel: 'All events in the timeline',
  moreEvents: '{count} more in the timeline ›',
  laneState: '{lane}: {state}',
  laneTitle: '{lane}: ',
  visibleOf: '{visible} of {changes}',
  soFar: '{changes} so far',
  changeAt: '{change}, {when}',

  // What is read at the cursor
  at: 'At {time}: ',
  noMedication: 'no medication known to be given',
  asFarAsRead: '{reading} (events still loading)',
  dose: '{name} {dose}',
});
