// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  madeCourse,
  courses,
  madeCareEvent,
  events as careEvents,
  madeDoseStep,
} from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../../charts/axis/frame.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { freeRow, layoutRibbon } from './ribbonLayout.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { ALL, RIBBON_NOW_MS, YEAR, showRibbon, ribbonViewOf } from './eventRibbonFixture.tsx';

afterEach(cleanup);

test('changes of medication are named with sign, dose and unit, stays and procedures with their names', () => {
  const { plotTexts, allText } = showRibbon();
  expect(plotTexts()).toEqual(
    expect.arrayContaining([
      '− Spironolactone',
      '+ Spironolactone 25 mg/day',
      '↑ Lisinopril 20 mg/day',
      'Inpatient, pneumonia',
      'Renal artery duplex',
    ]),
  );
  expect(plotTexts()).not.toContain('Office visit');
  expect(allText()).toContain('12 changes');
});

test('the drawing is 96 px high at the text size of 16 px', () => {
  const { container } = showRibbon();
  const heights = [...container.querySelectorAll('svg')].map((svg) => Number(svg.getAttribute('height')));
  expect(heights).toEqual([76, 16]);
});

test('texts, ticks and changes outside the window together are all changes', () => {
  const many = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 5000 }), amount: fc.constantFrom(5, 10, 20) }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(many, (list) => {
      const made = list.map(({ day, amount }, i) =>
        madeCourse(`Drug ${i}`, [
          madeDoseStep(
            new Date(Date.parse('2013-01-01') + day * DAY_MS).toISOString().slice(0, 10),
            '…',
            amount,
          ),
        ]),
      );
      const frame = frameOf({ ...ALL, timeZone: 'America/Chicago', widthPx: 1242, heightPx: 76 });
      const { changes, allChanges } = layoutRibbon({ courses: made, events: [] }, frame, 1, RIBBON_NOW_MS);
      const outside = made
        .flatMap((course) => courseChanges(course))
        .filter(({ atMs }) => atMs < ALL.startMs - DAY_MS || atMs > RIBBON_NOW_MS);
      expect(allChanges).toBe(list.length);
      expect(changes.labelled.length + changes.ticks.length + outside.length).toBe(list.length);
      expect(changes.labelled.every(({ row }) => row < 3)).toBe(true);
      // A change without a text is a tick that neither runs through a text nor seems to belong to one.
      for (const tick of changes.ticks) {
        const row = freeRow(tick, changes.labelled, 1);
        for (const { textFromPx, textToPx } of changes.labelled.filter((one) => one.row === row))
          expect(tick.toPx < textFromPx - 7 || tick.fromPx > textToPx + 7).toBe(true);
      }
    }),
  );
});

test('a change beside a text is a short tick above it, and has no line of its own that would be cut', () => {
  // Six drugs begin on one day. Three of them have room for their names, and the day is wide enough to be drawn.
  const together = Array.from({ length: 6 }, (_, i) =>
    madeCourse(`Drug ${i}`, [madeDoseStep('2026-11-10', '…', 5)]),
  );
  const month = { startMs: RIBBON_NOW_MS - 30 * DAY_MS, endMs: RIBBON_NOW_MS };
  const { container } = showRibbon({
    events: eventsSnapshot({ courses: together, events: [] }),
    view: ribbonViewOf(month),
  });
  const paths = [...container.querySelectorAll('path[data-tooltip]')].map((path) => path.getAttribute('d')!);
  expect(paths.filter((path) => /^M[\d.]+ 0v4$/.test(path))).toHaveLength(3);
  expect(paths.filter((path) => /v13M.*H/.test(path))).toHaveLength(3);
});

test('the newest changes have room for their texts', () => {
  const crowd = Array.from({ length: 9 }, (_, i) =>
    madeCourse(`Drug ${i}`, [madeDoseStep(`2026-06-0${i + 1}`, '…', 5)]),
  );
  const { plotTexts, allText } = showRibbon({ events: eventsSnapshot({ courses: crowd, events: [] }) });
  expect(plotTexts()).toContain('+ Drug 8 5 mg/day');
  expect(plotTexts()).not.toContain('+ Drug 0 5 mg/day');
  expect(allText()).toContain('9 changes');
});

test('rule 38: each lane says its own state, and one that failed hides no other', () => {
  const { laneState, plotTexts, onRetry } = showRibbon({
    events: eventsSnapshot({
      states: eventStates({ Encounter: 'failed', Procedure: 'not-granted' }),
      events: [],
    }),
  });
  expect(laneState('encounter')).toContain('Encounters: could not be loaded');
  expect(laneState('procedure')).toBe('Procedures: not granted to Longview ');
  expect(plotTexts()).toContain('− Spironolactone');
  const retry = screen.getByRole('button', { name: 'Try again' });
  expect(retry.hasAttribute('data-retry')).toBe(true);
  fireEvent.click(retry);
  expect(onRetry).toHaveBeenCalledOnce();
});

test('two lanes that failed share one button', () => {
  showRibbon({
    events: eventsSnapshot({ states: eventStates({ Encounter: 'failed', Procedure: 'failed' }), events: [] }),
  });
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('before anything was read, each lane says that it is loading', () => {
  const { laneState, allText } = showRibbon({ events: undefined });
  for (const lane of ['medication', 'encounter', 'procedure']) expect(laneState(lane)).toContain('loading');
  expect(allText()).not.toContain('none');
});

test('while reading, the count of changes is so far', () => {
  const { allText } = showRibbon({ events: eventsSnapshot({ ended: false }) });
  expect(allText()).toContain('12 changes so far');
});

test('none in this period is not none recorded', () => {
  const old = [madeCareEvent('Procedure', 'Scan', '2018-01-01')];
  const { laneState } = showRibbon({
    view: ribbonViewOf(YEAR),
    events: eventsSnapshot({ courses: [], events: old }),
  });
  expect(laneState('procedure')).toContain('none in this period');
});

test('a period without a change of medication is not said to be one without medication', () => {
  const course = madeCourse('Furosemide', [madeDoseStep('2018-01-01', '40 mg', 40)]);
  const { laneState } = showRibbon({
    view: ribbonViewOf(YEAR),
    events: eventsSnapshot({ courses: [course], events: [] }),
  });
  expect(laneState('medication')).toContain('no changes in this period');
});

test('a type of events that could not be read is named under the lane', () => {
  const { allText } = showRibbon({
    events: eventsSnapshot({ states: eventStates({ MedicationStatement: 'failed' }) }),
  });
  expect(allText()).toContain('Medication statements: could not be loaded.');
});

test('types that were only not granted take no line of their own', () => {
  const states = eventStates({
    MedicationStatement: 'not-granted',
    MedicationAdministration: 'not-granted',
    MedicationDispense: 'refused',
  });
  const { container } = showRibbon({ events: eventsSnapshot({ states }) });
  const title = screen.getByText('orders only');
  expect(title.dataset['tooltip']).toContain('medication administrations: not granted to Longview.');
  expect(container.querySelectorAll('[data-events]')).toHaveLength(0);
});

test('in a narrow frame the newest events are a list', () => {
  const { container } = showRibbon({ widthPx: 400 });
  const items = within(container)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(items).toEqual([
    '13 Nov 2026− Spironolactone',
    '20 Oct 2026+ Spironolactone 25 mg/day',
    '2 Sep 2026Renal artery duplex',
    '22 Apr 2026↑ Chlorthalidone 25 mg/day',
  ]);
  expect(screen.getByRole('link', { name: '12 more in the timeline ›' })).toBeTruthy();
  expect(container.querySelector('svg')).toBeNull();
});

test('in a narrow frame planned changes stand after those that have happened, and are marked', () => {
  const readAtMs = RIBBON_NOW_MS;
  const planned = madeCourse('Insulin', [madeDoseStep('2026-12-10', '…', 10, { readAtMs })]);
  const begun = madeCourse('Digoxin', [madeDoseStep('2026-11-01', '…', 5)]);
  const { container } = showRibbon({
    widthPx: 400,
    events: eventsSnapshot({ courses: [planned, begun], events: [] }),
  });
  const items = within(container).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    '1 Nov 2026+ Digoxin 5 mg/day',
    'planned 10 Dec 2026+ Insulin 10 mg/day',
  ]);
});

test('in a narrow frame every lane says its state too', () => {
  const { laneState } = showRibbon({
    widthPx: 400,
    events: eventsSnapshot({
      states: eventStates({ Encounter: 'not-allowed', Procedure: 'failed' }),
      events: [],
    }),
  });
  expect(laneState('encounter')).toContain('not allowed by this health system');
  expect(laneState('procedure')).toContain('could not be loaded');
});

test('an event that was not done is named as not done', () => {
  const { plotTexts } = showRibbon({
    events: eventsSnapshot({
      courses,
      events: [...careEvents, madeCareEvent('Procedure', 'Biopsy', '2020-03-01', { status: 'not-done' })],
    }),
  });
  expect(plotTexts()).toContain('Biopsy, not done');
});

test('no cause is claimed, and a name with markup is shown as text', () => {
  const { container } = showRibbon({
    events: eventsSnapshot({
      courses: [madeCourse('<b>X</b>', [madeDoseStep('2020-01-01', '…', 1)])],
      events: [],
    }),
  });
  expect(container.querySelector('b')).toBeNull();
  expect(container.textContent).not.toMatch(/caus|because|due to|effect/i);
});
