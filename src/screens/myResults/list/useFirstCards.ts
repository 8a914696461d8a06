import { useState } from 'react';
import { usePrintWidthPx } from '../../../ui/layout/printMedia.ts';
import { useIsPainted } from '../../../ui/loading/useIsPainted.ts';
import type { CardDay } from './days.ts';

/** No card is lower than this, so that so many of them fill the window at least. */
const LEAST_CARD_PX = 160;

/**
 * Returns the days with the cards that are drawn. A phone draws forty cards in half a second, and a reader sees three. So the first ones are
 * drawn and painted, and then the others below them, in pieces between which the browser answers. `isStepwise` is false where the reader
 * goes back to a card of the list, which may be any. Paper has all of them.
 */
export function useFirstCards(days: readonly CardDay[], isStepwise: boolean): readonly CardDay[] {
  const [hasRest] = useState(!isStepwise);
  const isPrinting = usePrintWidthPx() !== undefined;
  const isPainted = useIsPainted(!hasRest && days.length > 0);
  return hasRest || isPainted || isPrinting
    ? days
    : firstCards(days, Math.ceil(globalThis.innerHeight / LEAST_CARD_PX));
}

/** Returns the first cards of a list, in their days and groups. */
export function firstCards(days: readonly CardDay[], count: number): readonly CardDay[] {
  let left = count;
  return days
    .map((day) => ({
      ...day,
      groups: day.groups
        .map((group) => {
          const cards = group.cards.slice(0, left);
          left -= cards.length;
          return { ...group, cards };
        })
        .filter(({ cards }) => cards.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}
