// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { madeCourse, courses, madeCareEvent, events, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { lanesNowMs, lastYearFrame } from './lanesFixture.ts';
import { EventLanes, type EventLanesProps, type LaneData } from './EventLanes.tsx';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { LaneMoment } from './laneMoments.ts';

afterEach(cleanup);

type Shown = Partial<LaneData & Omit<EventLanesProps, 'data' | 'plot'>>;

function show({
  courses: shownCourses = courses,
  events: shownEvents = events,
  measures,
  ...props
}: Shown = {}) {
  const onChoose = vi.fn<(moment: LaneMoment) => void>();
  const { container } = render(
    <EventLanes
      data={{ courses: shownCourses, events: shownEvents, measures }}
      plot={{ frame: lastYearFrame, columns: { namePx: 168, readingPx: 236 } }}
      nowMs={lanesNowMs}
      onChoose={onChoose}
      {...props}
    />,
  );
  const rows = () => [...container.querySelectorAll('[data-lane-row]')].map((row) => row.textContent);
  return { container, onChoose, rows, words: () => container.textContent ?? '' };
}

test('each medication of the window is a row with its unit and what is given now', () => {
  const { rows } = show();
  expect(rows()[0]).toMatch(/^Lisinopril mg\/day40\s?40 mg\/day since 17 Jan 2024$/);
  expect(rows()[1]).toMatch(/^Chlorthalidone mg\/day12.525\s?25 mg\/day since 22 Apr 2026$/);
  expect(rows()[2]).toMatch(/^Spironolactone mg\/day.*until 13 Nov 2026$/);
});

test('the cursor reads what was given at that moment', () => {
  const { rows } = show({ cursorMs: Date.parse('2026-10-29T13:05:00Z') });
  expect(rows()[2]).toContain('25 mg/day since 20 Oct 2026 (day 9)');
  expect(rows().find((row) => row?.startsWith('Encounters'))).toContain('none on this day');
});

test('what the window does not hold is counted', () => {
  const { words } = show();
  expect(words()).toContain('9 earlier changes');
  expect(words()).toContain('4 earlier encounters');
  expect(words()).toContain('2 earlier procedures');
});

test('a beginning is a button that gives its moment, in the zone of the axis', () => {
  const { onChoose } = show();
  fireEvent.click(screen.getByRole('button', { name: /^\+ Spironolactone 25 mg\/day, 20 Oct 2026/ }));
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({
    atMs: Date.parse('2026-10-20T05:00:00Z'),
    label: '+ Spironolactone 25 mg/day, 20 Oct 2026',
  });
});

test('moments in one place share a target, and each press chooses the next', () => {
  const near = [
    madeCareEvent('Procedure', 'Scan A', '2026-09-02'),
    madeCareEvent('Procedure', 'Scan B', '2026-09-03'),
  ];
  const { onChoose } = show({ courses: [], events: near });
  for (let press = 0; press < 3; press++) fireEvent.click(screen.getByRole('button'));
  expect(onChoose.mock.calls.map(([{ label }]) => label)).toEqual([
    'Scan A, 2 Sep 2026',
    'Scan B, 3 Sep 2026',
    'Scan A, 2 Sep 2026',
  ]);
});

test('one tab stop for all lanes; arrow keys go along a lane and from lane to lane', () => {
  const { container } = show();
  const stops = container.querySelectorAll<HTMLElement>('button[tabindex="0"]');
  expect(stops).toHaveLength(1);
  const row = (name: string) =>
    [...container.querySelectorAll('[data-lane-row]')].find((each) => each.textContent?.startsWith(name))!;
  const [first, second] = row('Spironolactone').querySelectorAll<HTMLElement>('button');
  act(() => first!.focus());
  expect(first!.tabIndex).toBe(0);
  fireEvent.keyDown(first!, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(second ?? first);
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(row('Encounters').contains(document.activeElement)).toBe(true);
  fireEvent.keyDown(document.activeElement!, { key: 'End' });
  expect(document.activeElement).toBe([...row('Encounters').querySelectorAll('button')].at(-1));
  expect(container.querySelectorAll('button[tabindex="0"]')).toHaveLength(1);
});

test('a key with a modifier is left to the browser, which goes back with it', () => {
  const { container } = show();
  const [first] = container.querySelectorAll<HTMLElement>('button[tabindex="0"]');
  act(() => first!.focus());
  for (const more of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }])
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'End'])
      expect(fireEvent.keyDown(first!, { key, ...more }), `${key} ${JSON.stringify(more)}`).toBe(true);
  expect(document.activeElement).toBe(first);
});

test('without onChoose there is nothing to press', () => {
  show({ onChoose: undefined });
  expect(screen.queryAllByRole('button')).toHaveLength(0);
});

test('many medications wait behind one press, and are counted', () => {
  const many = Array.from({ length: 15 }, (_, i) =>
    madeCourse(`Drug ${i}`, [madeDoseStep('2020-01-01', '…', 1)]),
  );
  const { rows, words } = show({ courses: many, events: [], lanes: ['medication'] });
  expect(rows()).toHaveLength(12);
  expect(words()).toContain('12 of 15 medications in this period shown.');
  fireEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
  expect(rows()).toHaveLength(15);
});

test('what changed last is among those shown, in the order given', () => {
  const many = Array.from({ length: 15 }, (_, i) =>
    madeCourse(`Drug ${i}`, [madeDoseStep(i === 14 ? '2026-11-01' : '2020-01-01', '…', 1)]),
  );
  const { rows } = show({ courses: many, events: [], lanes: ['medication'] });
  expect(rows().at(-1)).toMatch(/^Drug 14/);
});

test('what was not done says so, and never reads as given', () => {
  const held = madeCourse('Digoxin', [madeDoseStep('2026-01-01', '…', 0.125, { status: 'on-hold' })]);
  const { rows } = show({
    courses: [held],
    events: [madeCareEvent('Procedure', 'Biopsy', '2026-09-02', { status: 'not-done' })],
  });
  expect(rows()[0]).toContain('on hold 0.125');
  expect(rows()[0]).toContain('on hold: 0.125 mg/day');
  expect(rows().find((row) => row?.startsWith('Procedures'))).toContain('Biopsy, not done');
});

test('an active order not to give a drug is an outline that says so, and no dose of the day', () => {
  const forbidden = madeDoseStep('2026-01-01', '…', 75, { isNotDone: true });
  const { container, rows } = show({ courses: [madeCourse('Clopidogrel', [forbidden])], events: [] });
  expect(rows()[0]).toContain('not counted as given 75');
  expect(rows()[0]).toContain('not counted as given: 75 mg/day');
  expect(container.querySelector('[data-lane-row] b')).toBeNull();
});

test('a dose that cannot be compared does not take the height from the others', () => {
  const steps = [
    madeDoseStep('2024-01-01', '2026-02-01', 10),
    madeDoseStep('2026-02-01', '…', 20, {
      amount: undefined,
      unit: '',
      shortDose: '',
      doseText: 'as directed',
    }),
  ];
  const { rows } = show({ courses: [madeCourse('Warfarin', steps)], events: [] });
  expect(rows()[0]).toMatch(/^Warfarin mg\/day10as directed/);
});

test('reports that only hold results are not drawn beside their curves', () => {
  const panel = madeCareEvent('DiagnosticReport', 'Basic metabolic panel', '2026-03-02', {
    isResultsOnly: true,
  });
  const { words } = show({ events: [panel] });
  expect(words()).not.toContain('Basic metabolic panel');
});

test('a hostile name stays text and keeps the layout', () => {
  const evil = `<img src=x onerror=alert(1)>${'A'.repeat(4000)}`;
  const { container, rows } = show({
    courses: [madeCourse(evil, [madeDoseStep('2026-01-01', '…', 1)])],
    events: [madeCareEvent('Procedure', evil, '2026-03-02')],
  });
  expect(container.querySelector('img')).toBeNull();
  expect(rows()[0]).toContain('<img src=x');
  const texts = [...container.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts.filter((text) => text.includes('<img'))).not.toEqual([]);
  expect(texts.filter((text) => text.length > 36)).toEqual([]);
});

test('a note says how the reading of a lane stands', () => {
  const { words } = show({ notes: { procedure: 'Procedures could not be read.' } });
  expect(words()).toContain('Procedures could not be read.');
});

test('lanes without anything here share one line, and one that failed keeps its own', () => {
  const { rows, words } = show({ events: [], notes: { report: 'could not be read' } });
  expect(rows().filter((row) => row.startsWith('Reports'))).toEqual(['Reports could not be read ']);
  expect(words()).toContain('Encounters, Procedures, Conditions, Immunizations: none in this period.');
});

test('what was given once reads as the last time, and an order without an end claims none', () => {
  const given = (at: string) => madeDoseStep(at, '', 4.5, { type: 'MedicationAdministration', unit: 'g' });
  const { rows } = show({
    courses: [
      madeCourse('Piperacillin', [given('2026-11-19T15:00:00Z'), given('2026-11-19T23:00:00Z')]),
      madeCourse('Warfarin', [madeDoseStep('2026-03-01', '', 5)]),
    ],
    events: [],
  });
  expect(rows()[0]).toContain('last given 4.5 g, 19 Nov 2026, 17:00');
  expect(rows()[1]).toContain('ordered from 1 Mar 2026, end not known');
});

test('infusions, and what is given to move the curve above, never wait behind a button and stand first', () => {
  const infusion = (name: string) =>
    madeCourse(name, [madeDoseStep('2026-09-01', '2026-09-02', 0.1, { unit: 'ug/kg/min' })]);
  const pills = ['A', 'B', 'C', 'D'].map((name) => madeCourse(name, [madeDoseStep('2026-10-20', '…', 5)]));
  const insulin = madeCourse('Insulin lispro', [madeDoseStep('2026-09-01', '…', 12, { unit: 'units/day' })]);
  const glucose = madeSeries([], { id: 'glucose', analyteId: 'glucose', name: 'Glucose' });
  const { container } = show({
    courses: [...pills, infusion('Vasopressin'), infusion('Propofol'), insulin],
    events: [],
    measures: [glucose],
    limits: { courses: 3 },
  });
  const names = [...container.querySelectorAll('[data-lane-row]')].map(
    (row) => row.querySelector('p span')?.textContent,
  );
  expect(names).toEqual(['Insulin lispro', 'Vasopressin', 'Propofol']);
  expect(container.textContent).toContain('3 of 7 medications in this period shown.');
});
