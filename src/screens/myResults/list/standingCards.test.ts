import { describe, expect, test } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf, type PatientCard } from '../card/cards.ts';
import { newestCardFirst } from './days.ts';
import { afterFurtherResults } from './standingCards.ts';

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

  test('waits below it too where the summary on top would get a line more', () => {
    const { held } = after(...first, result(GLUCOSE, 9, '2021-11-20'));
    expect(ids(held)).toEqual([`${GLUCOSE} 2021-11-20`]);
  });

  test('a card with a newer result keeps its place and its words until they are asked for', () => {
    const { shown, held } = after(...first, result(CA, 5, '2026-11-20'));
    expect(ids(shown)).toEqual(first.map(({ id }) => id));
    expect(ids(held)).toEqual([`${CA} 2026-11-20`]);
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
    expect(ids(replaced.shown)).not.toContain(`${CA} 2020-01-01`);
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
