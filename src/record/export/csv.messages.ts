import { textsOf } from '../../words/catalog.ts';

export const csvTexts = textsOf({
  born: 'born {date}',
  bornWithAge: 'born {date} ({age})',
  recordState: 'record {state}',
  timeZone: 'Time zone: {zone}',
  readAt: 'Loaded: {time}',

  // These stand in the cells of "attached".
  note: 'note',
  collected: 'collected',
});
