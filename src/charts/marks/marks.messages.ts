import { textsOf } from '../../words/catalog.ts';

export const marksTexts = textsOf({
  flag: 'Lab flag: {flag}',
});
