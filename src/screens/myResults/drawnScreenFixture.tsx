/** Draws one screen of the patient's view in a test, in English or in Spanish. */
import { act, cleanup, render } from '@testing-library/react';
import { Suspense, type ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { LanguageProvider } from '../../parts/language/languageContext.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { recordOf } from '../../testing/recordFixture.ts';
import { speak, speakEnglish, type Language } from '../../words/language.ts';
import { growthSpanish } from './growth/growth.es.messages.ts';
import { measurementsSpanish } from './measurements/measurements.es.messages.ts';
import { myResultsSpanish } from './myResults.es.messages.ts';
import { glossaryIn } from './plainNames.ts';
import { patientUnitsSpanish } from './units/patientUnits.es.messages.ts';
import { recordAsSent } from './units/recordAsSent.ts';
import { oneResultSpanish } from './result/oneResult.es.messages.ts';

const SPANISH = {
  myResults: myResultsSpanish,
  oneResult: oneResultSpanish,
  measurements: measurementsSpanish,
  growth: growthSpanish,
  patientUnits: patientUnitsSpanish,
};

type DrawnScreenOptions = {
  readonly record?: Partial<RecordSnapshot>;
  readonly patient?: PatientIdentity;
  readonly language?: Language;
};

/** Loads the plain names before the tests of a file, and leaves no screen and no language behind a test. */
export function preparePatientScreens(): void {
  beforeAll(async () => void (await Promise.all([glossaryIn('en'), glossaryIn('es')])), 60_000);
  beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
  afterEach(() => {
    cleanup();
    speakEnglish();
    vi.unstubAllGlobals();
  });
}

/** Draws a screen with a record of these resources. */
export async function drawnScreen(
  screen: ReactNode,
  resources: readonly unknown[],
  { record = {}, patient = marlowe, language = 'en' }: DrawnScreenOptions = {},
): Promise<HTMLElement> {
  if (language === 'es') speak('es', 'es-MX', SPANISH);
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language, onChoose: () => undefined }}>
        <InOpenRecord record={recordAsSent(recordOf(resources, record))} patient={patient}>
          <Suspense>{screen}</Suspense>
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  return container;
}

/** Returns the words of a screen as one line, and takes the screen away. */
export async function wordsOfScreen(...drawn: Parameters<typeof drawnScreen>): Promise<string> {
  const container = await drawnScreen(...drawn);
  const text = container.textContent.replaceAll(/\s+/g, ' ');
  cleanup();
  return text;
}
