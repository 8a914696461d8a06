// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { addPendingLoad } from '../../../ui/loading/pendingLoads.ts';
import { cardId } from '../card/cardId.ts';
import { cardsOf } from '../card/cards.ts';
import { goToCard } from './goToCard.ts';

const [card] = cardsOf(recordOf([resultInput('2951-2', 140, '', '2026-11-20T08:00:00Z')]).series);
const draw = () =>
  document.body.append(Object.assign(document.createElement('article'), { id: cardId(card!) }));

afterEach(() => document.body.replaceChildren());

test('who goes to a card that is still to be drawn is led there, also when something else arrives first', () => {
  const [other, cards] = [addPendingLoad(), addPendingLoad()];
  goToCard(card!);
  other();
  expect(document.activeElement).toBe(document.body);
  draw();
  cards();
  expect(document.activeElement?.id).toBe(cardId(card!));
});

test('a card that was not drawn with the others is not waited for any longer', () => {
  const cards = addPendingLoad();
  goToCard(card!);
  cards();
  draw();
  addPendingLoad()();
  expect(document.activeElement).toBe(document.body);
});
