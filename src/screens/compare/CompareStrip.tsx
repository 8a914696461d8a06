import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useEffect, useRef, type ComponentProps } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { rangeText } from '../../charts/format/rangeText.ts';
import { cursorToleranceMs, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { StripScale } from '../../charts/strip/StripScale.tsx';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { StripPlot } from '../../charts/strip/StripPlot.tsx';
import { useStripDrawing, type StripDrawing, type StripOptions } from '../../charts/strip/stripDrawing.ts';
import { SeriesAccountData } from '../../charts/reading/SeriesAccountData.tsx';
import { pairDataAttributes } from '../../charts/trend/trendChartText.ts';
import { bySide } from '../../charts/reading/readingText.ts';
import { Button } from '../../ui/Button.tsx';
import { WindowBrush } from '../../parts/timeWindow/AxisBrush.tsx';
import { CompareReading } from './CompareReading.tsx';
import { stripTitle } from './compareText.ts';
import { spanEndingAt } from './drug/spanEndingAt.ts';
import { emptyStripText, stripNotes } from '../../parts/strips/stripText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { comparisonReadingText } from './comparisonPeriodText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import brush from '../../parts/timeWindow/AxisBrush.module.css';
import plots from './ComparePlots.module.css';
import styles from './CompareStrip.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { compareTexts } from './compare.messages.ts';

/** This is the width of the numbers of the y axis. */
const SCALE_WIDTH_PX = 36;

/** These are the same for all strips. */
export type SharedStripProps = {
  readonly frame: Frame;
  readonly cursorMs: number | undefined;
  readonly momentMs: number | undefined;
  /** It is undefined unless two periods are compared. */
  readonly period: ComparisonPeriod | undefined;
  /** Changes the window. */
  readonly onWindow: ((next: TimeSpan) => void) | undefined;
};

export type CompareStripProps = {
  readonly shared: SharedStripProps;
  readonly strip: Strip;
  readonly options: StripOptions;
  /** These are the results of the comparison period, moved into the window. */
  readonly comparisonStrip: Strip | undefined;
  readonly reading: StripReading | undefined;
  readonly isSelected: boolean;
  readonly position: { readonly index: number; readonly count: number };
  readonly onMove: (direction: -1 | 1) => void;
  readonly sliderPropsOf: (name: string) => ComponentProps<'div'>;
};

type MoveButtonsProps = Pick<CompareStripProps, 'position' | 'onMove'> & { readonly name: string };

/** Buttons change the order of the strips, because nothing may need a drag (rule 53). */
function MoveButtons({ name, position: { index, count }, onMove }: MoveButtonsProps) {
  const moved = useRef<{ readonly button: HTMLButtonElement; readonly from: number }>(undefined);
  useEffect(() => {
    // A button may lose the focus when its strip moves in the page.
    if (!moved.current || moved.current.from === index) return;
    moved.current.button.focus();
    moved.current = undefined;
  });
  const button = (direction: -1 | 1, sign: string, label: string, isAtEnd: boolean) => (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isAtEnd}
      onClick={(event) => {
        if (isAtEnd) return;
        moved.current = { button: event.currentTarget, from: index };
        onMove(direction);
      }}
    >
      {sign}
    </button>
  );
  return (
    <span className={styles.move}>
      {button(-1, '↑', compareTexts('moveUp', { name }), index === 0)}
      {button(1, '↓', compareTexts('moveDown', { name }), index === count - 1)}
    </span>
  );
}

type StripNameProps = Pick<CompareStripProps, 'strip' | 'reading' | 'position' | 'onMove'> & {
  readonly drawing: StripDrawing;
};

/** Shows name and unit (rule 3), the range sent with the reading, and what is not shown (rule 11). */
function StripName({ strip, reading, drawing, position, onMove }: StripNameProps) {
  const range = reading && bySide(reading.entry, ({ kind }) => rangeText(kind));
  return (
    <div className={styles.name}>
      <h3 dir="auto">
        <a href={seriesFragment(strip.series.id)}>{stripTitle(strip, drawing.isRelative)}</a>
      </h3>
      {range !== undefined && (
        <p dir="auto">{range === '' ? compareTexts('noRange') : compareTexts('range', { range })}</p>
      )}
      {stripNotes(drawing).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <MoveButtons name={strip.name} {...{ position, onMove }} />
    </div>
  );
}

type EmptyWindowProps = { readonly strip: Strip; readonly shared: SharedStripProps };

/** Rule 11: an empty window has a button that leads to the last result. */
function EmptyWindow({ strip, shared: { frame, onWindow } }: EmptyWindowProps) {
  const { complete } = useLoadedRecord();
  const timeZone = useTimeZone();
  const last = strip.placed.at(-1);
  const month = last ? dateText(last.momentMs, 'instant', timeZone).replace(/^\d+ /, '') : '';
  return (
    <p className={styles.empty}>
      {emptyStripText(strip, complete)}{' '}
      {last && onWindow && (
        <Button variant="link" onClick={() => onWindow(spanEndingAt(last.momentMs, frame))}>
          {compareTexts(complete ? 'goToLast' : 'goToNewestRead', { month })}
        </Button>
      )}
    </p>
  );
}

/** Draws one measure on the shared time axis: its name, its curve and its reading. */
export function CompareStrip(props: CompareStripProps) {
  const { shared, strip, reading, options } = props;
  const { frame, cursorMs, momentMs, period, onWindow } = shared;
  const { complete } = useLoadedRecord();
  const timeZone = useTimeZone();
  const drawing = useStripDrawing(strip, frame, options, props.comparisonStrip);
  const span = { fromMs: frame.startMs, toMs: frame.endMs };
  const isEmpty = strip.inside.length === 0;
  const [attributes, partnerAttributes] = pairDataAttributes(strip.series, strip.partner, span, complete);
  const title = stripTitle(strip, drawing.isRelative);
  return (
    <section className={`${styles.strip} ${plots.row}`} aria-label={title} {...attributes}>
      <StripName {...{ strip, reading, drawing }} position={props.position} onMove={props.onMove} />
      <div className={styles.scale}>
        {!isEmpty && <StripScale layout={drawing.layout} widthPx={SCALE_WIDTH_PX} />}
      </div>
      <div className={`${plots.plot} ${brush.marked}`}>
        <div
          className={styles.field}
          {...props.sliderPropsOf(
            compareTexts('resultsOfStrip', { title, results: resultsText(strip.inside.length) }),
          )}
        >
          <StripPlot
            {...{ drawing, cursorMs, momentMs }}
            focusedEntry={reading?.isAtCursor ? reading.entry : undefined}
            isSelected={props.isSelected}
          />
          {onWindow && <WindowBrush frame={frame} heightPx={frame.heightPx} onWindow={onWindow} />}
        </div>
        {isEmpty && <EmptyWindow {...{ strip, shared }} />}
      </div>
      <CompareReading
        {...{ strip, reading }}
        isAtMoment={cursorMs !== undefined}
        comparisonText={
          period && cursorMs !== undefined
            ? comparisonReadingText(
                strip,
                { momentMs: cursorMs, period, nearMs: cursorToleranceMs(frame) },
                timeZone,
              )
            : ''
        }
      />
      <div className={styles.hooks}>
        {strip.series.account.received > 0 && <SeriesAccountData account={strip.series.account} />}
        {strip.partner && (
          <div {...partnerAttributes}>
            <SeriesAccountData account={strip.partner.account} />
          </div>
        )}
      </div>
    </section>
  );
}
