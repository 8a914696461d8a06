import { expect, test } from 'vitest';
import type { EventType } from '../../clinical/events/careEvent.ts';
import { eventGaps } from './eventGaps.ts';
import { emptyLaneText, leftOutText, unreadTypesText } from './eventText.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';

const empty = { events: [], courses: [] };
const emptyTextInState = (
  state: 'complete' | 'failed' | 'not-allowed' | 'not-granted' | 'refused' | 'incomplete' | 'reading',
) => emptyLaneText(eventsSnapshot({ ...empty, states: eventStates({ Procedure: state }) }), 'procedure', 0);

test('rule 38: every reason for an empty lane has words of its own', () => {
  const texts = [
    emptyLaneText(eventsSnapshot({ ...empty, states: eventStates({}, 0) }), 'procedure', 0),
    emptyLaneText(eventsSnapshot(), 'procedure', 5),
    emptyTextInState('not-granted'),
    emptyTextInState('not-allowed'),
    emptyTextInState('failed'),
    emptyTextInState('reading'),
    emptyTextInState('refused'),
    emptyTextInState('incomplete'),
  ].map(({ text }) => text);
  expect(texts).toEqual([
    'none recorded',
    'none in this period',
    'not granted to Longview',
    'not allowed by this health system',
    'could not be loaded',
    'loading',
    'not offered by this health system',
    'not all could be loaded',
  ]);
  expect(new Set(texts).size).toBe(texts.length);
});

test('only what failed can be tried again', () => {
  const states = [
    'failed',
    'incomplete',
    'not-allowed',
    'not-granted',
    'refused',
    'reading',
    'complete',
  ] as const;
  expect(states.filter((state) => emptyTextInState(state).canRetry)).toEqual(['failed', 'incomplete']);
});

test('what the server would answer in the same way again is not tried again, beside what may come', () => {
  const final = (state: 'incomplete' | 'failed', type: EventType) =>
    eventStates({ [type]: state, MedicationDispense: 'incomplete' }).map((one) =>
      one.type === type ? { ...one, isFinal: true as const } : one,
    );
  const procedures = eventsSnapshot({ ...empty, states: final('incomplete', 'Procedure') });
  expect(emptyLaneText(procedures, 'procedure', 0)).toEqual({
    text: 'not all could be loaded',
    canRetry: false,
  });
  expect(unreadTypesText(procedures, 'procedure').map(({ canRetry }) => canRetry)).toEqual([false]);
  expect(eventGaps(procedures).map(({ canRetry }) => canRetry)).toEqual([true]);
  const both = eventsSnapshot({ states: final('incomplete', 'MedicationRequest') });
  expect(unreadTypesText(both, 'medication').map(({ canRetry }) => canRetry)).toEqual([true]);
  const alone = eventsSnapshot({
    states: eventStates({ Encounter: 'incomplete' }).map((one) =>
      one.type === 'Encounter' ? { ...one, isFinal: true as const } : one,
    ),
  });
  expect(eventGaps(alone)).toEqual([
    { kind: 'incomplete', text: 'Not all encounters could be loaded.', canRetry: false },
  ]);
});

test('before the reading began, all is loading', () => {
  expect(emptyLaneText(undefined, 'report', 0).text).toBe('loading');
});

test('none is claimed only of the kinds that were read', () => {
  const states = eventStates(
    {
      MedicationStatement: 'not-granted',
      MedicationAdministration: 'not-granted',
      MedicationDispense: 'not-allowed',
    },
    0,
  );
  const laneText = emptyLaneText(eventsSnapshot({ ...empty, states }), 'medication', 0);
  expect(laneText.text).toBe('none recorded in medication orders');
});

test('a kind of medication that failed takes the claim from the others', () => {
  const states = eventStates({ MedicationStatement: 'failed' }, 0);
  expect(emptyLaneText(eventsSnapshot({ ...empty, states }), 'medication', 0)).toEqual({
    text: 'could not be loaded',
    canRetry: true,
  });
});

test('received and all left out is not the same as none recorded', () => {
  expect(emptyLaneText(eventsSnapshot(empty), 'procedure', 0).text).toBe('none that can be shown');
});

test('what is missing of a lane is named by its kinds', () => {
  const states = eventStates({ MedicationStatement: 'not-granted', MedicationDispense: 'not-granted' });
  expect(unreadTypesText(eventsSnapshot({ states }), 'medication')).toEqual([
    { text: 'Medication statements and medication dispenses: not granted to Longview.', canRetry: false },
  ]);
  expect(unreadTypesText(eventsSnapshot(), 'medication')).toEqual([]);
});

test('what was left out is counted', () => {
  expect(leftOutText({ strangers: 2, unconfirmed: 0, withdrawn: 1, unreadable: 0 })).toBe(
    'Left out: 2 of another patient and 1 retracted.',
  );
  expect(leftOutText({ strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0 })).toBe('');
});
