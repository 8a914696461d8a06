import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, type ComponentProps } from 'react';
import type { patientQuery, recordQuery } from '../record/queries.ts';
import { lazyScreen } from './lazyScreen.ts';
import { Opening } from './Opening.tsx';
import { Overview } from './Overview.tsx';
import { warmTrendChart } from './detailChart.ts';
import { useAtIdle, useDocumentState, useMarks, useNowMs } from './useMarks.ts';
import { useSessionParts, type OpenedSession } from './sessionParts.tsx';
import { Refreshing } from './RefreshButton.tsx';
import { useChosenUnits } from './useChosenUnits.ts';
import { useSource, warmSource } from './useSource.tsx';
import { useInspecting, useOpenAccount, useOpenSeries, useResultsFragment } from './viewState.ts';

// One result on its own screen is no part of the first load; it is fetched at idle, before somebody asks.
const load = async () => (await import('./Detail.tsx')).Detail;
const Detail = lazyScreen(load);
const warm = (): void => {
  load().catch(() => undefined); // asked for again, and said, when somebody opens a result
  warmTrendChart();
  warmSource();
};

const Grid = lazyScreen(async () => (await import('./Grid.tsx')).Grid);

const AccountScreen = lazyScreen(async () => (await import('./AccountScreen.tsx')).AccountScreen);
const Inspector = lazyScreen(async () => (await import('./Inspector.tsx')).Inspector);

type RecordScreenProps = {
  readonly patient: ReturnType<typeof patientQuery>;
  readonly record: ReturnType<typeof recordQuery>;
  readonly of: OpenedSession;
  readonly onStop: (error: unknown) => void;
};

/** One patient's record: the overview, or one result over time when the fragment names it. */
export function RecordScreen({
  of: opened,
  patient: patientOptions,
  record: recordOptions,
  onStop,
}: RecordScreenProps) {
  const { session } = opened;
  const client = useQueryClient();
  const patient = useQuery(patientOptions);
  const record = useQuery(recordOptions);
  const failure = patient.error ?? record.error;
  useEffect(() => {
    // No value is shown without the name that it belongs to.
    if (failure !== null) onStop(failure);
  }, [failure, onStop]);

  const timeZone =
    session.site.timeZone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : session.site.timeZone;
  const shown = patient.data === undefined ? undefined : record.data;
  useDocumentState(shown);
  useMarks(patient.data !== undefined, shown);
  const isFirstChartDrawn = shown?.series.some(({ rows }) => rows.length > 0) === true;
  useAtIdle(warm, isFirstChartDrawn);
  const parts = useSessionParts(opened, patient.data, timeZone, isFirstChartDrawn || shown?.ended === true);
  const units = useChosenUnits(shown, session.site.id);
  const { onOpenSource, drawer } = useSource(opened, patient.data, timeZone);
  const isInspecting = useInspecting();
  const nowMs = useNowMs();
  if (isInspecting)
    return (
      <Suspense>
        <Inspector sites={[session.site]} opened={opened} />
      </Suspense>
    );
  const common = {
    ...parts,
    patient: patient.data,
    banner: session.banner,
    record: units.record,
    reported: shown,
    timeZone,
    nowMs,
    siteLabel: session.site.label,
    siteId: session.site.id,
    onRetry: () => void client.refetchQueries({ queryKey: recordOptions.queryKey }),
    onOpenSource,
  };
  const exportCsv = async () => {
    const { downloadCsv } = await import('./downloadCsv.ts');
    if (patient.data !== undefined && shown !== undefined) downloadCsv(shown, patient.data, timeZone);
  };
  const onExportCsv = () => void exportCsv();
  return (
    <Refreshing value={opened.refresh}>
      {drawer}
      <OpenScreen {...common} units={units} onExportCsv={onExportCsv} />
    </Refreshing>
  );
}

type OpenScreenProps = Omit<ComponentProps<typeof Detail>, 'seriesId'>;

/** The one that the fragment names: one result over time, results by date, the account of all, or the overview. */
function OpenScreen(props: OpenScreenProps) {
  const [seriesId, results, list] = [useOpenSeries(), useResultsFragment(), useOpenAccount()];
  if (seriesId === undefined && results === undefined && list === undefined) return <Overview {...props} />;
  return (
    <Suspense fallback={<Opening patient={props.patient} banner={props.banner} />}>
      {seriesId !== undefined ? (
        <Detail {...props} seriesId={seriesId} />
      ) : results !== undefined ? (
        <Grid {...props} fragment={results} />
      ) : (
        <AccountScreen {...props} list={list ?? ''} />
      )}
    </Suspense>
  );
}
