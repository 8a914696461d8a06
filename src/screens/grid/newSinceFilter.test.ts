import { describe, expect, test } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { gridFiltersIn } from '../../parts/screenUrls/gridUrl.ts';
import { newSinceFilterOf } from './newSinceFilter.ts';

const record = recordOf([
  resultInput('2823-3', 4.9, 'mmol/L', '2026-08-25T13:15:00Z'),
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
]);
const visits = eventsSnapshot({
  events: [
    madeCareEvent('Encounter', 'Office visit', '2026-08-25T13:00:00Z', { end: '2026-08-25T14:00:00Z' }),
    madeCareEvent('Encounter', 'Office visit', '2026-11-12T14:00:00Z', { end: '2026-11-12T15:00:00Z' }),
  ],
});
type SinceFacts = Parameters<typeof newSinceFilterOf>[1];
const since = (fragment: string, facts: Partial<SinceFacts> = {}) =>
  newSinceFilterOf(gridFiltersIn(fragment), {
    record,
    events: visits,
    encounterId: undefined,
    timeZone: 'America/Chicago',
    ...facts,
  });
const labels = ({ options }: ReturnType<typeof since>) => options.map(({ label }) => label);
const SPANS = ['90 days, 14 Aug 2026', '30 days, 13 Oct 2026', '24 hours, 11 Nov 2026, 08:10'];

describe('since when results count as new', () => {
  test('each choice says its date', () => {
    expect(labels(since('#results'))).toEqual(['last visit, 25 Aug 2026', ...SPANS]);
  });

  test('the moment of the filter is told in choiceText; the last visit is marked though nobody asked', () => {
    expect(since('#results=new&since=visit').appliedMark).toEqual({
      sinceMs: Date.parse('2026-08-25T13:00:00Z'),
      shortText: 'visit',
      text: '25 Aug 2026, the start of the last visit before the newest result',
    });
    expect(since('#results')).toMatchObject({ appliedMark: undefined, columnMark: { shortText: 'visit' } });
  });

  test('a moment chosen for what changed is marked and narrows nothing by itself', () => {
    expect(since('#results&since=30d')).toMatchObject({
      appliedMark: undefined,
      columnMark: { shortText: '30 d' },
    });
    expect(since('#results=new')).toMatchObject({ appliedMark: undefined, notAppliedText: '' });
  });

  test('without a visit nothing is counted from one, and it is said', () => {
    const none = since('#results=new&since=visit', { events: eventsSnapshot({ events: [] }) });
    expect(labels(none)).toEqual(['last visit: no visit recorded before the newest result', ...SPANS]);
    expect(none).toMatchObject({ appliedMark: undefined, columnMark: undefined });
    expect(none.notAppliedText).toBe(
      'new since last visit: no visit recorded before the newest result; this filter hides nothing',
    );
    const span = since('#results=new&since=30d', { events: eventsSnapshot({ events: [] }) });
    expect(span.appliedMark?.text).toBe('13 Oct 2026, 30 days before the newest result');
  });

  test.each([
    ['reading', 'loading'],
    ['failed', 'could not be loaded'],
    ['incomplete', 'not all could be loaded'],
    ['not-allowed', 'not allowed by this health system'],
    ['not-granted', 'not granted to Longview'],
  ] as const)('rules 37, 38: encounters that are %s are %s, and nothing is hidden', (state, choiceText) => {
    const events = eventsSnapshot({ ...visits, states: eventStates({ Encounter: state }) });
    const filter = since('#results=abnormal.new&since=visit', { events });
    expect(filter.appliedMark).toBeUndefined();
    expect(filter.columnMark).toBeUndefined();
    expect(filter.notAppliedText).toBe(
      `new since last visit: encounters ${choiceText}; this filter hides nothing`,
    );
    expect(labels(filter)[0]).toBe(`last visit: encounters ${choiceText}`);
  });

  test('before anything is known of them, and where they are not asked for', () => {
    expect(since('#results=new&since=visit', { events: undefined }).notAppliedText).toContain(
      'encounters loading',
    );
    const unasked = eventsSnapshot({ ...visits, states: [] });
    expect(since('#results=new&since=visit', { events: unasked }).notAppliedText).toContain('not requested');
  });

  test('rules 37, 39: no moment before all results are read, since the newest may be missing', () => {
    for (const [ended, choiceText] of [
      [false, 'available when the whole record has loaded'],
      [true, 'the record is incomplete'],
    ] as const) {
      const filter = since('#results=new&since=30d', { record: { ...record, ended, complete: false } });
      expect(filter).toMatchObject({
        options: [],
        unavailableText: choiceText,
        appliedMark: undefined,
        columnMark: undefined,
      });
      expect(filter.notAppliedText).toBe(`new since 30 days: ${choiceText}; this filter hides nothing`);
    }
    expect(since('#results', { record: recordOf([]) }).unavailableText).toBe('no charted result');
  });

  test('a stay is a choice where there is one, and its absence is said to who asked for it', () => {
    const events = eventsSnapshot({
      events: [
        madeCareEvent('Encounter', 'Inpatient', '2026-11-10T08:00:00Z', {
          encounterClass: 'IMP',
          status: 'in-progress',
          isOngoing: true,
        }),
      ],
    });
    expect(labels(since('#results', { events }))[0]).toBe('this stay, 10 Nov 2026, 02:00');
    expect(since('#results=new&since=stay').notAppliedText).toContain(
      'no stay recorded with the newest result',
    );
  });
});
