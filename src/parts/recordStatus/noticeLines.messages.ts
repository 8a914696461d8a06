import { textsOf } from '../../words/catalog.ts';

/** The word before the colon is also the name of the notice. */
export const noticeLinesTexts = textsOf({
  wrongPatient: 'Wrong patient: {results} of another patient left out.',
  aheadOfClock:
    'Stale: by the clock of the device, {results} {count, plural, one {lies} other {lie}} up to {hours} h ahead and {count, plural, one {is} other {are}} not charted. If it is wrong, what is called the latest may be older than these.',
  onlyPartGranted: 'Not granted: access to some results only.',
  onlyPartGrantedOf: 'Not granted: access to {searches} only.',
  failed: 'Failed: {searches} could not be loaded completely.',
  truncated: 'Truncated: the health system has more of {searches} than Longview loads at once.',
  sentFewer: 'Truncated: the health system reports {counted} for {search}, but only {received} loaded.',
  notGranted: 'Not granted: no access to {searches}.',
  searchRefused: 'Incomplete: the health system does not answer searches for {searches}.',
  leftOutOutside: 'Suppressed: the health system left out results from outside records ({searches}).',
  leftOutSome: 'Suppressed: the health system left out some results ({searches}).',
  protectedRecord:
    'Suppressed: the record is specially protected; the health system may have left out results ({searches}).',
  maybePartial: 'Incomplete: the health system says that this may not be the whole record ({searches}).',
  somethingWrong: 'Incomplete: the health system reported an error ({searches}); results may be missing.',
  unconfirmed:
    'Incomplete: the health system sent {results} without saying whose, so these are not shown; results may be missing.',
  unreadableEntries:
    'Incomplete: the health system sent entries that Longview cannot read ({searches}); results may be missing.',
});
