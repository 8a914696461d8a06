import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import type { OpenRecord } from './openRecord.ts';
import { lazyScreen } from '../ui/loading/lazyScreen.ts';
import { Opening } from './entry/Opening.tsx';
import { SlowSignIn } from './entry/SlowSignIn.tsx';
import { RecordScreen } from './RecordScreen.tsx';
import { InLanguage } from './language/InLanguage.tsx';
import { useDocumentState } from './useDocumentState.ts';
import { useIsInspectorOpen } from '../parts/navigation/urlFragment.ts';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import type { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Audience } from '../smart/authorization/audience.ts';
import type { Site } from '../smart/site/site.ts';

// The first chart needs none of these screens, so they are loaded later.
const ErrorScreen = lazyScreen(async () => (await import('./entry/ErrorScreen.tsx')).ErrorScreen);
const SignedInElsewhereScreen = lazyScreen(
  async () => (await import('./entry/SignedInElsewhereScreen.tsx')).SignedInElsewhereScreen,
);
const Inspector = lazyScreen(async () => (await import('../screens/inspector/Inspector.tsx')).Inspector);
const StartScreen = lazyScreen(async () => (await import('./entry/StartScreen.tsx')).StartScreen);

/** The page shows one of these views. `appPage.tsx` moves from one to the next, and React only draws. */
export type View =
  | { readonly kind: 'opening' }
  | { readonly kind: 'start' }
  | { readonly kind: 'record'; readonly opened: OpenRecord }
  | { readonly kind: 'signedInElsewhere' }
  | {
      readonly kind: 'stopped';
      readonly error: LaunchError;
      /** The session showed the screens of this audience; undefined where there was no session. */
      readonly audience?: Audience | undefined;
    };

type AppProps = {
  readonly view: View;
  readonly sites: readonly Site[];
  readonly onSignIn: (site: Site, iss?: string) => void;
  readonly onStart: () => void;
  readonly onStop: (error: unknown) => void;
};

/** Each view sets the state of the document, except `record`, which knows how far the reading is and sets it itself. */
const STATES = { opening: 'loading', start: 'start', signedInElsewhere: 'ended', record: undefined } as const;

export const App = (props: AppProps) => (
  <InLanguage>
    <AppView {...props} />
  </InLanguage>
);

function AppView({ view, sites, onSignIn, onStart, onStop }: AppProps) {
  const state = view.kind === 'stopped' ? (view.error.code === 'E13' ? 'ended' : 'error') : STATES[view.kind];
  useDocumentState(state);
  const isInspecting = useIsInspectorOpen();
  if (view.kind === 'opening')
    return (
      <>
        <Opening />
        <SlowSignIn />
      </>
    );
  if (view.kind === 'record') return <OpenedRecord {...{ opened: view.opened, onSignIn, onStop }} />;
  return (
    <Suspense>
      {isInspecting && <Inspector sites={sites} />}
      {!isInspecting && view.kind === 'start' && <StartScreen sites={sites} onSignIn={onSignIn} />}
      {view.kind === 'signedInElsewhere' && <SignedInElsewhereScreen />}
      {!isInspecting && view.kind === 'stopped' && (
        <ErrorScreen
          error={view.error}
          audience={view.audience}
          sites={sites}
          onStart={onStart}
          onSignIn={onSignIn}
        />
      )}
    </Suspense>
  );
}

type OpenedRecordProps = Pick<AppProps, 'onSignIn' | 'onStop'> & { readonly opened: OpenRecord };

function OpenedRecord({ opened, onSignIn, onStop }: OpenedRecordProps) {
  const { client, patient, record } = opened;
  const openedSession = useMemo((): OpenedSession => {
    const { session, requests, readUser, loadSourceReader, openEvents, refresh } = opened;
    const signIn = () => onSignIn(session.site, session.iss);
    return { session, requests, readUser, loadSourceReader, openEvents, refresh, onSignIn: signIn };
  }, [opened, onSignIn]);
  return (
    <QueryClientProvider client={client}>
      <RecordScreen opened={openedSession} patientOptions={patient} recordOptions={record} onStop={onStop} />
    </QueryClientProvider>
  );
}
