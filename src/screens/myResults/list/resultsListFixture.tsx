/** Shows the list of a patient's newest results in a test. */
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { rangeOf } from '../card/cardFixture.ts';
import { ResultsList } from './ResultsList.tsx';

export const sodiumResult = (value: number, at: string, more: object = {}) =>
  resultInput('2951-2', value, 'mmol/L', at, { ...rangeOf(136, 145), ...more });

export const resultsList = (
  resources: readonly unknown[],
  more: Partial<RecordSnapshot> = {},
  site = siteOf(),
): ReactElement => (
  <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
    <InOpenRecord record={recordOf(resources, more)} session={openedSession({}, {}, site)}>
      <ResultsList />
    </InOpenRecord>
  </LanguageProvider>
);

/** Shows the list and waits until it stands: the plain names of results are loaded when it is drawn for the first time. */
export async function showList(...list: Parameters<typeof resultsList>) {
  const shown = await act(async () => render(resultsList(...list)));
  await screen.findByText('My results');
  return shown;
}

export const textOfPage = () => document.body.textContent;
