/**
 * Results may come after the list stands: those without a category are found by the last search alone. What a reader has in sight keeps its
 * place. A result that would move it waits, is announced, and stands in its place after a press (decision 54).
 */
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { isCritical, standingOf } from '../card/cardStanding.ts';
import { timeOfCard, type PatientCard } from '../card/cards.ts';

export type StandingCards = {
  readonly shown: readonly PatientCard[];
  /** These came later and would move what is in sight, in the order of the list. */
  readonly held: readonly PatientCard[];
};

const hasRow = ({ series: { rows, listed } }: PatientCard, { id }: Row): boolean =>
  listed.some((row) => row.id === id) || rows.findLast((row) => row.id === id) !== undefined;

/** Returns whether a card has a newer result than it had, so that it would stand further up. A result that was withdrawn never stays. */
const movesUp = (before: PatientCard, now: PatientCard): boolean =>
  timeOfCard(now) > timeOfCard(before) && hasRow(now, before.result.row);

/** The summary stands above all cards, so a line more in it moves them all. */
const isInSummary = (card: PatientCard): boolean => standingOf(card) === 'outside';

/**
 * Returns what stands after further results have come. `inOrder` returns cards in the order of the list, and `isSeen` tells of a card that
 * stands whether the reader has it in sight, or has it behind. A critical result waits for nobody.
 */
export function afterFurtherResults(
  shown: readonly PatientCard[],
  now: readonly PatientCard[],
  inOrder: (cards: readonly PatientCard[]) => readonly PatientCard[],
  isSeen: (card: PatientCard) => boolean,
): StandingCards {
  if (shown.length === 0) return { shown: now, held: [] };
  const nowById = new Map(now.map((card) => [card.id, card]));
  const kept = shown.flatMap((before) => {
    const card = nowById.get(before.id);
    if (card === undefined) return [];
    return movesUp(before, card) && !isCritical(card) ? before : card;
  });
  const [keptCards, keptIds] = [new Set(kept), new Set(kept.map(({ id }) => id))];
  const fresh = now.filter(({ id }) => !keptIds.has(id));
  const order = inOrder([...kept, ...fresh]);
  const placeOf = new Map(order.map((card, place) => [card, place]));
  const lastSeen = order.findLastIndex((card) => keptIds.has(card.id) && isSeen(card));
  const isStill = (card: PatientCard): boolean =>
    isCritical(card) || (!isInSummary(card) && placeOf.get(card)! > lastSeen);
  const isWaiting = (card: PatientCard): boolean =>
    keptIds.has(card.id) ? !keptCards.has(card) : !isStill(card);
  return { shown: [...kept, ...fresh.filter(isStill)], held: inOrder(now.filter(isWaiting)) };
}
