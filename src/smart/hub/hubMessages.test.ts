import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONFIRMATION, contextOf, DENIAL, notification, PATIENT_ID, TOPIC } from './hubFixture.ts';
import { readHubMessage } from './hubMessages.ts';

const read = (message: unknown) => readHubMessage(JSON.stringify(message));

test('the messages of the specification are read: confirmation, denial and event', () => {
  expect(read(CONFIRMATION)).toEqual({
    kind: 'confirmed',
    topic: TOPIC,
    events: ['patient-open', 'patient-close'],
    leaseMs: 7_200_000,
  });
  expect(read(DENIAL)).toEqual({ kind: 'denied', topic: TOPIC });
  expect(read(notification('Patient-open', contextOf(PATIENT_ID)))).toEqual({
    kind: 'event',
    id: '6efe28b2-7f8b-4cbc-bc59-a21a902f7e04',
    topic: TOPIC,
    name: 'patient-open',
    atMs: Date.UTC(2023, 3, 1, 10, 38, 4, 160),
    context: contextOf(PATIENT_ID),
  });
});

test('a time is in UTC unless it says otherwise, and one that is none is not known', () => {
  const timeOf = (timestamp: string) => {
    const message = read(notification('Patient-open', [], { timestamp }));
    return message.kind === 'event' ? message.atMs : 'no event';
  };
  expect(timeOf('2018-01-08T01:37:05.14')).toBe(Date.UTC(2018, 0, 8, 1, 37, 5, 140));
  expect(timeOf('2018-01-08T01:37:05Z')).toBe(Date.UTC(2018, 0, 8, 1, 37, 5));
  expect(timeOf('2018-01-08T03:37:05+02:00')).toBe(Date.UTC(2018, 0, 8, 1, 37, 5));
  // An example of the specification has an hour of three digits.
  for (const odd of ['2023-04-01T010:38:04.16', '', 'yesterday', '1', '2023-04-01'])
    expect([odd, timeOf(odd)]).toEqual([odd, undefined]);
});

test('a lease may be a text, and one that is none or of no length is not known', () => {
  const leaseOf = (seconds: unknown) => {
    const message = read({ ...CONFIRMATION, 'hub.lease_seconds': seconds });
    return message.kind === 'confirmed' ? message.leaseMs : 'no confirmation';
  };
  expect(leaseOf('7200')).toBe(7_200_000);
  expect(leaseOf(1e12)).toBe(24 * 3_600_000);
  for (const odd of [0, -1, 'soon', null, {}, [], undefined])
    expect([odd, leaseOf(odd)]).toEqual([odd, undefined]);
});

test('what is no message, is written twice or has no id is said to be unreadable', () => {
  for (const text of [
    undefined,
    '',
    '{',
    'null',
    '[]',
    '"Patient-open"',
    '{"id":"1"}',
    '{"id":"1","event":{"hub.event":""}}',
    '{"id":7,"event":{"hub.event":"Patient-open"}}',
    '{"id":"1","id":"2","event":{"hub.event":"Patient-open","context":[]}}',
    '{"id":"1","event":{"hub.event":"Patient-open","context":[]},"__proto__":{}}',
    '['.repeat(100_000),
  ])
    expect([text?.slice(0, 40), readHubMessage(text).kind]).toEqual([text?.slice(0, 40), 'unreadable']);
});

test('whatever a hub sends, it is read without an error and is one of the four', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      expect(['confirmed', 'denied', 'event', 'unreadable']).toContain(readHubMessage(text).kind);
    }),
    { numRuns: 400, seed: 63 },
  );
});

test.each<[unknown]>([
  [{ toString: 1, valueOf: 1 }],
  [[7200]],
  [{}],
  [null],
  [true],
  ['soon'],
  ['NaN'],
  ['-1'],
  [0],
  [-5],
])('a time of %j that a subscription lasts counts as not said, and nothing throws', (sent) => {
  expect(read({ ...CONFIRMATION, 'hub.lease_seconds': sent })).toMatchObject({ leaseMs: undefined });
});
