// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readPatient, type PatientIdentity } from '../../../clinical/patient/patient.ts';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { cardsOf } from '../card/cards.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { UrgentMeasurements } from './UrgentMeasurements.tsx';

afterEach(() => {
  cleanup();
  speakEnglish();
});

const WEIGHT = resultInput('29463-7', 190, 'kg', '2026-11-22T13:00:00Z', flagConcept('HH'));
const NURSE = '+1 555 010 0199';

async function shown(site = siteOf(), patient?: PatientIdentity): Promise<HTMLElement> {
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord session={openedSession({}, {}, site)} {...(patient && { patient })}>
          <UrgentMeasurements cards={cardsOf(recordOf([WEIGHT]).series)} />
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  return container;
}

test('the results say at the top that a measurement was marked as urgent, where it stands, and to call now', async () => {
  const container = await shown();
  expect(container.textContent).toBe(
    'A measurement was marked as urgent. See My measurements.If nobody has talked with you about it, call your care team now.',
  );
  expect(screen.getByRole('link', { name: 'My measurements' }).getAttribute('href')).toBe('#my-measurements');
});

test('with the number of the site it is called with one press', async () => {
  const container = await shown(siteOf({ call: `the nurse line, ${NURSE}` }));
  expect(container.textContent).toContain(`call now: the nurse line, ${NURSE}.`);
  expect(screen.getByRole('link', { name: `Call ${NURSE}` }).getAttribute('href')).toBe('tel:+15550100199');
});

test('nobody calls about somebody who has died', async () => {
  const dead = readPatient({ name: [{ family: 'Berg' }], deceasedBoolean: true }, Date.now());
  const container = await shown(siteOf({ call: NURSE }), dead);
  expect(container.textContent).toBe('A measurement was marked as urgent. See Measurements.');
  expect(container.querySelector('a[href^="tel:"]')).toBeNull();
});

test('in Spanish', async () => {
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect((await shown(siteOf({ call: NURSE }))).textContent).toBe(
    `Una medición se marcó como urgente. Vea Mis mediciones.Si nadie ha hablado con usted sobre esto, llame ahora: ${NURSE}.Llamar al ${NURSE}`,
  );
});
