import { textsOf } from '../../words/catalog.ts';

/** The words at the highest and the lowest result of a curve. */
export const extremeLabelsTexts = textsOf({
  highest: 'highest {value}, {when}',
  lowest: 'lowest {value}, {when}',
  highestAlone: 'highest {value}',
  lowestAlone: 'lowest {value}',
  // One side of a blood pressure
  systolic: 'systolic {value}',
  diastolic: 'diastolic {value}',
});
