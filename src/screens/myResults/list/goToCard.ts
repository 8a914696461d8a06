import { hasPendingLoads, onLoadFinished } from '../../../ui/loading/pendingLoads.ts';
import { cardId } from '../card/cardId.ts';
import type { PatientCard } from '../card/cards.ts';

/**
 * Jumps to a card within the page: the address names the screen, so it is no link of its own. A card that is still to be drawn (`useFirstCards`)
 * is waited for.
 */
export function goToCard(card: PatientCard): void {
  if (goToDrawn(card) || !hasPendingLoads()) return;
  // One listener hears of all loads: one that was added while they are told would be told of the same load without end.
  const stop = onLoadFinished(() => {
    if (goToDrawn(card) || !hasPendingLoads()) stop();
  });
}

/** Returns whether the card is drawn. */
function goToDrawn(card: PatientCard): boolean {
  const element = document.getElementById(cardId(card));
  if (element === null) return false;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
  return true;
}
