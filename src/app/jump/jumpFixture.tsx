/** This file opens the search list over a record with results and events. It is for tests. */
import { queryOptions } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { SearchBox } from '../../parts/header/SearchBox.tsx';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord, type OpenRecordOptions } from '../../testing/InOpenRecord.tsx';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';

const AT = '2026-11-12T14:10:00Z';
const OBSERVATIONS = [
  resultInput('2823-3', 5.8, 'mmol/L', AT, flagConcept('H')),
  resultInput('2951-2', 135, 'mmol/L', AT),
  resultInput('2160-0', 2.31, 'mg/dL', AT, flagConcept('H')),
  resultInput('718-7', 10.8, 'g/dL', AT, flagConcept('LL')),
  resultInput('4548-4', 7.1, '%', AT),
  resultInput('6301-6', 2.4, '{INR}', AT),
  resultInput('777-3', 203, '10*3/uL', AT),
  resultInput('59408-5', 97, '%', AT),
  resultInput('2951-2', 'hemolyzed', '', '2026-11-20T14:10:00Z'),
  pressure(134, 72, AT),
];

export const jumpRecord = (more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOf(OBSERVATIONS, more);

const CT_REPORT = madeCareEvent('DiagnosticReport', 'CT chest', '2026-10-03T10:00:00Z', {
  note: 'No embolus.',
});
const CT_PROCEDURE = madeCareEvent('Procedure', 'CT chest', '2026-10-03T09:00:00Z');
export const jumpEvents = (more: Partial<EventsSnapshot> = {}): EventsSnapshot => {
  const plain = eventsSnapshot();
  return { ...plain, events: [...plain.events, CT_PROCEDURE, CT_REPORT], ...more };
};

const openedWith = (read: () => Promise<EventsSnapshot>): OpenEvents => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read, retry: false }),
  retry: () => undefined,
  refresh: () => undefined,
});

/** Returns a session with these events. Without any, they never arrive. */
export const sessionWith = (events: EventsSnapshot | undefined, more: Partial<OpenedSession> = {}) =>
  openedSession(
    {},
    {
      openEvents: () =>
        events ? Promise.resolve(openedWith(() => Promise.resolve(events))) : new Promise(() => undefined),
      ...more,
    },
  );

type Options = OpenRecordOptions & { readonly events?: EventsSnapshot; readonly hasEvents?: boolean };

export const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Search/ });
export const typeQuery = (value: string) => fireEvent.change(field(), { target: { value } });
export const pressSearchKey = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
/** Finds one line of the list by its name. */
export const searchOption = (name: RegExp) => screen.findByRole('option', { name });
export const optionTexts = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

/** Shows the search field of a screen below a link that may have the focus. */
export const showSearch = (options: Options = {}) => render(searchWith(options));

/** Returns what `showSearch` shows, to show it again over another record. */
export function searchWith({ hasEvents = true, events = jumpEvents(), ...options }: Options) {
  const shown = 'record' in options ? options.record : jumpRecord();
  return (
    <InOpenRecord
      {...options}
      record={shown}
      session={options.session ?? sessionWith(hasEvents ? events : undefined)}
    >
      <SearchBox />
      <main>
        <a href="#series=k">A tile</a>
      </main>
    </InOpenRecord>
  );
}
