import { textsOf } from '../../words/catalog.ts';

/** The texts of a table that is copied. */
export const tableCopyTexts = textsOf({
  time: 'Time',
  result: 'Result',
  unit: 'Unit',
  flag: 'Flag sent',
  range: 'Range sent',
  status: 'Status',
  context: 'Method, site, note',
  drawing: 'Drawing',
  textResult: '“{text}”',
  all: '{name}: all {count} results.',
  window: '{name}: {results} of the window {dates}. {outside} outside it are not in this copy.',
});
