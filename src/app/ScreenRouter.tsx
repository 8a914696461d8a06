import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useTimeZone } from '../charts/format/timeZoneContext.ts';
import { ShellProvider } from '../parts/header/shellContext.ts';
import {
  replaceFragment,
  screenIn,
  screenInRecord,
  useFragment,
  withoutWords,
  type Screen,
} from '../parts/navigation/urlFragment.ts';
import { useRecord, useSession } from '../parts/openRecord/openRecordContexts.ts';
import type { EncounterPeriod } from '../parts/timeWindow/windowChoice.ts';
import { isWaiting } from '../parts/recordStatus/recordStatusText.ts';
import { useTimeWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { ViewWindowProvider } from '../parts/timeWindow/viewWindowContext.ts';
import { Overview } from '../screens/overview/Overview.tsx';
import { SingleKeys, useSingleKeys } from '../ui/keyboard/singleKeyShortcuts.ts';
import { deferredPart, lazyScreen } from '../ui/loading/lazyScreen.ts';
import type { EncounterInContextProps } from './EncounterInContext.tsx';
import { Opening } from './entry/Opening.tsx';
import { followedText } from './followedChart/useFollowedChart.tsx';
import { LazyJumpList, preloadJumpList } from './jump/LazyJumpList.tsx';
import { screenRouterTexts } from './screenRouter.messages.ts';
import { openedTextOf, useSessionControls } from './session/useSessionControls.tsx';
import { LazyBoundary } from '../ui/loading/LazyBoundary.tsx';

const loadDetail = async () => (await import('../screens/detail/Detail.tsx')).Detail;
const Detail = lazyScreen(loadDetail);
/**
 * Fetches the screen of one result and the search while the browser is idle, before somebody asks for them.
 */
export const preloadDetail = (): void => {
  // A part that fails to load is requested again, and the failure is reported, when somebody opens it.
  Promise.all([loadDetail(), preloadJumpList(), import('../parts/results/search/SearchResults.tsx')]).catch(
    () => undefined,
  );
};
const Grid = lazyScreen(async () => (await import('../screens/grid/GridScreen.tsx')).GridScreen);
const AccountScreen = lazyScreen(
  async () => (await import('../screens/account/AccountScreen.tsx')).AccountScreen,
);
const CompareScreen = lazyScreen(
  async () => (await import('../screens/compare/CompareScreen.tsx')).CompareScreen,
);
const TimelineScreen = lazyScreen(
  async () => (await import('../screens/timeline/TimelineScreen.tsx')).TimelineScreen,
);
const PrintScreen = lazyScreen(async () => (await import('../screens/print/PrintScreen.tsx')).PrintScreen);

// The window chosen for the record applies from the first chart on. Its buttons may come a moment later.
const WindowControl = deferredPart(
  async () => (await import('../parts/timeWindow/WindowControl.tsx')).WindowControl,
  () => <p>{screenRouterTexts('windowNotLoaded')}</p>,
);
const ShortcutHandler = deferredPart(
  async () => (await import('./shortcuts/ShortcutHandler.tsx')).ShortcutHandler,
  () => <p role="alert">{screenRouterTexts('keysNotLoaded')}</p>,
);
const Tooltips = deferredPart(
  async () => (await import('../ui/tooltip/Tooltips.tsx')).Tooltips,
  () => null, // what a tooltip says is told elsewhere too
);
const KeptPlace = deferredPart(
  async () => (await import('./KeptPlace.ts')).KeptPlace,
  () => null, // the focus then begins at the top of a screen, and choices of a period or a time are not carried on
);

/** Stands for the encounter when its code could not be loaded: the window then does not wait for it. */
function EncounterNotLoaded({ onEncounter }: EncounterInContextProps) {
  useEffect(() => onEncounter(undefined), [onEncounter]);
  return null;
}
const EncounterInContext = deferredPart(
  async () => (await import('./EncounterInContext.tsx')).EncounterInContext,
  EncounterNotLoaded,
);
const ExportMenu = deferredPart(
  async () => (await import('../parts/export/ExportMenu.tsx')).ExportMenu,
  () => <p>{screenRouterTexts('exportNotLoaded')}</p>,
);

const SymbolsMenu = deferredPart(
  async () => (await import('../parts/symbols/SymbolsMenu.tsx')).SymbolsMenu,
  () => <p>{screenRouterTexts('symbolsNotLoaded')}</p>,
);

const SYMBOLS_MENU = (
  <LazyBoundary>
    <SymbolsMenu />
  </LazyBoundary>
);

/** Builds the parts of the shell that the screens show, each in its own place. They come after the first chart. */
function useShellParts(screen: Screen, onVisit: EncounterInContextProps['onEncounter']) {
  const { patient, record, isFirstChartDrawn } = useRecord();
  const { session } = useSession();
  const timeZone = useTimeZone();
  const areMenusDue = isFirstChartDrawn || record?.ended === true;
  const { menu, sessionNotices } = useSessionControls(areMenusDue);
  const hasRecord = record !== undefined;
  const isEnded = record?.ended === true;
  const { encounterId } = session;
  const windowControl = useMemo(
    () =>
      isFirstChartDrawn &&
      hasRecord && (
        <LazyBoundary>
          <WindowControl isSingleResult={screen.name === 'series'} />
          {encounterId !== undefined && <EncounterInContext isNeeded={isEnded} onEncounter={onVisit} />}
        </LazyBoundary>
      ),
    [isFirstChartDrawn, hasRecord, screen, encounterId, isEnded, onVisit],
  );
  // A record without a chart, be it empty, has its lists and its account to take along.
  const canExport = hasRecord && patient !== undefined && areMenusDue;
  // A step of the window changes the address. It draws what shows the window, and the menus stay as they are.
  return useMemo(
    () => ({
      menu,
      sessionNotices,
      openedText: followedText(session, openedTextOf(session, timeZone)),
      windowControl,
      symbolsMenu: areMenusDue && SYMBOLS_MENU,
      exportMenu: canExport && (
        <LazyBoundary>
          <ExportMenu screen={screen} />
        </LazyBoundary>
      ),
      SearchList: LazyJumpList,
    }),
    [menu, sessionNotices, session, timeZone, windowControl, areMenusDue, canExport, screen],
  );
}

/** Reads the screen from the address, as the same object as long as the address names the same. An address of an older version may hold words of a record, and loses them. */
function useScreen(fragment: string): Screen {
  const { record, reported = record } = useRecord();
  const series = reported?.series;
  useEffect(() => {
    // Other effects may have changed the address since it was read, so it is read again.
    if (withoutWords(fragment) !== fragment) replaceFragment(withoutWords(location.hash));
  }, [fragment]);
  const named = useMemo(() => screenInRecord(screenIn(fragment), series ?? []), [fragment, series]);
  const [screen, setScreen] = useState(named);
  if (JSON.stringify(screen) === JSON.stringify(named)) return screen;
  setScreen(named);
  return named;
}

/** Returns the window of all curves, and says while it may still become that of the encounter in context. */
function useWindowOfEncounter() {
  const { record, wait } = useRecord();
  const { encounterId } = useSession().session;
  // It is undefined until it is known, and null where it cannot be.
  const [encounter, setEncounter] = useState<EncounterPeriod | null>();
  const onVisit = useCallback((known: EncounterPeriod | undefined) => setEncounter(known ?? null), []);
  const window = useTimeWindow(record, useTimeZone(), encounter ?? undefined);
  // A silent server does not keep what has been read from its place. What is arranged stays so when it answers again.
  if (record?.ended && encounter === undefined && isWaiting(wait)) setEncounter(null);
  // Without a curve there is no window that the encounter could choose, and nothing reads the encounter.
  const isAwaited =
    encounterId !== undefined && encounter === undefined && !window.isChosen && window.whole !== undefined;
  return { view: useMemo(() => ({ ...window, isAwaited }), [window, isAwaited]), onVisit };
}

/**
 * Shows the screen that the fragment names, and provides what all screens share: window, shell and shortcuts. It is drawn anew
 * when one of its facts changes, and not with what is around it.
 */
export const ScreenRouter = memo(function ScreenRouter() {
  const { record, isFirstChartDrawn } = useRecord();
  const { session } = useSession();
  const keys = useSingleKeys(session.site.id);
  const fragment = useFragment();
  const screen = useScreen(fragment);
  const { view, onVisit } = useWindowOfEncounter();
  const shell = useShellParts(screen, onVisit);
  return (
    <SingleKeys value={keys}>
      <ViewWindowProvider value={view}>
        <ShellProvider value={shell}>
          <NamedScreen screen={screen} fragment={fragment} />
        </ShellProvider>
        {(isFirstChartDrawn || record?.ended) && (
          <LazyBoundary>
            <KeptPlace screen={screen} />
            <Tooltips />
            <ShortcutHandler state={keys} screen={screen.name} />
          </LazyBoundary>
        )}
      </ViewWindowProvider>
    </SingleKeys>
  );
});

type NamedScreenProps = { readonly screen: Screen; readonly fragment: string };

function NamedScreen({ screen, fragment }: NamedScreenProps) {
  const { patient } = useRecord();
  const { banner } = useSession().session;
  if (screen.name === 'overview') return <Overview />;
  return (
    <LazyBoundary fallback={<Opening patient={patient} banner={banner} />}>
      <LazyScreen screen={screen} fragment={fragment} />
    </LazyBoundary>
  );
}

function LazyScreen({ screen, fragment }: NamedScreenProps) {
  switch (screen.name) {
    case 'series':
      return <Detail seriesId={screen.seriesId} />;
    case 'results':
      return <Grid fragment={fragment} />;
    case 'account':
      return <AccountScreen partName={screen.list} />;
    case 'compare':
      return <CompareScreen fragment={fragment} />;
    case 'timeline':
      return <TimelineScreen />;
    case 'print':
      return <PrintScreen />;
    case 'overview':
      return null; // it draws nothing, so it needs no loading
    default:
      return screen satisfies never;
  }
}
