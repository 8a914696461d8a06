import { countText } from '../../../charts/format/numberText.ts';
import { atCursorTexts } from './atCursor.messages.ts';
import type { ValueAtCursor } from './valueAtCursor.ts';

/** A voice names this many values, because a listener keeps no more. */
const MOST_SPOKEN = 3;

/**
 * Returns one sentence about the cursor: the flagged values first, the most severe before the others, and without any the
 * values that were measured on that day.
 */
export function spokenAtCursor(moment: string, values: readonly ValueAtCursor[]): string {
  const flagged = values.filter(({ severity }) => severity > 0);
  const spoken = (flagged.length > 0 ? flagged : values.filter(({ isOfThatDay }) => isOfThatDay))
    .filter((one) => one.spoken !== '')
    .toSorted((a, b) => b.severity - a.severity || Number(b.isOfThatDay) - Number(a.isOfThatDay));
  if (spoken.length === 0) return atCursorTexts('at', { moment });
  const named = spoken
    .slice(0, MOST_SPOKEN)
    .map((one) => one.spoken)
    .join('; ');
  const more = flagged.length - MOST_SPOKEN;
  const said = more > 0 ? atCursorTexts('moreFlagged', { values: named, count: countText(more) }) : named;
  return atCursorTexts('atWithValues', { moment, values: said });
}
