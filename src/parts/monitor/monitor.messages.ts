import { textsOf } from '../../words/catalog.ts';

export const monitorTexts = textsOf({
  monitor: 'Monitor',
  allEvents: 'All events ›',
  allEventsInTimeline: 'All events in the timeline',

  // Dense mode
  denseMode: 'Dense mode',
  drawEveryReading: 'Draw every reading',
  drawMedians: 'Draw medians of many readings',
  whatDenseModeDraws:
    'Dense mode: line is the median, band the middle 80 % of the readings in 3 pixels. Every flagged reading, the highest, the lowest and the latest stay as points. Tables hold every reading.',
  everyReadingDrawn: 'Every reading is drawn: symbols overlap. Dense mode draws medians.',

  // Beside a strip
  noUnit: 'no unit sent',
  readings: '{shown} readings',
  pairs: '{shown} pairs',
  fromReadings: 'from {shown} readings',
  barOfPairs: 'bar: {hours} h median of {shown} pairs',
  notCharted: '{shown} listed, not drawn',
  scaleExtended: 'scale extended',
  olderOutside: '{older} older readings outside this window',
  newerOutside: '{newer} newer readings outside this window',
  olderAndNewerOutside: '{older} older and {newer} newer readings outside this window',

  // Its reading
  noneBefore: 'none before this moment',
  noneBeforeOf: '{name}, none before this moment',
  incomplete: 'incomplete',
  newestRead: 'newest that was read',
  newestReadSoFar: 'newest read so far',
  was: 'was {value}, {time}',
  alsoAtSameTime: 'also {value} at the same time',
  mapAwaited: 'MAP: after the last page',
  mapCalculated: 'MAP {value} {unit}, calculated',
  flagged: '{shown} flagged, all drawn',
  noneFlagged: 'none flagged',
  noFlags: 'no flag sent',
  newerNotCharted: '{name}, {newer}; on the curve {value}',
  spoken: '{facts}. {flags}',
});
