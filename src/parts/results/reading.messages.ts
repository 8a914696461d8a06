import { textsOf } from '../../words/catalog.ts';

/** The texts of the panel with the result in focus, and of the table of results. */
export const readingTexts = textsOf({
  // The panel
  flagOfPreliminary: '<bdi>{flag}</bdi> sent',
  systolicShort: 'sys',
  diastolicShort: 'dia',
  referenceRange: 'range sent {range}',
  position: 'result {position}',
  positionSoFar: 'result {position} read so far',
  resource: 'source Observation/{id}',
  hint: 'Point at a result or press a key to read its exact value, time, range and source. Drag across the chart to zoom in.',
  keysOfResults: 'result',
  keysOfSeries: 'series',
  homeKey: 'Home',
  endKey: 'End',

  // The button that opens the source of a result
  source: 'Source',
  sourceOfSide: 'Source ({side})',
  sourceLabel: 'Source of the result, {when}',
  sourceLabelOfSide: 'Source of the result, {side}, {when}',
  systolic: 'systolic',
  diastolic: 'diastolic',

  // The table
  tableLabel:
    '{windowed, select, yes {Results in this window} other {All results}}: {name}. ' +
    'Up and down arrow keys choose a result, Enter opens its source.',
  tableCaption: '{name}, {windowed, select, yes {in this window, newest first} other {newest first}}',
  time: 'Time (24 h, {zone})',
  result: 'Result',
  resultIn: 'Result ({unit})',
  flag: 'Flag sent',
  range: 'Range sent',
  status: 'Status',
  context: 'Method, site, note',
  drawing: 'Drawing',
  asText: 'as text',
  rowsNotPrinted:
    '{count, plural, one {{shown} more result is} other {{shown} more results are}} not in this print; ' +
    'the CSV file holds all.',
});
