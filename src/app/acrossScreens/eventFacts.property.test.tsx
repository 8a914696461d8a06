// @vitest-environment happy-dom
import fc from 'fast-check';
import { cleanup, render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { exportEvents } from '../../parts/export/exportEvents.ts';
import { EVENT_TYPES } from '../../smart/authorization/eventTypes.ts';
import { createEventTable } from '../../record/events/eventTable.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { Timeline } from '../../screens/timeline/Timeline.tsx';
import { coursesOf } from '../../clinical/medication/courses.ts';
import { eventContext } from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { sentDay } from './sentFactsFixture.ts';

// The timeline and the exports name each event that was sent of this patient once, with its day and its state, and no other event.

const TYPES = {
  Encounter: { field: 'period', name: 'type', done: 'finished', other: 'cancelled' },
  Procedure: { field: 'performed', name: 'code', done: 'completed', other: 'not-done' },
  Immunization: { field: 'occurrence', name: 'vaccineCode', done: 'completed', other: 'not-done' },
  MedicationRequest: {
    field: 'authoredOn',
    name: 'medicationCodeableConcept',
    done: 'active',
    other: 'cancelled',
  },
} as const;
type Type = keyof typeof TYPES;
const TYPE_NAMES = Object.keys(TYPES) as readonly Type[];

const TIMES = [
  '2026-03-08T07:30:00Z',
  '2026-10-20T04:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-11-12',
  '2026-10',
];

type Sent = {
  readonly type: Type;
  readonly at: string;
  /** A Procedure may be sent with a second time, which is another one. */
  readonly hasOtherTime: boolean;
  readonly state: 'done' | 'other' | 'withdrawn';
  readonly whose: 'p1' | 'p2' | '';
  readonly name: string;
};

const EVENTS = fc
  .array(
    fc.record({
      type: fc.constantFrom(...TYPE_NAMES),
      at: fc.constantFrom(...TIMES),
      hasOtherTime: fc.constantFrom(false, false, true),
      state: fc.constantFrom('done', 'done', 'done', 'other', 'withdrawn'),
      whose: fc.constantFrom('p1', 'p1', 'p1', 'p1', 'p2', ''),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((all) => all.map((one, i): Sent => ({ ...one, name: `Named ${String.fromCodePoint(65 + i)}` })));

function resourceOf({ type, at, hasOtherTime, state, whose, name }: Sent, id: string): object {
  const { field, name: nameField, done, other } = TYPES[type];
  const concept = { text: name };
  const patient = whose === '' ? {} : { reference: `Patient/${whose}` };
  const times =
    type === 'Encounter'
      ? { period: { start: at, end: at } }
      : type === 'MedicationRequest'
        ? { authoredOn: at }
        : { [`${field}DateTime`]: at };
  return {
    resourceType: type,
    id,
    status: { done, other, withdrawn: 'entered-in-error' }[state],
    ...(type === 'Immunization' ? { patient } : { subject: patient }),
    [nameField]: type === 'Encounter' ? [concept] : concept,
    ...(type === 'Encounter' && { class: { code: 'AMB' } }),
    ...times,
    ...(type === 'Procedure' &&
      hasOtherTime && { performedPeriod: { start: '2020-01-01', end: '2020-01-02' } }),
  };
}

const isShown = ({ whose, state }: Sent): boolean => whose === 'p1' && state !== 'withdrawn';
const isUndated = ({ type, hasOtherTime }: Sent): boolean => type === 'Procedure' && hasOtherTime;

/** Returns "20 Oct 2026" or "Oct 2026", and what stands where nobody knows the day. */
function dayOf(one: Sent): string {
  if (isUndated(one)) return 'no date';
  return one.at.length === 7 ? sentDay(`${one.at}-01`).replace(/^1 /, '') : sentDay(one.at);
}

const stateOf = ({ type, state }: Sent): string =>
  TYPES[type][state === 'other' ? 'other' : 'done'].replace('-', ' ');

function snapshotOf(sent: readonly Sent[]): EventsSnapshot {
  const tables = EVENT_TYPES.map((type) => {
    const table = createEventTable(type, () => eventContext);
    table.take(
      sent.flatMap((one, i) => (one.type === type ? [resourceOf(one, `e${i}`)] : [])),
      0,
    );
    return table.content();
  });
  const count = (key: keyof EventsSnapshot['leftOut']): number =>
    tables.reduce((sum, { leftOut }) => sum + leftOut[key], 0);
  return eventsSnapshot({
    courses: coursesOf(
      tables.flatMap(({ steps }) => steps),
      true,
    ),
    events: tables.flatMap(({ events }) => events),
    leftOut: {
      strangers: count('strangers'),
      unconfirmed: count('unconfirmed'),
      withdrawn: count('withdrawn'),
      unreadable: count('unreadable'),
    },
  });
}

/** Returns the words of the timeline on what was left out. */
function leftOutOf(sent: readonly Sent[]): readonly string[] {
  const strangers = sent.filter(({ whose }) => whose === 'p2').length;
  const withdrawn = sent.filter(({ whose, state }) => whose !== 'p2' && state === 'withdrawn').length;
  const nobodys = sent.filter(({ whose, state }) => whose === '' && state !== 'withdrawn').length;
  return [
    strangers > 0 ? `${strangers} of another patient` : '',
    nobodys > 0 ? `${nobodys} of an unnamed patient` : '',
    withdrawn > 0 ? `${withdrawn} retracted` : '',
  ].filter(Boolean);
}

const WINDOW = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2026-11-24T20:05:00Z') };

function timelineErrors(sent: readonly Sent[], events: EventsSnapshot): string[] {
  const { container } = render(
    <InOpenRecord patient={undefined} view={{ ...viewOfAll, visible: WINDOW }}>
      <Timeline events={events} />
    </InOpenRecord>,
  );
  const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent ?? ''),
  );
  const page = container.textContent ?? '';
  cleanup();
  const shown = sent.filter(isShown);
  return [
    rows.length === shown.length ? '' : `timeline: ${rows.length} rows of ${shown.length}`,
    ...shown.map((one) =>
      rows.some(
        ([when = '', , what = '', state = '']) =>
          when.includes(dayOf(one)) && what.includes(one.name) && state.includes(stateOf(one)),
      )
        ? ''
        : `timeline: no ${one.name} ${dayOf(one)} ${stateOf(one)} in ${JSON.stringify(rows)}`,
    ),
    ...sent
      .filter((one) => !isShown(one) && page.includes(one.name))
      .map(({ name }) => `timeline: ${name} is shown`),
    ...leftOutOf(sent).map((words) => (page.includes(words) ? '' : `timeline: it does not say ${words}`)),
  ];
}

function exportErrors(sent: readonly Sent[], events: EventsSnapshot): string[] {
  const { lines, omissions } = exportEvents(events, WINDOW, TEST_TIME_ZONE, { changes: 99, others: 99 });
  const texts = lines.map(({ text }) => text);
  const dated = sent.filter((one) => isShown(one) && !isUndated(one) && one.type !== 'MedicationRequest');
  const undated = sent.filter((one) => isShown(one) && isUndated(one));
  const others = sent.filter((one) => !isShown(one) || isUndated(one));
  return [
    ...dated.map((one) =>
      texts.filter((text) => text.includes(one.name) && text.includes(dayOf(one))).length === 1
        ? ''
        : `export: ${one.name} ${dayOf(one)} is not there once: ${texts.join(' | ')}`,
    ),
    ...dated
      .filter(({ state }) => state === 'other')
      .map((one) =>
        texts.some((text) => text.includes(one.name) && text.includes(stateOf(one)))
          ? ''
          : `export: no state of ${one.name}`,
      ),
    ...others
      .filter(({ name }) => texts.some((text) => text.includes(name)))
      .map(({ name }) => `export: ${name} is there`),
    undated.length === 0 || omissions.some((text) => text.includes(`${undated.length} `))
      ? ''
      : 'export: undated ones are not counted',
    ...leftOutOf(sent).map((words) =>
      omissions.some((text) => text.includes(words)) ? '' : `export: it does not say ${words}`,
    ),
  ];
}

test('timeline and exports name each event that was sent of this patient once, and no other one', () => {
  fc.assert(
    fc.property(EVENTS, (sent) => {
      const events = snapshotOf(sent);
      expect([...timelineErrors(sent, events), ...exportErrors(sent, events)].filter(Boolean)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
