import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../../testing/codes.ts';
import { flagConcept, recordOf, resultInput } from '../../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../../words/language.ts';
import { myResultsSpanish } from '../../myResults.es.messages.ts';
import { entryWords } from '../../result/entryWords.ts';
import { entriesOf } from '../../result/resultFacts.ts';
import { shareText } from '../../result/shareText.ts';
import { visitGroups } from '../../result/visitPlan.ts';
import { adviceSentence, noteSentences } from '../cardSentences.ts';
import { cardsOf, type PatientCard } from '../cards.ts';
import { isOwnReason, standingOf } from '../cardStanding.ts';
import { maybeNewerSentences } from '../maybeNewerSentences.ts';
import { positionSentencesOf } from '../rangeSentences.ts';

const part = (code: string, value: number, limits?: readonly [low: number, high: number]) => ({
  code: loinc(code),
  valueQuantity: { value, unit: 'mmol/L' },
  ...(limits && { referenceRange: [{ low: { value: limits[0] }, high: { value: limits[1] } }] }),
});
const panel = (
  marks: Readonly<Record<string, unknown>>,
  at = '2026-11-12',
  potassium: object = part('2823-3', 4.1, [3.5, 5]),
) => ({
  ...resultInput('24326-1', '', 'mmol/L', at, marks),
  valueString: undefined,
  component: [potassium, part('2951-2', 150, [136, 145])],
});
const cardWith = (code: string, ...resources: readonly unknown[]): PatientCard => {
  const card = cardsOf(recordOf(resources).series).find(({ result }) => result.row.kind.code === code);
  if (card === undefined) throw new Error(`There is no card of ${code}.`);
  return card;
};
const potassiumOf = (...resources: readonly unknown[]) => cardWith('2823-3', ...resources);
const rowOf = (card: PatientCard) => entryWords(entriesOf(card).all[0]!, card);

afterEach(() => speakEnglish());

describe('a mark that was sent for a group of results', () => {
  test('does not put a part outside that lies inside its own range, and does not call it well', () => {
    const card = potassiumOf(panel(flagConcept('H')));
    expect([standingOf(card), isOwnReason(card)]).toEqual(['marked-group', false]);
    expect(adviceSentence(card, undefined, false)).toBe('Ask your care team what this means.');
    expect(visitGroups([card]).map(({ heading }) => heading)).toEqual(['sheetOthers']);
    expect(standingOf(cardWith('2951-2', panel(flagConcept('H'))))).toBe('outside');
  });

  test('puts a part outside that came without a range of its own', () => {
    const card = potassiumOf(panel(flagConcept('H'), '2026-11-12', part('2823-3', 4.1)));
    expect(standingOf(card)).toBe('outside');
  });

  test('says of the time before, and of another result of the same time, where its own range puts it', () => {
    const before = potassiumOf(panel(flagConcept('H'), '2026-11-01'), panel({}));
    expect(before.before?.positions[0]?.side).toBe('inside');
    const tied = potassiumOf(
      panel(flagConcept('H'), '2026-11-12', part('2823-3', 4.4, [3.5, 5])),
      panel(flagConcept('H')),
    );
    expect(maybeNewerSentences(tied, 'America/Chicago').join(' ')).not.toContain('outside');
    expect(standingOf(tied)).toBe('open');
  });

  test('keeps the call where it is critical, and says that the group was marked', () => {
    const card = potassiumOf(panel(flagConcept('HH')));
    expect([standingOf(card), isOwnReason(card)]).toEqual(['urgent', true]);
    const urgent = 'The laboratory marked a group of results with this one as urgent.';
    expect(adviceSentence(card, undefined, false)).toBe(
      `${urgent} If nobody has talked with you about it, call your care team now.`,
    );
    const shared = { name: 'Potassium', server: 'Mercy', readAtMs: 0, timeZone: 'UTC', recordState: '' };
    expect(shareText({ ...shared, card, gaps: [] })).toContain(urgent);
    expect(rowOf(card)).toMatchObject({
      places: [
        'Inside the range: 3.5 to 5. The laboratory marked a group of results as outside its range. This one is in the group.',
      ],
      notes: ['The lab marked a group of results with this one as urgent.'],
    });
  });

  test('hides no mark of the result itself that it stands over', () => {
    const parts = [
      { ...part('2823-3', 4.1, [3.5, 5]), ...flagConcept('H') },
      { ...part('2951-2', 140, [136, 145]), ...flagConcept('N') },
    ];
    const card = potassiumOf({ ...panel(flagConcept('HH')), component: parts });
    expect(card.result.positions.map(({ side }) => side)).toEqual(['above']);
    expect(standingOf(card)).toBe('urgent');
  });

  test('a mark of the result itself stays its own', () => {
    const own = { ...part('2823-3', 4.1, [3.5, 5]), ...flagConcept('HH') };
    const card = potassiumOf(panel(flagConcept('HH'), '2026-11-12', own));
    expect(adviceSentence(card, undefined, false)).toMatch(/^The laboratory marked this result as urgent\./);
    expect(rowOf(card).notes).toEqual(['Marked as urgent by the lab.']);
  });
});

describe('our own words are never quoted as those of a laboratory', () => {
  const k = (more: Readonly<Record<string, unknown>>) =>
    potassiumOf(resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12', more));
  const positive = { interpretation: [{ text: 'Positive reaction' }] };

  test('a mark in words of a group is told without our note', () => {
    expect(noteSentences(potassiumOf(panel(positive)))).toEqual([
      'The laboratory marked a group of results: “Positive reaction”. This one is in the group.',
    ]);
  });

  test('a range in words of a group is told without our note', () => {
    const range = { referenceRange: [{ text: 'see report' }] };
    const card = potassiumOf(panel(range, '2026-11-12', part('2823-3', 4.1)));
    const said = 'The laboratory wrote about the range of a group of results: “see report”.';
    expect(positionSentencesOf(card)).toEqual([said]);
    expect(rowOf(card).places.join(' ')).not.toContain('whole panel');
  });

  test.each([
    ['>', 'It is higher than the highest number that the test can measure.', 'Es más alto'],
    ['<', 'It is lower than the lowest number that the test can measure.', 'Es más bajo'],
  ])('the mark "%s" is said in the language of the reader', (code, english, spanish) => {
    const card = k(flagConcept(code));
    expect(noteSentences(card)).toEqual([english]);
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    const [note = ''] = noteSentences(card);
    expect(note).toContain(spanish);
    expect(note).not.toContain('“');
  });

  test('so is the state of a sample and a value that was sent as absent', () => {
    const specimen = { contained: [{ resourceType: 'Specimen', id: 's', status: 'unsatisfactory' }] };
    const bad = k({ ...specimen, specimen: { reference: '#s' }, note: [{ text: 'Grossly hemolyzed' }] });
    expect(noteSentences(bad)).toEqual([
      'The sample was marked as not good enough for the test.',
      'The laboratory noted: “Grossly hemolyzed”.',
    ]);
    expect(noteSentences(k({ dataAbsentReason: { text: 'Specimen lost' } }))).toEqual([
      'It was also marked as having no value.',
      'The laboratory noted: “Specimen lost”.',
    ]);
  });
});
