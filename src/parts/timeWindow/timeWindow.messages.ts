import { textsOf } from '../../words/catalog.ts';

export const timeWindowTexts = textsOf({
  timeWindow: 'Time window',
  dragToChoose: 'Drag to choose a window',
  window: '{start} – {end}',

  // Presets
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
  nameAndKey: '{name} ({key})',

  // What is shown and what is not
  allOfOne: 'From the first to the last of this result',
  end: '({end})',
  olderMayFollow: 'older results may follow',
  lastResult: 'last result',
  lastResultAt: 'last result, {time}',
  lastResultRead: 'last result read',
  lastResultReadAt: 'last result read, {time}',
  older: '{count, plural, one {{shown} older result} other {{shown} older results}} not shown',
  newer: '{count, plural, one {{shown} newer result} other {{shown} newer results}} not shown',
  goToLast: 'Go to the last result ({date})',
});
