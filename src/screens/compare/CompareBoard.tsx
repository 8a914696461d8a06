import { useLoadedRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useContext, useMemo, useState } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { seriesOfStrips, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { isRelativePossible, stripHeight } from '../../charts/strip/stripLayout.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import { inexactMomentLabel, lastMsBefore } from '../../parts/statistics/momentLabel.ts';
import { CompareControls, type CompareControlsProps } from './CompareControls.tsx';
import { MAX_STRIPS, type compareIn } from '../../parts/screenUrls/compareUrl.ts';
import { ComparePlots, type CompareLaneSlot } from './ComparePlots.tsx';
import type { CompareStrips } from './useCompareStrips.ts';
import { CompareDataTables } from './CompareDataTables.tsx';
import { missingText, momentNote, ignoredUrlText, relativeText } from './compareText.ts';
import { ComparisonPeriodChoice } from './ComparisonPeriodChoice.tsx';
import { periodText } from './comparisonPeriodText.ts';
import { useZoomAnchor } from '../../parts/timeWindow/zoomAnchor.ts';
import { useCompareCursor } from './useCompareCursor.ts';
import { ALL_STRIPS } from '../../parts/strips/stripText.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';
import { useCompareUrlState } from './useCompareUrlState.ts';
import type { BeforeAfterMoment } from './useBeforeAfterMoment.ts';
import { useComparisonPeriod } from './useComparisonPeriod.ts';
import { usePlotSize } from '../../ui/layout/usePlotSize.ts';
import { drugLanes } from './drug/DrugLane.tsx';
import { drugTestsText } from './drug/drugTests.ts';
import type { ComparedDrug } from './drug/useComparedDrug.ts';
import styles from './Compare.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';
import type { useSavedStrips } from './useSavedStrips.ts';
import { compareTexts } from './compare.messages.ts';

type CompareBoardProps = {
  readonly compareStrips: CompareStrips;
  readonly urlState: ReturnType<typeof compareIn>;
  readonly span: TimeSpan;
  /** This is the newest result of the record. The address holds moments as days before it. */
  readonly newestMs: number;
  readonly onWindow: ((next: TimeSpan) => void) | undefined;
  /** Saves the chosen strips in this browser, and restores the default ones. */
  readonly saved: Omit<ReturnType<typeof useSavedStrips>, 'requestedIds'>;
  readonly lanes: CompareLaneSlot | undefined;
  /** A comparison period may begin with one of these events. */
  readonly events: EventsSnapshot | undefined;
  /** This is the medication that the comparison was opened with. */
  readonly drug: ComparedDrug;
};

/** All strips share one frame: the same start, end, width and height (rules 1, 9). */
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

const idsAfterMove = (ids: readonly string[], id: string, direction: -1 | 1): string[] => {
  const others = ids.filter((other) => other !== id);
  others.splice(ids.indexOf(id) + direction, 0, id);
  return others;
};

/** Before and after are counted from the position of the cursor when the reader switches them on. */
function useBeforeAfterToggle(cursorMs: number | undefined, isOn: boolean, { set }: BeforeAfterMoment) {
  const [isRequested, setRequested] = useState(false);
  const onToggle = () => {
    setRequested(!isOn && cursorMs === undefined);
    set(isOn ? undefined : cursorMs);
  };
  return { onToggle, isWaiting: isRequested && cursorMs === undefined };
}

/** Tells whether a strip has so many results that they are thinned (rule 8). */
const isAnyStripThinned = (strips: readonly Strip[], frame: Frame | undefined) =>
  frame !== undefined && strips.some(({ inside }) => inside.length > frame.widthPx / 4);

/** These are the toggles for how the strips are drawn and what stands under them. */
function togglesOf(
  { options, hasTable, hasBeforeAfter, toggle }: ReturnType<typeof useCompareUrlState>,
  isThinned: boolean,
  onToggleBeforeAfter: () => void,
): CompareControlsProps['toggles'] {
  const everyPoint = {
    label: compareTexts('everyPoint'),
    isOn: options.hasEveryPoint,
    onToggle: toggle('every'),
  };
  return [
    { label: compareTexts('linesOff'), isOn: !options.hasLines, onToggle: toggle('points') },
    ...(options.hasEveryPoint || isThinned ? [everyPoint] : []),
    { label: compareTexts('relative'), isOn: options.isRelative, onToggle: toggle('relative') },
    { label: compareTexts('beforeAfter'), isOn: hasBeforeAfter, onToggle: onToggleBeforeAfter, letter: 'a' },
    { label: compareTexts('table'), isOn: hasTable, onToggle: toggle('table'), letter: 't' },
  ];
}

/** Says what is special about the drawing. An exported picture holds these notes too. */
const CompareNotes = ({ notes }: { readonly notes: readonly string[] }) => (
  <output className={styles.notes} data-compare-notes="">
    {notes.filter(Boolean).join(' ')}
  </output>
);

type BoardControlsProps = Pick<CompareBoardProps, 'compareStrips' | 'drug'> &
  Pick<CompareControlsProps, 'toggles' | 'onRestoreDefault'> & {
    readonly comparison: ReturnType<typeof useComparisonPeriod>;
    readonly state: ReturnType<typeof useCompareUrlState>;
    readonly onStrips: (ids: readonly string[]) => void;
  };

function BoardControls(props: BoardControlsProps) {
  const { compareStrips, comparison, state, drug, onStrips } = props;
  const { ids, strips, addableResults } = compareStrips;
  const { period, starts } = comparison;
  const { complete } = useLoadedRecord();
  return (
    <CompareControls
      compared={strips.map(({ id, name }) => ({ id, name }))}
      drug={drug.course && { name: drug.course.name, onRemove: () => state.update({ drug: undefined }) }}
      results={addableResults}
      isComplete={complete}
      isFull={ids.length >= MAX_STRIPS}
      onRemove={(id) => onStrips(ids.filter((other) => other !== id))}
      onAdd={(id) => onStrips([...ids, id])}
      onRestoreDefault={props.onRestoreDefault}
      comparisonChoice={
        <ComparisonPeriodChoice
          value={state.comparisonValue}
          shiftMs={period?.shiftMs}
          starts={starts}
          onChoose={state.setComparison}
        />
      }
      toggles={props.toggles}
    />
  );
}

/** Draws the interactive part of the screen: the controls, the strips, and the tables under them. */
export function CompareBoard(props: CompareBoardProps) {
  const { compareStrips, urlState, span, events, onWindow, lanes, drug } = props;
  const { ids, strips, missingNames } = compareStrips;
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const { isOn: hasSingleKeys } = useContext(SingleKeys);
  const plot = useFrame(span, strips.length);
  const { frame } = plot;
  const comparison = useComparisonPeriod({ urlState, strips, events, span });
  const { period } = comparison;
  const measures = useMemo(() => seriesOfStrips(strips), [strips]);
  const cursor = useCompareCursor(strips, frame, comparison.comparisonStrips);
  useZoomAnchor(cursor.momentMs, cursor.isAnnounced);
  const state = useCompareUrlState(urlState, ids, { newestMs: props.newestMs, isEnded: record.ended });
  const { options, hasTable, hasBeforeAfter, update, toggle } = state;
  const setStrips = (next: readonly string[]): void => {
    update({ ids: next });
    // Tests that go with one medication are not what the reader compares as a habit.
    if (urlState.drug === undefined) props.saved.onSave(next);
  };
  const { momentMs } = state.moment;
  const momentLabel = useMemo(() => inexactMomentLabel(momentMs, events, frame), [momentMs, events, frame]);
  const beforeAfter = useBeforeAfterToggle(cursor.momentMs, hasBeforeAfter, state.moment);
  useShortcuts({ a: beforeAfter.onToggle, t: toggle('table') }, hasSingleKeys);
  const notes = [
    ignoredUrlText(urlState.refused),
    missingText(missingNames, record.complete),
    drug.course ? drugTestsText(drug.course, strips) : '',
    options.isRelative ? relativeText(strips, isRelativePossible) : '',
    period ? periodText(period, span, urlState.earlier, timeZone) : '',
    momentNote({ isWaiting: beforeAfter.isWaiting, isInUrl: hasBeforeAfter, momentMs, span, timeZone }),
  ];
  return (
    <>
      <BoardControls
        {...{ compareStrips, comparison, state, drug }}
        onStrips={setStrips}
        onRestoreDefault={urlState.drug === undefined ? props.saved.onRestoreDefault : undefined}
        toggles={togglesOf(state, isAnyStripThinned(strips, frame), beforeAfter.onToggle)}
      />
      <CompareNotes notes={notes} />
      <ComparePlots
        {...{ strips, comparison, plot, cursor, state, onWindow }}
        {...drugLanes(drug, lanes, onWindow, measures)}
        onMoment={(timeMs) => {
          cursor.goTo(timeMs, ALL_STRIPS);
          state.moment.set(timeMs);
        }}
        onMove={(id, direction) => setStrips(idsAfterMove(ids, id, direction))}
      />
      {momentMs !== undefined && (
        <BeforeAfterTable
          {...{ strips, span, momentLabel }}
          momentMs={lastMsBefore(momentMs, momentLabel !== undefined)}
          complete={record.complete}
        />
      )}
      {hasTable && <CompareDataTables {...{ strips, period, cursor }} />}
    </>
  );
}
