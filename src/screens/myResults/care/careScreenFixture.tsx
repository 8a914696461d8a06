import { queryOptions } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import type { OpenEvents } from '../../../record/events/openEvents.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { eventsSnapshot } from '../../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { recordOfSeries } from '../../../testing/recordFixture.ts';
import { marlowe } from '../../../testing/patientFixture.ts';
import { MedicinesAndVisits } from './MedicinesAndVisits.tsx';

/** Is called when a reader tries again. */
export const retryCare = vi.fn<() => void>();

const openedWith = (read: () => Promise<EventsSnapshot>): OpenEvents => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read }),
  retry: retryCare,
  refresh: () => undefined,
});

/** Shows the medicines and visits of a patient, once they are read. */
export async function showCare(
  more: Partial<EventsSnapshot> = {},
  patient: PatientIdentity = marlowe,
  content = <MedicinesAndVisits />,
) {
  const openEvents = () => Promise.resolve(openedWith(() => Promise.resolve(eventsSnapshot(more))));
  const session = openedSession({}, { openEvents });
  render(
    <InOpenRecord session={session} patient={patient} record={recordOfSeries([])}>
      {content}
    </InOpenRecord>,
  );
  await screen.findByRole('heading', { level: 3, name: 'What changed in the medicines' });
}

/** Returns the part of the screen under this heading. */
export const partOfCare = (name: string): HTMLElement => {
  const section = screen.getByRole('heading', { level: 3, name }).parentElement;
  if (section === null) throw new Error(`There is no part "${name}".`);
  return section;
};
/** Returns the lines of the list under this heading. */
export const linesOfCare = (name: string): string[] =>
  within(partOfCare(name))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
