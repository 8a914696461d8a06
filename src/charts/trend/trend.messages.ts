import { textsOf } from '../../words/catalog.ts';

export const trendTexts = textsOf({
  // The name of the chart, as a voice says it
  nameInUnit: '{name} in {unit}, {results}, {span}',
  name: '{name}, {results}, {span}',
  results: '{count, plural, one {{shown} result} other {{shown} results}}',
  resultsOf: '{count, plural, one {{inside} of {shown} result} other {{inside} of {shown} results}}',
  fromTo: '{from} to {to}',
  keys: 'Left and right arrow keys read one result after another, Home the oldest, End the newest.',
  keysOfSeries:
    'Left and right arrow keys read one result after another, Home the oldest, End the newest. Up and down arrow keys go to the result before or after this one in the list.',
  noneChosen: 'no result chosen',

  // Notes on the drawing
  logScale: 'log scale',
  noLogScale: 'no log scale: a result is 0 or less',
  rescaled: 're-scaled',
  scaleExtended: 'scale extended',
  thinned:
    '{count, plural, one {drawn from {shown} reading; every one is read by pointer and keys} other {drawn from {shown} readings; every one is read by pointer and keys}}',
  overlapped:
    '{count, plural, one {{shown} reading under another with the same symbol} other {{shown} readings under another with the same symbol}}',
  lineStays: 'the line stays: it stands for them',
  crowded:
    '{count, plural, one {all {shown} reading drawn, symbols overlap} other {all {shown} readings drawn, symbols overlap}}',
  preliminary: '{value} preliminary',

  // The labels of ranges and breaks
  upperLimit: 'upper limit {limit}',
  lowerLimit: 'lower limit {limit}',
  limitFromText: '{limit}, from the lab’s text {range}',
  range: 'range sent {range}',
  longRange: 'sent {range}',
  rangeChanged: 'range changed',
  rangeChangedTo: 'range changed {date}: {before} to {after}',
  rangeOfSide: '{side, select, systolic {systolic range sent {range}} other {diastolic range sent {range}}}',
  rangeOfSideChanged:
    '{side, select, systolic {systolic range changed {date}: {before} to {after}} other {diastolic range changed {date}: {before} to {after}}}',
  fromText: '{range}, from the lab’s text',
  changed:
    '{change, select, method {method changed} specimen {specimen changed} conditions {conditions changed} other {unit changed}}',
});
