import { textsOf } from '../../words/catalog.ts';

export const csvTexts = textsOf({
  born: 'born {date}',
  bornWithAge: 'born {date} ({age})',
  timeZone: 'Time zone: {zone}',
  readAt: 'Loaded: {time}',

  // These stand in the cells of "attached".
  note: 'note',
  collected: 'collected',
});
