import { useMemo, type ReactNode } from 'react';
import type { OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { CompareBoard } from './CompareBoard.tsx';
import type { CompareLaneSlot } from './ComparePlots.tsx';
import { compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { useCompareStrips } from './compareStrips.ts';
import { absenceOfStrips } from './compareText.ts';
import { Notices } from '../../parts/notices/Notices.tsx';
import { PrintHeader } from '../../parts/export/PrintHeader.tsx';
import { RecordHeader, type HeaderProps } from '../../parts/header/RecordHeader.tsx';
import { windowOf, type TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useSavedStrips } from './useSavedStrips.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Compare.module.css';

type CompareProps = HeaderProps & {
  /** undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** Which series, as it stands in the address. */
  readonly fragment: string;
  /** The one window of the whole app; until there is one, all results. */
  readonly window: TimeWindow | undefined;
  /** Its buttons, for the control row. */
  readonly windowControl: ReactNode;
  /** The views by name. */
  readonly views?: ReactNode;
  readonly onWindow?: ((next: TimeWindow) => void) | undefined;
  /** What happened, under the strips and on the same axis. */
  readonly lanes?: CompareLaneSlot | undefined;
  /** The same as it was read: a second period may begin with one of them. */
  readonly events?: EventsSnapshot | undefined;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
  /** Where it is kept which strips were put together; kept nowhere without it. */
  readonly siteId?: string | undefined;
  readonly sessionNotices: ReactNode;
  /** Single letters may be switched off. */
  readonly singleKeys?: boolean | undefined;
  readonly onRetry: () => void;
  readonly onOpenSource: OnOpenSource;
};

/** Any results of one patient stacked on one time axis, read at one moment. */
export function Compare(props: CompareProps) {
  const { record, fragment, timeZone, siteLabel } = props;
  useEscapeToOverview();
  const view = useMemo(() => compareIn(fragment), [fragment]);
  const whole = useMemo(() => windowOf(record, timeZone), [record, timeZone]);
  const span = props.window ?? whole;
  const { asked, onKeep, onUsual } = useSavedStrips(props.siteId, view.ids, record);
  const found = useCompareStrips(record, asked, span, timeZone);
  return (
    <div className={styles.screen}>
      <RecordHeader {...props} current="Compare" hasRecord={record !== undefined} />
      {props.sessionNotices}
      <Notices {...{ record, siteLabel, timeZone, nowMs: props.nowMs }} onRetry={props.onRetry} />
      <main>
        <PrintHeader
          {...{ record, timeZone, siteLabel, patient: props.patient, nowMs: props.nowMs }}
          window={span}
        />
        <h2>
          <VisuallyHidden>Compare</VisuallyHidden>
        </h2>
        {record && span ? (
          <CompareBoard
            {...{ found, view, record, span, timeZone, onKeep, onUsual }}
            newestMs={(whole ?? span).endMs}
            windowControl={props.windowControl}
            views={props.views}
            onWindow={props.onWindow}
            onOpenSource={props.onOpenSource}
            lanes={props.lanes}
            events={props.events}
            singleKeys={props.singleKeys ?? true}
          />
        ) : (
          <p className={styles.absent}>{absenceOfStrips(record, siteLabel)}</p>
        )}
        <div className={styles.foot}>
          <AccountLine record={record} timeZone={timeZone} />
        </div>
      </main>
    </div>
  );
}
