import { Suspense, useCallback, useState, type ReactNode } from 'react';
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import { arePaired } from '../../clinical/series/seriesMath.ts';
import type { OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { LazyDetailOtherPatients, type EventsOf } from './detailEvents.ts';
import { DetailTools } from './DetailTools.tsx';
import { DetailView } from './DetailView.tsx';
import { absenceSentence } from '../../parts/results/resultHeadline.ts';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { RecordHeader, type HeaderProps } from '../../parts/header/RecordHeader.tsx';
import { PinButton } from './PinButton.tsx';
import { RefreshButton } from '../../parts/recordStatus/RefreshButton.tsx';
import { RecordNotices } from '../../parts/notices/RecordNotices.tsx';
import { UnitChoice } from './UnitChoice.tsx';
import type { ChosenUnits } from '../../parts/results/useChosenUnits.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Detail.module.css';

const CalculatedView = lazyScreen(async () => (await import('./CalculatedView.tsx')).CalculatedView);

type DetailProps = HeaderProps & {
  /** undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** The same in the units as reported. */
  readonly reported: RecordSnapshot | undefined;
  readonly units: Pick<ChosenUnits, 'choices' | 'onChoose' | 'idOf'>;
  /** From the fragment; it may name nothing. */
  readonly seriesId: string;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
  readonly siteId: string;
  readonly view: ViewWindow;
  readonly windowControl: ReactNode;
  readonly sessionNotices: ReactNode;
  /** What happened around the results is read with them; without it the screen shows results alone. */
  readonly of?: EventsOf | undefined;
  readonly onOpenSource: OnOpenSource;
  readonly onRetry: () => void;
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
const OfOthers = ({ of, record }: Pick<DetailProps, 'of' | 'record'>) =>
  of && record?.ended ? (
    <Suspense>
      <LazyDetailOtherPatients of={of} />
    </Suspense>
  ) : null;

/** One kind of result on its own screen. */
export function Detail(props: DetailProps) {
  const { patient, record, reported, units, seriesId, timeZone, nowMs, siteLabel } = props;
  const { siteId, view, onOpenSource, onRetry } = props;
  useEscapeToOverview();
  const opened = openedIn(record, units.idOf(seriesId));
  const pinned = toPin(seriesId, opened);
  const { walkedTo, onWalkTo } = useWalk();
  return (
    <>
      <RecordHeader {...props} hasRecord={record !== undefined} />
      {props.sessionNotices}
      <OfOthers of={props.of} record={record} />
      <RecordNotices {...{ record, siteLabel, nowMs, timeZone, onRetry }} />
      <main>
        <div className={styles.control}>
          {props.windowControl}
          {reported && opened && <UnitChoice opened={opened.series} reported={reported.series} {...units} />}
          {pinned && <PinButton key={pinned.id} series={pinned} siteId={siteId} />}
          <span className={styles.tools}>
            {opened && !isDerivedId(seriesId) && <DetailTools {...opened} />}
          </span>
          {record?.ended && <RefreshButton record={record} />}
        </div>
        {reported && isDerivedId(seriesId) ? (
          <Suspense>
            <CalculatedView {...{ seriesId, record: reported, patient, timeZone, nowMs, siteId, view }} />
          </Suspense>
        ) : record && opened ? (
          <DetailView
            key={opened.series.id}
            {...opened}
            {...{ record, patient, siteLabel, timeZone, nowMs, view, onOpenSource, onWalkTo }}
            takesFocus={walkedTo === opened.series.id}
            events={props.of}
          />
        ) : (
          <output className={styles.absent}>{absenceSentence(record, siteLabel)}</output>
        )}
      </main>
    </>
  );
}
