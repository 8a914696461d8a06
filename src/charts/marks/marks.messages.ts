import { textsOf } from '../../words/catalog.ts';

export const marksTexts = textsOf({
  flag: '{flag}, flag sent by the laboratory',
  otherFlag: 'flag as sent: {flag}',
});
