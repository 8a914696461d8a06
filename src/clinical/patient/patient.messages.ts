import { textsOf } from '../../words/catalog.ts';

export const patientTexts = textsOf({
  nameNotAvailable: 'Name not available',
  nameWithUsualName: '{name} (known as {usualName})',
  notKnown: 'Not known',
  notInUse: 'not in use',
  notTheMain: 'not the main record of this person',
  male: 'Male',
  female: 'Female',
  other: 'Other',
  deceased: 'Deceased',
  died: 'Died {date}',
  recordNumber: 'MRN',
  identifier: 'Identifier',
});
