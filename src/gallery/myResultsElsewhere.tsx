import type { ReactElement } from 'react';
import { AskAudience } from '../app/entry/AskAudience.tsx';
import { ErrorScreen } from '../app/entry/ErrorScreen.tsx';
import { StartScreen } from '../app/entry/StartScreen.tsx';
import { agreeInSpanish, SPANISH } from '../app/language/spanish.ts';
import { LanguageProvider } from '../parts/language/languageContext.ts';
import { AudienceProvider } from '../parts/openRecord/audienceContext.ts';
import { SessionProvider } from '../parts/openRecord/openRecordContexts.ts';
import { LaunchError } from '../smart/errors/LaunchError.ts';
import { openedSession } from '../testing/openedSessionFixture.ts';
import { siteOf } from '../testing/sessionFixture.ts';
import { speakPseudoLocale } from '../testing/pseudoLocale.ts';
import { speak } from '../words/language.ts';
import type { Family, State } from './family.ts';
import { OpenedRecordScreen, type OpenedRecordScreenProps } from './recordScreens.tsx';
import { noop } from './sampleContext.ts';
import { CHILD, childRecord, urgentResultRecord, yearRecord } from './sampleRecords.ts';

const STANDALONE = { kind: 'standalone' } as const;
/** The glossary is Spanish under both, so that what stays Spanish in the pseudo-locale is what the glossary says. */
const SPOKEN = { language: 'es', onChoose: noop };

/** A state is a document of its own, so that it may speak a language of its own. */
function inSpanish(screen: ReactElement): ReactElement {
  speak('es', 'es-MX', SPANISH, agreeInSpanish);
  Object.assign(document.documentElement, { lang: 'es', dir: 'ltr' });
  return <LanguageProvider value={SPOKEN}>{screen}</LanguageProvider>;
}

/** Shows what does not turn with the direction, and what is not translated. */
function fromRightToLeft(screen: ReactElement): ReactElement {
  speakPseudoLocale(SPANISH);
  Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' });
  return <LanguageProvider value={SPOKEN}>{screen}</LanguageProvider>;
}

type Shown = Partial<Pick<OpenedRecordScreenProps, 'record' | 'person' | 'site'>> & {
  readonly heightPx?: number;
};

const screen = (
  name: string,
  caption: string,
  fragment: string,
  spoken: (screen: ReactElement) => ReactElement,
  { record = yearRecord, person, site, heightPx = 700 }: Shown = {},
): State => ({
  name,
  caption,
  fragment,
  framePx: [heightPx, heightPx],
  isScreen: true,
  draw: () => spoken(<OpenedRecordScreen {...{ record, person, site }} presses={[]} launch={STANDALONE} />),
});

/** A whole page in Spanish, or from right to left, that shows no record. */
const page = (name: string, caption: string, drawn: () => ReactElement, heightPx = 420): State => ({
  name,
  caption,
  framePx: [heightPx, heightPx],
  isScreen: true,
  draw: drawn,
});

const sites = [
  siteOf({ id: 'valley', label: 'Valley Clinic' }),
  siteOf({ id: 'arbol', label: 'Clínica Árbol' }),
  siteOf({ id: 'arab', label: 'مستشفى النور' }),
];
const SIGNED_OUT = new LaunchError('E13', {
  site: sites[0],
  kind: 'standalone',
  facts: { reason: 'byReader' },
});
const errorScreen = <ErrorScreen error={SIGNED_OUT} audience="patient" onStart={noop} onSignIn={noop} />;
const startScreen = <StartScreen sites={sites} onSignIn={noop} />;
const askScreen = (
  <SessionProvider value={openedSession()}>
    <AudienceProvider value={{ audience: 'patient', onChoose: noop }}>
      <AskAudience />
    </AudienceProvider>
  </SessionProvider>
);

const CALL = { record: urgentResultRecord, site: { call: '+1 (555) 010-0199' }, heightPx: 620 };

export const myResultsElsewhere: Family = {
  name: 'languages',
  title: 'My results in Spanish, and from right to left',
  minWidthPx: 360,
  states: [
    screen('list-es', 'In Spanish: the newest result of each test', '', inSpanish),
    screen('result-es', 'In Spanish: one result', '#series=k', inSpanish, { heightPx: 1000 }),
    screen('care-es', 'In Spanish: medicines and visits', '#my-care', inSpanish),
    screen('call-es', 'In Spanish: an urgent result, with the number to call', '', inSpanish, CALL),
    screen('not-in-use-es', 'In Spanish: a record that is not in use', '', inSpanish, {
      person: { active: false },
    }),
    page('start-es', 'In Spanish: the start page', () => inSpanish(startScreen), 700),
    page('error-es', 'In Spanish: the end of a session', () => inSpanish(errorScreen)),
    page('ask-es', 'In Spanish: who is looking', () => inSpanish(askScreen)),
    page('start-rtl', 'From right to left: the start page', () => fromRightToLeft(startScreen), 700),
    page('error-rtl', 'From right to left: the end of a session', () => fromRightToLeft(errorScreen)),
    page('ask-rtl', 'From right to left: who is looking', () => fromRightToLeft(askScreen)),
    screen('list-rtl', 'From right to left: the newest result of each test', '', fromRightToLeft),
    screen('result-rtl', 'From right to left: one result', '#series=k', fromRightToLeft, { heightPx: 1000 }),
    screen('measurements-rtl', 'From right to left: measurements', '#my-measurements', fromRightToLeft),
    screen('care-rtl', 'From right to left: medicines and visits', '#my-care', fromRightToLeft),
    screen('growth-rtl', 'From right to left: a child’s growth', '#my-growth', fromRightToLeft, {
      record: childRecord,
      person: CHILD,
    }),
    screen(
      'call-rtl',
      'From right to left: an urgent result, with the number to call',
      '',
      fromRightToLeft,
      CALL,
    ),
  ],
};
