// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { frameWidthPx } from '../../charts/trend/trendLayout.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import { potassiumRows, pressureRows, READING, detailRecord, showDetail } from './detailFixture.tsx';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';

beforeAll(async () => {
  await import('./DetailLanes.tsx');
}, 60_000);

afterEach(() => {
  cleanup();
  location.hash = '';
});

const retry = vi.fn<() => void>();

const openEventsWith = (read: () => Promise<EventsSnapshot>) =>
  vi.fn<() => Promise<OpenEvents>>(() =>
    Promise.resolve({
      events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read, retry: false }),
      retry,
      refresh: () => undefined,
    }),
  );

async function showLanes(
  snapshot = eventsSnapshot(),
  more: Parameters<typeof detailRecord>[1] = {},
  series = potassiumRows(),
) {
  const events = openEventsWith(() => Promise.resolve(snapshot));
  const detail = await showDetail({
    record: detailRecord([series], more),
    session: openedSession({}, { openEvents: events }),
  });
  const lanes = await screen.findByRole('region', { name: 'Events' });
  return { ...detail, events, lanes };
}

const namesIn = (lanes: HTMLElement) =>
  [...lanes.querySelectorAll('[data-lane-row]')].map(
    (line) => line.querySelector('p :is(span, a)')?.textContent,
  );
/** Returns the text beside the plot of a lane. */
const laneTextOf = (lanes: HTMLElement, name: string) =>
  within(lanes).getByText(name).closest('p')?.textContent ?? '';

test('under the chart stand medications, encounters and procedures, on its axis', async () => {
  const { container, lanes } = await showLanes();
  expect(await within(lanes).findByText('Lisinopril')).toBeTruthy();
  // The lanes show the medications that changed last in the window, in their order, and count the others.
  expect(namesIn(lanes)).toEqual([
    'Lisinopril',
    'Chlorthalidone',
    'Spironolactone',
    'Encounters',
    'Procedures',
  ]);
  expect(lanes.textContent).toContain('3 of 4 medications in this period shown.');
  fireEvent.click(within(lanes).getByRole('button', { name: 'Show 1 more' }));
  expect(namesIn(lanes)).toContain('Semaglutide');
  const axis = container.querySelector('figure svg[aria-hidden="true"][width]');
  const widths = [...lanes.querySelectorAll('[data-lane-row] svg')].map((svg) => svg.getAttribute('width'));
  expect(new Set(widths)).toEqual(new Set([axis?.getAttribute('width')]));
});

test('the lanes read at the cursor of the chart', async () => {
  const { lanes, chart } = await showLanes();
  await within(lanes).findByText('Lisinopril');
  expect(laneTextOf(lanes, 'Spironolactone')).toBe('Spironolactone mg/day');
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(laneTextOf(lanes, 'Spironolactone')).toBe('Spironolactone 25 mg/day');
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(laneTextOf(lanes, 'Lisinopril')).toBe('Lisinopril 10 mg/day');
  expect(laneTextOf(lanes, 'Spironolactone')).toBe('Spironolactone none');
  expect(laneTextOf(lanes, 'Procedures')).toBe('Procedures ');
});

test('a start is read before and after; order in time is said and no cause', async () => {
  const { container, lanes } = await showLanes();
  const start = await within(lanes).findByRole('button', { name: /Spironolactone 25 mg\/day, 20 Oct 2026/ });
  start.focus();
  fireEvent.click(start);
  const table = screen.getByRole('table', {
    name: /^Before and after \+ Spironolactone 25 mg\/day, 20 Oct 2026 \(all results of that day count as after\)/,
  });
  expect(within(table).getByText(/Timing only; does not show cause/)).toBeTruthy();
  expect(within(table).getByRole('rowheader').textContent).toBe('Potassium');
  expect(within(table).getByRole('row', { name: /^Potassium/ }).textContent).toContain('1 result');
  expect(container.querySelector('[data-moment]')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Close before and after' }));
  expect(screen.queryByRole('table', { name: /^Before and after/ })).toBeNull();
  expect(container.querySelector('[data-moment]')).toBeNull();
  expect(document.activeElement).toBe(start);
});

test('rule 44: all results of the day of a start count as after it, also one of its midnight', async () => {
  const series = trendSeries([
    trendRow('2026-10-19T14:00:00Z', '4.1'),
    trendRow('2026-10-20T00:00:00-05:00', '6.2'),
    trendRow('2026-10-29T14:00:00Z', '6.3'),
  ]);
  const { lanes } = await showLanes(eventsSnapshot(), {}, series);
  fireEvent.click(
    await within(lanes).findByRole('button', { name: /Spironolactone 25 mg\/day, 20 Oct 2026/ }),
  );
  const table = screen.getByRole('table', { name: /all results of that day count as after/ });
  expect(within(table).getByRole('row', { name: /^Potassium/ }).textContent).toContain(
    '4.1 mmol/L 1 result ',
  );
});

test('rule 35: nothing is counted from a start that a refresh has taken away or corrected', async () => {
  const snapshot = eventsSnapshot();
  const read = vi.fn<() => Promise<EventsSnapshot>>(() => Promise.resolve(snapshot));
  const events = queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read, refetchInterval: 20 });
  const opened: OpenEvents = { events, retry, refresh: () => undefined };
  await showDetail({
    record: detailRecord([potassiumRows()]),
    session: openedSession({}, { openEvents: () => Promise.resolve(opened) }),
  });
  const lanes = await screen.findByRole('region', { name: 'Events' });
  fireEvent.click(
    await within(lanes).findByRole('button', { name: /Spironolactone 25 mg\/day, 20 Oct 2026/ }),
  );
  const table = () => screen.queryByRole('table', { name: /^Before and after \+ Spironolactone/ });
  expect(table()).not.toBeNull();
  const courses = snapshot.courses.filter(({ name }) => name !== 'Spironolactone');
  read.mockImplementation(() => Promise.resolve({ ...snapshot, courses }));
  await vi.waitFor(() => expect(within(lanes).queryByText('Spironolactone')).toBeNull());
  expect(table()).toBeNull();
});

test('the key a reads before and after the result in focus; Escape in the lanes closes it and stays here', async () => {
  const { lanes, chart } = await showLanes();
  await within(lanes).findByText('Lisinopril');
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(screen.getByText(/^Choose a time first/)).toBeTruthy();
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(screen.getByRole('table', { name: /^Before and after 20 Oct 2026, 08:15/ })).toBeTruthy();
  expect(screen.queryByText(/^Choose a time first/)).toBeNull();
  fireEvent.keyDown(within(lanes).getByRole('button', { name: /Spironolactone 25/ }), { key: 'Escape' });
  expect(screen.queryByRole('table', { name: /^Before and after/ })).toBeNull();
  expect(location.hash).toBe('#series=k');
});

test('rule 38: each type fails alone, in its own words and with a way to try again', async () => {
  const { lanes } = await showLanes(
    eventsSnapshot({ states: eventStates({ Procedure: 'failed' }), events: [] }),
  );
  expect(await within(lanes).findByText('could not be loaded')).toBeTruthy();
  expect(await within(lanes).findByText('Lisinopril')).toBeTruthy();
  fireEvent.click(within(lanes).getByRole('button', { name: 'Try again: Procedures' }));
  await vi.waitFor(() => expect(retry).toHaveBeenCalledOnce());
  expect(lanes.textContent).toContain('Encounters none that can be shown');
});

test('no medication of this window is said, with the changes outside it', async () => {
  const endedCourse = madeCourse('Ramipril', [madeDoseStep('2010-01-01', '2012-01-01', 5)]);
  const { lanes } = await showLanes(eventsSnapshot({ courses: [endedCourse], events: [] }));
  expect(await within(lanes).findByText(/Medications: 2 earlier changes; none in this period/)).toBeTruthy();
});

test('rule 48: events of another patient are left out, and it is said at the top', async () => {
  await showLanes(eventsSnapshot({ leftOut: { strangers: 2, unconfirmed: 0, withdrawn: 0, unreadable: 0 } }));
  expect(await screen.findByText('‼ The health system sent events of another patient.')).toBeTruthy();
});

test('results come first: nothing else is asked for while they are read', async () => {
  const events = openEventsWith(() => Promise.resolve(eventsSnapshot()));
  await showDetail({
    record: detailRecord([potassiumRows()], READING),
    session: openedSession({}, { openEvents: events }),
  });
  expect(events).not.toHaveBeenCalled();
  expect(screen.queryByRole('region', { name: 'Events' })).toBeNull();
});

test('on paper chart and lanes are as wide as the page, and on one axis', async () => {
  const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1300);
  const { container, lanes } = await showLanes();
  await within(lanes).findByText('Lisinopril');
  const widths = () =>
    new Set(
      [...container.querySelectorAll('figure svg[aria-hidden="true"], [data-lane-row] svg')].map((svg) =>
        Number(svg.getAttribute('width')),
      ),
    );
  expect(widths()).toEqual(new Set([frameWidthPx(1300)]));
  // This is not wrapped in act(), because a browser prints what is there as soon as the event handlers return.
  dispatchEvent(new Event('beforeprint'));
  expect(widths()).toEqual(new Set([frameWidthPx(718)]));
  dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(widths()).toEqual(new Set([frameWidthPx(1300)])));
  width.mockRestore();
});

test('rule 44: before and after a result without a time of day has none made up', async () => {
  const events = openEventsWith(() => Promise.resolve(eventsSnapshot()));
  const rows = [
    trendRow('2026-10-01T13:00:00Z', '4.2'),
    trendRow('2026-10-20', '4.6', { precision: 'day', drawing: 'point' }),
  ];
  const { chart } = await showDetail({
    record: detailRecord([trendSeries(rows)]),
    session: openedSession({}, { openEvents: events }),
  });
  await screen.findByText('Lisinopril');
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(
    screen.getByRole('table', {
      name: /^Before and after 20 Oct 2026 \(all results of that day count as after\), in this period/,
    }),
  ).toBeTruthy();
});

const DRIP = madeCourse('Norepinephrine', [
  madeDoseStep('2020-01-01T00:00:00Z', '…', 0.28, { unit: 'ug/kg/min', shortDose: '0.28 ug/kg/min' }),
]);

test('rule 20: of no result is said what ran when it was highest, where a limit may be higher', async () => {
  const at = (day: number) => `2026-11-${day}T14:10:00Z`;
  const withLimit = trendSeries([trendRow(at(10), '>4.5'), trendRow(at(12), '4.2'), trendRow(at(14), '4.9')]);
  const { lanes } = await showLanes(eventsSnapshot({ courses: [DRIP] }), {}, withLimit);
  expect(await within(lanes).findByText('Norepinephrine')).toBeTruthy();
  expect(screen.queryByText(/^At the highest result, /)).toBeNull();
});

test('rule 18: nor where the highest came by another method than those that are compared', async () => {
  const at = (day: number) => `2026-11-${day}T14:10:00Z`;
  const seriesWith = (electrode: string) =>
    trendSeries([
      trendRow(at(10), electrode, { method: 'Electrode' }),
      trendRow(at(12), '4.2', { method: 'Photometry' }),
      trendRow(at(14), '4.9', { method: 'Photometry' }),
    ]);
  const { lanes } = await showLanes(eventsSnapshot({ courses: [DRIP] }), {}, seriesWith('6.9'));
  expect(await within(lanes).findByText('Norepinephrine')).toBeTruthy();
  expect(screen.queryByText(/^At the highest result, /)).toBeNull();
  cleanup();
  await showLanes(eventsSnapshot({ courses: [DRIP] }), {}, seriesWith('4.0'));
  expect(await screen.findByText(/^At the highest result, 4\.9/)).toBeTruthy();
});

test('nor of a blood pressure, whose two sides may be highest at two times', async () => {
  const events = openEventsWith(() => Promise.resolve(eventsSnapshot({ courses: [DRIP] })));
  const record = detailRecord(pressureRows(['84', '92']));
  await showDetail({ record, session: openedSession({}, { openEvents: events }) }, '#series=bp-sys');
  const lanes = await screen.findByRole('region', { name: 'Events' });
  expect(await within(lanes).findByText('Norepinephrine')).toBeTruthy();
  expect(screen.queryByText(/^At the highest result, /)).toBeNull();
});

test('what ran when the result was highest is said below the lanes, without a claim of cause', async () => {
  const pill = madeCourse('Aspirin', [madeDoseStep('2020-01-01', '…', 100)]);
  const stopped = madeCourse('Propofol', [
    madeDoseStep('2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z', 2, { unit: 'mg/kg/h' }),
  ]);
  await showLanes(eventsSnapshot({ courses: [DRIP, pill, stopped] }));
  const said = await screen.findByText(/^At the highest result, /);
  expect(said.textContent).toMatch(
    / these were active: Norepinephrine 0\.28 [uµ]g\/kg\/min\. Timing only; does not show cause\.$/,
  );
});

test('rule 22: a highest result to check says so beside what ran', async () => {
  const rows = [
    trendRow('2026-11-10T14:10:00Z', '4.2'),
    trendRow('2026-11-12T14:10:00Z', '6.8', { condition: 'hemolyzed' }),
  ];
  await showLanes(eventsSnapshot({ courses: [DRIP] }), {}, trendSeries(rows));
  expect(await screen.findByText(/^At the highest result, 6\.8 mmol\/L \(hemolyzed\)/)).toBeTruthy();
});
