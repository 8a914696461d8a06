import { useMemo, type ReactNode } from 'react';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { CompareBoard } from './CompareBoard.tsx';
import type { CompareLaneSlot } from './ComparePlots.tsx';
import { compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { useCompareStrips } from './compareStrips.ts';
import { absenceOfStrips } from './compareText.ts';
import { PrintHeader } from '../../parts/export/PrintHeader.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { recordWindow, type TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useSavedStrips } from './useSavedStrips.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Compare.module.css';

type CompareProps = {
  /** Which series, as it stands in the address. */
  readonly fragment: string;
  /** The one window of the whole app; until there is one, all results. */
  readonly window: TimeWindow | undefined;
  readonly onWindow?: ((next: TimeWindow) => void) | undefined;
  /** What happened, under the strips and on the same axis. */
  readonly lanes?: CompareLaneSlot | undefined;
  /** The same as it was read: a second period may begin with one of them. */
  readonly events?: EventsSnapshot | undefined;
  /** Warnings of this screen, above those of the record. */
  readonly notices?: ReactNode;
};

/** Any results of one patient stacked on one time axis, read at one moment. */
export function Compare(props: CompareProps) {
  const { fragment, onWindow, lanes, events } = props;
  const { record } = useRecord();
  const { label: siteLabel } = useSite();
  const timeZone = useTimeZone();
  useEscapeToOverview();
  const view = useMemo(() => compareIn(fragment), [fragment]);
  const whole = useMemo(() => recordWindow(record, timeZone), [record, timeZone]);
  const span = props.window ?? whole;
  const { asked, onKeep, onUsual } = useSavedStrips(view.ids, record);
  const found = useCompareStrips(record, asked, span, timeZone);
  return (
    <div className={styles.screen}>
      <ScreenTop current="Compare">{props.notices}</ScreenTop>
      <main>
        <PrintHeader window={span} />
        <h2>
          <VisuallyHidden>Compare</VisuallyHidden>
        </h2>
        {record && span ? (
          <CompareBoard
            {...{ found, view, record, span, lanes, events, onWindow }}
            newestMs={(whole ?? span).endMs}
            saved={{ onKeep, onUsual }}
          />
        ) : (
          <p className={styles.absent}>{absenceOfStrips(record, siteLabel)}</p>
        )}
        <div className={styles.foot}>
          <AccountLine />
        </div>
      </main>
    </div>
  );
}
