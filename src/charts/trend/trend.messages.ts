import { textsOf } from '../../words/catalog.ts';

export const trendTexts = textsOf({
  // The name of the chart, as a voice says it
  nameInUnit: '{name} in {unit}, {results}, {span}',
  name: '{name}, {results}, {span}',
  results: '{count, plural, one {{shown} result} other {{shown} results}}',
  resultsOf: '{count, plural, one {{inside} of {shown} result} other {{inside} of {shown} results}}',
  fromTo: '{from} to {to}',
  keys: 'Use the left and right arrow keys to go from result to result, Home for the first, End for the last.',
  keysOfSeries:
    'Use the left and right arrow keys to go from result to result, Home for the first, End for the last, the up and down arrow keys for the test before or after this one.',
  noneChosen: 'no result chosen',

  // These texts are about notes on the drawing.
  logScale: 'log scale',
  noLogScale: 'no log scale: a result is 0 or less',
  rescaled: 'axis zoomed',
  scaleExtended: 'scale extended',
  thinned: 'charted from {shown} results; hover or use the arrow keys to read each',
  overlapped:
    '{count, plural, one {{shown} result under another with the same symbol} other {{shown} results under another with the same symbol}}',
  lineStays: 'line kept: it stands for all results',
  crowded: 'all {shown} results charted, symbols overlap',
  preliminary: 'preliminary',

  // These texts are about the labels of ranges and breaks.
  upperLimit: 'upper limit {limit}',
  lowerLimit: 'lower limit {limit}',
  limitFromText: '{limit}, from the lab’s text {range}',
  range: 'range {range}',
  pastRange: '{named, select, yes {range was {range}} other {was {range}}}',
  rangeChanged: 'range changed',
  rangeChangedTo: 'range changed {date}: {before} to {after}',
  rangeOfSide:
    '{side, select, systolic {systolic reference range {range}} other {diastolic reference range {range}}}',
  rangeOfSideChanged:
    '{side, select, systolic {systolic range changed {date}: {before} to {after}} other {diastolic range changed {date}: {before} to {after}}}',
  fromText: '{range}, from the lab’s text',
  changed:
    '{change, select, method {method changed} specimen {specimen changed} conditions {conditions changed} other {unit changed}}',
});
