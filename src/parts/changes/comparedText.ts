/** This file says of how many measures the list of changes was chosen, and how many were not compared. */
import type { SinceChoice } from '../../clinical/change/sinceChoices.ts';
import { changesTexts } from './changes.messages.ts';
import type { ChangesList } from './changesList.ts';
import { REASON_TEXT, TOO_FEW } from './changesText.ts';
import { SINCE_MEANS } from './sinceText.ts';

/** Returns how many measures were not compared, and why: "6 not compared: 4 with too few results, 2 growth". */
function notComparedText({ notCompared, newerListedCount }: ChangesList): string {
  const counts = new Map<string, number>();
  for (const { change } of notCompared) {
    const reason = change.noDistanceReason || TOO_FEW;
    const words = reason === TOO_FEW ? changesTexts('withTooFewResults') : REASON_TEXT[reason];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const reasons = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, n]) => changesTexts('countOfReason', { count: String(n), reason }))
    .join(', ');
  const parts = [
    notCompared.length > 0 && changesTexts('notCompared', { count: String(notCompared.length), reasons }),
    newerListedCount > 0 && changesTexts('withNewerResult', { count: String(newerListedCount) }),
  ];
  return parts.filter(Boolean).join('; ');
}

const comparedText = ({ comparedCount, beyondCount }: ChangesList): string =>
  changesTexts('compared', {
    beyondCount,
    beyond: String(beyondCount),
    compared: String(comparedCount),
  });

/** Returns "2 of 14 compared are beyond the usual variation; 6 not compared, 4 with too few results". */
export function countsText(changed: ChangesList): string {
  const { notCompared } = changed;
  const tooFew = notCompared.filter(({ change }) => change.noDistanceReason === TOO_FEW).length;
  const compared = comparedText(changed);
  const count = String(notCompared.length);
  if (notCompared.length === 0) return compared;
  if (tooFew === 0) return changesTexts('counts', { compared, count });
  return changesTexts('countsWithTooFew', { compared, count, tooFew: String(tooFew) });
}

/** Says from which time on changes count, and from how many measures the list was chosen. */
export const comparedTitle = ({ id }: SinceChoice, changed: ChangesList): string =>
  [
    changesTexts('comparedSince', { since: SINCE_MEANS[id], compared: comparedText(changed) }),
    notComparedText(changed),
  ]
    .filter(Boolean)
    .join('; ');

/** Says why nothing is listed. A measure that could not be compared is not called unchanged. */
export function noChangesText(changed: ChangesList, since: string): string {
  const { comparedCount, notCompared } = changed;
  const others = notComparedText(changed);
  const after = others && `; ${others}`;
  if (comparedCount + notCompared.length === 0) return `${changesTexts('nothingSince', { since })}${after}.`;
  if (comparedCount === 0) return `${changesTexts('nothingComparedSince', { since })}${after}.`;
  return `${changesTexts('comparedSinceDate', { compared: comparedText(changed), since })}${after}.`;
}
