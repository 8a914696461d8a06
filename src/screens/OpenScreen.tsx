import { Suspense, type ComponentProps } from 'react';
import { lazyPart, lazyScreen } from './lazyScreen.ts';
import { Opening } from './Opening.tsx';
import { Overview } from './Overview.tsx';
import { useTimeWindow } from './useTimeWindow.ts';
import { useOpenAccount, useOpenSeries, useResultsFragment } from './viewState.ts';
import type { Detail as DetailScreen } from './Detail.tsx';

const load = async () => (await import('./Detail.tsx')).Detail;
const Detail = lazyScreen(load);
/** One result on its own screen is no part of the first load; it is fetched at idle, before somebody asks. */
export const warmDetail = (): void => {
  load().catch(() => undefined); // asked for again, and said, when somebody opens a result
};
const Grid = lazyScreen(async () => (await import('./Grid.tsx')).Grid);
const AccountScreen = lazyScreen(async () => (await import('./AccountScreen.tsx')).AccountScreen);

// The window that the record's own rhythm asks for stands from the first chart on; its buttons may come a moment later.
const WindowControl = lazyPart(
  async () => (await import('./WindowControl.tsx')).WindowControl,
  () => <p>The time window could not be loaded. Reload the page to try again.</p>,
);

const WhatChanged = lazyPart(
  async () => (await import('./WhatChanged.tsx')).WhatChanged,
  () => <p>What changed could not be loaded. Reload the page to try again.</p>,
);

type ByScreen = 'seriesId' | 'view' | 'windowControl' | 'strip' | 'ribbon';
type OpenScreenProps = Omit<
  ComponentProps<typeof DetailScreen> & ComponentProps<typeof Overview>,
  ByScreen
> & {
  /** What is loaded after the first chart may come now. */
  readonly isFirstChartDrawn: boolean;
};

/** The one that the fragment names: one result over time, results by date, the account of all, or the overview. */
export function OpenScreen({ isFirstChartDrawn, ...props }: OpenScreenProps) {
  const { patient, banner, record, timeZone } = props;
  const [seriesId, results, list] = [useOpenSeries(), useResultsFragment(), useOpenAccount()];
  const view = useTimeWindow(record, timeZone);
  const control = isFirstChartDrawn && record && (
    <Suspense>
      <WindowControl {...{ view, record, timeZone }} isOfOne={seriesId !== undefined} />
    </Suspense>
  );
  const common = { ...props, view, windowControl: control };
  if (seriesId === undefined && results === undefined && list === undefined)
    return <Overview {...common} strip={undefined} ribbon={undefined} />;
  return (
    <Suspense fallback={<Opening patient={patient} banner={banner} />}>
      {seriesId !== undefined ? (
        <Detail {...common} seriesId={seriesId} />
      ) : results !== undefined ? (
        <Grid {...common} fragment={results} />
      ) : (
        <AccountScreen {...common} list={list ?? ''} />
      )}
    </Suspense>
  );
}
