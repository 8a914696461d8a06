import { textsOf } from '../../words/catalog.ts';

export const pointLabelTexts = textsOf({
  systolicFlag: 'S {flag}',
  diastolicFlag: 'D {flag}',
  whenWithStatus: '{when}, {status}',
});
