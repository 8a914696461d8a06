import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of a table that is copied. */
export const tableCopyTexts = textsOf({
  time: 'Time',
  result: 'Result',
  unit: 'Unit',
  flag: 'Flag',
  range: 'Reference range',
  status: 'Status',
  context: 'Method, site, note',
  drawing: 'Chart',
  textResult: '“{text}”',
  all: '{name}: all {count} results.',
  window: '{name}: {results} in the period {dates}. {outside} outside it are not in this copy.',
});
