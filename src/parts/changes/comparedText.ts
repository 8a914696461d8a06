/** This file says of how many measures the list of changes was chosen, and how many were not compared. */
import type { SinceChoice } from '../../clinical/change/sinceChoices.ts';
import type { ChangesList } from './changesList.ts';
import { REASON_TEXT } from './changesText.ts';
import { SINCE_MEANS } from './sinceText.ts';

/** Returns how many measures were not compared, and why: "6 not compared: 4 with too few results, 2 growth". */
function notComparedText({ notCompared, newerListedCount }: ChangesList): string {
  const counts = new Map<string, number>();
  for (const { change } of notCompared) {
    const reason = change.noDistanceReason || 'too few';
    const words = reason === 'too few' ? 'with too few results' : REASON_TEXT[reason];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const reasons = [...counts].toSorted((a, b) => b[1] - a[1]).map(([words, n]) => `${n} ${words}`);
  const parts = [
    notCompared.length > 0 && `${notCompared.length} not compared: ${reasons.join(', ')}`,
    newerListedCount > 0 && `${newerListedCount} with a newer result that is listed, not drawn`,
  ];
  return parts.filter(Boolean).join('; ');
}

const comparedText = ({ comparedCount, beyondCount }: ChangesList): string =>
  `${beyondCount} of ${comparedCount} compared ${beyondCount === 1 ? 'is' : 'are'} beyond the usual variation`;

/** Returns "2 of 14 compared are beyond the usual variation; 6 not compared, 4 with too few results". */
export function countsText(changed: ChangesList): string {
  const { notCompared } = changed;
  const tooFew = notCompared.filter(({ change }) => change.noDistanceReason === 'too few').length;
  if (notCompared.length === 0) return comparedText(changed);
  const few = tooFew === 0 ? '' : `, ${tooFew} with too few results`;
  return `${comparedText(changed)}; ${notCompared.length} not compared${few}`;
}

/** Says from which time on changes count, and from how many measures the list was chosen. */
export const comparedTitle = ({ id }: SinceChoice, changed: ChangesList): string =>
  [`Since ${SINCE_MEANS[id]}: ${comparedText(changed)}`, notComparedText(changed)].filter(Boolean).join('; ');

/** Says why nothing is listed. A measure that could not be compared is not called unchanged. */
export function noChangesText(changed: ChangesList, since: string): string {
  const { comparedCount, notCompared } = changed;
  const others = notComparedText(changed);
  const after = others && `; ${others}`;
  if (comparedCount + notCompared.length === 0) return `No final result on a curve since ${since}${after}.`;
  if (comparedCount === 0) return `Nothing could be compared since ${since}${after}.`;
  return `${comparedText(changed)} since ${since}${after}.`;
}
