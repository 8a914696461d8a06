import { textsOf } from '../../words/catalog.ts';

export const patientTexts = textsOf({
  nameNotAvailable: 'Name not available',
  nameWithUsualName: '{name} (known as {usualName})',
  notKnown: 'Not known',
  male: 'Male',
  female: 'Female',
  other: 'Other',
  deceased: 'Deceased',
  died: 'Died {date}',
  recordNumber: 'MRN',
  identifier: 'Identifier',
});
