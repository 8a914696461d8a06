import { Opening } from '../app/entry/Opening.tsx';
import { ErrorScreen } from '../app/entry/ErrorScreen.tsx';
import { SignedInElsewhereScreen } from '../app/entry/SignedInElsewhereScreen.tsx';
import { NotLoaded } from '../ui/loading/NotLoaded.tsx';
import { StartScreen } from '../app/entry/StartScreen.tsx';
import { LanguageProvider } from '../parts/language/languageContext.ts';
import { LaunchError, type ErrorCode, type ErrorContext } from '../smart/errors/LaunchError.ts';
import { siteOf } from '../testing/sessionFixture.ts';
import type { Family, State } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { noop, patientOf } from './sampleContext.ts';

const site = siteOf({ timeZone: ZONE });

/** Each error stands where it happens: before a site is known, in a chart, or in a patient's own sign-in. */
const ERRORS: readonly (readonly [code: ErrorCode, caption: string, origin?: ErrorContext])[] = [
  ['E01', 'Opened without a chart'],
  ['E02', 'A server that is not set up'],
  ['E03', 'Sign-in settings cannot be read', { site }],
  ['E04', 'No answer', { site, kind: 'ehr' }],
  ['E05', 'Declined', { site, kind: 'standalone' }],
  ['E06', 'Registration not accepted', { site, kind: 'ehr' }],
  ['E07', 'Sign-in is busy', { site }],
  ['E08', 'A link that is old or not ours', { site }],
  ['E09', 'Cannot be shown in this frame', { site }],
  ['E10', 'No patient', { site, kind: 'ehr' }],
  ['E11', 'Not allowed', { site, kind: 'standalone', facts: { notAllowed: 'results' } }],
  ['E12', 'Patient changed', { site, kind: 'ehr' }],
  ['E13', 'Session ended', { site, kind: 'standalone', endedAtMs: NOW_MS - 600_000 }],
  ['E14', 'Storage blocked', { site }],
  ['E15', 'Took too long', { site, kind: 'standalone' }],
  ['E17', 'Record not available', { site, kind: 'ehr' }],
  ['E21', 'Inside a page that is not listed'],
];

const ENGLISH = { language: 'en', onChoose: noop };

const SIZE = [260, 340] as const;

const screen = (name: string, caption: string, draw: State['draw']): State => ({
  name,
  caption,
  framePx: SIZE,
  isScreen: true,
  draw,
});

const errorState = ([code, caption, origin]: (typeof ERRORS)[number]): State =>
  screen(code, `${code}: ${caption}`, () => (
    <LanguageProvider value={ENGLISH}>
      <ErrorScreen error={new LaunchError(code, origin)} onStart={noop} onSignIn={noop} />
    </LanguageProvider>
  ));

export const screens: Family = {
  name: 'screens',
  title: 'Screens without a record',
  minWidthPx: 400,
  states: [
    screen('start', 'Start', () => (
      <LanguageProvider value={ENGLISH}>
        <StartScreen sites={[site, siteOf({ id: 'valley', label: 'Valley Clinic' })]} onSignIn={noop} />
      </LanguageProvider>
    )),
    screen('start-none', 'Start where no site has a sign-in of its own', () => (
      <LanguageProvider value={ENGLISH}>
        <StartScreen sites={[siteOf({ launch: ['ehr'] })]} onSignIn={noop} />
      </LanguageProvider>
    )),
    screen('opening', 'Opening, the patient known', () => <Opening patient={patientOf()} />),
    screen('handed', 'Signed in for another window', () => <SignedInElsewhereScreen />),
    screen('not-loaded', 'A screen whose file did not come', () => <NotLoaded failure={undefined} />),
    ...ERRORS.map(errorState),
    screen('fault', 'E17: a fault of ours', () => (
      <LanguageProvider value={ENGLISH}>
        <ErrorScreen
          error={new LaunchError('E17', { facts: { fault: 'TypeError' } })}
          onStart={noop}
          onSignIn={noop}
        />
      </LanguageProvider>
    )),
  ],
};
