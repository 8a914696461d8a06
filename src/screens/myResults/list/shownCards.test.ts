import { describe, expect, test } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf, type PatientCard } from '../card/cards.ts';
import { newestCardFirst } from './days.ts';
import { afterFurtherResults } from './shownCards.ts';

const range = { referenceRange: [{ low: { value: 3 }, high: { value: 6 } }] };
const result = (code: string, value: number, at: string, more: object = {}) => ({
  ...resultInput(code, value, 'mmol/L', at, { ...range, ...more }),
  id: `${code} ${at}`,
});
const [K, NA, CA, GLUCOSE] = ['2823-3', '2951-2', '17861-6', '2345-7'] as const;

const cardsFrom = (...resources: readonly unknown[]): readonly PatientCard[] =>
  cardsOf(recordOf(resources).series);
const inOrder = (cards: readonly PatientCard[]) => cards.toSorted(newestCardFirst);
const ids = (cards: readonly PatientCard[]): readonly string[] =>
  inOrder(cards).map(({ result: { row } }) => row.id);

const first = [result(K, 4, '2026-11-12'), result(NA, 5, '2026-10-01'), result(CA, 4, '2020-01-01')];
/** A reader has the first two cards in sight. */
const isSeen = ({ result: { row } }: PatientCard): boolean => !row.id.startsWith(CA);
const after = (...now: readonly unknown[]) =>
  afterFurtherResults(cardsFrom(...first), cardsFrom(...now), inOrder, isSeen);

describe('what comes after the list stands', () => {
  test('waits where it would move what is in sight, and is counted', () => {
    const { shown, held } = after(...first, result(GLUCOSE, 5, '2026-11-20'));
    expect(ids(shown)).toEqual(first.map(({ id }) => id));
    expect(ids(held)).toEqual([`${GLUCOSE} 2026-11-20`]);
  });

  test('stands at once below what is in sight', () => {
    const { shown, held } = after(...first, result(GLUCOSE, 5, '2021-11-20'));
    expect(ids(shown)).toContain(`${GLUCOSE} 2021-11-20`);
    expect(held).toEqual([]);
  });

  test('outside of its range it waits no longer than inside', () => {
    const { shown, held } = after(...first, result(GLUCOSE, 9, '2021-11-20'));
    expect(ids(shown)).toContain(`${GLUCOSE} 2021-11-20`);
    expect(held).toEqual([]);
  });

  test.each([
    ['above its range, of a card in sight', K, 9, '2026-11-20'],
    ['inside its range, of a card in sight', K, 5, '2026-11-20'],
    ['of a card below the sight', CA, 5, '2026-11-20'],
    ['that belongs below the sight', CA, 5, '2021-11-20'],
  ])('a newer result %s takes the place of the old one at once', (_, code, value, at) => {
    const { shown, held } = after(...first, result(code, value, at));
    expect(ids(shown)).toContain(`${code} ${at}`);
    expect(shown).toHaveLength(first.length);
    expect(held).toEqual([]);
  });

  test('a corrected version of a result takes its place at once, with a later time too', () => {
    const [k, na, ca] = first;
    for (const at of ['2026-11-12', '2026-11-14']) {
      const corrected = { ...result(K, 9, at, { status: 'corrected' }), id: k!.id };
      const { shown, held } = after(corrected, na, ca);
      expect(shown.map(({ result: { text } }) => text)).toContain('9');
      expect(held).toEqual([]);
    }
  });

  test('a result whose test is told apart under another name now does not vanish until it is asked for', () => {
    const stood = cardsFrom(...first);
    const now = stood.map((card) => (card.result.row.id.startsWith(K) ? { ...card, id: 'k~2' } : card));
    const { shown, held } = afterFurtherResults(stood, now, inOrder, isSeen);
    expect(ids(shown)).toEqual(first.map(({ id }) => id));
    expect(held).toEqual([]);
  });

  test('a critical result waits for nobody', () => {
    const critical = result(GLUCOSE, 30, '2026-11-20', flagConcept('HH'));
    const { shown, held } = after(...first, critical);
    expect(ids(shown)[0]).toBe(critical.id);
    expect(held).toEqual([]);
    const newer = after(...first, result(CA, 9, '2026-11-20', flagConcept('HH')));
    expect([ids(newer.shown)[0], newer.held]).toEqual([`${CA} 2026-11-20`, []]);
  });

  test('rule 33: a result that was withdrawn does not stay', () => {
    const [k, na] = first;
    const { shown } = after(k, na);
    expect(ids(shown)).toEqual([k?.id, na?.id]);
    const replaced = after(k, na, result(CA, 5, '2026-11-20'));
    expect(ids(replaced.shown)).toEqual([`${CA} 2026-11-20`, k?.id, na?.id]);
  });

  test('an older result of a card changes its words in its place', () => {
    const { shown, held } = after(...first, result(K, 5, '2026-01-01'));
    expect(held).toEqual([]);
    expect(shown.find(({ result: { row } }) => row.id === first[0]?.id)?.before?.row.id).toBe(
      `${K} 2026-01-01`,
    );
  });

  test('where nothing stands, everything stands at once', () => {
    const all = cardsFrom(...first);
    expect(afterFurtherResults([], all, inOrder, isSeen)).toEqual({ shown: all, held: [] });
  });
});
