import { textsOf } from '../../../words/catalog.ts';

export const drugTexts = textsOf({
  awaited: 'Loading the medication of this view.',
  absent: 'The medication of this view is not in the medication list that was loaded.',
  several: 'The medication of this view now has {count} courses, each of another strength:',
  lane: 'Medication: {drug}',
  outside: 'Last start or change of dose: {when}, outside this period.',
  goToChange: 'Go to it',

  // These texts are about the tests that are shown with it.
  oftenFollowed: 'Often followed with {drug}: {tests}.',
  timingOnly: 'Timing only; does not show cause.',
});
