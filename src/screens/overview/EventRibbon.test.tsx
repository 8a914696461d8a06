// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  madeCourse,
  courses,
  madeCareEvent,
  events as careEvents,
  madeDoseStep,
} from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../../charts/axis/frame.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
import { EventRibbon } from './EventRibbon.tsx';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { layoutRibbon } from './ribbonLayout.ts';
import { moveCursor } from '../../parts/timeWindow/cursorStore.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';

afterEach(() => {
  cleanup();
  moveCursor(undefined);
});

const NOW = Date.parse('2026-11-24T20:05:00Z');
const ALL = { startMs: Date.parse('2014-10-25T06:00:00Z'), endMs: NOW };
const YEAR = { startMs: Date.parse('2025-11-25T06:00:00Z'), endMs: NOW };

const viewOf = (visible: TimeWindow): ViewWindow => ({ ...viewOfAll, whole: ALL, visible });

type RibbonOptions = {
  readonly events?: EventsSnapshot | undefined;
  readonly widthPx?: number;
  readonly view?: ViewWindow;
};

function showRibbon(options: RibbonOptions = {}) {
  const { widthPx = 1366, view = viewOf(ALL) } = options;
  const events = 'events' in options ? options.events : eventsSnapshot();
  const onRetry = vi.fn<() => void>();
  const { container } = render(
    <InOpenRecord nowMs={NOW} view={view}>
      <EventRibbon events={events} widthPx={widthPx} textScale={1} onRetry={onRetry} />
    </InOpenRecord>,
  );
  const plotTexts = () => [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  const laneState = (lane: string) => container.querySelector(`[data-events="${lane}"]`)?.textContent;
  return { container, onRetry, plotTexts, laneState, allText: () => container.textContent };
}

test('changes of medication are named with sign, dose and unit, stays and procedures with their names', () => {
  const { plotTexts, allText } = showRibbon();
  expect(plotTexts()).toEqual(
    expect.arrayContaining([
      '− Spironolactone',
      '+ Spironolactone 25 mg/d',
      '↑ Lisinopril 20 mg/d',
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
      const { changes, allChanges } = layoutRibbon({ courses: made, events: [] }, frame, 1, NOW);
      const outside = made
        .flatMap(courseChanges)
        .filter(({ atMs }) => atMs < ALL.startMs - DAY_MS || atMs > NOW);
      expect(allChanges).toBe(list.length);
      expect(changes.labelled.length + changes.ticks.length + outside.length).toBe(list.length);
      expect(changes.labelled.every(({ row }) => row < 3)).toBe(true);
    }),
  );
});

test('the newest changes have room for their texts', () => {
  const crowd = Array.from({ length: 9 }, (_, i) =>
    madeCourse(`Drug ${i}`, [madeDoseStep(`2026-06-0${i + 1}`, '…', 5)]),
  );
  const { plotTexts, allText } = showRibbon({ events: eventsSnapshot({ courses: crowd, events: [] }) });
  expect(plotTexts()).toContain('+ Drug 8 5 mg/d');
  expect(plotTexts()).not.toContain('+ Drug 0 5 mg/d');
  expect(allText()).toContain('9 changes');
});

test('rule 38: each lane says its own state, and one that failed hides no other', () => {
  const { laneState, plotTexts, onRetry } = showRibbon({
    events: eventsSnapshot({
      states: eventStates({ Encounter: 'failed', Procedure: 'not-granted' }),
      events: [],
    }),
  });
  expect(laneState('encounter')).toContain('Encounters: could not be read');
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

test('none in this window is not none recorded', () => {
  const old = [madeCareEvent('Procedure', 'Scan', '2018-01-01')];
  const { laneState } = showRibbon({
    view: viewOf(YEAR),
    events: eventsSnapshot({ courses: [], events: old }),
  });
  expect(laneState('procedure')).toContain('none in this window');
});

test('a type of events that could not be read is named under the lane', () => {
  const { allText } = showRibbon({
    events: eventsSnapshot({ states: eventStates({ MedicationStatement: 'failed' }) }),
  });
  expect(allText()).toContain('Medication statements: could not be read.');
});

test('types that were only not granted take no line of their own', () => {
  const states = eventStates({
    MedicationStatement: 'not-granted',
    MedicationAdministration: 'not-granted',
    MedicationDispense: 'refused',
  });
  const { container } = showRibbon({ events: eventsSnapshot({ states }) });
  const title = screen.getByText('orders only');
  expect(title.getAttribute('title')).toContain('medication administrations: not granted to Longview.');
  expect(container.querySelectorAll('[data-events]')).toHaveLength(0);
});

test('in a narrow frame the newest events are a list', () => {
  const { container } = showRibbon({ widthPx: 400 });
  const items = within(container)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(items).toEqual([
    '13 Nov 2026− Spironolactone',
    '20 Oct 2026+ Spironolactone 25 mg/d',
    '2 Sep 2026Renal artery duplex',
    '22 Apr 2026↑ Chlorthalidone 25 mg/d',
  ]);
  expect(screen.getByRole('link').textContent).toBe('12 more in the timeline ›');
  expect(container.querySelector('svg')).toBeNull();
});

test('in a narrow frame planned changes stand after those that have happened, and are marked', () => {
  const readAtMs = NOW;
  const planned = madeCourse('Insulin', [madeDoseStep('2026-12-10', '…', 10, { readAtMs })]);
  const begun = madeCourse('Digoxin', [madeDoseStep('2026-11-01', '…', 5)]);
  const { container } = showRibbon({
    widthPx: 400,
    events: eventsSnapshot({ courses: [planned, begun], events: [] }),
  });
  const items = within(container).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    '1 Nov 2026+ Digoxin 5 mg/d',
    'planned 10 Dec 2026+ Insulin 10 mg/d',
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
  expect(laneState('encounter')).toContain('not allowed by the server');
  expect(laneState('procedure')).toContain('could not be read');
});

test('an event that was not done is named as not done', () => {
  const { plotTexts } = showRibbon({
    events: eventsSnapshot({
      courses,
      events: [...careEvents, madeCareEvent('Procedure', 'Biopsy', '2020-03-01', { status: 'not-done' })],
    }),
  });
  expect(plotTexts()).toContain('Biopsy, not-done');
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

describe('rule 11: a window chosen by a drag over the ribbon', () => {
  const drag = (fromPx: number, toPx: number, whileHeld: (box: Element) => void = () => undefined) => {
    const onChoose = vi.fn<(choice: string) => void>();
    const { container } = showRibbon({ view: { ...viewOf(ALL), onChoose } });
    const box = container.querySelector<HTMLElement>('[data-time-width]')!;
    box.setPointerCapture = () => undefined;
    const at = (clientX: number) => ({ clientX, pointerId: 1, isPrimary: true, button: 0, buttons: 1 });
    fireEvent.pointerDown(box, at(fromPx));
    fireEvent.pointerMove(box, at(toPx));
    whileHeld(box);
    fireEvent.pointerUp(box, { ...at(toPx), buttons: 0 });
    return onChoose;
  };
  // The axis begins at 4 px and ends 6 px before the end of 1,242 px.
  const middlePx = 4 + (1242 - 10) / 2;

  it('is the span between the two places, and shows its dates while it is marked', () => {
    const onChoose = drag(middlePx, 1240, (box) => {
      expect(box.querySelector('[data-brush]')).not.toBeNull();
      expect(box.textContent).toContain('8 Nov 2020 – 24 Nov 2026');
    });
    const days = (ALL.endMs - ALL.startMs) / DAY_MS;
    expect(onChoose.mock.calls).toEqual([[expect.stringMatching(/^\d+(\.\d+)?d$/)]]);
    expect(Number.parseFloat(onChoose.mock.calls[0]![0])).toBeCloseTo(days / 2, 0);
  });

  it('is given up by Escape, and a press that hardly moves chooses nothing', () => {
    expect(drag(100, 600, () => fireEvent.keyDown(window, { key: 'Escape' }))).not.toHaveBeenCalled();
    expect(drag(100, 103)).not.toHaveBeenCalled();
  });
});

describe('rule 9: at the moment of the cursor the ribbon reads what was done and given', () => {
  const ribbonReadingAt = (iso: string, isMovedByKey = true, options: RibbonOptions = {}) => {
    const { container } = showRibbon(options);
    act(() => moveCursor({ timeMs: Date.parse(iso), isMovedByKey }));
    return container.querySelector('[data-reading]')!;
  };

  it('the last changed first, with its dose', () => {
    expect(ribbonReadingAt('2026-11-01T12:00:00Z').textContent).toMatch(
      /^At 1 Nov 2026: Spironolactone 25 mg\/d, .*Lisinopril 40 mg\/d/,
    );
    cleanup();
    expect(ribbonReadingAt('2026-11-20T12:00:00Z').textContent).not.toContain('Spironolactone');
    cleanup();
    expect(ribbonReadingAt('2014-10-26T12:00:00Z').textContent).toBe(
      'At 26 Oct 2014: no medication known to be given',
    );
  });

  it('is announced without the date when a key moved the cursor, and not while a pointer moves it', () => {
    const visible = ribbonReadingAt('2026-11-01T12:00:00Z');
    const live = visible.parentElement!.querySelector('[aria-live="polite"]')!;
    expect(visible.textContent).toBe(`At 1 Nov 2026: ${live.textContent}`);
    expect(live.textContent).toMatch(/^Spironolactone 25 mg/);
    expect(visible.getAttribute('aria-hidden')).toBe('true');
    act(() => moveCursor({ timeMs: Date.parse('2026-11-02T12:00:00Z'), isMovedByKey: false }));
    expect(live.isConnected, 'the live region stays mounted, so that its next text is announced').toBe(true);
    expect(live.textContent).toBe('');
    expect(visible.getAttribute('aria-hidden')).toBeNull();
  });

  it('claims nothing before the end of the reading, without events, and outside the window', () => {
    expect(
      ribbonReadingAt('2026-11-01T12:00:00Z', true, { events: eventsSnapshot({ ended: false }) }).textContent,
    ).toMatch(/, as far as read$/);
    cleanup();
    expect(ribbonReadingAt('2026-11-01T12:00:00Z', true, { events: undefined }).textContent).toBe('');
    cleanup();
    expect(ribbonReadingAt('2009-11-01T12:00:00Z').textContent).toBe('');
  });
});
