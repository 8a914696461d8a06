// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { requestEvent } from '../../parts/events/requestedEvent.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { Timeline } from './Timeline.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const report = madeCareEvent('DiagnosticReport', 'CT chest', '2026-10-03T10:00:00Z', { note: 'No embolus.' });
const undated = madeCareEvent('Condition', 'Asthma', '');
const older = Array.from({ length: 250 }, (_, i) =>
  madeCareEvent('Encounter', `Visit ${i}`, `2026-11-01T10:00:${String(i % 60).padStart(2, '0')}Z`),
);
const snapshot = eventsSnapshot({ events: [...older, report, undated] });

const show = (events = snapshot) =>
  render(
    <InOpenRecord>
      <Timeline events={events} />
    </InOpenRecord>,
  );
const focusedRow = () => document.activeElement?.closest('tr')?.textContent;

test('an event that another screen asks for has the focus, and its text is open', () => {
  requestEvent(report);
  show();
  // It is beyond the rows that the list begins with.
  expect(focusedRow()).toContain('CT chest');
  expect(screen.getByText('No embolus.')).toBeTruthy();
  expect(document.querySelector('[aria-current="true"]')?.textContent).toContain('CT chest');
});

test('one asked for on the timeline itself, and one without a date, are shown too', () => {
  show();
  act(() => requestEvent(undated));
  expect(focusedRow()).toContain('Asthma');
  act(() => requestEvent(report));
  expect(focusedRow()).toContain('CT chest');
});

test('one that is still being read is shown once it is there', () => {
  const reading = { ...snapshot, events: [], ended: false };
  requestEvent(report);
  const view = show(reading);
  expect(focusedRow() ?? '').not.toContain('CT chest');
  view.rerender(
    <InOpenRecord>
      <Timeline events={snapshot} />
    </InOpenRecord>,
  );
  expect(focusedRow()).toContain('CT chest');
});

test('a timeline that was left does not show it later', () => {
  requestEvent({ type: 'Procedure', id: 'elsewhere' });
  show().unmount();
  show(eventsSnapshot({ events: [madeCareEvent('Procedure', 'Biopsy', '2026-10-03', { id: 'elsewhere' })] }));
  expect(focusedRow() ?? '').not.toContain('Biopsy');
});
