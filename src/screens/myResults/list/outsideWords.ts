import type { CardResult } from '../card/cards.ts';
import type { CardPosition } from '../card/marks/groupMark.ts';
import { formOf } from '../card/inWords.ts';
import { rangeWords } from '../card/rangeSentences.ts';
import { myResultsTexts } from '../myResults.messages.ts';

const isOutside = (side: CardPosition['side']): boolean => side !== 'inside' && side !== 'unknown';

/** The range and the mark both say that it is outside, each on another side. */
const isOnBothSides = ({ byRange, byFlag, isDisputed }: CardPosition): boolean =>
  isDisputed && isOutside(byRange) && isOutside(byFlag);

/**
 * Says in a few words on which side of its range a result lies, with the range where it was compared with one: "above the range (98 to
 * 107)". That a mark alone says so is told. '' where nothing of it lies outside. What lies on two sides is told as outside, such as the two
 * numbers of a blood pressure.
 */
export function outsideWords({ row: shown, sides, positions }: CardResult): string {
  const outside = positions.filter(({ side }) => isOutside(side));
  const [first] = outside;
  if (first === undefined) return '';
  const { side, byRange } = first;
  if (outside.some((one) => one.side !== side || isOnBothSides(one)))
    return myResultsTexts('besideOwnRange', { side: 'outside' });
  if (outside.every((one) => one.byRange !== side))
    return myResultsTexts('markedBeside', { side, form: formOf(shown) });
  const [row] = sides.length === 1 ? sides : [];
  const range = row && byRange === side ? rangeWords(row.kind) : '';
  return range === ''
    ? myResultsTexts('besideOwnRange', { side })
    : myResultsTexts('besideRange', { side, range });
}
