import { textsOf } from '../../words/catalog.ts';

/** These are the words at the highest and the lowest result of a curve. */
export const extremeLabelsTexts = textsOf({
  highest: 'highest {value}, {when}',
  lowest: 'lowest {value}, {when}',
  highestAlone: 'highest {value}',
  lowestAlone: 'lowest {value}',
  toCheck: '{value} (to check)',
  // These texts are about one side of a blood pressure.
  systolic: 'systolic {value}',
  diastolic: 'diastolic {value}',
});
