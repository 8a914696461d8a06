import { textsOf } from '../../../words/catalog.ts';

export const recordBarTexts = textsOf({
  wholeRecord: 'Whole record, {period}',
  start: 'Start of the period',
  period: 'Period shown',
  end: 'End of the period',
  keys: 'Left and right arrow keys move it, Page Up and Page Down move it further, Home and End move it to the ends of the record.',
});
