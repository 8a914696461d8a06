/** Says which results that another one is compared with are to check: beside a hemolyzed specimen its repetition looks like a fall. */
import { isToCheck, wordsToCheck } from '../../../clinical/change/comparableRows.ts';
import type { SeriesChange } from '../../../clinical/change/seriesChange.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { changesTexts } from '../changes.messages.ts';

/** Returns "earlier result: hemolyzed", or "1 of 5 earlier results to check"; '' without any. */
function doubtsOfBaseline({ baseline, before }: SeriesChange): string {
  const rows = baseline?.rows ?? (before ? [before] : []);
  const toCheck = rows.filter(isToCheck);
  const [first] = toCheck;
  if (first === undefined) return '';
  return rows.length === 1
    ? changesTexts('earlierToCheck', { words: wordsToCheck(first) })
    : changesTexts('someEarlierToCheck', {
        shown: countText(toCheck.length),
        total: countText(rows.length),
      });
}

/** Returns what is to check of the earlier results that a change rests on, each in one text; nothing for nearly all. */
export function doubtsOfEarlier(change: SeriesChange): readonly string[] {
  const reference = change.rule?.reference;
  const ofRule =
    reference && isToCheck(reference)
      ? changesTexts('ruleOnDoubted', { words: wordsToCheck(reference) })
      : '';
  return [doubtsOfBaseline(change), ofRule].filter(Boolean);
}
