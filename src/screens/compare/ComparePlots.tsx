import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useId, useMemo, type ReactNode } from 'react';
import { DayAxis, dayText } from '../../charts/strip/DayAxis.tsx';

import type { Frame } from '../../charts/axis/frame.ts';
import { cursorToleranceMs, seriesOfStrips, type Strip } from '../../charts/strip/strip.ts';
import { readingOf } from '../../charts/strip/stripReading.ts';
import { isRelativePossible } from '../../charts/strip/stripLayout.ts';
import { SteadyHeight } from '../../ui/layout/SteadyHeight.tsx';
import { readTextScale } from '../../ui/layout/textScale.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { zoneText } from '../../charts/format/timeZone.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { RecordBar } from '../../parts/timeWindow/recordBar/RecordBar.tsx';
import { AxisHandle } from '../../parts/timeWindow/AxisBrush.tsx';
import { CompareStrip, type SharedStripProps } from './CompareStrip.tsx';
import { momentText, spokenStrips, ALL_STRIPS } from '../../parts/strips/stripText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { spokenComparison } from './comparisonPeriodText.ts';
import { type CompareCursor } from './useCompareCursor.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import styles from './ComparePlots.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { useCompareUrlState } from './useCompareUrlState.ts';
import type { useComparisonPeriod } from './useComparisonPeriod.ts';
import { compareTexts } from './compare.messages.ts';

/** These are heights at a text size of 16 px. */
const [AXIS_PX, DAYS_PX] = [18, 15];

type CursorMomentProps = {
  readonly cursorMs: number | undefined;
  /** It reads like "day 9" while two periods, or before and after, are compared; else it is ''. */
  readonly relativeDay: string;
};

/** Counts days from day 0 of two compared periods, or from the moment of before and after. */
function relativeDayAt(
  cursorMs: number | undefined,
  period: ComparisonPeriod | undefined,
  momentMs: number | undefined,
): string {
  if (cursorMs === undefined) return '';
  if (period) return dayText(Math.floor((cursorMs - period.zeroMs) / DAY_MS));
  return momentMs === undefined ? '' : dayText(Math.round((cursorMs - momentMs) / DAY_MS));
}

const quiet = (part: ReactNode, key: number) => (
  <span key={key} className={styles.quiet}>
    {part}
  </span>
);

/** Heads the readings with their moment and its zone (rule 41), or says that they are the latest. */
function CursorMoment({ cursorMs, relativeDay }: CursorMomentProps) {
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const zone = zoneText(cursorMs ?? record.readAtMs, timeZone);
  if (cursorMs === undefined)
    return (
      <p className={styles.latest}>
        {compareTexts.rich(record.complete ? 'latest' : 'newestRead', { zone, quiet })}
      </p>
    );
  // Beside the day there is room only for the short name of the zone.
  const zoneAndDay = relativeDay === '' ? zone : `${zone.split(',')[0]}, ${relativeDay}`;
  return (
    <p className={styles.moment}>
      {compareTexts.rich('at', { moment: momentText(cursorMs, timeZone), zone: zoneAndDay, quiet })}
    </p>
  );
}

type SharedAxisProps = CursorMomentProps &
  Pick<ComparePlotsProps, 'plot' | 'cursor' | 'onWindow'> & {
    readonly period: ComparisonPeriod | undefined;
    /** This is the id of the text that explains the keys. */
    readonly helpId: string;
  };

/** Draws the time axis of all strips. As a slider it goes through the moments of all strips together. */
const SharedAxis = ({
  plot: { frame, measure },
  cursor,
  helpId,
  onWindow,
  period,
  ...moment
}: SharedAxisProps) => {
  const scale = readTextScale();
  return (
    <div className={styles.head}>
      <div ref={measure} className={styles.plot}>
        {frame && (
          <div
            className={styles.axis}
            aria-describedby={helpId}
            {...cursor.sliderProps(ALL_STRIPS, compareTexts('momentOfAll'))}
          >
            <TimeAxis frame={frame} heightPx={AXIS_PX * scale} textScale={scale} />
            {period && (
              <DayAxis frame={frame} zeroMs={period.zeroMs} heightPx={DAYS_PX * scale} textScale={scale} />
            )}
            {onWindow && <AxisHandle frame={frame} placement="axis" />}
          </div>
        )}
      </div>
      <div className={styles.when}>
        <CursorMoment {...moment} />
      </div>
    </div>
  );
};

type CompareRecordBarProps = Pick<ComparePlotsProps, 'strips'> & { readonly widthPx: number };

/** Shows the results of all strips in the whole record, in the column of their plots. */
function CompareRecordBar({ strips, widthPx }: CompareRecordBarProps) {
  const tests = useMemo(() => seriesOfStrips(strips), [strips]);
  return (
    <div className={styles.row}>
      <div className={styles.plot}>
        <RecordBar {...{ tests, widthPx }} textScale={readTextScale()} />
      </div>
    </div>
  );
}

type ComparePlotsProps = Pick<SharedStripProps, 'onWindow'> & {
  readonly strips: readonly Strip[];
  readonly comparison: Pick<ReturnType<typeof useComparisonPeriod>, 'period' | 'comparisonStrips'>;
  readonly plot: {
    /** It is undefined until the column of plots is measured. */
    readonly frame: Frame | undefined;
    readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
  };
  readonly cursor: CompareCursor;
  readonly state: Pick<ReturnType<typeof useCompareUrlState>, 'options' | 'moment'>;
  readonly onMove: (id: string, direction: -1 | 1) => void;
  readonly lanes: CompareLaneSlot | undefined;
  readonly onMoment: (timeMs: number) => void;
  /** Draws above the strips the medication that the comparison was opened with. */
  readonly drugLane?: CompareLaneSlot;
};

/**
 * Draws the events on the frame of the strips and reads them at its cursor. `onMoment` sets the moment of before and after. The
 * medication that the comparison was opened with has its lane alone above the strips, and is not drawn again below them.
 */
export type CompareLaneSlot = (
  frame: Frame,
  cursorMs: number | undefined,
  onMoment: (timeMs: number) => void,
  drug?: { readonly course: MedicationCourse; readonly place: 'above' | 'below' },
  /** The curves of the strips: what is given to move one of them stands before the other medications. */
  measures?: readonly Series[],
) => ReactNode;

type SpokenOptions = {
  readonly timeZone: string;
  readonly record: ReturnType<typeof useLoadedRecord>;
  readonly toleranceMs: number;
};

/** Says what all strips read at a cursor that a key moved. */
function spokenAtCursor(
  readings: Parameters<typeof spokenStrips>[0],
  { isAnnounced, momentMs, selectedId }: CompareCursor,
  period: ComparisonPeriod | undefined,
  { timeZone, record, toleranceMs }: SpokenOptions,
): string {
  if (!isAnnounced || momentMs === undefined) return '';
  const strips = readings.map(({ strip }) => strip);
  const words = [spokenStrips(readings, selectedId, momentMs, { timeZone, record })];
  if (period)
    words.push(spokenComparison(strips, selectedId, { momentMs, period, nearMs: toleranceMs }, timeZone));
  return words.filter(Boolean).join(' ');
}

/** Draws the strips under one time axis, with one cursor through all and the events below (rule 9). */
export function ComparePlots(props: ComparePlotsProps) {
  const { strips, comparison, plot, cursor, state, lanes, drugLane, onMove, onMoment, onWindow } = props;
  const record = useLoadedRecord();
  const helpId = useId();
  const timeZone = useTimeZone();
  const { frame } = plot;
  const { period, comparisonStrips } = comparison;
  const { options } = state;
  const { momentMs } = state.moment;
  const { momentMs: cursorMs, selectedId, sliderProps } = cursor;
  const toleranceMs = frame ? cursorToleranceMs(frame) : 0;
  const readings = strips.map((strip) => ({
    strip,
    reading: readingOf(strip, cursorMs, toleranceMs, record.complete),
  }));
  return (
    <div className={styles.strips} data-strips="">
      <SharedAxis
        {...{ plot, cursor, helpId, cursorMs, onWindow, period }}
        relativeDay={relativeDayAt(cursorMs, period, momentMs)}
      />
      {frame && drugLane?.(frame, cursorMs, onMoment)}
      {frame &&
        readings.map(({ strip, reading }, index) => (
          <CompareStrip
            key={strip.id}
            shared={{ frame, cursorMs, momentMs, period, onWindow }}
            {...{ strip, reading }}
            comparisonStrip={comparisonStrips.get(strip.id)}
            options={
              options.isRelative && !isRelativePossible(strip) ? { ...options, isRelative: false } : options
            }
            isSelected={selectedId === strip.id}
            position={{ index, count: strips.length }}
            onMove={(direction) => onMove(strip.id, direction)}
            sliderPropsOf={(name) => ({ ...sliderProps(strip.id, name), 'aria-describedby': helpId })}
          />
        ))}
      {frame && <SteadyHeight className={styles.lanes}>{lanes?.(frame, cursorMs, onMoment)}</SteadyHeight>}
      {frame && <CompareRecordBar {...{ strips }} widthPx={frame.widthPx} />}
      <VisuallyHidden>
        <span id={helpId}>{compareTexts('keys')}</span>
      </VisuallyHidden>
      <div aria-live="polite">
        <VisuallyHidden>
          {spokenAtCursor(readings, cursor, period, { timeZone, record, toleranceMs })}
        </VisuallyHidden>
      </div>
    </div>
  );
}
