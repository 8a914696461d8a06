import { textsOf } from '../../words/catalog.ts';

export const patientNoticeTexts = textsOf({
  changedTitle: 'This patient’s details have changed since you opened this view.',
  before: 'Before: {facts}. Check that this is the right patient.',
  name: 'name {value}',
  born: 'born {value}',
  gender: 'sex {value}',
  identifier: '{label} {value}',
  noIdentifier: 'no identifier',
  alive: 'no death recorded',
  inUse: 'record in use',
  recordState: 'record {state}',

  outdatedTitle: 'This patient’s details could not be refreshed.',
  outdated: 'The name, date of birth and other details above are as loaded before.',
  tryAgain: 'Try again',
});
