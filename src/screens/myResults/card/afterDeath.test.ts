import { expect, test } from 'vitest';
import { emptyFlowsheet } from '../../../testing/recordFixture.ts';
import { potassiumObservation } from '../../../testing/readRecordFixture.ts';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { cardsOf } from './cards.ts';
import { noteSentences } from './cardSentences.ts';

/** Returns the notes of the card of a potassium of 12 November 2026. */
function notesOfPatientWho(died: string): readonly string[] {
  const sheet = emptyFlowsheet();
  sheet.take([potassiumObservation({ id: 'a', effectiveDateTime: '2026-11-12T08:00:00Z' })]);
  sheet.setLifetime(readPatient({ deceasedDateTime: died }, Date.UTC(2026, 10, 24)));
  return noteSentences(cardsOf(sheet.snapshot().series)[0]!);
}

test('a card says that its result is dated after the death, and never of a result before it', () => {
  expect(notesOfPatientWho('2026-11-11')).toEqual(['The date of this result is after the date of death.']);
  expect(notesOfPatientWho('2026-11-12')).toEqual([]);
  expect(notesOfPatientWho('2025-12-01')).toHaveLength(1);
});

test.each(['1998-03-02', '2005', '2025-11-01'])(
  'a death in %s is doubted once, and not on each card',
  (died) => {
    expect(notesOfPatientWho(died)).toEqual([]);
  },
);
