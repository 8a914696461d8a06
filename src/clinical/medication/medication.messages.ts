import { textsOf } from '../../words/catalog.ts';

export const medicationTexts = textsOf({
  withoutName: 'Unnamed medication',

  // These texts are about notes of a step.
  prepared: 'Prepared; not confirmed as dispensed',
  doNotGive: 'Do not give',
  dateOfOrder: 'Date ordered',

  // These texts are about doses.
  doseAsNeeded: '{dose} as needed',
  asNeeded: 'as needed',
  asNeededFor: 'as needed for {reason}',
  atRate: 'at {rate}',
  from: 'from {dose}',
  upTo: 'up to {dose}',
  codedAs: '{text} (also sent as {dose})',

  // These texts say how often a dose is taken.
  seeSource: '(timing: see the EHR)',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  yearly: 'yearly',
  hourly: 'hourly',
  timesPer: '{times} times a {unit}',
  every: 'every {period}',
  timesIn: '{times} times in {period}',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  hour: 'hour',
});
