import { textsOf } from '../../words/catalog.ts';

export const medicationTexts = textsOf({
  withoutName: 'Medication without a name',

  // Notes of a step.
  prepared: 'Prepared; not known to be handed over',
  doNotGive: 'Do not give',
  dateOfOrder: 'Date: when it was ordered',

  // Doses.
  doseAsNeeded: '{dose} as needed',
  asNeeded: 'as needed',
  asNeededFor: 'as needed for {reason}',
  atRate: 'at {rate}',
  from: 'from {dose}',
  upTo: 'up to {dose}',

  // How often.
  seeSource: '(timing: see the source)',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  yearly: 'yearly',
  hourly: 'hourly',
  timesPer: '{times} × a {unit}',
  every: 'every {period}',
  timesIn: '{times} × in {period}',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  hour: 'hour',
});
