import { textsOf } from '../../words/catalog.ts';

export const medicationTexts = textsOf({
  withoutName: 'Unnamed medication',

  // Notes of a step.
  prepared: 'Prepared; not confirmed as dispensed',
  doNotGive: 'Do not give',
  dateOfOrder: 'Date ordered',

  // Doses.
  doseAsNeeded: '{dose} as needed',
  asNeeded: 'as needed',
  asNeededFor: 'as needed for {reason}',
  atRate: 'at {rate}',
  from: 'from {dose}',
  upTo: 'up to {dose}',

  // How often.
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
