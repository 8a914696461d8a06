import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import type { patientQuery, recordQuery } from '../record/flowsheet/queries.ts';
import { lazyScreen } from '../ui/loading/lazyScreen.ts';
import { ScreenRouter, preloadDetail } from './ScreenRouter.tsx';
import { preloadTrendChart } from '../screens/detail/detailChart.ts';
import { useAtIdle, useDocumentState, useMarks, useNowMs } from './useMarks.ts';
import { useSessionControls } from './sessionControls.tsx';
import type { OpenedSession } from '../parts/openRecord/openedSession.ts';
import { Refreshing } from '../parts/recordStatus/RefreshButton.tsx';
import { useChosenUnits } from '../parts/results/useChosenUnits.ts';
import { useSource, warmSource } from '../parts/source/useSource.tsx';
import { useInspecting } from '../parts/navigation/urlFragment.ts';

const warm = (): void => {
  preloadDetail();
  preloadTrendChart();
  warmSource();
};

const Inspector = lazyScreen(async () => (await import('../screens/inspector/Inspector.tsx')).Inspector);

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
  const isFirstChartDrawn = useMarks(patient.data !== undefined, shown);
  useAtIdle(warm, isFirstChartDrawn);
  const units = useChosenUnits(shown, session.site.id);
  const isDue = isFirstChartDrawn || shown?.ended === true;
  const parts = useSessionControls(opened, patient.data, timeZone, isDue, units);
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
    isFirstChartDrawn,
    timeZone,
    nowMs,
    siteLabel: session.site.label,
    siteId: session.site.id,
    onRetry: () => void client.refetchQueries({ queryKey: recordOptions.queryKey }),
    onOpenSource,
  };
  const exportCsv = async () => {
    const { downloadCsv } = await import('../parts/export/downloadCsv.ts');
    if (patient.data !== undefined && shown !== undefined) downloadCsv(shown, patient.data, timeZone);
  };
  const onExportCsv = () => void exportCsv();
  return (
    <Refreshing value={opened.refresh}>
      {drawer}
      <ScreenRouter {...common} of={opened} units={units} onExportCsv={onExportCsv} />
    </Refreshing>
  );
}
