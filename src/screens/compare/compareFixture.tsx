/** Renders the compare screen with a made record and finds its parts for the tests. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState, useSyncExternalStore } from 'react';
import { vi } from 'vitest';
import type { Frame } from '../../charts/axis/frame.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Compare } from './Compare.tsx';
import { flagConcept, pressure, resultInput } from '../../testing/recordFixture.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';

const subscribeToHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const YEAR_DAYS: TimeWindow = {
  startMs: Date.parse('2025-11-25T06:00:00Z'),
  endMs: Date.parse('2026-11-25T06:00:00Z'),
};

type CompareAppProps = {
  readonly record: RecordSnapshot;
  readonly window?: TimeWindow | undefined;
  readonly singleKeys?: boolean;
  /** This is the site whose saved strips are used. By default each render has a site of its own without any. */
  readonly siteId?: string;
  readonly events?: EventsSnapshot | undefined;
};

export const onOpenSource = vi.fn<(id: string) => void>();
const STARTED_MS = Date.parse('2026-10-20T14:00:00Z');

const lanes = (frame: Frame, cursorMs: number | undefined, onMoment: (timeMs: number) => void) => (
  <>
    <p data-testid="lanes">
      {frame.startMs} {frame.endMs} {frame.widthPx} {cursorMs}
    </p>
    <button type="button" onClick={() => onMoment(STARTED_MS)}>
      Spironolactone started
    </button>
  </>
);

let siteCount = 0;

export function CompareApp({
  record,
  window: initialWindow,
  singleKeys = true,
  siteId,
  events,
}: CompareAppProps) {
  const [window, setWindow] = useState(initialWindow);
  const [session] = useState(() => openedSession({}, {}, siteOf({ id: siteId ?? `site-${siteCount++}` })));
  const fragment = useSyncExternalStore(subscribeToHash, () => location.hash);
  return (
    <InOpenRecord
      record={record}
      nowMs={record.readAtMs}
      session={session}
      shell={{ windowControl: <button type="button">1 y</button> }}
      actions={{ openSource: onOpenSource }}
    >
      <SingleKeys value={{ isOn: singleKeys }}>
        <Compare fragment={fragment} window={window} onWindow={setWindow} lanes={lanes} events={events} />
      </SingleKeys>
    </InOpenRecord>
  );
}

export function showCompare(
  record: RecordSnapshot,
  fragment = '#compare=k,creat,bp-sys,hr',
  window: TimeWindow | undefined = YEAR_DAYS,
  events?: EventsSnapshot,
) {
  location.hash = fragment;
  return render(<CompareApp {...{ record, window, events }} />);
}

export const comparisonChoice = () =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: 'Compare with' });
export const chooseComparison = (value: string) =>
  fireEvent.change(comparisonChoice(), { target: { value } });

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low, unit: 'mmol/L' }, high: { value: high, unit: 'mmol/L' } }],
});

export const compareStory = [
  resultInput('2823-3', 4.6, 'mmol/L', '2021-03-01T14:00:00Z', range(3.5, 5)),
  resultInput('2823-3', 4.7, 'mmol/L', '2022-03-01T14:00:00Z', range(3.5, 5)),
  resultInput('2823-3', 4.6, 'mmol/L', '2026-01-14T14:00:00Z', { id: 'k3', ...range(3.5, 5) }),
  resultInput('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z', { id: 'k4', ...range(3.5, 5) }),
  resultInput('2823-3', 5.4, 'mmol/L', '2026-10-29T13:05:00Z', {
    id: 'k5',
    ...range(3.5, 5),
    ...flagConcept('H'),
  }),
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', {
    id: 'k6',
    ...range(3.5, 5),
    ...flagConcept('H'),
  }),
  resultInput('2823-3', 5.3, 'mmol/L', '2026-11-24T15:40:00Z', { id: 'k7', status: 'preliminary' }),
  resultInput('2160-0', 2.05, 'mg/dL', '2026-10-20T13:15:00Z'),
  resultInput('2160-0', 2.18, 'mg/dL', '2026-10-29T13:05:00Z'),
  pressure(158, 84, '2026-10-20T13:30:00Z'),
  pressure(146, 80, '2026-10-29T13:30:00Z'),
  resultInput('8867-4', 78, '/min', '2026-10-29T13:30:00Z'),
  resultInput('2951-2', 136, 'mmol/L', '2026-11-12T14:10:00Z'),
  resultInput('2951-2', 137, 'mmol/L', '2020-11-12T14:10:00Z'),
];

export const liveText = () => document.querySelector('[aria-live="polite"]')?.textContent;
export const stripNamed = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) });
export const shownStrips = () => screen.getAllByRole('region');
export const stripNamesShown = () => shownStrips().map((one) => one.getAttribute('aria-label'));
export const timeAxis = () => screen.getByRole('slider', { name: 'Time of all tests' });
export const pressOnStrip = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
export const plotOfStrip = (name: string) => stripNamed(name).querySelector('[role="slider"] svg')!;
export const xOfMark = (path: Element | null | undefined) =>
  Number(/^M([\d.]+)/.exec(path?.getAttribute('d') ?? '')?.[1]);

export const marksOfStrip = (name: string) => [...stripNamed(name).querySelectorAll('[data-mark]')];
