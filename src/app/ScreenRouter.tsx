import { Suspense, useCallback, useState, type ComponentProps } from 'react';
import type { Detail as DetailScreen } from '../screens/detail/Detail.tsx';
import { latePart, lazyScreen } from '../ui/loading/lazyScreen.ts';
import { Opening } from './entry/Opening.tsx';
import { Overview } from '../screens/overview/Overview.tsx';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { SingleKeys, useSingleKeys } from '../ui/keyboard/singleKeyShortcuts.ts';
import type { VisitInContext } from '../parts/timeWindow/timeWindow.ts';
import type { ChosenUnits } from '../parts/results/useChosenUnits.ts';
import { useTimeWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { openFragment, screenIn, useFragment, type Screen } from '../parts/navigation/urlFragment.ts';

const load = async () => (await import('../screens/detail/Detail.tsx')).Detail;
const Detail = lazyScreen(load);
/** One result on its own screen, and the search, are no part of the first load; they are fetched at idle, before somebody asks. */
export const preloadDetail = (): void => {
  // Asked for again, and said, when somebody opens a result or searches.
  Promise.all([load(), import('../parts/results/SearchResults.tsx')]).catch(() => undefined);
};
const Grid = lazyScreen(async () => (await import('../screens/grid/GridScreen.tsx')).GridScreen);
const AccountScreen = lazyScreen(
  async () => (await import('../screens/account/AccountScreen.tsx')).AccountScreen,
);
const EventScreen = lazyScreen(async () => (await import('./EventScreensRouter.tsx')).EventScreensRouter);

// The window that the record's own rhythm asks for stands from the first chart on; its buttons may come a moment later.
const WindowControl = latePart(
  async () => (await import('../parts/timeWindow/WindowControl.tsx')).WindowControl,
  () => <p>The time window could not be loaded. Reload the page to try again.</p>,
);

const Keys = latePart(
  async () => (await import('./shortcuts/ShortcutHandler.tsx')).ShortcutHandler,
  () => <p role="alert">The keys could not be loaded. Reload the page to try again.</p>,
);
const EncounterInContext = latePart(
  async () => (await import('./EncounterInContext.tsx')).EncounterInContext,
  () => null,
);
const TakeAlong = latePart(
  async () => (await import('../parts/export/ExportMenu.tsx')).ExportMenu,
  () => <p>Copy and print could not be loaded. Reload the page to try again.</p>,
);

type ByScreen = 'seriesId' | 'view' | 'windowControl' | 'takeAlong' | 'of' | 'find' | 'sought' | 'onFound';
type OpenScreenProps = Omit<
  ComponentProps<typeof DetailScreen> & ComponentProps<typeof Overview>,
  ByScreen
> & {
  readonly of: OpenedSession;
  readonly units: ChosenUnits;
};

/** The first letter typed on another screen leads to the overview, which goes on with it. */
function useSearchFromAnywhere() {
  const [sought, setSought] = useState('');
  const onFound = useCallback(() => setSought(''), []);
  const onQuery = (query: string): void => {
    setSought(query);
    openFragment('');
  };
  return { sought, onFound, find: { query: '', onQuery, label: 'Find a result on the overview' } };
}

/** The one that the fragment names, with what stands around all of them: the window, the keys, what can be taken along. */
export function ScreenRouter(props: OpenScreenProps) {
  const { patient, record, timeZone, siteId, isFirstChartDrawn, units } = props;
  const keys = useSingleKeys(siteId);
  const fragment = useFragment();
  const screen = screenIn(fragment);
  const [visit, setVisit] = useState<VisitInContext>();
  const view = useTimeWindow(record, timeZone, visit);
  const search = useSearchFromAnywhere();
  const control = isFirstChartDrawn && record && (
    <Suspense>
      <WindowControl {...{ view, record, timeZone, nowMs: props.nowMs }} isOfOne={screen.name === 'series'} />
      {props.of.session.encounterId !== undefined && (
        <EncounterInContext of={props.of} wanted={record.ended} onVisit={setVisit} />
      )}
    </Suspense>
  );
  const takeAlong = isFirstChartDrawn && record && patient && (
    <Suspense>
      <TakeAlong {...props} {...{ screen, record, patient }} window={view.shown} />
    </Suspense>
  );
  const common = { ...props, ...search, view, windowControl: control, takeAlong };
  return (
    <SingleKeys value={keys}>
      <Named {...common} {...{ fragment, screen }} />
      {(isFirstChartDrawn || record?.ended) && (
        <Suspense>
          <Keys
            state={keys}
            screen={screen.name}
            {...{ siteId, view, timeZone, units }}
            series={record?.series}
          />
        </Suspense>
      )}
    </SingleKeys>
  );
}

type NamedProps = OpenScreenProps &
  ReturnType<typeof useSearchFromAnywhere> &
  Pick<ComponentProps<typeof Overview>, 'view' | 'windowControl' | 'takeAlong'> & {
    readonly fragment: string;
    readonly screen: Screen;
  };

function Named({ fragment, screen, ...common }: NamedProps) {
  const { patient, banner } = common;
  if (screen.name === 'overview') return <Overview {...common} />;
  return (
    <Suspense fallback={<Opening patient={patient} banner={banner} />}>
      {screen.name === 'series' ? (
        <Detail {...common} seriesId={screen.seriesId} />
      ) : screen.name === 'results' ? (
        <Grid {...common} fragment={fragment} />
      ) : screen.name === 'account' ? (
        <AccountScreen {...common} list={screen.list} />
      ) : (
        <EventScreen {...common} screen={screen.name} fragment={fragment} />
      )}
    </Suspense>
  );
}
