import { memo, useDeferredValue, useMemo, useRef, useState, type RefObject } from 'react';

import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { Notices } from '../../parts/notices/Notices.tsx';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { ChangesSection, EventsSection } from './LazySections.tsx';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { Results } from './Results.tsx';
import { useCanLoadLateParts } from './ResultColumn.tsx';
import { recordNoun, searchedText } from '../../parts/recordStatus/recordStatusText.ts';
import { useLayout, type Layout } from '../../parts/results/useLayout.ts';
import styles from './Overview.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useShownWindow } from '../../parts/timeWindow/useShownWindow.ts';
import { useViewWindow, ViewWindowProvider } from '../../parts/timeWindow/viewWindowContext.ts';
import { useRecord, useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { useResting } from '../../ui/useResting.ts';
import { overviewTexts } from './overview.messages.ts';

// The toolbar answers a pointer or a key, so it may come after the first chart.
const CursorToolbar = deferredPart(
  async () => (await import('./CursorToolbar.tsx')).CursorToolbar,
  () => <p>{overviewTexts('cursorNotLoaded')}</p>,
);

// Nothing is selected before the first chart. Without the bar the tests are still read one by one.
const CompareBar = deferredPart(
  async () => (await import('./selection/CompareBar.tsx')).CompareBar,
  () => null,
);

type LateCursorToolbarProps = {
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame | undefined;
};

const LateCursorToolbar = memo(function LateCursorToolbar({ container, frame }: LateCursorToolbarProps) {
  const { record } = useRecord();
  return record && frame ? (
    <LazyBoundary>
      <CursorToolbar container={container} frame={frame} />
    </LazyBoundary>
  ) : null;
});

const LateCompareBar = memo(function LateCompareBar({
  container,
}: Pick<LateCursorToolbarProps, 'container'>) {
  const canLoadLateParts = useCanLoadLateParts();
  return canLoadLateParts ? (
    <LazyBoundary>
      <CompareBar container={container} />
    </LazyBoundary>
  ) : null;
});

/** The waiting frames show the last two years, because a record without results has no window of its own. */
const emptyWindow = (nowMs: number): TimeWindow => ({ startMs: nowMs - 730 * DAY_MS, endMs: nowMs });

function useFrame(
  { startMs, endMs }: TimeWindow,
  layout: Layout | undefined,
  timeZone: string,
): Frame | undefined {
  const [width, height] = [layout?.plotWidthPx, layout?.plotHeightPx];
  return useMemo(
    () =>
      width === undefined || height === undefined
        ? undefined
        : frameOf({ startMs, endMs, timeZone, widthPx: width, heightPx: height }),
    [startMs, endMs, timeZone, width, height],
  );
}

/**
 * Fewer letters stand inside too many names: "ct" would leave lactate and electrolytes behind a list that offers the CT report. The
 * list alone answers them, and nothing moves behind it.
 */
const MIN_FILTER_LENGTH = 3;

/**
 * A letter and the list of what it finds are seen at once, and the curves follow when the hand rests. Otherwise the answer to a letter would
 * wait for the curves of the letter before.
 */
const TYPING_REST_MS = 200;

/** Returns the words by which the curves are chosen, and '' at once when nothing is searched. */
function useFilterOf(typed: string): string {
  const filter = typed.length < MIN_FILTER_LENGTH ? '' : typed;
  // A search that was given up is not shown again while the next one is typed.
  const resting = useResting(filter, filter === '' ? 0 : TYPING_REST_MS);
  return filter && resting;
}

/** Shows all results of one patient on one time axis, with their newest values, and says how complete the record is. */
export function Overview() {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const view = useShownWindow();
  const isBehind = useViewWindow() !== view;
  const { record } = useRecord();
  const { windowControl } = useShell();
  const [query, onQuery] = useState('');
  const shownQuery = useDeferredValue(useFilterOf(query.trim()));
  const search = useMemo(() => ({ query, onQuery }), [query]);
  const [container, layout] = useLayout();
  const cursorArea = useRef<HTMLElement>(null);
  const frame = useFrame(view.visible ?? emptyWindow(todayMs), layout, timeZone);
  return (
    <div ref={container} className={styles.overview}>
      <ScreenTop current="Overview" hasRoomForNotices search={search} />
      <main ref={cursorArea} aria-busy={isBehind || undefined}>
        <div className={styles.top}>
          <div className={styles.control}>
            <div className={styles.window}>
              {windowControl}
              {windowControl && <LateCursorToolbar container={cursorArea} frame={frame} />}
            </div>
            <AccountLine />
          </div>
          {isEmptyRecord(record) ? <Notices /> : <ChangesSection columns={layout?.columns} />}
        </div>
        {layout && frame && (
          <ViewWindowProvider value={view}>
            <OverviewContent {...{ layout, frame }} query={shownQuery} />
          </ViewWindowProvider>
        )}
        <div className={styles.compare}>
          <LateCompareBar container={cursorArea} />
        </div>
      </main>
    </div>
  );
}

const isEmptyRecord = (record: RecordSnapshot | undefined): boolean =>
  record?.complete === true && record.series.length === 0;

type OverviewContentProps = {
  readonly layout: Layout;
  readonly frame: Frame;
  /** These are the words of the search whose matches are shown. */
  readonly query: string;
};

/**
 * Shows changes, curves, events and calculated values, or says that the record holds no results. A letter that is typed or a press on
 * the window draws it once, when it is due, and not while the letter or the press is answered.
 */
const OverviewContent = memo(function OverviewContent(props: OverviewContentProps) {
  const { layout } = props;
  const { record } = useRecord();
  if (record && isEmptyRecord(record))
    return (
      <div className={styles.empty}>
        <p>{overviewTexts('noResults', { record: recordNoun(record) })}</p>
        <p className={styles.searched}>{searchedText(record)}</p>
      </div>
    );
  return (
    <Results {...props}>
      <EventsSection layout={layout} />
    </Results>
  );
});
