import { textsOf } from '../../words/catalog.ts';

export const noticesTexts = textsOf({
  tryAgain: 'Try again',
  tryNow: 'Try now',
  refresh: 'Refresh',
  loadMore: 'Load more',

  eventsIncomplete: 'Events incomplete.',

  // Another patient, an old record, and a part that was not allowed.
  otherPatient: 'The server sent results of another patient.',
  otherPatientLeftOut:
    '{results} left out and shown nowhere. Everything on this screen belongs to the patient named above.',
  loaded: 'Loaded',
  loadedAgo: '<quiet>{age} ago.</quiet> What was filed since then is not on this screen.',
  minutes: '{count} min',
  hours: '{count} h',
  onlyPart: 'Only a part was allowed.',
  onlyPartOfResults: '{server} allowed reading a part of the results; nothing is known about the others.',
  onlyPartOfCategories:
    '{server} allowed reading a part of the results, {searches}; nothing is known about the others.',

  // What changed while the record was read, or when it was read again.
  notRefreshed: 'Not refreshed.',
  notRefreshedSince: 'The record could not be read again. What stands here was read at {time}.',
  readAgainAt: 'Read again at {time}:',
  changes: '{changes}.',
  nothingChanged: 'nothing changed.',
  added: '{results} new',
  corrected: '{results} corrected',
  correctedSinceOpened: '{results} corrected since you opened this view',
  withdrawn: '{results} withdrawn',
  gone: '{results} not sent any more and no longer shown',
  changedMeanwhile: 'Changed while it was read:',
  changesByNewerVersion: '{changes} by a newer version.',

  // What is missing from the record.
  incomplete: 'Incomplete.',
  notAllowed: 'Not allowed.',
  notReadToEnd: '{searches} could not be read to the end: {failures}. Results may be missing.',
  serverBusy: '{server} is busy',
  serverSilent: '{server} did not answer',
  serverFault: '{server} had a fault',
  serverUnreadable: '{server} sent something that Longview cannot read',
  serverOrigin: '{server} pointed to a server that must not be asked',
  serverDropped: '{server} dropped the search half way',
  readingStopped: 'the reading was stopped',
  showingSome: 'Showing {received} of more results.',
  moreThanRead: '{server} has more of {searches} than Longview reads at once.',
  notAllowedSearches: '{server} did not allow reading {searches}, so nothing is known about these results.',
  refusedSearches: '{server} does not answer searches for {searches}, so results may be missing.',
  serverCounts: '{server} counts {numbers}.',
  countedAndSent: '{counted} for {search} and sent {received}',

  // What the server says of its own answers, in our words.
  outsideTitle: 'Some outside-record results aren’t available to this app.',
  suppressedTitle: 'Some results aren’t available to this app.',
  leftOut: '{server} left them out of {searches} and does not say how many they are. {results} read.',
  protectedTitle: 'This record is specially protected.',
  protectedLeftOut:
    '{server} may have left results out of {searches}. Open the protected chart in the EHR ("break the glass"), then open Longview again. {results} read.',
  partialTitle: 'This may not be the whole record.',
  partialOf: '{server} says so of {searches}. {results} read.',
  wrongWith:
    '{server} says that something went wrong with {searches}, so results may be missing. {results} read.',

  // While the server lets a reader wait.
  busy: '{server} is busy,',
  nextTry: 'next try in <seconds></seconds>. {missing}',
  answersSlowly: '{server} answers slowly.',
  hasNotAnswered: '{server} has not answered',
  notAnsweredFor: 'for <seconds></seconds>. {missing}',
  noConnection: 'No connection. Waiting…',
  goesOn: 'Longview goes on when {server} answers again; it waits <seconds></seconds>. {missing}',
  seconds: '{seconds} s',
  soFar: '{results} so far, more may follow.',
  nameMissing: 'The patient’s name is missing so far, and nothing is shown without it.',
  noResultYet: 'No result came so far.',
  readAt: 'What stands here was read at {time}.',
  allOtherResults: 'all other results',
  restOf: 'the rest of {search}',
  moreKindsOfEvents: '{count} more kinds of events',
  moreKindsOfResults: '{count} more kinds of results',
  oneMissing: '{names} is missing so far.',
  severalMissing: '{names} are missing so far.',
  onlySearchOpen: 'All results have come; only the search for {search} has no answer of its own.',
  onlySearchesOpen:
    'All results have come; only the search for {search} and others has no answer of its own.',
});
