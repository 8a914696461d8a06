import { textsOf } from '../../words/catalog.ts';

/** The word before the colon is also the name of the notice. */
export const noticeLinesTexts = textsOf({
  wrongPatient: 'Wrong patient: {results} of another patient left out.',
  onlyPartGranted: 'Not granted: only a part of the results was allowed.',
  onlyPartGrantedOf: 'Not granted: only a part of the results was allowed, {searches}.',
  failed: 'Failed: {searches} could not be read to the end.',
  truncated: 'Truncated: the server has more of {searches} than Longview reads at once.',
  sentFewer: 'Truncated: the server counts {counted} for {search} and sent {received}.',
  notGranted: 'Not granted: {searches} was not allowed.',
  searchRefused: 'Incomplete: the server does not answer searches for {searches}.',
  leftOutOutside: 'Suppressed: the server left out results of outside records, of {searches}.',
  leftOutSome: 'Suppressed: the server left out results, of {searches}.',
  protectedRecord:
    'Suppressed: the record is specially protected; the server may have left out results, of {searches}.',
  maybePartial: 'Incomplete: the server says that it may not be the whole record, of {searches}.',
  somethingWrong: 'Incomplete: the server says that something went wrong, with {searches}.',
});
