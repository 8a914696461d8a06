// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { eventsSnapshot, eventStates } from '../../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { careSpanish } from './care.es.messages.ts';
import { careMessages } from './care.messages.ts';
import { MedicinesAndVisits } from './MedicinesAndVisits.tsx';

afterEach(() => {
  cleanup();
  speakEnglish();
});

const openedWith = (read: () => Promise<EventsSnapshot>) => ({
  events: queryOptions({ queryKey: ['s', 'iss', 'p', 'events'], queryFn: read }),
  retry: () => undefined,
  refresh: () => undefined,
});

test('in Spanish every sentence of the screen is Spanish, and the names stay as they were sent', async () => {
  speak('es', 'es-MX', { care: careSpanish });
  const snapshot = eventsSnapshot({ states: eventStates({ Encounter: 'failed', Procedure: 'failed' }) });
  const openEvents = () => Promise.resolve(openedWith(() => Promise.resolve(snapshot)));
  render(
    <InOpenRecord session={openedSession({}, { openEvents })}>
      <MedicinesAndVisits />
    </InOpenRecord>,
  );
  expect((await screen.findAllByText('Se suspendió:')).length).toBe(1);
  const text = document.body.textContent;
  expect(text).toContain('No se pudo leer: visitas y procedimientos.');
  expect(text).toContain('Chlorthalidone 25 mg al día');
  const english = Object.values<string>(careMessages).filter((one) => !/[{]/.test(one) && one.includes(' '));
  expect(english.filter((one) => text.includes(one))).toEqual([]);
});
