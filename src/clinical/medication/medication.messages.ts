import { textsOf } from '../../words/catalog.ts';

export const medicationTexts = textsOf({
  withoutName: 'Unnamed medication',

  // These texts say why a medication has no name.
  medicationElsewhere: 'Its name is in another record, which Longview does not read',
  medicationNotAllowed: 'Its name is in a Medication record that Longview may not read',
  medicationUnread: 'Its name is in a Medication record that could not be read',
  medicationUnnamed: 'Its Medication record has no name',
  medicationWithdrawn: 'Its Medication record was entered in error',
  medicationTooMany: 'Its name was not read, because there are too many Medication records',

  // These texts are about notes of a step.
  prepared: 'Prepared; not confirmed as dispensed',
  replaced: 'Replaced by a later order',
  filling: 'Fills another order in this list',
  reported: 'Reported; not the original order',
  doNotGive: 'Do not give',
  sentAs: 'Sent as: {name}',
  alsoCodedAs: 'Also coded as: {name}',
  inWords: 'All instructions in words: {text}',
  dateOfOrder: 'Date ordered',
  stayEnded: 'Ordered for a stay in hospital that is over',

  // These texts are short forms of doses.
  doseAsNeeded: '{dose} as needed',
  doseUnclear: 'dose unclear: {dose}',
  doseAsSent: '“{words}”',
  doseShortened: '{dose} (shortened; see the EHR)',
  doseNotStated: 'dose not stated',
  timesDose: '{count} × {dose}',
});
