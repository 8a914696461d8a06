// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { madeCourse, madeCareEvent, events, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { Timeline } from './Timeline.tsx';
import { timelineFragment, timelineLanesIn } from '../../parts/screenUrls/timelineUrl.ts';
import { dragBrush } from '../../testing/brushFixture.ts';
import { compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { parseWindowChoice, windowForChoice } from '../../parts/timeWindow/windowChoice.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { queryOptions } from '@tanstack/react-query';

const NOW = Date.parse('2026-11-24T20:05:00Z');

beforeEach(() => {
  location.hash = '#timeline';
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

type Options = Partial<Pick<ViewWindow, 'whole' | 'visible' | 'choice' | 'onChoose'>> & {
  readonly events?: EventsSnapshot | undefined;
  readonly record?: RecordSnapshot | undefined;
};

const WINDOW = { startMs: Date.parse('2014-10-25T06:00:00Z'), endMs: NOW };

function show(options: Options = {}) {
  const { record, events: read = 'events' in options ? undefined : eventsSnapshot(), ...view } = options;
  const onRetryEvents = vi.fn<() => void>();
  const opened = { events: queryOptions({ queryKey: ['e'] }), retry: onRetryEvents, refresh() {} } as never;
  const { container } = render(
    <InOpenRecord
      record={record}
      patient={undefined}
      session={openedSession({}, { openEvents: () => Promise.resolve(opened) })}
      view={{ ...viewOfAll, visible: WINDOW, choice: '12y', ...view }}
      shell={{ windowControl: <p>the window</p> }}
    >
      <Timeline events={read} />
    </InOpenRecord>,
  );
  const lines = () =>
    [...container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
  return { container, onRetryEvents, lines, words: () => container.textContent };
}

test('all events by date, newest first, as exact as they were sent', () => {
  const { lines } = show();
  expect(lines()).toHaveLength(10 + events.length);
  expect(lines()[0]).toEqual(['24 Nov 2026', 'Encounter', 'Office visit ', 'finished']);
  expect(lines()).toContainEqual([
    '20 Oct 2026 – 13 Nov 2026',
    'Medication order',
    'Spironolactone 25 mg daily',
    'stopped',
  ]);
  expect(lines()).toContainEqual(['since 2019', 'Condition', 'Chronic kidney disease stage 3 ', 'active']);
  expect(lines()).toContainEqual(['Oct 2025', 'Immunization', 'Influenza vaccine ', 'completed']);
});

test('rule 41: the zone of the dates is named', () => {
  show();
  expect(screen.getByRole('columnheader', { name: 'Date (CST, UTC−06:00)' })).toBeDefined();
});

test('what has no date comes last and keeps its line', () => {
  const { lines } = show({
    events: eventsSnapshot({ courses: [], events: [madeCareEvent('Condition', 'Gout', ''), ...events] }),
  });
  expect(lines().at(-1)).toEqual(['no date', 'Condition', 'Gout ', 'active']);
});

test('the text of a report opens, and is text only', () => {
  const report = madeCareEvent('DiagnosticReport', 'Culture', '2026-10-21', {
    note: 'No growth.\n<img src=x onerror=alert(1)>',
  });
  const { container } = show({ events: eventsSnapshot({ courses: [], events: [report] }) });
  const details = screen.getByText('Text of the report').closest('details')!;
  expect(details.textContent).not.toContain('No growth');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(container.querySelector('details p')!.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(container.querySelector('img')).toBeNull();
});

test('a status that is not given stands there as sent; none sent is said', () => {
  const { lines } = show({
    events: eventsSnapshot({
      courses: [madeCourse('Digoxin', [madeDoseStep('2026-01-01', '…', 1, { status: 'draft' })])],
      events: [madeCareEvent('Procedure', 'Biopsy', '2026-01-02', { status: '' })],
    }),
  });
  expect(lines().map((line) => line[3])).toEqual(['no status sent', 'draft']);
});

test('an active order not to give a drug is listed with both', () => {
  const forbidden = madeDoseStep('2026-01-01', '…', 75, { isNotDone: true });
  const { lines } = show({
    events: eventsSnapshot({ courses: [madeCourse('Clopidogrel', [forbidden])], events: [] }),
  });
  expect(lines().map((line) => line[3])).toEqual(['active, not counted as given']);
});

test('from a choice in the lanes one press leads to the results before and after it; where none is on a curve there is no way', () => {
  const record = recordOf([
    resultInput('2823-3', 4.6, 'mmol/L', '2020-01-01T14:00:00Z'),
    resultInput('2823-3', 4.9, 'mmol/L', '2026-11-24T15:00:00Z'),
  ]);
  show({ record });
  expect(screen.queryByRole('link', { name: /^Results before and after/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  const ways = screen.getAllByRole('link', { name: /^Results before and after/ });
  expect(ways.map((one) => one.closest('tr')?.getAttribute('aria-current'))).toEqual([undefined, 'true']);
  const [way] = ways;
  expect(ways[1]?.getAttribute('href')).toBe(way?.getAttribute('href'));
  const { momentDays = NaN, refused } = compareIn(way!.getAttribute('href')!);
  expect(refused.isUnread).toBe(false);
  const at = new Date(Date.parse('2026-11-24T15:00:00Z') - momentDays * DAY_MS);
  expect(at.toISOString().slice(0, 10)).toBe('2021-06-09');
  cleanup();
  show({ record: undefined });
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  expect(screen.queryByRole('link', { name: /^Results before and after/ })).toBeNull();
});

test('a choice in the lanes marks its line in the list', () => {
  const { container } = show();
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  const marked = container.querySelectorAll('tr[aria-current]');
  expect([...marked].map((row) => row.textContent)).toEqual([
    '9 Jun 2021ProcedureRenal ultrasound completed',
  ]);
  expect(screen.getByText('Renal ultrasound, 9 Jun 2021').tagName).toBe('OUTPUT');
});

test('filters show and hide lanes, in the list as in the drawing, and stand in the address', async () => {
  const { lines, container } = show();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Encounters/ }));
  await act(async () => {
    dispatchEvent(new Event('hashchange'));
    await Promise.resolve();
  });
  expect(location.hash).toBe('#timeline=medication.procedure.condition.immunization.report');
  expect(lines().some(([, kind]) => kind === 'Encounter')).toBe(false);
  const rows = [...container.querySelectorAll('[data-lane-row]')].map((row) => row.textContent);
  expect(rows.some((row) => row.startsWith('Encounters'))).toBe(false);
  expect(rows.some((row) => row.startsWith('Procedures'))).toBe(true);
});

test('the fragment keeps what else stands in it, and what is not understood hides nothing', () => {
  expect(timelineFragment('#timeline=report&window=1y', ['report', 'procedure'])).toBe(
    '#timeline=report.procedure&window=1y',
  );
  expect(timelineFragment('#timeline=report&window=1y', [])).toBe('#timeline&window=1y');
  expect(timelineLanesIn('#timeline=nonsense')).toHaveLength(6);
  expect(timelineLanesIn('#timeline=report')).toEqual(['report']);
});

test('a kind that failed says so, can be tried again and hides no other', async () => {
  const { onRetryEvents, lines, words } = show({
    events: eventsSnapshot({
      states: eventStates({ Procedure: 'failed', Immunization: 'not-granted' }),
      events: events.filter(({ lane }) => lane === 'encounter'),
    }),
  });
  expect(words()).toContain('could not be read');
  expect(words()).toContain('not granted to Longview');
  expect(lines().length).toBeGreaterThan(10);
  fireEvent.click(screen.getByRole('button', { name: 'Try again: Procedures' }));
  await vi.waitFor(() => expect(onRetryEvents).toHaveBeenCalledOnce());
});

test('what was left out is counted', () => {
  const { words } = show({
    events: eventsSnapshot({ leftOut: { strangers: 1, withdrawn: 2, unreadable: 3 } }),
  });
  expect(words()).toContain(
    'Left out: 1 of another patient, 2 entered in error and 3 that could not be understood.',
  );
  // Rule 48.
  expect(screen.getByRole('alert').dataset['notice']).toBe('wrong-patient');
});

test('reports that only hold results are counted, not listed', () => {
  const panel = madeCareEvent('DiagnosticReport', 'Basic metabolic panel', '2026-03-02', {
    isResultsOnly: true,
  });
  const { words } = show({ events: eventsSnapshot({ events: [panel] }) });
  expect(words()).not.toContain('Basic metabolic panel');
  expect(words()).toContain('1 report only holds results, which have their own curves; not listed here.');
  expect(words()).toContain('only reports that hold results');
});

test('before anything was read the frame stands there', () => {
  const { words } = show({ events: undefined });
  expect(words()).toContain('Reading events.');
  expect(words()).toContain('the window');
});

test('without a window of results the first event begins it', () => {
  const { words } = show({ visible: undefined });
  expect(words()).not.toContain('not shown');
});

test('the heading has the focus, and Escape leads back to the overview', () => {
  show();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Timeline' }));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('a long record grows by a press', () => {
  const many = Array.from({ length: 450 }, (_, i) => madeCareEvent('Encounter', `Visit ${i}`, '2020-01-01'));
  const { lines, container } = show({ events: eventsSnapshot({ courses: [], events: many }) });
  expect(lines()).toHaveLength(200);
  fireEvent.click(within(container).getByRole('button', { name: 'Show 200 more' }));
  expect(lines()).toHaveLength(400);
});

test('rule 11: an event before the axis is said, and one press shows it', () => {
  const early = madeCareEvent('Immunization', 'Measles', '1960-05-01');
  const onChoose = vi.fn<(choice: string) => void>();
  const shown = { events: eventsSnapshot({ courses: [], events: [early] }), onChoose };
  show(shown);
  expect(screen.getByText(/^1 event before this axis, in the list below\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show them on the axis' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('all');
  cleanup();
  show({ ...shown, choice: 'all' });
  expect(screen.queryByRole('button', { name: /^Measles/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show them on the axis' }));
  expect(screen.getByRole('button', { name: /^Measles, 1 May 1960/ })).toBeTruthy();
  expect(screen.queryByText(/before this axis/)).toBeNull();
});

test('on paper the lanes are as wide as the page, and a lane that is not shown is named', () => {
  location.hash = '#timeline=procedure';
  const { container } = show();
  const width = () => container.querySelector('[class*="axis"] svg')?.getAttribute('width');
  expect(width()).toBe('930');
  dispatchEvent(new Event('beforeprint'));
  expect(width()).toBe('358');
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(width()).toBe('930');
  expect(screen.getByText(/^Not shown: Medications \(10\), Encounters \(\d+\), /)).toBeTruthy();
});

test('rule 11: a drag over the axis chooses the window of the whole app', () => {
  const onChoose = vi.fn<(choice: string) => void>();
  const window = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: NOW };
  show({ onChoose, whole: WINDOW, visible: window });
  dragBrush(screen.getByTitle('Drag to choose a window'), 0.5, 1);
  expect(onChoose).toHaveBeenCalledOnce();
  const { startMs, endMs } = windowForChoice(WINDOW, parseWindowChoice(onChoose.mock.calls[0]![0])!);
  expect(Math.abs(startMs - (window.startMs + NOW) / 2)).toBeLessThan(DAY_MS);
  expect(Math.abs(endMs - NOW)).toBeLessThan(DAY_MS);
});
