import { LanguageProvider } from '../parts/language/languageContext.ts';
import { AskAudience } from '../app/entry/AskAudience.tsx';
import { AudienceProvider } from '../parts/openRecord/audienceContext.ts';
import { SessionProvider } from '../parts/openRecord/openRecordContexts.ts';
import { openedSession } from '../testing/openedSessionFixture.ts';
import type { Family, State } from './family.ts';
import { OpenedRecordScreen, type OpenedRecordScreenProps } from './recordScreens.tsx';
import { noop } from './sampleContext.ts';
import { CHILD, childRecord, urgentRecord, yearRecord } from './sampleRecords.ts';

const STANDALONE = { kind: 'standalone' } as const;
const ENGLISH = { language: 'en', onChoose: noop };

type Shown = Partial<Pick<OpenedRecordScreenProps, 'record' | 'presses' | 'person'>> & {
  readonly heightPx?: number;
};

const screen = (name: string, caption: string, fragment: string, shown: Shown = {}): State => {
  const { record = yearRecord, presses = [], person, heightPx = 700 } = shown;
  return {
    name,
    caption,
    fragment,
    framePx: [heightPx, heightPx],
    isScreen: true,
    draw: () => (
      <LanguageProvider value={ENGLISH}>
        <OpenedRecordScreen {...{ record, presses, person }} launch={STANDALONE} />
      </LanguageProvider>
    ),
  };
};

export const myResults: Family = {
  name: 'mine',
  title: 'My results, for patients',
  minWidthPx: 360,
  states: [
    screen('list', 'The newest result of each test', ''),
    screen('urgent', 'A measurement that was marked as urgent', '', { record: urgentRecord, heightPx: 320 }),
    screen('menu', 'The menu', '', { presses: ['Menu'], heightPx: 560 }),
    screen('result', 'One result with its chart and its table', '#series=k', { heightPx: 1000 }),
    screen('measurements', 'Vital signs and what was measured at home', '#my-measurements'),
    screen('care', 'Medicines and visits', '#my-care'),
    screen('growth', 'A child’s growth', '#my-growth', { record: childRecord, person: CHILD }),
    {
      name: 'ask',
      caption: 'Who is looking',
      framePx: [320, 320],
      isScreen: true,
      draw: () => (
        <LanguageProvider value={ENGLISH}>
          <SessionProvider value={openedSession()}>
            <AudienceProvider value={{ audience: 'patient', onChoose: noop }}>
              <AskAudience />
            </AudienceProvider>
          </SessionProvider>
        </LanguageProvider>
      ),
    },
  ],
};
