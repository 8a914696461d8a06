import { LanguageProvider } from '../parts/language/languageContext.ts';
import { AskAudience } from '../app/entry/AskAudience.tsx';
import { AudienceProvider } from '../parts/openRecord/audienceContext.ts';
import type { Family, State } from './family.ts';
import { OpenedRecordScreen } from './recordScreens.tsx';
import { noop } from './sampleContext.ts';
import { yearRecord } from './sampleRecords.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';

const STANDALONE = { kind: 'standalone' } as const;
const ENGLISH = { language: 'en', onChoose: noop };

const screen = (
  name: string,
  caption: string,
  fragment: string,
  record: RecordSnapshot = yearRecord,
  presses: readonly string[] = [],
): State => ({
  name,
  caption,
  fragment,
  framePx: [1400, 2200],
  isScreen: true,
  draw: () => (
    <LanguageProvider value={ENGLISH}>
      <OpenedRecordScreen record={record} presses={presses} launch={STANDALONE} />
    </LanguageProvider>
  ),
});

export const myResults: Family = {
  name: 'mine',
  title: 'My results, for patients',
  minWidthPx: 360,
  states: [
    screen('list', 'The newest result of each test', ''),
    screen('menu', 'The menu', '', yearRecord, ['Menu']),
    {
      name: 'ask',
      caption: 'Who is looking',
      framePx: [320, 320],
      isScreen: true,
      draw: () => (
        <AudienceProvider value={{ audience: 'patient', onChoose: noop }}>
          <AskAudience />
        </AudienceProvider>
      ),
    },
  ],
};
