// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { hasPendingLoads } from '../../../ui/loading/pendingLoads.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { cardId } from '../card/cardId.ts';
import { cardsOf } from '../card/cards.ts';
import { glossaryIn } from '../plainNames.ts';
import { cardDays } from './days.ts';
import { goToCard } from './goToCard.ts';
import { ResultsList } from './ResultsList.tsx';
import { firstCards } from './useFirstCards.ts';

// The first cards are painted before the others are drawn below them.

beforeAll(async () => void (await glossaryIn('en')), 60_000);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const CODES = ['2951-2', '2823-3', '2075-0', '17861-6', '2160-0', '718-7', '6690-2', '777-3'];
const record = recordOf(
  CODES.map((code, i) =>
    resultInput(code, 5 + i, '', `2026-11-${String(20 - i).padStart(2, '0')}T08:00:00Z`),
  ),
);

const days = cardDays(cardsOf(record.series), { names: new Map(), isLate: false }, 'UTC');
const idsIn = (some: typeof days) =>
  some.flatMap(({ groups }) => groups.flatMap(({ cards }) => cards.map(({ id }) => id)));

test.each([0, 1, 3, 8, 20])('the first %i cards of a list keep their order, days and groups', (count) => {
  const first = firstCards(days, count);
  expect(idsIn(first)).toEqual(idsIn(days).slice(0, count));
  expect(
    first.every(({ groups }) => groups.length > 0 && groups.every(({ cards }) => cards.length > 0)),
  ).toBe(true);
  for (const day of first) expect(days.map(({ key }) => key)).toContain(day.key);
});

const list = (isStepwise: boolean) => (
  <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
    <InOpenRecord record={record}>
      <ResultsList isStepwise={isStepwise} />
    </InOpenRecord>
  </LanguageProvider>
);
const cardsShown = () => screen.queryAllByRole('article').length;

test('the cards below the window are drawn after the first ones are painted, and keep the screen from being at rest', async () => {
  vi.stubGlobal('innerHeight', 480);
  let paint = (): void => {};
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (paint = callback));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  await act(async () => render(list(true)));
  expect([cardsShown(), hasPendingLoads()]).toEqual([3, true]);
  paint();
  expect(cardsShown()).toBe(3);
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(cardsShown()).toBe(CODES.length);
  });
  expect(hasPendingLoads()).toBe(false);
});

test('who goes to a card that is still to be drawn is led there when it is', async () => {
  vi.stubGlobal('innerHeight', 480);
  let paint = (): void => {};
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (paint = callback));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  await act(async () => render(list(true)));
  const last = cardsOf(record.series).find(({ id }) => id === idsIn(days).at(-1))!;
  goToCard(last);
  expect(document.activeElement).toBe(document.body);
  paint();
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(document.activeElement?.id).toBe(cardId(last));
  });
});

test('who goes back to a card finds the list whole', async () => {
  vi.stubGlobal('innerHeight', 480);
  await act(async () => render(list(false)));
  expect(cardsShown()).toBe(CODES.length);
});

test('a page that is hidden has no frames, and the list is whole all the same', async () => {
  vi.stubGlobal('innerHeight', 480);
  vi.stubGlobal('requestAnimationFrame', () => 0);
  await act(async () => render(list(true)));
  expect(cardsShown()).toBe(3);
  await vi.waitFor(
    async () => {
      await act(async () => undefined);
      expect(cardsShown()).toBe(CODES.length);
    },
    { timeout: 5000 },
  );
});

test('paper has all cards, also while only the first ones are drawn', async () => {
  vi.stubGlobal('innerHeight', 480);
  vi.stubGlobal('requestAnimationFrame', () => 0);
  await act(async () => render(list(true)));
  expect(cardsShown()).toBe(3);
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(cardsShown()).toBe(CODES.length);
  act(() => void dispatchEvent(new Event('afterprint')));
});
