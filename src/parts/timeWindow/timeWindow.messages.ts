import { textsOf } from '../../words/catalog.ts';

export const timeWindowTexts = textsOf({
  timeWindow: 'Period',
  dragToMove: 'Drag to move the period',
  window: '{start} – {end}',

  // These texts are about presets.
  hours: '{shown} h',
  days: '{shown} d',
  months: '{shown} mo',
  years: '{shown} y',
  all: 'All, {length}',
  thisStay: 'This stay, {length}',
  thisVisit: 'This visit, {length}',
  visit: 'Visit',

  // Steps
  earlier: 'Earlier',
  later: 'Later',
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  resetZoom: 'Reset zoom',
  nameAndKey: '{name} ({key})',

  // These texts say what is shown and what is not.
  allOfOne: 'From the first to the last result',
  end: '({end})',
  olderMayFollow: 'earlier results may follow',
  lastResult: 'last result',
  lastResultAt: 'last result, {time}',
  lastResultRead: 'last result loaded',
  lastResultReadAt: 'last result loaded, {time}',
  older: '{count, plural, one {{shown} earlier result} other {{shown} earlier results}} not shown',
  newer: '{count, plural, one {{shown} later result} other {{shown} later results}} not shown',
  olderAndNewer: '{older} earlier, {newer} later results not shown',
  goToLast: 'Go to last result ({date})',
});
