import { useContext, useMemo, useState } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { isRelativePossible, stripHeight } from '../../charts/strip/stripLayout.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import { CompareControls, type CompareControlsProps } from './CompareControls.tsx';
import { MAX_STRIPS, type compareIn } from '../../parts/screenUrls/compareUrl.ts';
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
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';
import type { useSavedStrips } from './useSavedStrips.ts';

type CompareBoardProps = {
  readonly found: CompareStrips;
  readonly view: ReturnType<typeof compareIn>;
  readonly record: RecordSnapshot;
  readonly span: TimeSpan;
  /** What a moment is told from. */
  readonly newestMs: number;
  readonly onWindow: ((next: TimeSpan) => void) | undefined;
  /** Remembers the strips that were put together, and leads back to the usual ones. */
  readonly saved: Pick<ReturnType<typeof useSavedStrips>, 'onKeep' | 'onUsual'>;
  readonly lanes: CompareLaneSlot | undefined;
  /** What a second period may begin with. */
  readonly events: EventsSnapshot | undefined;
};

/** All strips have one frame: the same start, end, width and height (rules 1, 9). */
function useFrame({ startMs, endMs }: TimeSpan, count: number) {
  const timeZone = useTimeZone();
  const { ref, widthPx, screenPx } = usePlotSize();
  const height = stripHeight(screenPx, count);
  const frame = useMemo(
    () =>
      widthPx === undefined ? undefined : frameOf({ startMs, endMs, timeZone, widthPx, heightPx: height }),
    [startMs, endMs, timeZone, widthPx, height],
  );
  return { measure: ref, frame };
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
  frame !== undefined && strips.some(({ inside }) => inside.length > frame.widthPx / 4);

/** How the strips are drawn and what stands under them, each on or off. */
function togglesOf(
  { look, isTable, isAligned, turn }: ReturnType<typeof useCompareView>,
  isThinned: boolean,
  onAlign: () => void,
): CompareControlsProps['toggles'] {
  const every = { label: 'Every point', isOn: look.hasEveryPoint, onToggle: turn('every') };
  return [
    { label: 'Lines off', isOn: !look.hasLines, onToggle: turn('points') },
    ...(look.hasEveryPoint || isThinned ? [every] : []),
    { label: 'Relative', isOn: look.isRelative, onToggle: turn('relative') },
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

type ControlsProps = Pick<CompareBoardProps, 'found' | 'record'> &
  Pick<CompareControlsProps, 'toggles' | 'onUsual'> & {
    readonly comparison: ReturnType<typeof useComparisonPeriod>;
    readonly state: ReturnType<typeof useCompareView>;
    readonly put: (ids: readonly string[]) => void;
  };

function Controls({ found, record, comparison, state, put, onUsual, toggles }: ControlsProps) {
  const { ids, strips, offers } = found;
  const { second, begins } = comparison;
  return (
    <CompareControls
      chips={strips.map(({ id, name }) => ({ id, name }))}
      offers={offers}
      isComplete={record.complete}
      isFull={ids.length >= MAX_STRIPS}
      onRemove={(id) => put(ids.filter((one) => one !== id))}
      onAdd={(id) => put([...ids, id])}
      onUsual={onUsual}
      second={
        <ComparisonPeriodChoice
          value={state.second}
          shiftMs={second?.shiftMs}
          begins={begins}
          onChoose={state.setSecond}
        />
      }
      toggles={toggles}
    />
  );
}

/** The interactive part: what is compared, the strips, and the tables under them. */
export function CompareBoard(props: CompareBoardProps) {
  const { found, view, record, span, events, onWindow, lanes } = props;
  const { ids, strips, missing } = found;
  const timeZone = useTimeZone();
  const { isOn: hasSingleKeys } = useContext(SingleKeys);
  const plot = useFrame(span, strips.length);
  const { frame } = plot;
  const comparison = useComparisonPeriod({ view, strips, events, span });
  const { second } = comparison;
  const cursor = useCompareCursor(strips, frame, comparison.seconds);
  useZoomAnchor(cursor.momentMs, cursor.announce);
  const state = useCompareView(view, ids, { newestMs: props.newestMs, isEnded: record.ended });
  const { look, isTable, isAligned, show, turn } = state;
  const put = (next: readonly string[]): void => {
    show({ ids: next });
    props.saved.onKeep(next);
  };
  const { momentMs } = state.moment;
  const { onAlign, isWaiting } = useAlign(cursor.momentMs, isAligned, state.moment);
  useShortcuts({ a: onAlign, t: turn('table') }, hasSingleKeys);
  const notes = [
    refusedText(view.refused),
    missingText(missing, record.complete),
    look.isRelative ? relativeText(strips, isRelativePossible) : '',
    second ? periodText(second, span, view.earlier, timeZone) : '',
    momentNote({ isWaiting, isSaid: isAligned, momentMs, span, timeZone }),
  ];
  return (
    <>
      <Controls
        {...{ found, record, comparison, state, put }}
        onUsual={props.saved.onUsual}
        toggles={togglesOf(state, isCrowded(strips, frame), onAlign)}
      />
      <Said notes={notes} />
      <ComparePlots
        {...{ strips, comparison, plot, cursor, state, record, lanes, onWindow }}
        onMoment={(timeMs) => {
          cursor.goTo(timeMs, ALL_STRIPS);
          state.moment.set(timeMs);
        }}
        onMove={(id, way) => put(moved(ids, id, way))}
      />
      {momentMs !== undefined && (
        <BeforeAfterTable {...{ strips, span, momentMs }} complete={record.complete} />
      )}
      {isTable && <CompareDataTables {...{ strips, second, cursor, span }} />}
    </>
  );
}
