import { textsOf } from '../../words/catalog.ts';

export const noticesTexts = textsOf({
  tryAgain: 'Try again',
  tryNow: 'Try now',
  refresh: 'Refresh',
  loadMore: 'Load more',

  eventsIncomplete: 'Events incomplete.',

  // These texts are about another patient, an old record, and a part that was not allowed.
  otherPatient: 'The health system sent results of another patient.',
  otherPatientLeftOut:
    '{results} left out and shown nowhere. Everything on this screen belongs to the patient named above.',
  otherPatientInBoth: 'The health system sent results and events of another patient.',
  otherPatientBothLeftOut:
    '{results} and {events} left out and shown nowhere. Everything on this screen belongs to the patient named above.',
  events: '{count, plural, one {{shown} event} other {{shown} events}}',
  loaded: 'Loaded',
  loadedAgo: '<quiet>{age} ago.</quiet> Anything filed since then is not on this screen.',
  loadedBeforeClock:
    'before the clock of this device was set back. Anything filed since then is not on this screen.',
  checkClock: 'Check the clock of this device.',
  aheadOfClock:
    'By it, {results} {count, plural, one {lies} other {lie}} up to {hours} h ahead and {count, plural, one {is} other {are}} not charted. If its time or time zone is wrong, set it and refresh; until then, what is called the latest may be older than these.',
  minutes: '{count} min',
  hours: '{count} h',
  onlyPart: 'Partial access.',
  onlyPartOfResults: '{server} gave access to some results only; nothing is known about the others.',
  onlyPartOfCategories: '{server} gave access to {searches} only; nothing is known about other results.',

  // These texts say what changed while the record was read, or when it was read again.
  notRefreshed: 'Refresh failed.',
  notRefreshedSince: 'This screen still shows the record loaded at {time}.',
  refreshedInPart: 'Refreshed only in part.',
  olderCopy:
    '{server} answered with older versions than it had sent before, so what was loaded at {time} stays.',
  taken: 'New or changed since then: {changes}.',
  missingStay: 'Kept, although not sent again: {results}.',
  readAgainAt: 'Refreshed at {time}:',
  changes: '{changes}.',
  nothingChanged: 'no changes.',
  added: '{results} added',
  corrected: '{results} corrected',
  correctedSinceOpened: '{results} corrected since you opened this view',
  correctedBefore: 'Since you opened this view: {results} corrected.',
  withdrawn: '{results} retracted',
  gone: '{results} no longer available and no longer shown',
  changedMeanwhile: 'Changed since first shown:',
  changesByNewerVersion: '{changes} by a newer version.',

  // These texts say what is missing from the record.
  incomplete: 'Incomplete.',
  notAllowed: 'Not allowed.',
  notReadToEnd: '{searches} could not be loaded completely: {failures}. Results may be missing.',
  serverBusy: '{server} is busy',
  serverSilent: '{server} did not answer',
  serverFault: '{server} had an error',
  serverUnreadable: '{server} sent data that Longview cannot read',
  serverOrigin: '{server} pointed to a server that Longview must not contact',
  serverDropped: '{server} ended the search early',
  readingStopped: 'the search stopped early',
  showingSome: 'Showing {received} results; there are more.',
  moreThanRead: '{server} has more of {searches} than Longview loads at once.',
  notAllowedSearches: '{server} did not allow access to {searches}, so nothing is known about these results.',
  refusedSearches: '{server} does not answer searches for {searches}, so results may be missing.',
  serverCounts: '{server} reports {numbers}.',
  countedAndSent: '{counted} for {search} (only {received} loaded)',

  // These texts say what the server says of its own answers, in our words.
  outsideTitle: 'Some results from outside records are not available to this app.',
  suppressedTitle: 'Some results are not available to this app.',
  leftOut: '{server} left them out of {searches} and does not say how many. {results} loaded.',
  protectedTitle: 'This record is specially protected.',
  protectedLeftOut:
    '{server} may have left results out of {searches}. Open the protected chart in the EHR (“break the glass”), then open Longview again. {results} loaded.',
  partialTitle: 'This may not be the whole record.',
  partialOf: '{server} says this about {searches}. {results} loaded.',
  wrongWith: '{server} reported an error with {searches}, so results may be missing. {results} loaded.',
  unconfirmed:
    '{server} sent {results} without saying whose, so these are not shown. Results of this patient may be missing.',
  unreadableIn:
    '{server} sent entries in {searches} that Longview cannot read, so results may be missing. {results} loaded.',

  // While the server lets a reader wait.
  busy: '{server} is busy.',
  busyWithStatus: '{server} is busy ({status}).',
  failed: '{server} had an error ({status}).',
  failedOnce: '{server} had an error.',
  noAnswer: '{server} did not answer.',
  nextTry: 'Trying again in <seconds></seconds>. {missing}',
  answersSlowly: '{server} is answering slowly.',
  hasNotAnswered: '{server} has not answered',
  notAnsweredFor: 'for <seconds></seconds>. {missing}',
  noConnection: 'No connection. Waiting…',
  goesOn: 'Longview continues when {server} answers. Trying again in <seconds></seconds>. {missing}',
  seconds: '{seconds} s',
  soFar: '{results} loaded so far; more may follow.',
  nameMissing: 'Waiting for the patient’s name; nothing is shown without it.',
  noResultYet: 'Nothing loaded yet.',
  readAt: 'This screen shows the record loaded at {time}.',
  allOtherResults: 'all other results',
  restOf: 'the rest of {search}',
  moreKindsOfEvents: '{count} more kinds of events',
  moreKindsOfResults: '{count} more kinds of results',
  notLoadedYet: 'Not loaded yet: {names}.',
  onlySearchOpen: 'All results are loaded; only the separate search for {search} has not been answered.',
  onlySearchesOpen:
    'All results are loaded; only the separate searches for {search} and others have not been answered.',
});
