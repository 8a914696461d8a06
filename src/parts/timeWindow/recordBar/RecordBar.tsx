import { useContext, useId, useMemo, type CSSProperties } from 'react';
import { frameOf, type Frame } from '../../../charts/axis/frame.ts';
import { roundPx } from '../../../charts/axis/scale.ts';
import { axisLabels } from '../../../charts/axis/TimeAxis.tsx';
import { dateText, dateTimeText } from '../../../charts/format/dateText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { TimeWindow } from '../recordWindow.ts';
import { windowText } from '../timeWindowText.ts';
import type { ViewWindow } from '../useTimeWindow.ts';
import { LiveWindow, useViewWindow } from '../viewWindowContext.ts';
import type { BarWindows, BarHandle } from './movedPeriod.ts';
import { recordBarTexts } from './recordBar.messages.ts';
import { countsAlong, densityPath } from './recordDensity.ts';
import { useBarGestures } from './useBarGestures.ts';
import styles from './RecordBar.module.css';

/** A column of the results is this wide. */
const COLUMN_PX = 3;
const LABELS_PX = 14;

type RecordBarProps = {
  /** These are the tests of the screen, whose results are counted along the bar. */
  readonly tests: readonly { readonly timesMs: ArrayLike<number> }[];
  readonly widthPx: number;
  readonly textScale: number;
};

/** Shows the dates of the record under the bar, as an axis does (rule 2). */
const RecordDates = ({ frame, textScale }: { readonly frame: Frame; readonly textScale: number }) => (
  <svg className={styles.dates} width={frame.widthPx} height={LABELS_PX * textScale} aria-hidden="true">
    {axisLabels(frame, textScale).map(({ text, x, anchor }) => (
      <text key={`${anchor}${x}`} x={roundPx(x)} y={(LABELS_PX - 3) * textScale} textAnchor={anchor}>
        {text}
      </text>
    ))}
  </svg>
);

type Places = CSSProperties & Readonly<Record<`--${string}`, string>>;

type HandleProps = {
  readonly held: BarHandle;
  readonly helpId: string;
  readonly percent: number;
  readonly valueText: string;
  readonly keys: ReturnType<ReturnType<typeof useBarGestures>['keysOf']>;
};

/** Draws an end of the period, or all of it. The role is slider because screen readers leave its arrow keys to the page. */
function Handle({ held, helpId, percent, valueText, keys }: HandleProps) {
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': recordBarTexts(held),
    'aria-describedby': helpId,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round(percent),
    'aria-valuetext': valueText,
  };
  return <div className={styles[held]} data-held={held} {...slider} {...keys} />;
}

/** Returns how far along the record a moment is, in percent. */
const percentAt = ({ startMs, endMs }: TimeWindow, atMs: number): number =>
  Math.min(100, Math.max(0, ((atMs - startMs) / Math.max(1, endMs - startMs)) * 100));

type BarProps = RecordBarProps & BarWindows & { readonly view: ViewWindow };

function Bar({ view, whole, visible, tests, widthPx, textScale }: BarProps) {
  const timeZone = useTimeZone();
  const helpId = useId();
  const { startMs, endMs } = whole;
  const frame = useMemo(
    () => frameOf({ startMs, endMs, timeZone, widthPx, heightPx: 1 }),
    [startMs, endMs, timeZone, widthPx],
  );
  const columns = Math.max(1, Math.round((frame.x(endMs) - frame.x(startMs)) / COLUMN_PX));
  const path = useMemo(
    () => densityPath(countsAlong(tests, { startMs, endMs }, columns)),
    [tests, startMs, endMs, columns],
  );
  const { pointer, keysOf } = useBarGestures(view, { whole, visible }, frame);
  // A period may begin before the first result, where the axis of the charts goes on and the record does not.
  const [leftPx, rightPx] = [visible.startMs, visible.endMs].map((ms) =>
    roundPx(frame.x(Math.min(endMs, Math.max(startMs, ms)))),
  );
  const moment = endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const places: Places = {
    '--left': `${leftPx}px`,
    '--right': `${rightPx}px`,
    '--width': `${widthPx}px`,
  };
  const handle = (held: BarHandle, atMs: number, valueText = moment(atMs, 'instant', timeZone)) => (
    <Handle {...{ held, helpId, valueText }} percent={percentAt(whole, atMs)} keys={keysOf(held)} />
  );
  return (
    <div className={styles.record} style={places} data-record-bar="">
      <fieldset
        className={styles.bar}
        aria-label={recordBarTexts('wholeRecord', { period: windowText(whole, timeZone) })}
        {...pointer}
      >
        <svg
          className={styles.density}
          style={{ left: frame.x(startMs), width: frame.x(endMs) - frame.x(startMs) }}
          viewBox={`0 0 ${columns} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={path} />
        </svg>
        <div className={styles.shown} />
        {handle('start', visible.startMs)}
        {handle('period', (visible.startMs + visible.endMs) / 2, windowText(visible, timeZone))}
        {handle('end', visible.endMs)}
      </fieldset>
      <RecordDates {...{ frame, textScale }} />
      <VisuallyHidden>
        <span id={helpId}>{recordBarTexts('keys')}</span>
      </VisuallyHidden>
    </div>
  );
}

/**
 * Shows where the results of these tests lie in the whole record, and the period as a window over it, which is moved and
 * resized by pointer, finger and keys.
 */
export function RecordBar(props: RecordBarProps) {
  const laterView = useViewWindow();
  const view = useContext(LiveWindow) ?? laterView;
  const { whole, visible } = view;
  return whole && visible ? <Bar {...props} {...{ view, whole, visible }} /> : null;
}
