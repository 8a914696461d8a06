/** Says which results that another one is compared with are doubted: beside a hemolyzed specimen its repetition looks like a fall. */
import { isDoubted } from '../../../clinical/change/comparableRows.ts';
import type { SeriesChange } from '../../../clinical/change/seriesChange.ts';
import { attachedWords } from '../../../clinical/observation/attached/attachedWords.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { changesTexts } from '../changes.messages.ts';

const wordsOf = (row: Row): string => attachedWords(row).join(', ');

/** Returns "earlier result: hemolyzed", or "1 of 5 earlier results doubted by the laboratory"; '' without any. */
function doubtsOfBaseline({ baseline, before }: SeriesChange): string {
  const rows = baseline?.rows ?? (before ? [before] : []);
  const doubted = rows.filter(isDoubted);
  const [first] = doubted;
  if (first === undefined) return '';
  return rows.length === 1
    ? changesTexts('earlierDoubted', { words: wordsOf(first) })
    : changesTexts('someEarlierDoubted', {
        shown: countText(doubted.length),
        total: countText(rows.length),
      });
}

/** Returns what is doubted of the earlier results that a change rests on, each in one text; nothing for nearly all. */
export function doubtsOfEarlier(change: SeriesChange): readonly string[] {
  const reference = change.rule?.reference;
  const ofRule =
    reference && isDoubted(reference) ? changesTexts('ruleOnDoubted', { words: wordsOf(reference) }) : '';
  return [doubtsOfBaseline(change), ofRule].filter(Boolean);
}
