// @vitest-environment happy-dom
import { queryOptions } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { careEventsTexts } from '../../../clinical/events/careEvents.messages.ts';
import { eventsSnapshot, eventStates } from '../../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { madeCareEvent } from '../../../testing/madeEventsFixture.ts';
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

test('in a report only the words that were sent are in another language, and our own lines are in that of the page', async () => {
  speak('es', 'es-MX', { care: careSpanish });
  const note = [
    careEventsTexts('reportCut', { text: 'Kidneys of normal size.\nNo stone' }),
    careEventsTexts('document', { title: 'Ultrasound pictures' }),
    careEventsTexts('documentOfUnknownKind'),
  ].join('\n');
  const report = madeCareEvent('DiagnosticReport', 'Renal ultrasound', '2026-05-04', { note });
  const snapshot = eventsSnapshot({ events: [report] });
  const openEvents = () => Promise.resolve(openedWith(() => Promise.resolve(snapshot)));
  render(
    <InOpenRecord session={openedSession({}, { openEvents })}>
      <MedicinesAndVisits />
    </InOpenRecord>,
  );
  const named = await screen.findByText('Renal ultrasound');
  const marked = [...named.closest('li')!.querySelectorAll('[lang]')];
  expect(marked.map((element) => [element.getAttribute('lang'), element.textContent])).toEqual([
    ['en', 'Renal ultrasound'],
    ['en', 'Kidneys of normal size.\nNo stone…'],
    ['en', 'Ultrasound pictures'],
  ]);
  const text = named.closest('li')!.textContent;
  expect(text).toContain('El informe sigue en la aplicación del centro de salud.');
  expect(text).toContain('Hay un documento en la aplicación del centro de salud: Ultrasound pictures');
});
