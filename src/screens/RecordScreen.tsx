import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { patientQuery, recordQuery } from '../record/queries.ts';
import { LaunchError } from '../smart/LaunchError.ts';
import type { Session } from '../smart/session.ts';
import { downloadCsv } from './downloadCsv.ts';
import { Opening } from './Opening.tsx';
import { Overview } from './Overview.tsx';
import { warmTrendChart } from './detailChart.ts';
import { useAtIdle, useDocumentState, useMarks, useNowMs } from './useMarks.ts';
import { useOpenSeries } from './viewState.ts';

// One result on its own screen is no part of the first load; it is fetched at idle, before somebody asks.
const load = async () => ({ default: (await import('./Detail.tsx')).Detail });
const Detail = lazy(load);
const warm = (): void => {
  void load();
  warmTrendChart();
};

type RecordScreenProps = {
  readonly session: Session;
  readonly patient: ReturnType<typeof patientQuery>;
  readonly record: ReturnType<typeof recordQuery>;
  readonly onStop: (error: LaunchError) => void;
};

/** One patient's record: the overview, or one result over time when the fragment names it. */
export function RecordScreen({
  session,
  patient: patientOptions,
  record: recordOptions,
  onStop,
}: RecordScreenProps) {
  const client = useQueryClient();
  const patient = useQuery(patientOptions);
  const record = useQuery(recordOptions);
  const failed = patient.isError || record.isError;
  useEffect(() => {
    // No value is shown without the name that it belongs to.
    if (failed) onStop(new LaunchError('E04', session.site.label));
  }, [failed, onStop, session]);

  const timeZone =
    session.site.timeZone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : session.site.timeZone;
  const shown = patient.data === undefined ? undefined : record.data;
  useDocumentState(shown);
  useMarks(patient.data !== undefined, shown);
  useAtIdle(warm, shown?.series.some(({ rows }) => rows.length > 0) === true);
  const open = useOpenSeries();
  const common = {
    patient: patient.data,
    banner: session.banner,
    record: shown,
    timeZone,
    nowMs: useNowMs(),
  };
  const onExportCsv = () => {
    if (patient.data !== undefined && shown !== undefined) void downloadCsv(shown, patient.data, timeZone);
  };
  const onRetry = () => void client.refetchQueries({ queryKey: recordOptions.queryKey });
  return open === undefined ? (
    <Overview {...common} siteLabel={session.site.label} onExportCsv={onExportCsv} onRetry={onRetry} />
  ) : (
    <Suspense fallback={<Opening patient={patient.data} banner={session.banner} />}>
      <Detail {...common} seriesId={open} onExportCsv={onExportCsv} />
    </Suspense>
  );
}
