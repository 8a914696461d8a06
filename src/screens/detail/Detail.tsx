import { Suspense, useCallback, useState } from 'react';
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import { arePaired } from '../../clinical/series/pressurePairs.ts';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { LazyDetailOtherPatients } from './detailEvents.ts';
import { DetailTools } from './DetailTools.tsx';
import { DetailView } from './DetailView.tsx';
import { absenceSentence } from '../../parts/results/resultHeadline.ts';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';
import { PinButton } from './PinButton.tsx';
import { RefreshButton } from '../../parts/recordStatus/RefreshButton.tsx';
import { useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { UnitChoice } from './UnitChoice.tsx';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Detail.module.css';

const CalculatedView = lazyScreen(async () => (await import('./CalculatedView.tsx')).CalculatedView);

type DetailProps = {
  /** The id that the fragment names; it may name nothing. */
  readonly seriesId: string;
};

type Opened = { readonly series: Series; readonly partner: Series | undefined };

/** A blood pressure is one result of two series, whichever of the two was asked for. */
function openedIn(record: RecordSnapshot | undefined, seriesId: string): Opened | undefined {
  const find = (id: string | undefined) => record?.series.find((one) => one.id === id);
  const pair = pressurePairOf(seriesId);
  const [systolic, diastolic] = [find(pair?.systolic), find(pair?.diastolic)];
  if (systolic && diastolic && arePaired(systolic, diastolic))
    return { series: systolic, partner: diastolic };
  const series = find(seriesId) ?? systolic ?? diastolic;
  return series && { series, partner: undefined };
}

/** What Longview calculates has a curve as soon as there is one. */
const toPin = (seriesId: string, opened: Opened | undefined) =>
  isDerivedId(seriesId)
    ? { id: seriesId, hasCurve: true }
    : opened && { id: opened.series.id, hasCurve: opened.series.rows.length > 0 };

/** A walk by keys from chart to chart: the focus goes along, the address says where. */
function useWalk() {
  const [walkedTo, setWalkedTo] = useState('');
  const onWalkTo = useCallback((id: string) => {
    setWalkedTo(id);
    location.hash = fragmentFor(id);
  }, []);
  return { walkedTo, onWalkTo };
}

/** Rule 48 for what happened around the results, which is read after them. */
const OfOthers = () =>
  useRecord().record?.ended ? (
    <Suspense>
      <LazyDetailOtherPatients />
    </Suspense>
  ) : null;

/** One kind of result on its own screen. */
export function Detail({ seriesId }: DetailProps) {
  const { record, reported } = useRecord();
  const { label: siteLabel } = useSite();
  const { windowControl } = useShell();
  const { idOf } = useUnits();
  useEscapeToOverview();
  const opened = openedIn(record, idOf(seriesId));
  const pinned = toPin(seriesId, opened);
  const { walkedTo, onWalkTo } = useWalk();
  return (
    <>
      <ScreenTop>
        <OfOthers />
      </ScreenTop>
      <main>
        <div className={styles.control}>
          {windowControl}
          {reported && opened && <UnitChoice opened={opened.series} reported={reported.series} />}
          {pinned && <PinButton key={pinned.id} series={pinned} />}
          <span className={styles.tools}>
            {opened && !isDerivedId(seriesId) && <DetailTools {...opened} />}
          </span>
          {record?.ended && <RefreshButton />}
        </div>
        {reported && isDerivedId(seriesId) ? (
          <Suspense>
            <CalculatedView seriesId={seriesId} record={reported} />
          </Suspense>
        ) : record && opened ? (
          <DetailView
            key={opened.series.id}
            {...opened}
            {...{ record, onWalkTo }}
            takesFocus={walkedTo === opened.series.id}
          />
        ) : (
          <output className={styles.absent}>{absenceSentence(record, siteLabel)}</output>
        )}
      </main>
    </>
  );
}
