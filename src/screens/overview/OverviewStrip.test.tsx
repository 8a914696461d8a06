// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { courses } from '../../testing/madeEventsFixture.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { OverviewStrip } from './OverviewStrip.tsx';
import { layoutOf } from '../../parts/results/useLayout.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

let events: EventsSnapshot | undefined;
vi.mock('../../parts/events/useEvents.ts', () => ({ useEvents: () => events }));

afterEach(cleanup);

const potassium = [4.4, 4.6, 4.5, 5.8].map((value, i) =>
  resultInput('2823-3', value, 'mmol/L', `2026-${i < 3 ? `0${i + 5}` : '11'}-12T14:10:00Z`),
);

function told(states: Parameters<typeof eventStates>[0]): string {
  cleanup();
  events = eventsSnapshot({ courses, states: eventStates(states) });
  const record = recordOf(potassium);
  render(
    <InOpenRecord record={record}>
      <OverviewStrip layout={layoutOf(1366, 850, 1)} record={record} />
    </InOpenRecord>,
  );
  return screen.getByRole('region', { name: 'What changed' }).textContent;
}

test('an order that ended is told as stopped only when nothing that may say otherwise is still being read', () => {
  expect(told({ MedicationStatement: 'reading' })).not.toContain('Spironolactone');
  expect(told({ MedicationStatement: 'waiting' })).not.toContain('Spironolactone');
  expect(told({})).toMatch(/− Spironolactone.*as recorded in the medication list$/);
  expect(told({ MedicationStatement: 'failed' })).toMatch(/as recorded in part of the medication list$/);
});
