import { textsOf } from '../../words/catalog.ts';

/** The texts of the screen of a calculated value. */
export const calculatedViewTexts = textsOf({
  latest: 'latest',
  notCalculated: 'Not calculated: {reason}',
  notChosen:
    'Not calculated. Calcium corrected for albumin is shown only where it was chosen in the overview.',

  // The value in focus
  valuePosition: 'value {position}',
  formulaFrom: '{formula}, from',
  input: '{input}, {when}, Observation/{id}',
  spoken: '{value} {unit}, {calculated}, {when}. From {inputs}.',
  hint: 'Point at a value or press a key to read what it was calculated from.',
  keysOfValues: 'value',
  homeKey: 'Home',
  endKey: 'End',

  // The table
  time: 'Time (24 h, {zone})',
  calculated: 'Calculated',
  calculatedIn: 'Calculated ({unit})',
  from: 'From, as sent',
});
