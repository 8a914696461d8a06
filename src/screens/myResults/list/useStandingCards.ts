import { useState } from 'react';
import type { PatientCard } from '../card/cards.ts';
import { cardId } from '../card/cardId.ts';
import { afterFurtherResults, type StandingCards } from './standingCards.ts';

type Standing = StandingCards & { readonly of: readonly PatientCard[] };

const NONE: readonly PatientCard[] = [];

/** A reader has a card in sight, or scrolled past it, where it begins above the lower edge of the window. */
const isSeen = (card: PatientCard): boolean =>
  (document.getElementById(cardId(card))?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <
  globalThis.innerHeight;

/**
 * Returns the cards that stand in the list, and those that came later and wait, because they would move what the reader has in sight. None
 * stands while the first results are awaited.
 */
export function useStandingCards(
  cards: readonly PatientCard[],
  isAwaited: boolean,
  inOrder: (cards: readonly PatientCard[]) => readonly PatientCard[],
): StandingCards & { readonly showAll: () => void } {
  const [standing, setStanding] = useState<Standing>();
  if (!isAwaited && standing?.of !== cards)
    setStanding({
      of: cards,
      ...(standing === undefined
        ? { shown: cards, held: NONE }
        : afterFurtherResults(standing.shown, cards, inOrder, isSeen)),
    });
  const { shown, held } = standing ?? { shown: NONE, held: NONE };
  return { shown, held, showAll: () => setStanding({ of: cards, shown: cards, held: NONE }) };
}
