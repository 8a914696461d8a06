import { useMemo } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { cursorToleranceMs, stripOf, type Strip } from '../../charts/strip/strip.ts';
import { readingOf } from '../../charts/strip/stripReading.ts';
import { isCrowded } from '../../charts/trend/trendLayout.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { meanPressures } from '../../clinical/derived/derived.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AxisHandle } from '../timeWindow/AxisBrush.tsx';
import { spokenStrips, ALL_STRIPS } from '../strips/stripText.ts';
import { useDenseMode } from './denseMode.ts';
import { MonitorLanes } from './MonitorLanes.tsx';
import { MonitorStrip } from './MonitorStrip.tsx';
import { seriesOfEntry, type DrawnEntry } from '../results/tileLayout.ts';
import { isCursorWithin, useAnnouncesCursor, useSharedCursor } from '../timeWindow/cursorStore.ts';
import type { nameQualifiers } from '../results/nameQualifiers.ts';
import type { Layout } from '../results/useLayout.ts';
import type { ViewWindow } from '../timeWindow/useTimeWindow.ts';
import { usePlotSize } from '../../ui/layout/usePlotSize.ts';
import { TIMELINE_FRAGMENT } from '../navigation/urlFragment.ts';
import styles from './Monitor.module.css';
import { monitorTexts } from './monitor.messages.ts';

export type MonitorProps = {
  readonly strips: readonly DrawnEntry[];
  readonly record: RecordSnapshot;
  readonly qualifiers: ReturnType<typeof nameQualifiers>;
  /** This is the frame of the tiles. The strips show the same time. */
  readonly frame: Frame;
  readonly layout: Layout;
  readonly stripPx: number;
  /** This is the one window of the app. It is undefined while only the curves are loaded. */
  readonly view: ViewWindow | undefined;
};

function useStrips({ strips, record, qualifiers, frame }: MonitorProps): readonly Strip[] {
  const { startMs, endMs, timeZone } = frame;
  return useMemo(
    () =>
      strips.map((entry) => {
        const { id, series } = entry;
        const partner = entry.kind === 'pair' ? entry.diastolic : undefined;
        // A mean pressure is calculated, so it needs a completely read record (rule 7).
        const means = partner && record.complete ? meanPressures(series.id, record.series) : undefined;
        const options = { id, series, partner, means, qualifier: qualifiers.get(id) ?? '' };
        return stripOf(options, { startMs, endMs }, timeZone);
      }),
    [strips, record, qualifiers, startMs, endMs, timeZone],
  );
}

/** Returns whether any strip holds more results than there is room for symbols (rule 8). */
const isAnyCrowded = (strips: readonly Strip[], frame: Frame | undefined): boolean =>
  frame !== undefined &&
  strips.some(({ inside, partner }) => isCrowded(inside.length, frame.widthPx, partner !== undefined));

type AxisProps = Pick<MonitorProps, 'frame' | 'view'> & { readonly scale: number };

/** Draws the axis of the strips, which is wider than that of the tiles. */
const Axis = ({ frame, view, scale }: AxisProps) => (
  <>
    <TimeAxis frame={frame} heightPx={15 * scale} textScale={scale} />
    {view && <AxisHandle frame={frame} placement="axis" />}
  </>
);

/**
 * Draws the results of a monitor as strips on one axis, with the treatment below, all read at the one cursor
 * of the screen.
 */
export function Monitor(props: MonitorProps) {
  const { record, layout, stripPx, view } = props;
  const { startMs, endMs, timeZone } = props.frame;
  const { ref, widthPx } = usePlotSize();
  const [isDense] = useDenseMode();
  const strips = useStrips(props);
  const frame = useMemo(
    () =>
      widthPx === undefined ? undefined : frameOf({ startMs, endMs, timeZone, widthPx, heightPx: stripPx }),
    [startMs, endMs, timeZone, widthPx, stripPx],
  );
  const measures = useMemo(() => props.strips.flatMap(seriesOfEntry), [props.strips]);
  useAnnouncesCursor();
  const cursor = useSharedCursor();
  const cursorMs = isCursorWithin(cursor, props.frame) ? cursor.timeMs : undefined;
  const near = frame ? cursorToleranceMs(frame) : 0;
  const read = strips.map((strip) => ({ strip, reading: readingOf(strip, cursorMs, near, record.complete) }));
  const spoken =
    cursor?.isMovedByKey && cursorMs !== undefined
      ? spokenStrips(read, ALL_STRIPS, cursorMs, { timeZone, record })
      : '';
  return (
    <section className={styles.monitor} aria-label={monitorTexts('monitor')}>
      <div className={styles.head}>
        <div ref={ref} className={styles.plot} data-time-width={widthPx}>
          {frame && <Axis {...{ frame, view }} scale={layout.scale} />}
        </div>
      </div>
      {frame &&
        read.map(({ strip, reading }) => (
          <MonitorStrip key={strip.id} {...{ strip, reading, frame, record, cursorMs, isDense }} />
        ))}
      {frame && <MonitorLanes {...{ record, frame, cursorMs, layout, measures }} />}
      <div className={styles.foot}>
        <a href={TIMELINE_FRAGMENT} aria-label={monitorTexts('allEventsInTimeline')}>
          {monitorTexts('allEvents')}
        </a>
        {isAnyCrowded(strips, frame) && (
          <p>{monitorTexts(isDense ? 'whatDenseModeDraws' : 'everyResultCharted')}</p>
        )}
      </div>
      <div aria-live="polite">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </section>
  );
}
