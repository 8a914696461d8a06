import { useId, type ReactNode } from 'react';
import { DayAxis, dayText } from '../../charts/strip/DayAxis.tsx';

import type { Frame } from '../../charts/axis/frame.ts';
import { cursorToleranceMs, type Strip } from '../../charts/strip/strip.ts';
import { readingOf } from '../../charts/strip/stripReading.ts';
import { isRelativePossible } from '../../charts/strip/stripLayout.ts';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { WindowBrush } from '../../parts/timeWindow/AxisBrush.tsx';
import { CompareStrip, type StripContext } from './CompareStrip.tsx';
import { momentText, spokenStrips, ALL_STRIPS } from '../../parts/strips/stripText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { spokenComparison } from './comparisonPeriodText.ts';
import { type CompareCursor } from './useCompareCursor.ts';
import styles from './ComparePlots.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { useCompareView } from './useCompareView.ts';
import type { useComparisonPeriod } from './useComparisonPeriod.ts';

/** At a text size of 16 px. */
const [AXIS_PX, DAYS_PX] = [18, 15];

type MomentProps = {
  readonly cursorMs: number | undefined;
  readonly record: RecordSnapshot;
  /** "day 9", while two periods or before and after are compared. */
  readonly day: string;
};

/** Two periods are told by the days of their axis, before and after by the distance of the moment. */
function dayAt(
  cursorMs: number | undefined,
  second: ComparisonPeriod | undefined,
  momentMs: number | undefined,
): string {
  if (cursorMs === undefined) return '';
  if (second) return dayText(Math.floor((cursorMs - second.zeroMs) / DAY_MS));
  return momentMs === undefined ? '' : dayText(Math.round((cursorMs - momentMs) / DAY_MS));
}

/** Over the readings: the moment of all of them with its zone (rule 41), or that they are the latest. */
function Moment({ cursorMs, record, day }: MomentProps) {
  const timeZone = useTimeZone();
  const zone = zoneText(cursorMs ?? record.readAtMs, timeZone);
  if (cursorMs === undefined)
    return (
      <p className={styles.latest}>
        {record.complete ? 'Latest,' : 'Newest read,'} <span className={styles.quiet}>times in {zone}</span>
      </p>
    );
  // Beside the day there is room for the short name alone.
  const where = day === '' ? zone : `${zone.split(',')[0]}, ${day}`;
  return (
    <p className={styles.moment}>
      At {momentText(cursorMs, timeZone)} <span className={styles.quiet}>{where}</span>
    </p>
  );
}

type HeadProps = MomentProps &
  Pick<ComparePlotsProps, 'plot' | 'cursor' | 'onWindow'> & {
    readonly second: ComparisonPeriod | undefined;
    /** The id of the text that says how the keys walk. */
    readonly help: string;
  };

/** The shared time axis: of all strips together it walks the moments. */
const Head = ({ plot: { frame, measure }, cursor, help, onWindow, second, ...moment }: HeadProps) => {
  const scale = readTextScale();
  return (
    <div className={styles.head}>
      <div ref={measure} className={styles.plot}>
        {frame && (
          <div
            className={styles.axis}
            aria-describedby={help}
            {...cursor.sliderProps(ALL_STRIPS, 'Moment of all strips')}
          >
            <TimeAxis frame={frame} heightPx={AXIS_PX * scale} textScale={scale} />
            {second && (
              <DayAxis frame={frame} zeroMs={second.zeroMs} heightPx={DAYS_PX * scale} textScale={scale} />
            )}
            {onWindow && <WindowBrush {...{ frame, onWindow }} heightPx={AXIS_PX * scale} placement="axis" />}
          </div>
        )}
      </div>
      <div className={styles.when}>
        <Moment {...moment} />
      </div>
    </div>
  );
};

type ComparePlotsProps = Pick<StripContext, 'record' | 'onWindow'> & {
  readonly strips: readonly Strip[];
  /** The second period, while two are compared. */
  readonly comparison: Pick<ReturnType<typeof useComparisonPeriod>, 'second' | 'seconds'>;
  readonly plot: {
    /** undefined until the column of plots is measured. */
    readonly frame: Frame | undefined;
    readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
  };
  readonly cursor: CompareCursor;
  readonly state: Pick<ReturnType<typeof useCompareView>, 'look' | 'moment'>;
  readonly onMove: (id: string, way: -1 | 1) => void;
  readonly lanes: CompareLaneSlot | undefined;
  readonly onMoment: (timeMs: number) => void;
};

/** What happened, drawn on the same frame and read at the same cursor; `onMoment` asks for before and after a moment. */
export type CompareLaneSlot = (
  frame: Frame,
  cursorMs: number | undefined,
  onMoment: (timeMs: number) => void,
) => ReactNode;

/** The strips as a score: one axis on top, one cursor through all, the events below (rule 9). */
export function ComparePlots(props: ComparePlotsProps) {
  const { strips, comparison, plot, cursor, state, record, lanes, onMove, onMoment, onWindow } = props;
  const help = useId();
  const timeZone = useTimeZone();
  const { frame } = plot;
  const { second, seconds } = comparison;
  const { look } = state;
  const { momentMs } = state.moment;
  const { momentMs: cursorMs, chosen, sliderProps } = cursor;
  const near = frame ? cursorToleranceMs(frame) : 0;
  const read = strips.map((strip) => ({ strip, reading: readingOf(strip, cursorMs, near, record.complete) }));
  const spoken =
    cursor.announce && cursorMs !== undefined
      ? spokenStrips(read, chosen, cursorMs, { timeZone, record }) +
        (second ? spokenComparison(strips, chosen, cursorMs, second, near, timeZone) : '')
      : '';
  return (
    <div className={styles.score} data-strips="">
      <Head
        {...{ plot, cursor, help, cursorMs, record, onWindow, second }}
        day={dayAt(cursorMs, second, momentMs)}
      />
      {frame &&
        read.map(({ strip, reading }, index) => (
          <CompareStrip
            key={strip.id}
            context={{ frame, record, cursorMs, momentMs, second, onWindow }}
            {...{ strip, reading }}
            then={seconds.get(strip.id)}
            look={look.isRelative && !isRelativePossible(strip) ? { ...look, isRelative: false } : look}
            chosen={chosen === strip.id}
            place={{ index, count: strips.length }}
            onMove={(way) => onMove(strip.id, way)}
            slider={(name) => ({ ...sliderProps(strip.id, name), 'aria-describedby': help })}
          />
        ))}
      {frame && lanes?.(frame, cursorMs, onMoment)}
      <VisuallyHidden>
        <span id={help}>
          Left and right arrow keys go from result to result, Home to the oldest, End to the newest, up and
          down to another strip. Escape takes the cursor away.
        </span>
      </VisuallyHidden>
      <div aria-live="polite">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </div>
  );
}
