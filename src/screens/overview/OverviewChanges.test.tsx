// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import type { ReadingWait } from '../../record/flowsheet/recordSnapshot.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { courses, madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { ChangesSection } from './LazySections.tsx';
import { OverviewChanges } from './OverviewChanges.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

let events: EventsSnapshot | undefined;
vi.mock('../../parts/events/useEvents.ts', () => ({ useEvents: () => events }));

afterEach(cleanup);

const potassium = [4.4, 4.6, 4.5, 5.8].map((value, i) =>
  resultInput('2823-3', value, 'mmol/L', `2026-${i < 3 ? `0${i + 5}` : '11'}-12T14:10:00Z`),
);

function changesText(states: Parameters<typeof eventStates>[0]): string {
  cleanup();
  events = eventsSnapshot({ courses, states: eventStates(states) });
  render(
    <InOpenRecord record={recordOf(potassium)}>
      <OverviewChanges columns={3} />
    </InOpenRecord>,
  );
  return screen.getByRole('region', { name: 'What changed' }).textContent;
}

test('an order that ended is shown as stopped only when no statement that may contradict it is still being read', () => {
  expect(changesText({ MedicationStatement: 'reading' })).not.toContain('Spironolactone');
  expect(changesText({ MedicationStatement: 'waiting' })).not.toContain('Spironolactone');
  expect(changesText({})).toMatch(/− Spironolactone.*From the medication list$/);
  expect(changesText({ MedicationStatement: 'failed' })).toMatch(/From part of the medication list$/);
});

test('the medication keeps its place while it loads, and says why it was not read', () => {
  expect(changesText({ MedicationRequest: 'reading' })).toMatch(/Medicationsloading$/);
  expect(changesText({ MedicationRequest: 'not-granted' })).toMatch(
    /Medicationsorders: not granted to Longview$/,
  );
  expect(changesText({ MedicationRequest: 'failed' })).toMatch(/Medicationsorders: could not be loaded$/);
});

test('a server that had an error is asked again before anything is compared, and one that is silent hides nothing', () => {
  events = eventsSnapshot({ ended: false, states: eventStates({ Encounter: 'reading' }) });
  const strip = (wait: ReadingWait) => (
    <InOpenRecord record={recordOf(potassium)} wait={wait}>
      <OverviewChanges columns={3} />
    </InOpenRecord>
  );
  const text = () => screen.getByRole('region', { name: 'What changed' }).textContent;
  const { rerender } = render(strip({ waitUntilMs: READ_AT_MS + 2000, waitCause: 'error' }));
  expect(text()).toBe('What changedStill loading');
  rerender(strip({ silence: { isTrickling: false, sinceMs: READ_AT_MS } }));
  expect(text()).toContain('Potassium');
  // The next try does not take away what is drawn.
  rerender(strip({}));
  expect(text()).toContain('Potassium');
});

test('an admission that was read ends the baseline', () => {
  events = eventsSnapshot({
    events: [
      madeCareEvent('Encounter', 'Inpatient', '2026-11-11T00:00:00Z', {
        end: '…',
        encounterClass: 'IMP',
      }),
    ],
  });
  render(
    <InOpenRecord record={recordOf(potassium)}>
      <OverviewChanges columns={3} />
    </InOpenRecord>,
  );
  expect(screen.getByRole('region', { name: 'What changed' }).textContent).toContain(
    'before admission 4.5 (median of 3)',
  );
});

test('the view of a patient has none of it, and keeps no place for it', () => {
  const claims = btoa(JSON.stringify({ fhirUser: 'Patient/p1' }));
  const sectionFor = (idToken: string) =>
    render(
      <InOpenRecord record={recordOf(potassium)} session={openedSession({ idToken })}>
        <ChangesSection columns={3} />
      </InOpenRecord>,
    ).container;
  expect(sectionFor(`e30.${claims}.x`).innerHTML).toBe('');
  expect(sectionFor('').innerHTML).not.toBe('');
});
