import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { ChangedAbove, EventsBelow } from './OverviewEvents.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { Results } from './Results.tsx';
import { useLayout, type Layout } from '../../parts/results/useLayout.ts';
import styles from './Overview.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { useRecord, useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useShell } from '../../parts/header/shellContext.ts';

// A pointer or a key moves it, so it may come after the first chart.
const CursorToolbar = latePart(
  async () => (await import('./CursorToolbar.tsx')).CursorToolbar,
  () => <p>The cursor could not be loaded. Reload the page to try again.</p>,
);

type CursorOfProps = {
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame | undefined;
};

function CursorOf({ container, frame }: CursorOfProps) {
  const { record } = useRecord();
  return record && frame ? (
    <Suspense>
      <CursorToolbar {...{ container, frame, record }} />
    </Suspense>
  ) : null;
}

/** Before the first result there is no window of the record; the frames show an empty one. */
const emptyWindow = (nowMs: number): TimeWindow => ({ startMs: nowMs - 730 * DAY_MS, endMs: nowMs });

function useFrame(range: TimeWindow, layout: Layout | undefined, timeZone: string): Frame | undefined {
  const { startMs, endMs } = range;
  const [width, height] = [layout?.plotWidthPx, layout?.plotHeightPx];
  return useMemo(
    () =>
      width === undefined || height === undefined
        ? undefined
        : frameOf({ startMs, endMs, timeZone, widthPx: width, heightPx: height }),
    [startMs, endMs, timeZone, width, height],
  );
}

/** All results of one patient on one time axis: newest numbers, changes, ranges, and what is known about completeness. */
export function Overview() {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const view = useViewWindow();
  const { windowControl, pendingQuery, onPendingQueryUsed } = useShell();
  const [query, setQuery] = useState(pendingQuery);
  useEffect(onPendingQueryUsed, [onPendingQueryUsed]);
  const [enteredQuery, onEnteredQuery] = useState('');
  const [container, layout] = useLayout();
  const main = useRef<HTMLElement>(null);
  const frame = useFrame(view.visible ?? emptyWindow(todayMs), layout, timeZone);
  return (
    <div ref={container} className={styles.overview}>
      <ScreenTop
        current="Overview"
        search={{
          query,
          isFocused: pendingQuery !== '',
          onQuery: (next) => {
            setQuery(next);
            onEnteredQuery('');
          },
          onEnter: () => onEnteredQuery(query.trim()),
        }}
      />
      <main ref={main}>
        <div className={styles.control}>
          <div className={styles.window}>
            {windowControl}
            {windowControl && <CursorOf container={main} frame={frame} />}
          </div>
          <AccountLine />
        </div>
        {layout && frame && <Shown {...{ layout, frame, query, enteredQuery, onEnteredQuery }} />}
      </main>
    </div>
  );
}

type ShownProps = {
  readonly layout: Layout;
  readonly frame: Frame;
  readonly query: string;
  readonly enteredQuery: string;
  readonly onEnteredQuery: (query: string) => void;
};

/** The changes, the curves, the events and what is calculated; words where there is nothing of it. */
function Shown({ layout, frame, query, enteredQuery, onEnteredQuery }: ShownProps) {
  const { record, isFirstChartDrawn } = useRecord();
  const view = useViewWindow();
  const filter = useDeferredValue(query.trim());
  if (record?.complete === true && record.series.length === 0)
    return <p className={styles.empty}>No results in this record.</p>;
  const around = { layout, record: isFirstChartDrawn ? record : undefined };
  return (
    <>
      <ChangedAbove {...around} />
      <Results
        {...{ layout, frame, enteredQuery, onEnteredQuery }}
        query={filter}
        dated={view.visible !== undefined}
        window={isFirstChartDrawn || record?.ended ? view : undefined}
      >
        <EventsBelow {...around} view={view} />
      </Results>
    </>
  );
}
