import { StrictMode, type ReactElement } from 'react';
import { App, type View } from '../App.tsx';
import { isMissingOnHost } from '../missingAppFile.ts';
import { fillCatalog } from '../../clinical/catalog/catalog.ts';
import { fillUnitSpellings } from '../../clinical/units/canonicalUnit.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { EarlyRequests } from '../../fhir/earlyRequests.ts';
import { openRecord, type OpenRecord } from '../openRecord.ts';
import { vendorOf } from '../../record/vendors.ts';
import { prepareUnits } from '../../parts/results/useChosenUnits.ts';
import { reactRoot } from './reactRoot.ts';
import { isReadByPatients } from '../entry/errorReader.ts';
import { loadPatientView } from '../patient/loadPatientView.ts';
import { preferredLanguage, setPageLanguage, pageLanguage } from '../language/pageLanguage.ts';
import { clearView } from '../session/clearView.ts';
import { rememberedAudience, rememberAudience } from '../session/rememberedAudience.ts';
import { sweepLeftovers } from '../session/sweepLeftovers.ts';
import { audienceOf, type Audience } from '../../smart/authorization/audience.ts';
import { isLaunchError, LaunchError } from '../../smart/errors/LaunchError.ts';
import { releaseAtEnd } from '../../smart/session/releaseAtEnd.ts';
import type { Session } from '../../smart/session/session.ts';
import { watchSessionLifetime } from '../../smart/session/sessionLifetime.ts';
import { knownSites } from '../../smart/site/places.ts';
import type { Site } from '../../smart/site/site.ts';
import { hasWindowItem } from '../../smart/session/windowStorage.ts';
import { findMissingFilesWith } from '../../ui/loading/missingFile.ts';
import { watchFailedStyles } from '../../ui/loading/failedStyles.ts';
import '../../ui/theme/tokens.css';
import '../../ui/theme/base.css';
import '../../ui/theme/launch.css';

/**
 * Starts the app. `boot.ts`, which owns the code exchange, calls it once with the catalog of analytes that it fetched, and
 * with the first requests of the session. Throws when the catalog is not the one of this version, before
 * anything is drawn.
 */
export function start(
  session: Promise<Session | undefined>,
  catalog: unknown,
  early: Promise<EarlyRequests | undefined>,
): void {
  takeCatalog(catalog);
  findMissingFilesWith(isMissingOnHost);
  watchFailedStyles();
  let view: View = { kind: 'opening' };
  let draw = (): void => {};
  const told = speakToWhoWaits();
  let own: Session | undefined;
  let audience = (): Audience | undefined => undefined;
  const show = (next: View): void => {
    view = next;
    draw();
    // A record has its first chart before this, and sweeps after it.
    if (next.kind !== 'record') sweepLeftovers(own);
  };
  const stop = (error: unknown): void => {
    const site = view.kind === 'record' ? view.opened.session.site : undefined;
    show({ kind: 'stopped', error: asLaunchError(error, site), audience: audience() });
    if (isEndOfSession(error)) rememberAudience(audience());
  };
  const goToStart = (): void => {
    history.replaceState(null, '', location.pathname); // the session that ended here cannot be continued
    show({ kind: 'start' });
  };
  const signIn = (site: Site, iss?: string): void => {
    if (view.kind === 'start') audience = readerAtStart(site);
    void signInAnew(site, iss).catch(view.kind === 'start' ? stopBefore(stop, goToStart) : stop);
  };

  const open = async (opened: Session | undefined): Promise<void> => {
    own = opened;
    if (opened === undefined) {
      await setPageLanguage(preferredLanguage()); // the start page is read by patients
      return show({ kind: 'start' });
    }
    audience = audienceUntilTheEnd(opened);
    opened.onEnd(stop);
    releaseAtEnd(opened);
    // The listeners of the end may remember the view for the next sign-in, so it is cleared after them.
    opened.onEnd(() => queueMicrotask(clearView));
    if (opened.transferNonce !== undefined && (await transferToFrame(opened, opened.transferNonce)))
      return show({ kind: 'signedInElsewhere' });
    keepInTime(opened);
    const record = openRecord(opened, await early);
    await prepareViews(record, told);
    if (!hasEnded(opened)) show({ kind: 'record', opened: record });
  };
  session.then(open).catch(async (error: unknown) => {
    if (own === undefined) audience = await readerBeforeSession(error);
    stop(error);
    if (isEndOfSession(error)) clearView(); // the session had ended before this page was loaded
  });

  onceParsed(() => {
    draw = drawing(stop, () => (
      <App view={view} sites={knownSites()} onSignIn={signIn} onStart={goToStart} onStop={stop} />
    ));
    draw();
  });
}

function takeCatalog(catalog: unknown): void {
  fillCatalog(catalog);
  fillUnitSpellings(catalog);
}

/** Returns a function that draws the app as it is now. A fault of ours must not leave a half-drawn record on the screen. */
function drawing(onUncaughtError: (error: unknown) => void, app: () => ReactElement): () => void {
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no #app.');
  const root = reactRoot(element, { onUncaughtError });
  return () => root.render(<StrictMode>{app()}</StrictMode>);
}

const isEndOfSession = (error: unknown): boolean => isLaunchError(error) && error.code === 'E13';

/** Returns who reads an error before there is a session, if that is known, and speaks the language of a patient. */
async function readerBeforeSession(error: unknown): Promise<() => Audience | undefined> {
  // The audience is remembered from a session that ended, or from a sign-in that was left.
  const reader = rememberedAudience();
  if (isReadByPatients(error, reader)) await setPageLanguage(preferredLanguage());
  return () => reader;
}

/**
 * Speaks the language of a patient who waits for the answer to a sign-in, so that a slow one is told in it (SlowSignIn.tsx). It begins at
 * once: everything is drawn anew in another language, and the wait would else be counted anew in the middle. The files of the patient's
 * view come meanwhile, when nothing else is on the wire: on a slow network they would hold up the first results.
 */
async function speakToWhoWaits(): Promise<void> {
  if (rememberedAudience() !== 'patient') return;
  const language = preferredLanguage();
  // Whoever needs one of these asks for it again, and says when it cannot be had.
  loadPatientView(language).catch(() => undefined);
  import('../../record/events/openEvents.ts').catch(() => undefined);
  await setPageLanguage(language);
}

/** Stops. The list of places has made an entry of history for its sign-in, and Back leads from there to the list. */
const stopBefore = (stop: (error: unknown) => void, before: () => void) => (error: unknown) => {
  const goneBack = (): void => {
    if (location.hash !== '') return; // the inspector was opened
    removeEventListener('popstate', goneBack);
    before();
  };
  addEventListener('popstate', goneBack);
  stop(error);
};

/** The start page is for patients, unless the site that was chosen there is for clinicians. */
const readerAtStart =
  ({ audience }: Site) =>
  (): Audience =>
    audience === 'clinician' ? audience : 'patient';

/** Signs in when somebody asks for it. A running session never needs that code, so it comes with the screens that offer it. */
async function signInAnew(site: Site, iss?: string): Promise<void> {
  const { signInTo } = await import('../entry/signIn.ts').catch(() => {
    throw new LaunchError('E04', { site });
  });
  return signInTo(site, iss);
}

/** Renews the tokens of a session in time, and ends it when its time is over. */
function keepInTime(session: Session): void {
  session.renewWith(async (one) =>
    (await import('../../smart/session/renewal/tokenRefresh.ts')).refreshTokens(one),
  );
  watchSessionLifetime(session, (end, reason) => {
    const { site, kind, iss } = session;
    const error = new LaunchError('E13', { site, kind, iss, facts: { reason }, endedAtMs: Date.now() });
    session.end(error, end === 'limit');
  });
}

/**
 * Returns a function that says for whom a session shows its record, also once it has ended and nobody knows any more who signed in. Who
 * was to be asked reads the words of patients, which everybody understands.
 */
function audienceUntilTheEnd(session: Session): () => Audience {
  const openedFor = audienceOf(session);
  return () => {
    const now = hasEnded(session) ? (session.stored().audience ?? openedFor) : audienceOf(session);
    return now === 'clinician' ? now : 'patient';
  };
}

/** Returns whether the session has ended, which can happen during any `await`. The screen that says so then stays. */
const hasEnded = (session: Session): boolean => session.stored().accessToken === '';

/** Hands the session to the frame that started the sign-in. If that code cannot be loaded, the session goes on here. */
const transferToFrame = (session: Session, nonce: string): Promise<boolean> =>
  import('../../smart/session/sessionTransfer.ts').then(
    ({ transferSession }) => transferSession(session, nonce),
    () => false,
  );

/** Chooses the view that stands first, and loads what its reader needs. */
async function prepareViews(record: OpenRecord, told: Promise<void>): Promise<void> {
  const { session } = record;
  if (isViewNamed(session)) await openNamedView(session);
  if (hasWindowItem('view')) await restoreLastView(session);
  await Promise.all([preparePatientView(record), prepareClinicianView(record, told)]);
}

/** Loads the patient's view and its language while the first requests are on their way. A clinician's needs neither. */
async function preparePatientView({ session, openEvents }: OpenRecord): Promise<void> {
  if (audienceOf(session) === 'clinician') return;
  // The list groups results by the laboratory's reports. Whoever shows them says so when they cannot be read.
  if (vendorOf(session.site).answersManyAtOnce) openEvents().catch(() => undefined);
  const language = preferredLanguage();
  // The screen says so when it is shown without one of these.
  await Promise.all([loadPatientView(language).catch(() => undefined), setPageLanguage(language)]);
}

/** Loads what converts units before the first result is drawn, at a site that shows converted ones. Patients see what was sent. */
async function prepareClinicianView({ session }: OpenRecord, told: Promise<void>): Promise<void> {
  if (audienceOf(session) !== 'clinician') return;
  await Promise.all([prepareUnits(session.site), told]);
  if (pageLanguage() !== 'en') await setPageLanguage('en'); // the wait was told to a patient, as far as was known
}

/** Returns whether the launch may name a view that was not opened yet. */
const isViewNamed = (session: Session): boolean => {
  const { intent, appContext, launchedView } = session.stored();
  return launchedView === undefined && (intent ?? appContext) !== undefined;
};

/** Opens the view that the launch names. If that code cannot be loaded, the record opens on the overview. */
const openNamedView = (session: Session): Promise<void> =>
  import('../launchedView/openLaunchedView.ts').then(
    ({ openLaunchedView }) => openLaunchedView(session),
    () => undefined,
  );

/** Restores the last view. This is a convenience: without it the record opens on the overview. */
const restoreLastView = (session: Session): Promise<void> =>
  import('../../smart/session/returnToView.ts')
    .then(({ restoreView }) => restoreView(session))
    .catch(() => undefined);

function onceParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}

/** Returns the numbered error for any reason that ends the view: a missing answer, or a fault of ours. */
function asLaunchError(error: unknown, site: Site | undefined): LaunchError {
  if (isLaunchError(error)) return error;
  if (error instanceof FhirError && error.failure === 'limit')
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a fact in the details for support
    return new LaunchError('E17', { site, facts: { 'not read': error.message } });
  if (error instanceof FhirError)
    return new LaunchError('E04', { site, facts: { reason: error.message, failure: error.failure } });
  return new LaunchError('E17', { facts: { fault: error instanceof Error ? error.name : 'unknown' } });
}
