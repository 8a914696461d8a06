import { textsOf } from '../../words/catalog.ts';

export const choosePatientTexts = textsOf({
  title: 'Choose a patient',
  server: 'This server asks for no sign-in: {server}. Use it for test data only.',
  search: 'Name or id of the patient',
  find: 'Search',
  searching: 'Searching…',
  found: '{count, plural, =0 {Nobody found} one {1 patient found} other {{shown} patients found}}',
  foundFirst: 'The first {shown} patients. Type a name or an id to see others.',
  patients: 'Patients',
  born: 'born {date}',
  id: 'id {id}',

  network: 'No answer from {address}. Is the server running, and does it allow the origin {origin} by CORS?',
  signInNeeded:
    'The server asks for a sign-in (status {status}). Start Longview without --open, with a client id.',
  status: 'The server answered with status {status} when it was asked for patients.',
  unreadable: 'The server did not answer with a FHIR Bundle of patients. Is {address} its FHIR base?',
  storageBlocked:
    'The browser blocks the storage of this page, which holds the session. Allow it, and open the patient again.',
});
