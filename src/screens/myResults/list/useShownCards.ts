import { useState } from 'react';
import type { PatientCard } from '../card/cards.ts';
import { cardId } from '../card/cardId.ts';
import { afterFurtherResults, type ShownCards } from './shownCards.ts';

type ListNow = ShownCards & { readonly of: readonly PatientCard[] };

const NONE: readonly PatientCard[] = [];

/** A reader has a card in sight, or scrolled past it, where it begins above the lower edge of the window. */
const isSeen = (card: PatientCard): boolean =>
  (document.getElementById(cardId(card))?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <
  globalThis.innerHeight;

/**
 * Returns the cards that stand in the list, and those that came later and wait, because they would move what the reader has in sight. None
 * stands while the first results are awaited.
 */
export function useShownCards(
  cards: readonly PatientCard[],
  isAwaited: boolean,
  inOrder: (cards: readonly PatientCard[]) => readonly PatientCard[],
): ShownCards & { readonly showAll: () => void } {
  const [now, setNow] = useState<ListNow>();
  if (!isAwaited && now?.of !== cards)
    setNow({
      of: cards,
      ...(now === undefined
        ? { shown: cards, held: NONE }
        : afterFurtherResults(now.shown, cards, inOrder, isSeen)),
    });
  const { shown, held } = now ?? { shown: NONE, held: NONE };
  return { shown, held, showAll: () => setNow({ of: cards, shown: cards, held: NONE }) };
}
