import { textsOf } from '../../words/catalog.ts';

export const openRecordTexts = textsOf({
  styleNotApplied: 'this browser could not apply it',
});
