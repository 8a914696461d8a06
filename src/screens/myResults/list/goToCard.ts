import { cardId } from '../card/cardId.ts';
import type { PatientCard } from '../card/cards.ts';

/** Jumps to a card within the page: the address names the screen, so it is no link of its own. */
export function goToCard(card: PatientCard): void {
  const element = document.getElementById(cardId(card));
  if (element === null) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}
