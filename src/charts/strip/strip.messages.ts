import { textsOf } from '../../words/catalog.ts';

export const stripTexts = textsOf({
  day: 'day {day}',
  dayBefore: 'day −{day}',
});
