import { useMemo, useState, type ReactNode } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import type { OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import type { Span, Strip } from '../../charts/strip/strip.ts';
import { isRelativePossible, stripHeight } from '../../charts/strip/stripLayout.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import { CompareControls, type CompareControlsProps } from './CompareControls.tsx';
import { MOST_STRIPS, type compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { ComparePlots, type CompareLaneSlot } from './ComparePlots.tsx';
import type { CompareStrips } from './compareStrips.ts';
import { CompareDataTables } from './CompareDataTables.tsx';
import { missingText, momentNote, refusedText, relativeText } from './compareText.ts';
import { ComparisonPeriodChoice } from './ComparisonPeriodChoice.tsx';
import { periodText } from './comparisonPeriodText.ts';
import { useZoomAnchor } from '../../parts/timeWindow/zoomAnchor.ts';
import { useCompareCursor } from './useCompareCursor.ts';
import { ALL_STRIPS } from '../../parts/strips/stripText.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';
import { useCompareView } from './useCompareView.ts';
import type { CompareMoment } from './useMoment.ts';
import { useComparisonPeriod } from './useComparisonPeriod.ts';
import { usePlotSize } from '../../ui/layout/usePlotSize.ts';
import styles from './Compare.module.css';

type CompareBoardProps = {
  readonly found: CompareStrips;
  readonly view: ReturnType<typeof compareIn>;
  readonly record: RecordSnapshot;
  readonly span: Span;
  /** What a moment is told from. */
  readonly newestMs: number;
  readonly timeZone: string;
  readonly windowControl: ReactNode;
  readonly views: ReactNode;
  readonly onWindow: ((next: Span) => void) | undefined;
  /** Which strips were put together, and the way back from them. */
  readonly onKeep: (ids: readonly string[]) => void;
  readonly onUsual: (() => void) | undefined;
  readonly onOpenSource: OnOpenSource;
  readonly lanes: CompareLaneSlot | undefined;
  /** What a second period may begin with. */
  readonly events: EventsSnapshot | undefined;
  readonly singleKeys: boolean;
};

/** All strips have one frame: the same start, end, width and height (rules 1, 9). */
function useFrame({ startMs, endMs }: Span, timeZone: string, count: number) {
  const { ref, widthPx: width, screenPx } = usePlotSize();
  const height = stripHeight(screenPx, count);
  const frame = useMemo(
    () => (width === undefined ? undefined : frameOf({ startMs, endMs, timeZone, width, height })),
    [startMs, endMs, timeZone, width, height],
  );
  return [ref, frame] as const;
}

const moved = (ids: readonly string[], id: string, way: -1 | 1): string[] => {
  const others = ids.filter((one) => one !== id);
  others.splice(ids.indexOf(id) + way, 0, id);
  return others;
};

/** Before and after are counted from where the cursor was when they were asked for. */
function useAlign(cursorMs: number | undefined, isOn: boolean, { set }: CompareMoment) {
  const [isAsked, setAsked] = useState(false);
  const onAlign = () => {
    setAsked(!isOn && cursorMs === undefined);
    set(isOn ? undefined : cursorMs);
  };
  return { onAlign, isWaiting: isAsked && cursorMs === undefined };
}

/** So many in one strip that they are thinned (rule 8). */
const isCrowded = (strips: readonly Strip[], frame: Frame | undefined) =>
  frame !== undefined && strips.some(({ inside }) => inside.length > frame.width / 4);

/** A window as long as this one, with the moment near its right end. */
function endingAt(timeMs: number, { startMs, endMs }: Span): Span {
  const lengthMs = endMs - startMs;
  const lastMs = timeMs + lengthMs * 0.02;
  return { startMs: lastMs - lengthMs, endMs: lastMs };
}

/** How the strips are drawn and what stands under them, each on or off. */
function togglesOf(
  { look, isTable, isAligned, turn }: ReturnType<typeof useCompareView>,
  isThinned: boolean,
  onAlign: () => void,
): CompareControlsProps['toggles'] {
  const every = { label: 'Every point', isOn: look.everyPoint, onToggle: turn('every') };
  return [
    { label: 'Lines off', isOn: !look.lines, onToggle: turn('points') },
    ...(look.everyPoint || isThinned ? [every] : []),
    { label: 'Relative', isOn: look.relative, onToggle: turn('relative') },
    { label: 'Before/after', isOn: isAligned, onToggle: onAlign, letter: 'a' },
    { label: 'Table', isOn: isTable, onToggle: turn('table'), letter: 't' },
  ];
}

/** What is special about the drawing; it goes along with a picture of it. */
const Said = ({ notes }: { readonly notes: readonly string[] }) => (
  <output className={styles.notes} data-compare-notes="">
    {notes.filter(Boolean).join(' ')}
  </output>
);

type ControlsProps = CompareBoardProps &
  Pick<CompareControlsProps, 'toggles'> &
  Pick<ReturnType<typeof useComparisonPeriod>, 'second' | 'begins'> & {
    readonly state: ReturnType<typeof useCompareView>;
    readonly put: (ids: readonly string[]) => void;
  };

function Controls({ found, record, state, put, second, begins, ...props }: ControlsProps) {
  const { ids, strips, offers } = found;
  return (
    <CompareControls
      windowControl={props.windowControl}
      views={props.views}
      chips={strips.map(({ id, name }) => ({ id, name }))}
      offers={offers}
      isComplete={record.complete}
      isFull={ids.length >= MOST_STRIPS}
      onRemove={(id) => put(ids.filter((one) => one !== id))}
      onAdd={(id) => put([...ids, id])}
      onUsual={props.onUsual}
      second={
        <ComparisonPeriodChoice
          value={state.second}
          shiftMs={second?.shiftMs}
          begins={begins}
          onChoose={state.setSecond}
        />
      }
      toggles={props.toggles}
    />
  );
}

/** The interactive part: what is compared, the strips, and the tables under them. */
export function CompareBoard(props: CompareBoardProps) {
  const { found, view, record, span, timeZone, onWindow, onOpenSource } = props;
  const { ids, strips, missing } = found;
  const [measure, frame] = useFrame(span, timeZone, strips.length);
  const { begins, second, seconds } = useComparisonPeriod({ ...props, strips });
  const cursor = useCompareCursor(strips, frame, seconds);
  useZoomAnchor(cursor.momentMs, cursor.announce);
  const state = useCompareView(view, ids, { newestMs: props.newestMs, isEnded: record.ended });
  const { look, isTable, isAligned, show, turn } = state;
  const put = (next: readonly string[]): void => {
    show({ ids: next });
    props.onKeep(next);
  };
  const { momentMs } = state.moment;
  const { onAlign, isWaiting } = useAlign(cursor.momentMs, isAligned, state.moment);
  useShortcuts({ a: onAlign, t: turn('table') }, props.singleKeys);
  const notes = [
    refusedText(view.refused),
    missingText(missing, record.complete),
    look.relative ? relativeText(strips, isRelativePossible) : '',
    second ? periodText(second, span, view.earlier, timeZone) : '',
    momentNote({ isWaiting, isSaid: isAligned, momentMs, span, timeZone }),
  ];
  return (
    <>
      <Controls
        {...{ ...props, state, put, second, begins }}
        toggles={togglesOf(state, isCrowded(strips, frame), onAlign)}
      />
      <Said notes={notes} />
      <ComparePlots
        {...{
          strips,
          seconds,
          second,
          frame,
          measure,
          cursor,
          look,
          record,
          timeZone,
          momentMs,
          onOpenSource,
        }}
        lanes={props.lanes}
        onWindow={onWindow}
        onMoment={(timeMs) => {
          cursor.goTo(timeMs, ALL_STRIPS);
          state.moment.set(timeMs);
        }}
        onMove={(id, way) => put(moved(ids, id, way))}
        onGoTo={onWindow && ((timeMs) => onWindow(endingAt(timeMs, span)))}
      />
      {momentMs !== undefined && (
        <BeforeAfterTable {...{ strips, span, momentMs, timeZone }} complete={record.complete} />
      )}
      {isTable && <CompareDataTables {...{ strips, second, cursor, span, timeZone, onOpenSource }} />}
    </>
  );
}
