import { textsOf } from '../../words/catalog.ts';

export const spokenReadingTexts = textsOf({
  value: '{value}, {flag}.',
  valueWithStatus: '{value}, {flag}, {status}.',
  date: '{date}.',
  dateTime: '{date}, {time}.',
  place: 'Result {position}.',
  placeSoFar: 'Result {position} loaded so far.',

  // These texts are about the change since the result before.
  unchanged: 'unchanged',
  up: 'up {size}',
  down: 'down {size}',
  change: '{change} from {before}',
  changeOfSides: 'systolic {systolic}, diastolic {diastolic} from {before}',
});
