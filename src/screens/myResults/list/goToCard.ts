import { hasPendingLoads, onLoadFinished } from '../../../ui/loading/pendingLoads.ts';
import { cardId } from '../card/cardId.ts';
import type { PatientCard } from '../card/cards.ts';

/**
 * Jumps to a card within the page: the address names the screen, so it is no link of its own. A card that is still to be drawn (`useFirstCards`)
 * is waited for.
 */
export function goToCard(card: PatientCard): void {
  const element = document.getElementById(cardId(card));
  if (element === null) {
    if (hasPendingLoads()) goWhenDrawn(card);
    return;
  }
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

function goWhenDrawn(card: PatientCard): void {
  const stop = onLoadFinished(() => {
    stop();
    goToCard(card);
  });
}
