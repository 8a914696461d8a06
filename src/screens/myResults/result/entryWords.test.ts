import { describe, expect, test } from 'vitest';
import { flagConcept, pressureWith, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf, resultCountOf, type PatientCard } from '../card/cards.ts';
import { entryWords, withdrawnCount } from './entryWords.ts';
import { entriesOf } from './resultFacts.ts';

const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5.1 } }] };
const k = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...RANGE, ...more });
const cardOf = (...resources: readonly unknown[]): PatientCard => {
  const [card] = cardsOf(recordOf(resources).series);
  if (card === undefined) throw new Error('The record has no card.');
  return card;
};
const rowsOf = (card: PatientCard) => entriesOf(card).all.map((entry) => entryWords(entry, card));

describe('the table of one result', () => {
  test('has every result, the newest first, with its value and where it lies beside its own range', () => {
    const card = cardOf(
      k(3.1, '2025-03-02T08:00:00Z'),
      k(5.8, '2026-11-12T08:00:00Z'),
      k(4.4, '2026-01-20T08:00:00Z', { referenceRange: [] }),
    );
    expect(rowsOf(card).map(({ value, unit, places }) => [value, unit, ...places])).toEqual([
      ['5.8', 'mmol/L', 'Above the range: 3.5 to 5.1'],
      ['4.4', 'mmol/L', 'No range was sent.'],
      ['3.1', 'mmol/L', 'Below the range: 3.5 to 5.1'],
    ]);
    expect(rowsOf(card).length).toBe(resultCountOf(card));
  });

  test('rule 34: a preliminary result has a row without its value', () => {
    const card = cardOf(k(4.1, '2026-11-12'), k(6.66, '2026-11-13', { status: 'preliminary' }));
    expect(rowsOf(card)[0]).toEqual({
      value: '',
      unit: '',
      places: ['Not final yet. The value is shown when the laboratory has finished it.'],
      notes: [],
      sentAs: '',
    });
    expect(JSON.stringify(rowsOf(card))).not.toContain('6.66');
  });

  test('rule 19: a result in words stands in its words, and one in another unit says why it is not in the chart', () => {
    const card = cardOf(
      k(4.1, '2026-11-10'),
      k('Gross hemolysis', '2026-11-11'),
      resultInput('2823-3', 4.4, 'g/dL', '2026-11-12'),
    );
    const said = JSON.stringify(rowsOf(card));
    expect(said).toContain('“Gross hemolysis”');
    expect(rowsOf(card).map(({ value }) => value)).toContain('4.1');
  });

  test('rule 36: a cancelled test has no value, and rule 35: a corrected result says so', () => {
    const card = cardOf(
      k(4.9, '2026-11-10', { status: 'corrected' }),
      k(9.9, '2026-11-11', { status: 'cancelled' }),
    );
    const [cancelled, corrected] = rowsOf(card);
    expect([cancelled?.value, ...(cancelled?.places ?? [])]).toEqual(['', 'This test was cancelled.']);
    expect(corrected?.notes).toEqual(['The laboratory has corrected this result.']);
    const [amended] = rowsOf(cardOf(k(4.9, '2026-11-10', { status: 'amended' })));
    expect(amended?.notes).toEqual(['The laboratory has changed this result, or added something to it.']);
  });

  test('rule 20: a limit keeps its sign, and is compared only where every number that it can be is on one side', () => {
    const limit = { valueQuantity: { value: 5, unit: 'mmol/L', comparator: '<' } };
    const [row] = rowsOf(cardOf(k(5, '2026-11-12', { ...limit, valueString: undefined })));
    expect([row?.value, ...(row?.places ?? [])]).toEqual([
      '<5',
      'The range is 3.5 to 5.1. The result cannot be compared with it.',
    ]);
  });

  test('a range and a mark that disagree are both said, and an urgent mark is said in words', () => {
    const [row] = rowsOf(cardOf(k(4.1, '2026-11-12', flagConcept('HH'))));
    expect(row?.places).toEqual([
      'Inside the range: 3.5 to 5.1. Marked by the laboratory as above its range.',
    ]);
    expect(row?.notes).toEqual(['Marked as urgent by the lab.']);
  });

  test('rule 33: withdrawn results are counted and have no row', () => {
    const card = cardOf(k(4.1, '2026-11-12'), k(8.88, '2026-11-13', { status: 'entered-in-error' }));
    expect([rowsOf(card).length, withdrawnCount(card)]).toEqual([1, 1]);
    expect(JSON.stringify(rowsOf(card))).not.toContain('8.88');
  });

  test('rule 7: a blood pressure has both numbers in one row, each beside its own range', () => {
    const card = cardOf(
      pressureWith(
        [151, 72],
        [
          [90, 140],
          [60, 90],
        ],
        '2026-11-12T08:00:00Z',
      ),
    );
    const [row, ...others] = rowsOf(card);
    expect(others).toEqual([]);
    expect([row?.value, row?.unit]).toEqual(['151/72', 'mmHg']);
    expect(row?.places).toEqual([
      'Upper number: Above the range: 90 to 140',
      'Lower number: Inside the range: 60 to 90',
    ]);
  });

  test('rule 23: a result that was sent twice has two rows, and says so', () => {
    const card = cardOf(k(4.1, '2026-11-12T08:00:00Z'), k(4.1, '2026-11-12T08:00:00Z'));
    expect(rowsOf(card).map(({ notes }) => notes.length)).toEqual(expect.arrayContaining([0, 1]));
    expect(resultCountOf(card)).toBe(2);
  });
});

test.each(['another-subject', 'quality-control', 'modifier'] as const)(
  'the note of a row that is withheld for the reason "%s" is withheld with it',
  (reason) => {
    const card = cardOf(k(4.1, '2026-11-10', { note: [{ text: 'Sent with the mother.' }] }));
    const [entry] = entriesOf(card).all;
    const [row] = entry!.rows;
    const { id, attached, valueText, effective } = row;
    const kind = { ...row.kind, reason, drawing: 'listed' as const };
    const withheld = { ...row, id, attached, valueText, effective, kind };
    const said = entryWords({ ...entry!, rows: [withheld], sides: undefined }, card);
    expect([said.value, said.notes]).toEqual(['', []]);
  },
);

test('a test without a value says why it was cancelled, and has the note in which its result is', () => {
  const card = cardOf(
    k(4.1, '2026-11-10'),
    {
      ...k(0, '2026-11-11', { status: 'cancelled', dataAbsentReason: { text: 'Lost' } }),
      valueQuantity: undefined,
    },
    { ...k(0, '2026-11-12', { note: [{ text: 'See the report.' }] }), valueQuantity: undefined },
  );
  const [noted, cancelled] = rowsOf(card);
  expect(noted?.notes).toEqual(['The laboratory noted: “See the report.”']);
  expect(cancelled?.places).toEqual(['This test was cancelled. The laboratory noted: “Lost”.']);
});
