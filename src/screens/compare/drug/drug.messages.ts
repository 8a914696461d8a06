import { textsOf } from '../../../words/catalog.ts';

export const drugTexts = textsOf({
  awaited: 'Loading the medication of this view.',
  absent: 'The medication of this view is not in the medication list that was loaded.',
  lane: 'Medication: {drug}',
  outside: 'Last start or change of dose: {when}, outside this period.',
  goToChange: 'Go to it',

  // Which tests are shown with it
  testsWith:
    'Tests often followed with {drug} stand first, then those that changed most after {when}. Timing only; does not show cause.',
  testsWithoutDate: 'Tests often followed with {drug}. Timing only; does not show cause.',
});
