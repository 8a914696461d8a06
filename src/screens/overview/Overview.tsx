import {
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';

import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { instantMs, wallClockMs } from '../../charts/format/timeZone.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountLine } from '../../parts/notices/AccountLine.tsx';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { Notices } from '../../parts/notices/Notices.tsx';
import { ChangedAbove, EventsBelow } from './OverviewEvents.tsx';
import type { InContext } from '../../parts/openRecord/openedSession.ts';
import { RecordHeader, type HeaderProps } from '../../parts/header/RecordHeader.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { Results } from './Results.tsx';
import { useLayout, type Layout } from '../../parts/results/useLayout.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './Overview.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

// A pointer or a key moves it, so it may come after the first chart.
const CursorInBar = latePart(
  async () => (await import('./CursorToolbar.tsx')).CursorToolbar,
  () => <p>The cursor could not be loaded. Reload the page to try again.</p>,
);

type CursorOfProps = Pick<OverviewProps, 'record'> & {
  readonly container: RefObject<HTMLElement | null>;
  readonly frame: Frame | undefined;
};

const CursorOf = ({ container, frame, record }: CursorOfProps) =>
  record && frame ? (
    <Suspense>
      <CursorInBar {...{ container, frame, record }} />
    </Suspense>
  ) : null;

type OverviewProps = Omit<HeaderProps, 'find'> & {
  /** undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** The same in the units as reported: what is calculated is calculated from it. */
  readonly reported: RecordSnapshot | undefined;
  readonly siteLabel: string;
  readonly siteId: string;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly view: ViewWindow;
  /** Its buttons and words. */
  readonly windowControl: ReactNode;
  readonly of: InContext;
  /** What is loaded after the first chart may come now. */
  readonly isFirstChartDrawn: boolean;
  readonly sessionNotices: ReactNode;
  readonly onRetry: () => void;
  /** What was typed into the search of another screen, which led here; and that it was taken over. */
  readonly sought: string;
  readonly onFound: () => void;
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

/** All results of one patient on one time axis: newest numbers, changes, ranges, and what is known about completeness. */
export function Overview(props: OverviewProps) {
  const { patient, record, siteLabel, timeZone, nowMs, windowControl, onRetry, onExportCsv } = props;
  const [query, setQuery] = useState(props.sought);
  const { onFound } = props;
  useEffect(onFound, [onFound]);
  const [entered, onEntered] = useState('');
  const [container, layout] = useLayout();
  const main = useRef<HTMLElement>(null);
  const todayMs = noonOf(nowMs, timeZone);
  const frame = useFrame(props.view.shown ?? emptyWindow(todayMs), layout, timeZone);
  return (
    <div ref={container} className={styles.overview}>
      <RecordHeader
        {...{ patient, onExportCsv, banner: props.banner, opened: props.opened, menu: props.menu }}
        current="Overview"
        hasRecord={record !== undefined}
        takeAlong={props.takeAlong}
        find={{
          query,
          isFocused: props.sought !== '',
          onQuery: (next) => {
            setQuery(next);
            onEntered('');
          },
          onEnter: () => onEntered(query.trim()),
        }}
      />
      {props.sessionNotices}
      <Notices {...{ record, siteLabel, nowMs, timeZone, onRetry }} />
      <main ref={main}>
        <div className={styles.control}>
          <div className={styles.window}>
            {windowControl}
            {windowControl && <CursorOf container={main} frame={frame} record={record} />}
          </div>
          <AccountLine record={record} timeZone={timeZone} />
        </div>
        {layout && frame && <Shown {...props} {...{ layout, frame, todayMs, query, entered, onEntered }} />}
      </main>
    </div>
  );
}

type ShownProps = OverviewProps & {
  readonly layout: Layout;
  readonly frame: Frame;
  readonly todayMs: number;
  readonly query: string;
  readonly entered: string;
  readonly onEntered: (query: string) => void;
};

/** What changed, the curves, what happened around them, and what is calculated; in words where there is nothing of it. */
function Shown({ layout, frame, todayMs, query, entered, onEntered, ...props }: ShownProps) {
  const { patient, record, reported, siteLabel, siteId, timeZone, of, isFirstChartDrawn, view } = props;
  const filter = useDeferredValue(query.trim());
  if (record?.complete === true && record.series.length === 0)
    return <p className={styles.empty}>No results in this record.</p>;
  const around = { of, layout, timeZone, record: isFirstChartDrawn ? record : undefined };
  return (
    <>
      <ChangedAbove {...around} todayMs={todayMs} />
      <Results
        {...{ record, reported, patient, of, layout, frame, todayMs, siteLabel, siteId, entered, onEntered }}
        nowMs={props.nowMs}
        query={filter}
        dated={view.shown !== undefined}
        window={isFirstChartDrawn || record?.ended ? view : undefined}
      >
        <EventsBelow {...around} nowMs={props.nowMs} view={view} />
      </Results>
    </>
  );
}
