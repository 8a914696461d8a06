import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the panel with the result in focus, and of the table of results. */
export const readingTexts = textsOf({
  // These texts are about the panel.
  systolicShort: 'sys',
  diastolicShort: 'dia',
  referenceRange: 'Reference range {range}',
  position: 'result {position}',
  positionSoFar: 'result {position} loaded so far',
  resource: 'source Observation/{id}',
  hintOfGrowth: 'Select a row of the table to see its exact value, time and source.',
  hint: 'Hover over a result or use the arrow keys to see its exact value, time, reference range and source. Drag across the chart to zoom in.',
  keysOfResults: 'result',
  keyOfTable: 'table',
  keysOfTests: 'test',
  homeKey: 'Home',
  endKey: 'End',

  // These texts are about the button that opens the source of a result.
  source: 'Source',
  sourceOfSide: 'Source ({side})',
  sourceLabel: 'Source of the result, {when}',
  sourceLabelOfSide: 'Source of the result, {side}, {when}',
  systolic: 'systolic',
  diastolic: 'diastolic',

  // These texts are about the table.
  tableLabel:
    '{windowed, select, yes {Results in this period} other {All results}}: {name}; up and down arrow keys choose a result, Enter opens its source',
  tableCaption: '{name}, {windowed, select, yes {in this period, newest first} other {newest first}}',
  time: 'Time (24 h, {zone})',
  result: 'Result',
  resultIn: 'Result ({unit})',
  flag: 'Flag',
  range: 'Reference range',
  status: 'Status',
  context: 'Method, site, note',
  drawing: 'Chart',
  asText: 'text',
  rowsNotPrinted:
    '{count, plural, one {{shown} more result is} other {{shown} more results are}} not in this print; the CSV file has all.',
});
