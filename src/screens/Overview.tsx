import { Suspense, useDeferredValue, useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import type { PatientLine as Patient } from '../clinical/patient.ts';
import { DAY_MS } from '../charts/format.ts';
import { frameOf, type Frame } from '../charts/frame.ts';
import { instantMs, wallClockMs } from '../charts/zone.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { AccountLine } from './AccountLine.tsx';
import { lazyPart } from './lazyScreen.ts';
import { Notices } from './Notices.tsx';
import { PatientLine } from './PatientLine.tsx';
import { windowOf, windowText, type TimeWindow } from './recordWindow.ts';
import { Results } from './Results.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useLayout, type Layout } from './useLayout.ts';
import { RESULTS } from './viewState.ts';
import styles from './Overview.module.css';

// Calculated when all is read, so no part of the first load.
const CalculatedSection = lazyPart(
  async () => (await import('./CalculatedSection.tsx')).CalculatedSection,
  () => <p>Calculated values could not be loaded. Reload the page to try again.</p>,
);

type CalculatedProps = Pick<OverviewProps, 'record' | 'patient' | 'siteId'> & {
  readonly query: string;
  readonly frame: Frame | undefined;
  readonly todayMs: number;
};

const Calculated = ({ record, frame, ...props }: CalculatedProps) =>
  record?.ended && frame ? (
    <Suspense>
      <CalculatedSection {...props} record={record} frame={frame} />
    </Suspense>
  ) : null;

type OverviewProps = {
  readonly patient: Patient | undefined;
  readonly banner: 'full' | 'compact';
  /** undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** The same in the units as reported: what is calculated is calculated from it. */
  readonly reported: RecordSnapshot | undefined;
  readonly siteLabel: string;
  readonly siteId: string;
  readonly timeZone: string;
  readonly nowMs: number;
  /** Of the session: said in the patient's line, a menu at its end, notices below. */
  readonly opened: string | undefined;
  readonly menu: ReactNode;
  readonly sessionNotices: ReactNode;
  readonly onRetry: () => void;
  readonly onExportCsv: () => void;
};

/** Before the first result there is no window of the record; the frames show an empty one. */
const emptyWindow = (nowMs: number): TimeWindow => ({ startMs: nowMs - 730 * DAY_MS, endMs: nowMs });

function useFrame(range: TimeWindow, layout: Layout | undefined, timeZone: string): Frame | undefined {
  const { startMs, endMs } = range;
  const [width, height] = [layout?.plotWidth, layout?.plotHeight];
  return useMemo(
    () =>
      width === undefined || height === undefined
        ? undefined
        : frameOf({ startMs, endMs, timeZone, width, height }),
    [startMs, endMs, timeZone, width, height],
  );
}

/** The same number all day, so that a clock that ticks redraws nothing. */
const noonOf = (nowMs: number, timeZone: string) =>
  instantMs((Math.floor(wallClockMs(nowMs, timeZone) / DAY_MS) + 0.5) * DAY_MS, timeZone);

/** Where the window ends, claimed only as far as it is known. */
function windowEnd(record: RecordSnapshot | undefined): string {
  if (!record?.ended) return 'older results may follow';
  return record.complete ? 'ends at the last result' : 'ends at the last result read';
}

type ToolsProps = Pick<OverviewProps, 'record' | 'menu' | 'onExportCsv'> & ComponentProps<typeof SearchBox>;

const Tools = ({ query, onQuery, record, menu, onExportCsv }: ToolsProps) => (
  <div className={styles.tools}>
    <SearchBox query={query} onQuery={onQuery} />
    <a className={styles.results} href={RESULTS}>
      Results
    </a>
    <Button
      data-export="csv"
      title="Download all results as a CSV file"
      disabled={!record}
      onClick={onExportCsv}
    >
      CSV
    </Button>
    {menu}
  </div>
);

/** All results of one patient on one time axis: newest numbers, changes, ranges, and what is known about completeness. */
export function Overview({
  patient,
  banner,
  record,
  reported,
  siteLabel,
  siteId,
  timeZone,
  nowMs,
  opened,
  menu,
  sessionNotices,
  onRetry,
  onExportCsv,
}: OverviewProps) {
  const [query, setQuery] = useState('');
  const filter = useDeferredValue(query.trim());
  const [container, layout] = useLayout();
  const todayMs = noonOf(nowMs, timeZone);
  const range = windowOf(record, timeZone);
  const dated = range !== undefined;
  const frame = useFrame(range ?? emptyWindow(todayMs), layout, timeZone);
  const empty = record?.complete === true && record.series.length === 0;
  return (
    <div ref={container} className={styles.overview}>
      <PatientLine patient={patient} banner={banner} opened={opened}>
        <Tools {...{ query, onQuery: setQuery, record, onExportCsv, menu }} />
      </PatientLine>
      {sessionNotices}
      <Notices {...{ record, siteLabel, nowMs, timeZone, onRetry }} />
      <main>
        <div className={styles.control}>
          <p className={styles.window}>{range && `${windowText(range, timeZone)}, ${windowEnd(record)}`}</p>
          <AccountLine record={record} timeZone={timeZone} />
        </div>
        {empty && <p className={styles.empty}>No results in this record.</p>}
        {!empty && layout && frame && (
          <Results {...{ record, layout, frame, todayMs, siteLabel, dated }} query={filter} />
        )}
        {!empty && <Calculated {...{ record: reported, patient, frame, todayMs, siteId }} query={filter} />}
      </main>
    </div>
  );
}
