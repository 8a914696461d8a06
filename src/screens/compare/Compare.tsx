import { useMemo } from 'react';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { CompareBoard } from './CompareBoard.tsx';
import type { CompareLaneSlot } from './ComparePlots.tsx';
import { compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { useCompareStrips } from './useCompareStrips.ts';
import { noStripsText } from './compareText.ts';
import { PrintHeader } from '../../parts/export/PrintHeader.tsx';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { recordWindow, type TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useSavedStrips } from './useSavedStrips.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import { useComparedDrug, useDrugTests } from './drug/useComparedDrug.ts';
import styles from './Compare.module.css';
import { compareTexts } from './compare.messages.ts';

type CompareProps = {
  /** Names the series to compare. */
  readonly fragment: string;
  /** This is the window that all screens share. Without one, all results are shown. */
  readonly window: TimeWindow | undefined;
  readonly onWindow?: ((next: TimeWindow) => void) | undefined;
  /** Draws the events under the strips, on the same axis. */
  readonly lanes?: CompareLaneSlot | undefined;
  /** A comparison period may begin with one of these events. */
  readonly events?: EventsSnapshot | undefined;
};

/** Stacks any results of one patient on one time axis and reads them at one moment. */
export function Compare(props: CompareProps) {
  const { fragment, onWindow, lanes, events } = props;
  const { record } = useRecord();
  const { label: siteLabel } = useSite();
  const timeZone = useTimeZone();
  useEscapeToOverview();
  const urlState = useMemo(() => compareIn(fragment), [fragment]);
  const whole = useMemo(() => recordWindow(record, timeZone), [record, timeZone]);
  const span = props.window ?? whole;
  const drug = useComparedDrug(urlState.drug, events);
  const { requestedIds, ...saved } = useSavedStrips(urlState.ids, record);
  const drugIds = useDrugTests({ urlState, drug, record, events, span });
  const compareStrips = useCompareStrips(record, drugIds.length > 0 ? drugIds : requestedIds, span, timeZone);
  return (
    <div className={styles.screen}>
      <ScreenTop current="Compare" />
      <main>
        <PrintHeader window={span} />
        <h2>
          <VisuallyHidden>{compareTexts('compare')}</VisuallyHidden>
        </h2>
        {record && span ? (
          <CompareBoard
            {...{ compareStrips, urlState, span, lanes, events, onWindow, saved, drug }}
            newestMs={(whole ?? span).endMs}
          />
        ) : (
          <p className={styles.absent}>{noStripsText(record, siteLabel)}</p>
        )}
        <div className={styles.foot}>
          <AccountLine />
        </div>
      </main>
    </div>
  );
}
