/**
 * Results may come after the list stands: those without a category are found by the last search alone. What a reader has in sight keeps its
 * place. A test that is new in the list and would move it waits, is announced, and stands in its place after a press. A test that stands is never
 * held at an older result: that its value is true counts more than that nothing moves (decision 54).
 */
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { isCritical } from '../card/cardStanding.ts';
import type { PatientCard } from '../card/cards.ts';

export type ShownCards = {
  readonly shown: readonly PatientCard[];
  /** These tests are new, came later and would move what is in sight, in the order of the list. */
  readonly held: readonly PatientCard[];
};

const hasRow = ({ series: { rows, listed } }: PatientCard, { id }: Row): boolean =>
  [...listed, ...rows].some((row) => row.id === id);

/**
 * Returns what stands after further results have come. `inOrder` returns cards in the order of the list, and `isSeen` tells of a card that
 * stands whether the reader has it in sight, or has it behind. A critical result waits for nobody, and one outside of its range no longer than
 * one inside.
 */
export function afterFurtherResults(
  shown: readonly PatientCard[],
  now: readonly PatientCard[],
  inOrder: (cards: readonly PatientCard[]) => readonly PatientCard[],
  isSeen: (card: PatientCard) => boolean,
): ShownCards {
  if (shown.length === 0) return { shown: now, held: [] };
  const [shownIds, nowIds] = [new Set(shown.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  const gone = shown.filter(({ id }) => !nowIds.has(id));
  const order = inOrder(now);
  const placeOf = new Map(order.map((card, place) => [card, place]));
  const lastSeen = order.findLastIndex((card) => shownIds.has(card.id) && isSeen(card));
  // A test that is told apart under another name now has its result in sight already.
  const stands = (card: PatientCard): boolean =>
    shownIds.has(card.id) ||
    isCritical(card) ||
    placeOf.get(card)! > lastSeen ||
    gone.some(({ result }) => hasRow(card, result.row));
  return { shown: now.filter(stands), held: order.filter((card) => !stands(card)) };
}
