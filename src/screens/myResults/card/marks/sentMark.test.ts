import { describe, expect, test } from 'vitest';
import { onlyCardOf, potassiumResult, rangeOf } from '../cardFixture.ts';
import { noteSentences } from '../cardSentences.ts';
import { standingOf } from '../cardStanding.ts';

describe('a mark that names no side is told', () => {
  const marked = (coding: object) => ({
    interpretation: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', ...coding }],
      },
    ],
  });
  const cardOf = (interpretation: object) =>
    onlyCardOf(potassiumResult(4.1, '2026-11-12', { ...interpretation, ...rangeOf(3.5, 5.1) }));

  test.each([
    [{ code: 'POS', display: 'Positive' }, 'Positive'],
    [{ code: 'R', display: 'RESISTANT' }, 'RESISTANT'],
  ])('in its words: %j', (coding, words) => {
    expect(noteSentences(cardOf(marked(coding)))).toEqual([`The laboratory marked it: “${words}”.`]);
  });

  test.each(['U', 'D', 'W', 'S', 'R', 'I', 'B', 'SDD', 'TOX', 'POS', 'DET', 'IND', 'QCF', '*'])(
    'by its code “%s”, where that was sent alone, and calls nobody well',
    (code) => {
      for (const sent of [marked({ code }), { interpretation: [{ text: code }] }]) {
        const card = cardOf(sent);
        expect([noteSentences(card), standingOf(card)]).toEqual([
          [`The laboratory marked it: “${code}”.`],
          'marked',
        ]);
      }
    },
  );

  test.each(['NEG', 'ND', 'NR', 'EXP'])('by the code “%s”, which takes no comfort away', (code) => {
    const card = cardOf(marked({ code }));
    expect([noteSentences(card), standingOf(card)]).toEqual([
      [`The laboratory marked it: “${code}”.`],
      'inside',
    ]);
  });

  test.each(['211', '-', 'F', 'N/A', 'na', '.', '(none)'])('and “%s” is none', (text) => {
    const card = cardOf({ interpretation: [{ text }] });
    expect([noteSentences(card), standingOf(card)]).toEqual([[], 'inside']);
  });
});
