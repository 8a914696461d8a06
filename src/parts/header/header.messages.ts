import { textsOf } from '../../words/catalog.ts';

export const headerTexts = textsOf({
  // These texts are about the patient.
  readingName: 'Loading the patient’s name',
  born: 'Born',
  bornWithAge: '{date} ({age})',
  died: 'Died',
  diedWithAge: '{date} ({age})',
  diedDateUnknown: 'date not known',
  diedDateUnknownWithAge: 'date not known ({age})',
  gender: 'Sex',
  identifier: 'MRN',
  notKnown: 'Not known',
  record: 'Record',
  printed: '{shown}. Printed {time}',

  // These texts are about the screens and the tools beside them.
  skipToResults: 'Skip to results',
  screens: 'Screens',
  overview: 'Overview',
  compare: 'Compare',
  results: 'Results',
  timeline: 'Timeline',
  screenAndKeys: '{screen} ({first}, then {second})',
  backToOverview: '‹ Overview',
  search: 'Search',
  searchLabel: 'Search tests, drugs, events and actions',

  // These texts say what was not granted.
  notGranted: '{server} did not allow access to {types}; they are not shown.',
  encounters: 'encounters',
  medications: 'medications',
  medicationStatements: 'medication statements',
  givenMedications: 'medication administrations',
  dispensedMedications: 'dispensed medications',
  procedures: 'procedures',
  conditions: 'conditions',
  immunizations: 'immunizations',
  reports: 'reports',
});
