import { textsOf } from '../../words/catalog.ts';

export const monitorTexts = textsOf({
  monitor: 'Monitor',
  allEvents: 'All events ›',
  allEventsInTimeline: 'All events in the timeline',

  // These texts are about many results, of which medians are charted, or every one.
  everyPoint: 'Every point',
  chartEveryResult: 'Chart every result',
  drawMedians: 'Chart medians of many results',
  whatDenseModeDraws:
    'Results close together are charted as their median (line) and their middle 80 % (band). Every flagged result, the highest, the lowest and the latest stay as points. Tables list every result.',
  everyResultCharted: 'Every result is charted, so symbols overlap.',

  // These texts stand beside a strip.
  results: '{count, plural, one {{shown} result} other {{shown} results}}',
  pairs: '{count, plural, one {{shown} pair} other {{shown} pairs}}',
  fromResults: 'from {shown} results',
  barOfPairs: 'bar: {hours} h median of {shown} pairs',
  notCharted: '{shown} not charted',
  scaleExtended: 'scale extended',
  olderOutside:
    '{count, plural, one {{older} earlier result} other {{older} earlier results}} outside this period',
  newerOutside:
    '{count, plural, one {{newer} later result} other {{newer} later results}} outside this period',
  olderAndNewerOutside: '{older} earlier and {newer} later results outside this period',

  // These texts are about its reading.
  noneBefore: 'no final result charted before this time',
  noneBeforeOf: '{name}, no final result charted before this time',
  incomplete: 'incomplete',
  newestRead: 'newest loaded',
  newestReadSoFar: 'newest loaded so far',
  was: 'was {value}, {time}',
  mapAwaited: 'MAP: when all is loaded',
  previousAwaited: 'previous: when all is loaded',
  mapCalculated: 'MAP {value} {unit}, calculated',
  flagged: '{shown} flagged, all charted',
  flaggedNotCharted: '{shown} flagged, {listed} not charted',
  noneFlagged: 'none flagged',
  noFlags: 'no lab flag',
  newerNotCharted: '{name}, {newer}; on the chart {value}',
  spoken: '{facts}. {flags}',
});
