import { expect, test } from 'vitest';
import { loinc } from '../../../../testing/codes.ts';
import { recordOf } from '../../../../testing/recordFixture.ts';
import { myResultsTexts } from '../../myResults.messages.ts';
import { recordAsSent } from '../../units/recordAsSent.ts';
import { maybeNewerResults } from '../cardStanding.ts';
import { CARD_ZONE, onlyCardOf, potassiumResult } from '../cardFixture.ts';
import { cardsOf } from '../cards.ts';
import { newerSentence } from '../maybeNewerSentences.ts';
import { resultNotes } from '../resultNotes.ts';
import { asideResults } from './asideResults.ts';

const AT = '2026-11-12T08:00:00Z';
const inPlaceOf = (id: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
      valueReference: { reference: `Observation/${id}` },
    },
  ],
});
const wrong = potassiumResult(7.8, AT, { id: 'a' });
const REPLACED = myResultsTexts('replaced', { by: 'laboratory' });

test('a card shows the result that was sent in place of another one, which stands in the table with that', () => {
  const card = onlyCardOf(wrong, potassiumResult(4.2, AT, inPlaceOf('a')));
  expect(card.result.text).toBe('4.2');
  expect(card.before).toBeUndefined();
  expect([...card.tied, ...maybeNewerResults(card), ...asideResults([card.series], [card.series])]).toEqual(
    [],
  );
  expect(card.series.listed.map((row) => resultNotes([row], 'laboratory', false))).toEqual([[REPLACED]]);
});

test('where no result of its test is as new, it is told with that', () => {
  const [card] = cardsOf(
    recordAsSent(
      recordOf([
        potassiumResult(4, '2026-11-01T08:00:00Z'),
        wrong,
        potassiumResult(140, AT, { ...inPlaceOf('a'), code: loinc('2951-2') }),
      ]),
    ).series,
  ).filter(({ series }) => series.id === 'k');
  expect(card?.result.text).toBe('4');
  expect(maybeNewerResults(card!).map((one) => newerSentence(one, CARD_ZONE, 'laboratory'))).toEqual([
    expect.stringContaining(` ${REPLACED}`),
  ]);
});
