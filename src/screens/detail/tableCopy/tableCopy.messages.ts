import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of a table that is copied, beside those of the table itself. */
export const tableCopyTexts = textsOf({
  time: 'Time',
  unit: 'Unit',
  textResult: '“{text}”',
  all: '{name}: all {count} results.',
  window: '{name}: {results} in the period {dates}. {outside} outside it are not in this copy.',
});
