import { useCallback, useState } from 'react';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { seriesNamed } from '../../clinical/series/addressId.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AbsentResult } from './AbsentResult.tsx';
import { ChartOptionToggles } from './ChartOptionToggles.tsx';
import { GrowthSwitch, useGrowthChoice } from './GrowthSwitch.tsx';
import { DetailView } from './DetailView.tsx';
import { absenceSentence } from '../../parts/results/resultHeadline.ts';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { BackToOverview } from '../../parts/header/BackToOverview.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';
import { PinButton } from './PinButton.tsx';
import { RefreshButton } from '../../parts/recordStatus/RefreshButton.tsx';
import { useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { UnitChoice } from './UnitChoice.tsx';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { useShownWindow } from '../../parts/timeWindow/useShownWindow.ts';
import { LiveWindow, useViewWindow, ViewWindowProvider } from '../../parts/timeWindow/viewWindowContext.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Detail.module.css';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';

const CalculatedView = lazyScreen(
  async () => (await import('./calculated/CalculatedView.tsx')).CalculatedView,
);

type DetailProps = {
  /** This is the id in the fragment. The record may have no such series. */
  readonly seriesId: string;
};

type OpenedResult = { readonly series: Series; readonly partner: Series | undefined };

/** Returns the series with this id; for either side of a blood pressure both of them. */
function openedResultOf(record: RecordSnapshot | undefined, seriesId: string): OpenedResult | undefined {
  const find = (id = '') => seriesNamed(record?.series ?? [], id);
  const sides = pressureSidesOf(seriesId, find);
  if (sides) return { series: sides.systolic, partner: sides.diastolic };
  const pair = pressureSeriesPairOf(seriesId);
  const series = find(seriesId) ?? find(pair?.systolic) ?? find(pair?.diastolic);
  return series && { series, partner: undefined };
}

/** Returns what can be pinned. A calculated series always has a curve. */
const pinnableOf = (seriesId: string, opened: OpenedResult | undefined) =>
  isDerivedId(seriesId)
    ? { id: seriesId, hasCurve: true }
    : opened && { id: opened.series.id, hasCurve: opened.series.rows.length > 0 };

/** Keys in the chart open the next or previous result. The address changes and the focus goes to the new chart. */
function useSeriesSteps() {
  const [steppedToId, setSteppedToId] = useState('');
  const onStepTo = useCallback((id: string) => {
    setSteppedToId(id);
    location.hash = seriesFragment(id);
  }, []);
  return { steppedToId, onStepTo };
}

/** The options belong to the trend: percentile curves have none. */
function ChartTools(opened: OpenedResult) {
  const { isGrowth } = useGrowthChoice(opened);
  return (
    <>
      <GrowthSwitch series={opened.series} />
      {!isGrowth && <ChartOptionToggles {...opened} />}
    </>
  );
}

/** Draws the screen of one kind of result. */
export function Detail({ seriesId }: DetailProps) {
  const { record, reported } = useRecord();
  const { label: siteLabel } = useSite();
  const { windowControl } = useShell();
  const view = useViewWindow();
  const shownWindow = useShownWindow();
  const { idOf } = useUnits();
  useEscapeToOverview();
  const opened = openedResultOf(record, idOf(seriesId));
  const pinnable = pinnableOf(seriesId, opened);
  const { steppedToId, onStepTo } = useSeriesSteps();
  return (
    <>
      <ScreenTop within="Overview" />
      <main>
        <div className={styles.control}>
          <BackToOverview />
          {windowControl}
          {reported && opened && <UnitChoice series={opened.series} reported={reported.series} />}
          {pinnable && <PinButton key={pinnable.id} series={pinnable} />}
          <span className={styles.tools}>
            {opened && !isDerivedId(seriesId) && <ChartTools {...opened} />}
          </span>
          {record?.ended && <RefreshButton />}
        </div>
        {reported && isDerivedId(seriesId) ? (
          <LazyBoundary>
            <CalculatedView seriesId={seriesId} record={reported} />
          </LazyBoundary>
        ) : record && opened ? (
          <LiveWindow value={view}>
            <ViewWindowProvider value={shownWindow}>
              <DetailView
                key={opened.series.id}
                {...opened}
                onStepTo={onStepTo}
                hasInitialFocus={steppedToId === opened.series.id}
              />
            </ViewWindowProvider>
          </LiveWindow>
        ) : (
          <AbsentResult text={absenceSentence(record, siteLabel)} />
        )}
      </main>
    </>
  );
}
