import { useMemo, useState, type ReactNode } from 'react';
import { frameOf, type Frame } from '../charts/frame.ts';
import type { OnOpenSource } from '../charts/SourceButtons.tsx';
import type { Span, Strip } from '../charts/strip.ts';
import { isRelativePossible, stripHeight } from '../charts/stripLayout.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { BeforeAfterTable } from './BeforeAfterTable.tsx';
import { CompareControls } from './CompareControls.tsx';
import { compareFragment, MOST_STRIPS, type CompareView } from './compareFragment.ts';
import { CompareScore, type Lanes } from './CompareScore.tsx';
import type { CompareStrips } from './compareStrips.ts';
import { CompareTable } from './CompareTable.tsx';
import { missingWords, periodWords, relativeWords } from './compareWords.ts';
import { ALL, useCompareCursor } from './useCompareCursor.ts';
import { useLetterKeys } from './useLetterKeys.ts';
import { usePlotSize } from './usePlotSize.ts';
import styles from './Compare.module.css';

type CompareBoardProps = {
  readonly found: CompareStrips;
  readonly view: CompareView;
  readonly fragment: string;
  readonly record: RecordSnapshot;
  readonly span: Span;
  readonly timeZone: string;
  readonly windowControl: ReactNode;
  readonly onWindow: ((next: Span) => void) | undefined;
  readonly onOpenSource: OnOpenSource;
  readonly lanes: Lanes | undefined;
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

/** How the strips are drawn and what stands under them; gone with the screen. */
function useLook(relative: boolean) {
  const [lines, setLines] = useState(true);
  const [everyPoint, setEveryPoint] = useState(false);
  const [before, setBefore] = useState(false);
  const [isTable, setTable] = useState(false);
  const look = useMemo(
    () => ({ relative, lines, everyPoint, before }),
    [relative, lines, everyPoint, before],
  );
  return {
    look,
    isTable,
    onLines: () => setLines((now) => !now),
    onEveryPoint: () => setEveryPoint((now) => !now),
    onBefore: () => setBefore((now) => !now),
    onTable: () => setTable((now) => !now),
  };
}

/** The moment that before and after are counted from: where the cursor was when it was asked for. */
function useAlign(cursorMs: number | undefined) {
  const [momentMs, setMoment] = useState<number>();
  const [isAsked, setAsked] = useState(false);
  const onAlign = () => {
    const isOn = momentMs !== undefined;
    setAsked(!isOn && cursorMs === undefined);
    setMoment(isOn ? undefined : cursorMs);
  };
  const isWaiting = isAsked && cursorMs === undefined;
  return { momentMs, onAlign, isWaiting, alignTo: setMoment };
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

const WHERE = 'Choose a moment first: point at a strip, or press an arrow key on the time axis.';

/** The interactive part: what is compared, the strips, and the tables under them. */
export function CompareBoard(props: CompareBoardProps) {
  const { found, view, fragment, record, span, timeZone, onWindow, onOpenSource } = props;
  const { ids, strips, missing } = found;
  const [measure, frame] = useFrame(span, timeZone, strips.length);
  const cursor = useCompareCursor(strips, frame);
  const { look, isTable, ...choose } = useLook(view.relative);
  const { momentMs, onAlign, isWaiting, alignTo } = useAlign(cursor.momentMs);
  useLetterKeys({ a: onAlign, t: choose.onTable }, props.singleKeys);
  // In the place of the address before: a strip more or less is no step that Back should undo.
  const show = (next: Partial<CompareView>) =>
    location.replace(compareFragment({ ids, relative: view.relative, ...next }, fragment));
  const notes = [
    missingWords(missing, record.complete),
    view.relative ? relativeWords(strips, isRelativePossible) : '',
    look.before ? periodWords(span, timeZone) : '',
    isWaiting ? WHERE : '',
  ].filter(Boolean);
  return (
    <>
      <CompareControls
        windowControl={props.windowControl}
        chips={strips.map(({ id, name }) => ({ id, name }))}
        offers={found.offers}
        isFull={ids.length >= MOST_STRIPS}
        onRemove={(id) => show({ ids: ids.filter((one) => one !== id) })}
        onAdd={(id) => show({ ids: [...ids, id] })}
        toggles={[
          { label: 'Lines off', isOn: !look.lines, onToggle: choose.onLines },
          ...(isCrowded(strips, frame)
            ? [{ label: 'Every point', isOn: look.everyPoint, onToggle: choose.onEveryPoint }]
            : []),
          { label: 'Relative', isOn: view.relative, onToggle: () => show({ relative: !view.relative }) },
          { label: 'Period before', isOn: look.before, onToggle: choose.onBefore },
          { label: 'Before/after', isOn: momentMs !== undefined, onToggle: onAlign, letter: 'a' },
          { label: 'Table', isOn: isTable, onToggle: choose.onTable, letter: 't' },
        ]}
      />
      <output className={styles.notes}>{notes.join(' ')}</output>
      <CompareScore
        {...{ strips, frame, measure, cursor, look, record, timeZone, momentMs, onOpenSource }}
        lanes={props.lanes}
        onMoment={(timeMs) => {
          cursor.goTo(timeMs, ALL);
          alignTo(timeMs);
        }}
        onMove={(id, way) => show({ ids: moved(ids, id, way) })}
        onGoTo={onWindow && ((timeMs) => onWindow(endingAt(timeMs, span)))}
      />
      {momentMs !== undefined && (
        <BeforeAfterTable {...{ strips, span, momentMs, timeZone }} complete={record.complete} />
      )}
      {isTable && (
        <CompareTable
          {...{ strips, span, timeZone, onOpenSource }}
          momentMs={cursor.momentMs}
          onSelect={(strip, timeMs) => cursor.goTo(timeMs, strip.id)}
        />
      )}
    </>
  );
}
