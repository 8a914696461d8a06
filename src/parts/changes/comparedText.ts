/** This file says of how many tests the list of changes was chosen, and how many were not compared. */
import type { SinceChoice } from '../../clinical/change/sinceChoices.ts';
import { changesTexts } from './changes.messages.ts';
import type { ChangesList } from './changesList.ts';
import { REASON_TEXT, TOO_FEW } from './noDistanceReasons.ts';
import { SINCE_MEANING } from './sinceText.ts';

/** Returns how many tests were not compared, and why: "6 not compared: 4 with too few results, 2 growth". */
function notComparedText({ notCompared, newerListedCount }: ChangesList): string {
  const counts = new Map<string, number>();
  for (const { change } of notCompared) {
    const reason = change.noDistanceReason || TOO_FEW;
    const words = reason === TOO_FEW ? changesTexts('hadTooFew') : REASON_TEXT[reason];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const reasons = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, n]) => changesTexts('countOfReason', { count: String(n), reason }))
    .join(', ');
  const parts = [
    notCompared.length > 0 && changesTexts('notCompared', { count: String(notCompared.length), reasons }),
    newerListedCount > 0 && changesTexts('newerNotCharted', { count: String(newerListedCount) }),
  ];
  return parts.filter(Boolean).join('; ');
}

const comparedText = ({ comparedCount, beyondCount }: ChangesList): string =>
  changesTexts('beyondVariation', { beyond: String(beyondCount), compared: String(comparedCount) });

/** Returns "2 of 14 tests beyond expected variation, 6 not compared". */
export const countsText = ({ beyondCount, comparedCount, notCompared }: ChangesList): string =>
  changesTexts('counts', {
    beyond: String(beyondCount),
    compared: String(comparedCount),
    notCompared: notCompared.length,
    shown: String(notCompared.length),
  });

/** Says from which time on changes count, and from how many tests the list was chosen. */
export const comparedTitle = ({ id }: SinceChoice, changed: ChangesList): string =>
  [
    changesTexts('comparedSince', { since: SINCE_MEANING[id], compared: comparedText(changed) }),
    notComparedText(changed),
  ]
    .filter(Boolean)
    .join('; ');

/** Says why nothing is listed. A test that could not be compared is not called unchanged. */
export const noChangesText = (changed: ChangesList, since: string): string =>
  `${[nothingListedText(changed, since), notComparedText(changed)].filter(Boolean).join('; ')}.`;

function nothingListedText(changed: ChangesList, since: string): string {
  const { comparedCount, beyondCount, notCompared } = changed;
  if (comparedCount + notCompared.length === 0) return changesTexts('nothingSince', { since });
  if (beyondCount > 0) return changesTexts('beyondSince', { compared: comparedText(changed), since });
  if (comparedCount > 0)
    return changesTexts('noChangeSince', { since, compared: comparedCount, shown: String(comparedCount) });
  const areAllTooFew = notCompared.every(({ change }) => (change.noDistanceReason || TOO_FEW) === TOO_FEW);
  return changesTexts(areAllTooFew ? 'tooFewSince' : 'nothingComparedSince', { since });
}
