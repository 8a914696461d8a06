import { useEffect, useRef, type ComponentProps } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { dateText } from '../../charts/format/format.ts';
import { cursorToleranceMs, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { StripScale } from '../../charts/strip/StripScale.tsx';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { StripPlot } from '../../charts/strip/StripPlot.tsx';
import { useStripDrawing, type StripDrawing, type StripOptions } from '../../charts/strip/stripDrawing.ts';
import { SeriesAccountData } from '../../charts/reading/SeriesAccountData.tsx';
import { chartDataAttributes } from '../../charts/trend/trendChartText.ts';
import { entryRangeText } from '../../charts/reading/readingText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { WindowBrush } from '../../parts/timeWindow/AxisBrush.tsx';
import { CompareReading } from './CompareReading.tsx';
import { drawnTitle } from './compareText.ts';
import { emptyStripText, stripNotes } from '../../parts/strips/stripText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { comparisonReading } from './comparisonPeriodText.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import brush from '../../parts/timeWindow/AxisBrush.module.css';
import plots from './ComparePlots.module.css';
import styles from './CompareStrip.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Room for the numbers of the y axis. */
const SCALE_PX = 36;

/** What all strips have in common. */
export type StripContext = {
  readonly frame: Frame;
  readonly record: RecordSnapshot;
  readonly cursorMs: number | undefined;
  readonly momentMs: number | undefined;
  /** The second period, while two are compared. */
  readonly second: ComparisonPeriod | undefined;
  /** Shows another stretch of time. */
  readonly onWindow: ((next: TimeSpan) => void) | undefined;
};

export type CompareStripProps = {
  readonly context: StripContext;
  readonly strip: Strip;
  readonly look: StripOptions;
  /** The same in the second period, laid over the window. */
  readonly then: Strip | undefined;
  readonly reading: StripReading | undefined;
  readonly chosen: boolean;
  readonly place: { readonly index: number; readonly count: number };
  readonly onMove: (way: -1 | 1) => void;
  readonly slider: (name: string) => ComponentProps<'div'>;
};

type MoveProps = Pick<CompareStripProps, 'place' | 'onMove'> & { readonly name: string };

/** The order of the strips, by buttons; nothing needs a drag (rule 53). */
function Move({ name, place: { index, count }, onMove }: MoveProps) {
  const moved = useRef<{ readonly button: HTMLButtonElement; readonly from: number }>(undefined);
  useEffect(() => {
    // A strip that is put elsewhere in the page may lose the focus on the way.
    if (!moved.current || moved.current.from === index) return;
    moved.current.button.focus();
    moved.current = undefined;
  });
  const button = (way: -1 | 1, sign: string, words: string, isLast: boolean) => (
    <button
      type="button"
      aria-label={`Move ${name} ${words}`}
      aria-disabled={isLast}
      onClick={(event) => {
        if (isLast) return;
        moved.current = { button: event.currentTarget, from: index };
        onMove(way);
      }}
    >
      {sign}
    </button>
  );
  return (
    <span className={styles.move}>
      {button(-1, '↑', 'up', index === 0)}
      {button(1, '↓', 'down', index === count - 1)}
    </span>
  );
}

type NameProps = Pick<CompareStripProps, 'strip' | 'reading' | 'place' | 'onMove'> & {
  readonly drawing: StripDrawing;
};

/** At the left: name and unit (rule 3), the range sent with what is read, and what is not shown (rule 11). */
function Name({ strip, reading, drawing, ...move }: NameProps) {
  const range = reading ? entryRangeText(reading.entry) : '';
  return (
    <div className={styles.name}>
      <h3 dir="auto">
        <a href={fragmentFor(strip.series.id)}>{drawnTitle(strip, drawing.isRelative)}</a>
      </h3>
      {range && <p dir="auto">{range === 'no range sent' ? range : `range sent ${range}`}</p>}
      {stripNotes(drawing).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Move name={strip.name} {...move} />
    </div>
  );
}

type EmptyProps = { readonly strip: Strip; readonly context: StripContext };

/** A window as long as this one, with the moment near its right end. */
function endingAt(timeMs: number, { startMs, endMs }: TimeSpan): TimeSpan {
  const lengthMs = endMs - startMs;
  const lastMs = timeMs + lengthMs * 0.02;
  return { startMs: lastMs - lengthMs, endMs: lastMs };
}

/** Rule 11: an empty window offers the way to the last result. */
function Empty({ strip, context: { record, frame, onWindow } }: EmptyProps) {
  const timeZone = useTimeZone();
  const last = strip.placed.at(-1);
  const month = last && dateText(last.momentMs, 'instant', timeZone).replace(/^\d+ /, '');
  return (
    <p className={styles.empty}>
      {emptyStripText(strip, record.complete)}{' '}
      {last && onWindow && (
        <Button variant="link" onClick={() => onWindow(endingAt(last.momentMs, frame))}>
          go to {record.complete ? 'last' : 'newest read'} result ({month})
        </Button>
      )}
    </p>
  );
}

/** One measure over the shared axis: its name, its curve, what it reads. */
export function CompareStrip(props: CompareStripProps) {
  const { context, strip, reading, look } = props;
  const { frame, record, cursorMs, momentMs, second, onWindow } = context;
  const timeZone = useTimeZone();
  const drawing = useStripDrawing(strip, frame, look, props.then);
  const span = { fromMs: frame.startMs, toMs: frame.endMs };
  const isEmpty = strip.inside.length === 0;
  const title = drawnTitle(strip, drawing.isRelative);
  return (
    <section
      className={`${styles.strip} ${plots.row}`}
      aria-label={title}
      {...chartDataAttributes(strip.series, span, record.complete)}
    >
      <Name {...{ strip, reading, drawing }} place={props.place} onMove={props.onMove} />
      <div className={styles.scale}>
        {!isEmpty && <StripScale layout={drawing.layout} widthPx={SCALE_PX} />}
      </div>
      <div className={`${plots.plot} ${brush.marked}`}>
        <div
          className={styles.field}
          {...props.slider(`${title}, ${resultsText(strip.inside.length)} in this window`)}
        >
          <StripPlot
            {...{ drawing, cursorMs, momentMs }}
            focusedEntry={reading?.isAtCursor ? reading.entry : undefined}
            isSelected={props.chosen}
          />
          {onWindow && (
            <WindowBrush frame={frame} heightPx={frame.heightPx} placement="plot" onWindow={onWindow} />
          )}
        </div>
        {isEmpty && <Empty {...{ strip, context }} />}
      </div>
      <CompareReading
        {...{ strip, reading, record }}
        isAtMoment={cursorMs !== undefined}
        then={
          second && cursorMs !== undefined
            ? comparisonReading(strip, cursorMs, second, cursorToleranceMs(frame), timeZone)
            : ''
        }
      />
      <div className={styles.hooks}>
        {strip.series.account.received > 0 && <SeriesAccountData account={strip.series.account} />}
        {strip.partner && (
          <div {...chartDataAttributes(strip.partner, span, record.complete)}>
            <SeriesAccountData account={strip.partner.account} />
          </div>
        )}
      </div>
    </section>
  );
}
