import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of the screen of a calculated value. */
export const calculatedViewTexts = textsOf({
  latest: 'latest',
  notCalculated: 'Not calculated: {reason}',
  notChosen: 'Not calculated. To see calcium corrected for albumin, choose it on the overview.',

  // These texts are about the value in focus.
  valuePosition: 'value {position}',
  formulaFrom: '{formula}, from',
  input: '{input}, {when}, Observation/{id}',
  spoken: '{value} {unit}, {calculated}, {when}. From {inputs}.',
  hint: 'Hover over a value or use the arrow keys to see what it was calculated from.',
  keysOfValues: 'value',
  homeKey: 'Home',
  endKey: 'End',

  // These texts are about the table.
  time: 'Time (24 h, {zone})',
  calculated: 'Calculated',
  calculatedIn: 'Calculated ({unit})',
  from: 'Calculated from',
});
