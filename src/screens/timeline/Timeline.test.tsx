// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { madeCourse, madeCareEvent, events, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { Timeline } from './Timeline.tsx';
import { timelineFragment, timelineLanesIn } from '../../parts/screenUrls/timelineUrl.ts';
import { compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { queryOptions } from '@tanstack/react-query';
import { timelineTexts } from './timeline.messages.ts';

const NOW = Date.parse('2026-11-24T20:05:00Z');

beforeEach(() => {
  location.hash = '#timeline';
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

type TimelineOptions = Partial<Pick<ViewWindow, 'whole' | 'visible' | 'choice' | 'onChoose'>> & {
  readonly events?: EventsSnapshot | undefined;
  readonly record?: RecordSnapshot | undefined;
};

const WINDOW = { startMs: Date.parse('2014-10-25T06:00:00Z'), endMs: NOW };

function showTimeline(options: TimelineOptions = {}) {
  const { record, events: snapshot = 'events' in options ? undefined : eventsSnapshot(), ...view } = options;
  const onRetryEvents = vi.fn<() => void>();
  const openEvents = {
    events: queryOptions({ queryKey: ['e'] }),
    retry: onRetryEvents,
    refresh() {},
  } as never;
  const { container } = render(
    <InOpenRecord
      record={record}
      patient={undefined}
      session={openedSession({}, { openEvents: () => Promise.resolve(openEvents) })}
      view={{ ...viewOfAll, visible: WINDOW, choice: '12y', ...view }}
      shell={{ windowControl: <p>the window</p> }}
    >
      <Timeline events={snapshot} />
    </InOpenRecord>,
  );
  const rowTexts = () =>
    [...container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
  return { container, onRetryEvents, rowTexts, allText: () => container.textContent };
}

test('all events are listed by date, newest first, with times as exact as sent', () => {
  const { rowTexts } = showTimeline();
  expect(rowTexts()).toHaveLength(10 + events.length);
  expect(rowTexts()[0]).toEqual(['24 Nov 2026', 'Encounter', 'Office visit ', 'finished']);
  expect(rowTexts()).toContainEqual([
    '20 Oct 2026 – 13 Nov 2026',
    'Medication order',
    'Spironolactone 25 mg daily',
    'stopped',
  ]);
  expect(rowTexts()).toContainEqual(['since 2019', 'Condition', 'Chronic kidney disease stage 3 ', 'active']);
  expect(rowTexts()).toContainEqual(['Oct 2025', 'Immunization', 'Influenza vaccine ', 'completed']);
});

test('rule 41: the zone of the dates is named', () => {
  showTimeline();
  expect(screen.getByRole('columnheader', { name: 'Date (CST, UTC−06:00)' })).toBeDefined();
});

test('an event without a date is listed last', () => {
  const { rowTexts } = showTimeline({
    events: eventsSnapshot({ courses: [], events: [madeCareEvent('Condition', 'Gout', ''), ...events] }),
  });
  expect(rowTexts().at(-1)).toEqual(['no date', 'Condition', 'Gout ', 'active']);
});

test('the text of a report opens, and its markup is shown as text', () => {
  const report = madeCareEvent('DiagnosticReport', 'Culture', '2026-10-21', {
    note: 'No growth.\n<img src=x onerror=alert(1)>',
  });
  const { container } = showTimeline({ events: eventsSnapshot({ courses: [], events: [report] }) });
  const details = screen.getByText(timelineTexts('reportText')).closest('details')!;
  expect(details.textContent).not.toContain('No growth');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(container.querySelector('details p')!.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(container.querySelector('img')).toBeNull();
});

test('a status is shown as sent, and a missing one is named', () => {
  const { rowTexts } = showTimeline({
    events: eventsSnapshot({
      courses: [madeCourse('Digoxin', [madeDoseStep('2026-01-01', '…', 1, { status: 'draft' })])],
      events: [madeCareEvent('Procedure', 'Biopsy', '2026-01-02', { status: '' })],
    }),
  });
  expect(rowTexts().map((cells) => cells[3])).toEqual(['no status', 'draft']);
});

test('an active order not to give a drug says both', () => {
  const forbidden = madeDoseStep('2026-01-01', '…', 75, { isNotDone: true });
  const { rowTexts } = showTimeline({
    events: eventsSnapshot({ courses: [madeCourse('Clopidogrel', [forbidden])], events: [] }),
  });
  expect(rowTexts().map((cells) => cells[3])).toEqual(['active, not counted as given']);
});

test('a moment selected in the lanes links to the results before and after it, where some are on a curve', () => {
  const record = recordOf([
    resultInput('2823-3', 4.6, 'mmol/L', '2020-01-01T14:00:00Z'),
    resultInput('2823-3', 4.9, 'mmol/L', '2026-11-24T15:00:00Z'),
  ]);
  showTimeline({ record });
  expect(screen.queryByRole('link', { name: /^Results before and after/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  const links = screen.getAllByRole('link', { name: /^Results before and after/ });
  expect(links.map((link) => link.closest('tr')?.getAttribute('aria-current'))).toEqual([undefined, 'true']);
  const [link] = links;
  expect(links[1]?.getAttribute('href')).toBe(link?.getAttribute('href'));
  const { momentDays = NaN, refused } = compareIn(link!.getAttribute('href')!);
  expect(refused.isUnread).toBe(false);
  const moment = new Date(Date.parse('2026-11-24T15:00:00Z') - momentDays * DAY_MS);
  expect(moment.toISOString().slice(0, 10)).toBe('2021-06-09');
  cleanup();
  showTimeline({ record: undefined });
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  expect(screen.queryByRole('link', { name: /^Results before and after/ })).toBeNull();
});

test('a moment selected in the lanes marks its row of the list', () => {
  const { container } = showTimeline();
  fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
  const currentRows = container.querySelectorAll('tr[aria-current]');
  expect([...currentRows].map((row) => row.textContent)).toEqual([
    '9 Jun 2021ProcedureRenal ultrasound completed',
  ]);
  expect(screen.getByText('Renal ultrasound, 9 Jun 2021').tagName).toBe('OUTPUT');
});

test('rule 35: an event that was selected is named no longer once it was corrected, withdrawn or removed', () => {
  const scan = madeCareEvent('Procedure', 'Renal ultrasound', '2021-06-09');
  const shownWith = (some: readonly CareEvent[]) => (
    <InOpenRecord patient={undefined} view={{ ...viewOfAll, visible: WINDOW }}>
      <Timeline events={eventsSnapshot({ courses: [], events: some })} />
    </InOpenRecord>
  );
  const named = () => screen.queryByText('Renal ultrasound, 9 Jun 2021', { selector: 'output' });
  const corrected: CareEvent = { ...scan, text: 'Renal biopsy' };
  const notDone: CareEvent = { ...scan, status: 'not-done', isNotDone: true };
  for (const later of [[corrected], [notDone], []]) {
    const { rerender } = render(shownWith([scan]));
    fireEvent.click(screen.getByRole('button', { name: /^Renal ultrasound, 9 Jun 2021/ }));
    rerender(shownWith([{ ...scan }]));
    expect(named()).not.toBeNull();
    rerender(shownWith(later));
    expect(named()).toBeNull();
    cleanup();
  }
});

test('filters show and hide lanes in the list and in the drawing, and are in the URL', async () => {
  const { rowTexts, container } = showTimeline();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Encounters/ }));
  await act(async () => {
    dispatchEvent(new Event('hashchange'));
    await Promise.resolve();
  });
  expect(location.hash).toBe('#timeline=medication.procedure.condition.immunization.report');
  expect(rowTexts().some(([, kind]) => kind === 'Encounter')).toBe(false);
  const laneTexts = [...container.querySelectorAll('[data-lane-row]')].map((row) => row.textContent);
  expect(laneTexts.some((text) => text.startsWith('Encounters'))).toBe(false);
  expect(laneTexts.some((text) => text.startsWith('Procedures'))).toBe(true);
});

test('the fragment keeps its other parts, and lanes that it does not know hide nothing', () => {
  expect(timelineFragment('#timeline=report&window=1y', ['report', 'procedure'])).toBe(
    '#timeline=report.procedure&window=1y',
  );
  expect(timelineFragment('#timeline=report&window=1y', [])).toBe('#timeline&window=1y');
  expect(timelineLanesIn('#timeline=nonsense')).toHaveLength(6);
  expect(timelineLanesIn('#timeline=report')).toEqual(['report']);
});

test('a type of events that failed says so, can be retried and hides no other', async () => {
  const { onRetryEvents, rowTexts, allText } = showTimeline({
    events: eventsSnapshot({
      states: eventStates({ Procedure: 'failed', Immunization: 'not-granted' }),
      events: events.filter(({ lane }) => lane === 'encounter'),
    }),
  });
  expect(allText()).toContain('could not be loaded');
  expect(allText()).toContain('not granted to Longview');
  expect(rowTexts().length).toBeGreaterThan(10);
  fireEvent.click(screen.getByRole('button', { name: 'Try again: Procedures' }));
  await vi.waitFor(() => expect(onRetryEvents).toHaveBeenCalledOnce());
});

test('events that were left out are counted', () => {
  const { allText } = showTimeline({
    events: eventsSnapshot({ leftOut: { strangers: 1, unconfirmed: 4, withdrawn: 2, unreadable: 3 } }),
  });
  expect(allText()).toContain(
    'Left out: 1 of another patient, 2 retracted, 3 unreadable and 4 of an unnamed patient.',
  );
});

test('reports that only hold results are counted, not listed', () => {
  const panel = madeCareEvent('DiagnosticReport', 'Basic metabolic panel', '2026-03-02', {
    isResultsOnly: true,
  });
  const { allText } = showTimeline({ events: eventsSnapshot({ events: [panel] }) });
  expect(allText()).not.toContain('Basic metabolic panel');
  expect(allText()).toContain('1 report of results not listed; see its results.');
  expect(allText()).toContain('only reports of results shown elsewhere');
});

test('before any event was read the screen has its heading and time window', () => {
  const { allText } = showTimeline({ events: undefined });
  expect(allText()).toContain(timelineTexts('reading'));
  expect(allText()).toContain('the window');
});

test('without results the axis begins with the first event', () => {
  const { allText } = showTimeline({ visible: undefined });
  expect(allText()).not.toContain('not shown');
});

test('the heading has the focus, and Escape returns to the overview', () => {
  showTimeline();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Timeline' }));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('a long list grows when the reader presses a button', () => {
  const many = Array.from({ length: 450 }, (_, i) => madeCareEvent('Encounter', `Visit ${i}`, '2020-01-01'));
  const { rowTexts, container } = showTimeline({ events: eventsSnapshot({ courses: [], events: many }) });
  expect(rowTexts()).toHaveLength(200);
  fireEvent.click(within(container).getByRole('button', { name: 'Show 200 more' }));
  expect(rowTexts()).toHaveLength(400);
});

test('rule 11: an event before the axis is counted, and a button shows it', () => {
  const early = madeCareEvent('Immunization', 'Measles', '1960-05-01');
  const onChoose = vi.fn<(choice: string) => void>();
  const options = { events: eventsSnapshot({ courses: [], events: [early] }), onChoose };
  showTimeline(options);
  expect(screen.getByText(/^1 earlier event below\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: timelineTexts('showOnAxis') }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('all');
  cleanup();
  showTimeline({ ...options, choice: 'all' });
  expect(screen.queryByRole('button', { name: /^Measles/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: timelineTexts('showOnAxis') }));
  expect(screen.getByRole('button', { name: /^Measles, 1 May 1960/ })).toBeTruthy();
  expect(screen.queryByText(/earlier event/)).toBeNull();
});

test('on paper the lanes are as wide as the page, and hidden lanes are named', () => {
  location.hash = '#timeline=procedure';
  const { container } = showTimeline();
  const width = () => container.querySelector('[class*="axis"] svg')?.getAttribute('width');
  expect(width()).toBe('930');
  dispatchEvent(new Event('beforeprint'));
  expect(width()).toBe('358');
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(width()).toBe('930');
  expect(screen.getByText(/^Not shown: Medications \(10\), Encounters \(\d+\), /)).toBeTruthy();
});

test('rule 11: the axis can be taken hold of, and shows the time that the screen shows', () => {
  const window = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: NOW };
  showTimeline({ whole: WINDOW, visible: window });
  const { timePan, timeStart, timeEnd } = document.querySelector<HTMLElement>(
    '[data-tooltip="Drag to move the period"]',
  )!.dataset;
  expect([timePan, timeStart, timeEnd]).toEqual(['', String(window.startMs), String(window.endMs)]);
});
